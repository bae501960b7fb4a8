from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.render_model import MASKED_NUMBER
from counter_app.domain.requests import IssueRequest, Rule
from counter_app.domain.residents import Household
from counter_app.infrastructure.api import schemas
from counter_app.infrastructure.api.errors import Answer
from tests.contracts.registry_rigs import HOUSEHOLD, SEARCH, WATANABE, key, request
from tests.fakes.registry import FakeRegistry
from tests.fakes.town import FakeTown


def _malformed() -> pytest.RaisesExc[Refused]:
    return pytest.raises(
        Refused, check=lambda error: error.failure.code is FailureCode.GATEWAY_ANSWER_MALFORMED
    )


def _wire(value: Any) -> Any:
    return json.loads(json.dumps(asdict(value), default=sorted))


def _household() -> dict[str, Any]:
    found: dict[str, Any] = _wire(FakeTown().household(HOUSEHOLD, "2026-11-24T09:00:00+09:00"))
    return found


def test_a_household_comes_back_as_it_was() -> None:
    expected: Household = FakeTown().household(HOUSEHOLD, "2026-11-24T09:00:00+09:00")

    assert schemas.household(_household(), WATANABE) == expected


def test_a_household_without_the_person_asked_for_is_malformed() -> None:
    with _malformed():
        schemas.household(_household(), "98000099")


@pytest.mark.parametrize("field", ["honseki", "foreign", "remarks", "name", "birth"])
def test_an_item_that_is_missing_is_malformed_and_never_blank(field: str) -> None:
    body = _household()
    del body["members"][1]["resident"][field]

    with _malformed():
        schemas.household(body, WATANABE)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", 1),
        ("sex", "3"),
        ("my_number", "1"),
        ("remarks", "x"),
        ("birth", {"iso": "1985-02-30", "text": ""}),
    ],
)
def test_an_item_of_another_form_is_malformed(field: str, value: object) -> None:
    body = _household()
    body["members"][1]["resident"][field] = value

    with _malformed():
        schemas.household(body, WATANABE)


@pytest.mark.parametrize(
    "as_of", ["", "yesterday", "2026-11-24", "2026-11-24T09:00:00", "1867-11-24T09:00:00+09:00"]
)
def test_a_household_as_of_no_moment_that_can_be_shown_is_malformed(as_of: str) -> None:
    with _malformed():
        schemas.household({**_household(), "as_of": as_of}, WATANABE)


@pytest.mark.parametrize("field", ["birth", "resident_since", "address_since", "notified_on"])
@pytest.mark.parametrize("iso", ["1868-01-24", "0001-01-01", "19850403", "1985-W14-3", "1985-02-30", "soon"])
def test_a_day_that_no_certificate_could_print_is_malformed(field: str, iso: str) -> None:
    body = _household()
    body["members"][1]["resident"][field] = {"iso": iso, "text": ""}

    with _malformed():
        schemas.household(body, WATANABE)


def test_the_first_day_of_the_era_table_is_still_a_day() -> None:
    body = _household()
    body["members"][1]["resident"]["birth"] = {"iso": "1868-01-25", "text": ""}

    resident = schemas.household(body, WATANABE).member(WATANABE).resident

    assert resident is not None
    assert resident.birth.printed() == "明治元年1月25日"


@pytest.mark.parametrize(
    "told", ["", "now", "2026-11-24T09:00:00", "1867-12-31T09:00:00+09:00", "9999-12-31T23:59:59+00:00"]
)
def test_a_time_that_no_clock_could_carry_on_is_malformed(told: str) -> None:
    with _malformed():
        schemas.moment(told)


def test_a_member_whose_record_is_another_persons_is_malformed() -> None:
    body = _household()
    body["members"][1]["resident"]["resident_id"] = "98000001"

    with _malformed():
        schemas.household(body, WATANABE)


def test_what_is_wrong_is_not_carried_along_in_the_error() -> None:
    body = _household()
    body["members"][1]["resident"]["sex"] = 2

    with _malformed() as caught:
        schemas.household(body, WATANABE)

    cause: BaseException | None = caught.value
    said = ""
    while cause is not None:
        said += str(cause)
        cause = cause.__cause__
    assert "ワタナベ" not in said
    assert "渡邊" not in said


def _allotted() -> tuple[IssueRequest, str, dict[str, Any]]:
    registry = FakeRegistry()
    case_id = key()
    registry.open_case(key(), case_id, key())
    registry.find_residents(case_id, SEARCH)
    registry.read_household(case_id, WATANABE)
    asked = request(case_id)
    digest = registry._composed(asked).sha256()
    return asked, digest, _wire(registry.allot(key(), asked, digest))


def test_an_allotment_comes_back_as_it_was() -> None:
    asked, digest, body = _allotted()

    found = schemas.allotment(body, asked, digest)

    assert _wire(found) == body
    assert found.model.sha256() == digest


def _with_numbers() -> tuple[IssueRequest, str, dict[str, Any]]:
    """An allotment for which 個人番号 was asked; it comes masked, as the counter composed it."""
    asked, _digest, body = _allotted()
    for person in body["model"]["persons"]:
        person["my_number"] = MASKED_NUMBER
    masked = schemas.read(schemas.Issued, body).model
    return asked, masked.sha256(), body


def test_numbers_come_with_the_allotment_and_the_page_is_the_one_that_was_asked_for_masked() -> None:
    asked, digest, body = _with_numbers()
    for serial, person in enumerate(body["model"]["persons"]):
        person["my_number"] = f"00000000000{serial}"

    found = schemas.allotment(body, asked, digest)

    assert [person.my_number for person in found.model.persons][:2] == ["000000000000", "000000000001"]
    assert found.model.masked().sha256() == digest


@pytest.mark.parametrize(
    "told", [MASKED_NUMBER, "省略", "", "00000000000", "0000000000000", "００００００００００００"]
)
def test_a_page_whose_number_is_still_masked_or_is_none_is_malformed(told: str) -> None:
    asked, digest, body = _with_numbers()
    for person in body["model"]["persons"]:
        person["my_number"] = "000000000000"
    body["model"]["persons"][1]["my_number"] = told

    with _malformed():
        schemas.allotment(body, asked, digest)


@pytest.mark.parametrize(("field", "told"), [("my_number", "000000000000"), ("resident_code", "00000000000")])
def test_a_number_nobody_asked_for_is_malformed(field: str, told: str) -> None:
    asked, digest, body = _allotted()
    body["model"]["persons"][1][field] = told

    with _malformed():
        schemas.allotment(body, asked, digest)


def _other_name(body: dict[str, Any]) -> None:
    body["model"]["persons"][0]["name"] = "渡辺　直人"


def _one_copy_less(body: dict[str, Any]) -> None:
    body["stamps"].pop()


def _same_number_twice(body: dict[str, Any]) -> None:
    body["stamps"][1]["number"] = body["stamps"][0]["number"]


def _no_number(body: dict[str, Any]) -> None:
    body["stamps"][0]["number"] = "1"


def _other_pages(body: dict[str, Any]) -> None:
    body["stamps"][0]["pages"] = 2


def _free(body: dict[str, Any]) -> None:
    body["fee"] = -1


@pytest.mark.parametrize(
    "change", [_other_name, _one_copy_less, _same_number_twice, _no_number, _other_pages, _free]
)
def test_an_allotment_that_is_not_what_was_asked_for_is_malformed(change: Any) -> None:
    asked, digest, body = _allotted()
    change(body)

    with _malformed():
        schemas.allotment(body, asked, digest)


@pytest.mark.parametrize(
    "body",
    [
        {"seal_png_base64": "!!", "edge_mm": 24.0},
        {"seal_png_base64": "aGVsbG8=", "edge_mm": 24.0},
        {"seal_png_base64": "iVBORw0KGgo=", "edge_mm": 0.0},
        {"seal_png_base64": "iVBORw0KGgo="},
    ],
)
def test_a_seal_that_is_no_picture_is_malformed(body: dict[str, Any]) -> None:
    with _malformed():
        schemas.seal(body)


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("text/html", b"{}"),
        ("application/json", b"[]"),
        ("application/json", b"\xff"),
        ("application/json", b"{"),
        ("application/json", b"[" * 100_000),
    ],
)
def test_a_body_that_is_no_json_object_is_malformed(media_type: str, body: bytes) -> None:
    with _malformed():
        schemas.parsed(Answer(200, media_type, body))


def _verdict() -> dict[str, Any]:
    trace = [{"rule": rule.value, "outcome": "ok"} for rule in Rule]
    return {
        "outcome": "ok",
        "trace": trace,
        "fee": 300,
        "issued_on": "2026-11-24",
        "restriction_version": "1",
    }


def test_a_verdict_comes_back_as_it_was() -> None:
    assert _wire(schemas.verdict(_verdict())) == _verdict()


@pytest.mark.parametrize("issued_on", ["", "2026-02-30", "令和8年", "20261124", "1868-01-24"])
def test_a_verdict_without_a_day_is_malformed(issued_on: str) -> None:
    with _malformed():
        schemas.verdict({**_verdict(), "issued_on": issued_on})


@pytest.mark.parametrize("left_out", Rule)
def test_a_verdict_that_leaves_a_rule_out_is_malformed(left_out: Rule) -> None:
    said = _verdict()
    said["trace"] = [result for result in said["trace"] if result["rule"] != left_out]

    with _malformed():
        schemas.verdict(said)


@pytest.mark.parametrize("outcome", ["ok", "blocked"])
def test_a_verdict_without_a_trace_or_with_a_rule_asked_twice_is_malformed(outcome: str) -> None:
    twice = [*_verdict()["trace"], {"rule": "restriction", "outcome": "blocked"}]

    for trace in ([], twice):
        with _malformed():
            schemas.verdict({**_verdict(), "outcome": outcome, "trace": trace})

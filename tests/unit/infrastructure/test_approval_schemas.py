"""What the gateway tells of an approval: whole and in itself consistent, or no answer at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from typing import Any

import pytest
from joserfc.jwk import ECKey

from counter_app.application.port_errors import Refused
from counter_app.domain.approvals import ApprovalState, ReturnReason
from counter_app.domain.failures import FailureCode
from counter_app.domain.render_model import MASKED_NUMBER
from counter_app.infrastructure.api import approval_schemas
from counter_app.infrastructure.approval_statement import sign_statement
from tests.unit.infrastructure.approval_samples import (
    APPROVAL,
    AT,
    CLAIMS,
    KEY,
    P0,
    PUBLIC,
    statement,
    told_record,
    told_status,
)

Change = Callable[[dict[str, Any]], object]
UNDECIDED = {"state": "waiting", "decided_at": "", "decided_by": "", "statement": "", "approver_key": None}
RETURNED = {**UNDECIDED, "state": "returned", "decided_at": AT, "decided_by": "齋藤　明美"}


def _refusal(code: FailureCode = FailureCode.GATEWAY_ANSWER_MALFORMED) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, check=lambda error: error.failure.code is code)


def test_an_approval_that_was_given_brings_the_claims_of_its_statement() -> None:
    found = approval_schemas.status(told_status(), APPROVAL)

    assert (found.state, found.decided_by, found.claims) == (ApprovalState.APPROVED, "齋藤　明美", CLAIMS)


@pytest.mark.parametrize("state", ["waiting", "recalled", "lapsed"])
def test_an_approval_that_was_not_given_brings_no_claims(state: str) -> None:
    found = approval_schemas.status(told_status(**{**UNDECIDED, "state": state}), APPROVAL)

    assert (found.state, found.claims, found.reason) == (ApprovalState(state), None, None)


@pytest.mark.parametrize("reason", ReturnReason)
def test_a_case_given_back_brings_its_reason_and_the_approvers_words(reason: ReturnReason) -> None:
    told = told_status(**RETURNED, reason=reason.value, note="委任状の日付を確かめてください")

    found = approval_schemas.status(told, APPROVAL)

    assert (found.state, found.reason) == (ApprovalState.RETURNED, reason)
    assert found.note == "委任状の日付を確かめてください"


@pytest.mark.parametrize(
    "changed",
    [
        {"statement": ""},
        {"statement": "a.b.c"},
        {"approver_key": None},
        {"approver_key": {}},
        {"statement": sign_statement(ECKey.generate_key("P-256"), CLAIMS)},
        {"approver_key": {**PUBLIC, "x": PUBLIC["y"]}},
    ],
)
def test_an_approval_whose_statement_does_not_hold_is_refused_as_differing(
    changed: dict[str, object],
) -> None:
    with _refusal(FailureCode.APPROVAL_DIFFERS):
        approval_schemas.status(told_status(**changed), APPROVAL)


def test_an_approval_with_any_one_character_of_its_statement_changed_is_refused_as_differing() -> None:
    whole = statement()

    for place in range(0, len(whole), 7):
        other = whole[:place] + ("A" if whole[place] != "A" else "B") + whole[place + 1 :]
        with _refusal(FailureCode.APPROVAL_DIFFERS):
            approval_schemas.status(told_status(statement=other), APPROVAL)


def test_a_statement_for_another_page_is_told_as_what_it_says_and_never_as_what_was_asked() -> None:
    other = replace(CLAIMS, p0_sha256="cd" * 32)

    found = approval_schemas.status(told_status(statement=sign_statement(KEY, other)), APPROVAL)

    assert found.claims == other


@pytest.mark.parametrize(
    "told",
    [
        told_status(approval_id="approval-2"),
        told_status(state="given"),
        told_status(decided_at=""),
        told_status(decided_at="yesterday"),
        told_status(reason="page"),
        told_status(note="あ" * 201),
        told_status(note=None),
        told_status(more="1"),
        told_status(**UNDECIDED, reason="page"),
        told_status(**{**UNDECIDED, "statement": statement()}),
        told_status(**{**UNDECIDED, "approver_key": PUBLIC}),
        told_status(**RETURNED),
        told_status(**RETURNED, reason="dislike"),
        {name: value for name, value in told_status().items() if name != "note"},
    ],
)
def test_a_status_that_contradicts_itself_is_malformed(told: dict[str, Any]) -> None:
    with _refusal():
        approval_schemas.status(told, APPROVAL)


def _asked() -> dict[str, Any]:
    return {
        "approval_id": APPROVAL,
        "nonce": "0f" * 16,
        "restriction_version": "state-1",
        "renderer_id": "renderer-1",
        "asked_at": AT,
    }


def test_a_ticket_comes_back_as_it_was() -> None:
    assert asdict(approval_schemas.ticket(_asked(), "renderer-1")) == _asked()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("approval_id", ""),
        ("approval_id", "a/b"),
        ("nonce", ""),
        ("nonce", "0F" * 16),
        ("nonce", "0f"),
        ("restriction_version", ""),
        ("renderer_id", "renderer-2"),
        ("asked_at", "2026-11-24"),
    ],
)
def test_a_ticket_that_binds_nothing_is_malformed(name: str, value: str) -> None:
    with _refusal():
        approval_schemas.ticket({**_asked(), name: value}, "renderer-1")


def _line(approval_id: str, asked_at: str) -> dict[str, Any]:
    return {
        "approval_id": approval_id,
        "number": "031",
        "counter": "2番窓口",
        "certificate": "J01",
        "trigger": "agent",
        "asked_at": asked_at,
    }


def test_the_queue_is_told_longest_first_whatever_the_order_and_zone_it_came_in() -> None:
    lines = [
        _line("a-2", "2026-11-24T09:01:00+09:00"),
        _line("a-3", "2026-11-24T00:02:00+00:00"),
        _line("a-1", "2026-11-24T09:00:30+09:00"),
    ]

    assert [one.approval_id for one in approval_schemas.waiting({"waiting": lines})] == ["a-1", "a-2", "a-3"]
    assert approval_schemas.waiting({"waiting": []}) == ()


@pytest.mark.parametrize(
    "line", [{**_line("a", AT), "trigger": "mood"}, {**_line("a", AT), "name": "x"}, _line("a", "soon"), {}]
)
def test_a_queue_with_a_line_of_another_form_is_malformed(line: dict[str, Any]) -> None:
    with _refusal():
        approval_schemas.waiting({"waiting": [line]})


def test_a_record_comes_back_as_it_was() -> None:
    told = told_record()

    found = approval_schemas.record(told, APPROVAL)

    assert json.loads(json.dumps(asdict(found), default=sorted)) == told


def test_a_record_with_an_agent_comes_back_with_him() -> None:
    told = told_record()
    told["request"]["requester"] = "AGENT"
    told["request"]["agent"] = {
        "name": "代理　太郎",
        "address": "架空町字実在せず 1番地",
        "mandate_date": "2026-11-20",
        "original_seen": True,
    }

    found = approval_schemas.record(told, APPROVAL)

    assert found.request.agent is not None
    assert asdict(found.request.agent) == told["request"]["agent"]


def _set(*path: str | int, to: object) -> Change:
    def change(told: dict[str, Any]) -> None:
        place: Any = told
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set("approval_id", to="approval-2"),
        _set("case_id", to="case-of-another"),
        _set("request", "case_id", to="case-of-another"),
        _set("request", "selection", "copies", to=1),
        _set("request", "selection", "items", to=["head_and_relationship", "head_and_relationship"]),
        _set("request", "requester", to="KING"),
        _set("request", "agent", to={}),
        _set("model", "schema", to="1"),
        _set("model", "persons", to=[]),
        _set("model", "persons", 0, "name", to=1),
        _set("model", "persons", 0, "photo", to=""),
        _set("model", "persons", 0, "my_number", to=MASKED_NUMBER),
        _set("model", "persons", 0, "resident_code", to="1"),
        _set("stamps", to=[]),
        _set("stamps", 0, "number", to="1"),
        _set("stamps", 0, "pages", to=2),
        _set("persons", to=[]),
        _set("persons", 0, to="渡辺　直人"),
        lambda told: told["persons"].reverse(),
        lambda told: told["persons"].pop(),
        _set("p0_sha256", to=P0.upper()),
        _set("p0_sha256", to=P0[:-1]),
        _set("nonce", to="nonce"),
        _set("fee", to=-1),
        _set("earlier_issues", to=-1),
        _set("checked_at", to=""),
        _set("asked_at", to="soon"),
        lambda told: told["request"].pop("agent"),
        lambda told: told["model"]["persons"][0].pop("notes"),
        lambda told: told.pop("renderer_id"),
        lambda told: told["stamps"].reverse(),
    ],
)
def test_a_record_that_is_not_whole_in_itself_is_malformed(change: Change) -> None:
    told = told_record()
    change(told)

    with _refusal():
        approval_schemas.record(told, APPROVAL)


def _leaves(value: Any, *path: str | int) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    inner = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    )
    if inner is None:
        yield path, value
        return
    for step, one in inner:
        yield from _leaves(one, *path, step)


def _other(value: object) -> object:
    """``value`` with one character, or its sense, changed."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str) and value:
        return value[:-1] + ("0" if value[-1] != "0" else "1")
    return "0"


def test_no_change_of_one_character_anywhere_in_a_record_goes_unseen() -> None:
    whole = told_record()
    found = approval_schemas.record(whole, APPROVAL)

    for path, value in _leaves(whole):
        told = json.loads(json.dumps(whole))
        _set(*path, to=_other(value))(told)
        try:
            changed = approval_schemas.record(told, APPROVAL)
        except Refused:
            continue
        assert changed != found, path

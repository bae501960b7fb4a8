"""個人番号 and 住民票コード reach the page that prints them and its approver; they are kept nowhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from joserfc import jws
from sqlalchemy import select, update

from counter_app.domain.certificates import Item
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import IdentityLevel, IdentityMethod, Paper, PaperKind
from counter_app.domain.render_model import MASKED_NUMBER
from counter_app.domain.requests import IdentityClaim, IssueRequest, Outcome, RequesterKind
from counter_app.domain.restrictions import Flag
from counter_app.domain.sheets import SheetState
from gateway.cores.embedded import EmbeddedCore
from gateway.counter.allotting import allot
from gateway.counter.cases import CaseState
from gateway.counter.closing import record_outcome
from gateway.counter.deciding import check
from gateway.counter.issues import sheets_of
from gateway.counter.once import Write, answer_once, recording_decisions, stored_answer
from gateway.receipts import canonical, sha256
from gateway.refusals import Refusal
from gateway.store.tables import answers, issues, view_log
from tests.unit.gateway.approvers import AGENT, approver, asked_for, with_number
from tests.unit.gateway.desk import TOWN, Desk, desk_at, numbers_of, person, request, resident

DIGITS = tuple(text for key in ("R1", "R2") for text in asdict(numbers_of(key)).values())
WRITE = Write(key="0f8fad5b-d9cb-469f-a165-70867728950e", path="/v1/cases/C/issues", body=b"{}")


def _kinds(desk: Desk) -> list[str]:
    with desk.store.reading() as tx:
        return [kind for kind in tx.execute(select(view_log.c.kind)).scalars() if kind == "my_number"]


def _allot(desk: Desk, wanted: IssueRequest) -> dict[str, Any]:
    digest = desk.model(wanted.case_id, wanted).sha256()
    text = answer_once(desk.store, desk.act, WRITE, lambda tx: asdict(allot(tx, desk.act, wanted, digest)))
    return dict(json.loads(text))


def _again(desk: Desk) -> dict[str, Any]:
    with recording_decisions(desk.store, desk.act), desk.store.writing() as tx:
        return dict(json.loads(stored_answer(tx, desk.act, WRITE.key)))


def _printed(answer: dict[str, Any]) -> list[str]:
    return [person["my_number"] for person in answer["model"]["persons"]]


def test_the_counter_composes_the_mask_and_gets_the_numbers_with_its_sheets(desk: Desk) -> None:
    wanted = with_number(desk.open())
    masked = desk.model(wanted.case_id, wanted)

    issue = desk.allot(wanted.case_id, wanted)

    assert [person.my_number for person in masked.persons] == [MASKED_NUMBER] * 2
    assert [person.my_number for person in issue.model.persons] == [
        numbers_of("R1").my_number,
        numbers_of("R2").my_number,
    ]
    assert issue.model.masked() == masked
    assert all(not person.resident_code.isascii() for person in issue.model.persons)


def test_each_time_that_numbers_leave_is_in_the_view_log(desk: Desk) -> None:
    wanted = with_number(desk.open())
    desk.write(lambda tx: check(tx, desk.act, wanted))
    assert _kinds(desk) == []

    _allot(desk, wanted)
    assert len(_kinds(desk)) == 1
    _again(desk)
    assert len(_kinds(desk)) == 2


def test_an_approver_reads_the_numbers_and_that_is_recorded_under_his_name(hall: Desk) -> None:
    asked, chief = asked_for(hall, with_number(hall.open())), approver(hall)

    record = chief.read(asked)

    assert record.model == asked.issue.model
    with hall.store.reading() as tx:
        seen = tx.execute(select(view_log.c.staff_id, view_log.c.kind, view_log.c.resident_ids)).all()
    assert (chief.staff.staff_id, "my_number", '["R1", "R2"]') in [tuple(row) for row in seen]
    assert (chief.staff.staff_id, "approval", '["R1", "R2"]') in [tuple(row) for row in seen]


def test_no_number_stays_in_the_gateways_files(hall: Desk, tmp_path: Path) -> None:
    wanted = request(hall.open(), items=frozenset({Item.MY_NUMBER, Item.RESIDENT_CODE}))
    answer = json.dumps(_allot(hall, wanted))
    assert all(digits in answer for digits in DIGITS)
    approver(hall).read(asked_for(hall, with_number(hall.open())))
    _again(hall)

    kept = b"".join(file.read_bytes() for file in tmp_path.glob("ledger.sqlite3*"))

    assert b"restriction_version" in kept
    assert not [digits for digits in DIGITS if digits.encode() in kept]


def test_the_same_allotment_sent_again_brings_the_same_page_under_a_new_receipt(desk: Desk) -> None:
    wanted = with_number(desk.open())
    first = _allot(desk, wanted)

    for again in (_allot(desk, wanted), _again(desk)):
        receipt = json.loads(jws.extract_compact(again.pop("receipt").encode()).payload)
        assert again == {name: value for name, value in first.items() if name != "receipt"}
        assert receipt["answer_sha256"] == sha256(canonical(again))
        assert (receipt["key"], receipt["path"]) == (WRITE.key, WRITE.path)
        assert receipt["body_sha256"] == sha256(WRITE.body)
    with desk.store.reading() as tx:
        assert len(tx.execute(select(issues)).all()) == 1
        assert "model" not in json.loads(tx.execute(select(answers.c.answer)).scalar_one())


def test_an_answer_without_numbers_is_kept_whole(desk: Desk) -> None:
    wanted = request(desk.open())
    first = _allot(desk, wanted)
    desk.core.set_flags("R1", frozenset({Flag.SHIEN}))

    assert _again(desk) == first


def _ended(desk: Desk, case_id: str) -> None:
    desk.write(lambda tx: record_outcome(tx, desk.act, case_id, CaseState.WITHDRAWN, "visitor_left"))


@pytest.mark.parametrize(
    ("between", "code"),
    [
        (lambda desk, _: desk.core.set_flags("R1", frozenset({Flag.SHIEN})), FailureCode.ISSUE_HELD),
        (lambda desk, _: desk.clock.forward(days=1), FailureCode.RECORD_CHANGED),
        (_ended, FailureCode.GATEWAY_REFUSED),
    ],
    ids=["a flag", "the next day", "the end of the case"],
)
def test_what_comes_in_between_keeps_the_numbers_back(
    desk: Desk, between: Callable[[Desk, str], None], code: FailureCode
) -> None:
    wanted = with_number(desk.open())
    _allot(desk, wanted)
    between(desk, wanted.case_id)

    with pytest.raises(Refusal) as refused:
        _again(desk)

    assert refused.value.code is code
    assert len(_kinds(desk)) == 1


def test_numbers_whose_answer_can_be_given_no_more_are_void_and_the_case_gets_others(desk: Desk) -> None:
    wanted = with_number(desk.open())
    first = _allot(desk, wanted)
    desk.clock.forward(days=1)
    with pytest.raises(Refusal):
        _again(desk)

    second = _allot(desk, wanted)

    assert second["issue_id"] != first["issue_id"]
    with desk.store.reading() as tx:
        ended = {sheet.state for sheet in sheets_of(tx, desk.act, first["issue_id"])}
        alive = {sheet.state for sheet in sheets_of(tx, desk.act, second["issue_id"])}
    assert (ended, alive) == ({SheetState.VOID}, {SheetState.RESERVED})


def test_a_page_that_was_released_keeps_its_numbers_whatever_is_asked_of_its_allotment(hall: Desk) -> None:
    wanted = with_number(hall.open())
    issue_id = _allot(hall, wanted)["issue_id"]
    with hall.store.writing() as tx:
        tx.execute(update(issues).where(issues.c.issue_id == issue_id).values(p0_sha256="a" * 64))
    hall.clock.forward(days=1)

    with pytest.raises(Refusal):
        _again(hall)

    with hall.store.reading() as tx:
        assert {sheet.state for sheet in sheets_of(tx, hall.act, issue_id)} == {SheetState.RESERVED}
        assert len(tx.execute(select(answers)).all()) == 1


def test_somebody_without_a_number_gets_no_page_with_one(tmp_path: Path) -> None:
    alone = (person(resident("R1", "H1", "架空　一郎", "カクウ　イチロウ")),)
    desk = desk_at(tmp_path, core=EmbeddedCore.of(TOWN, [alone]))
    case_id = desk.open()
    wanted = request(case_id, "R1", items=frozenset({Item.MY_NUMBER}))
    digest = desk.model(case_id, wanted).sha256()

    with pytest.raises(Refusal) as refused:
        desk.write(lambda tx: allot(tx, desk.act, wanted, digest))

    desk.store.close()
    assert refused.value.code is FailureCode.RECORD_CHANGED


_WEAK = IdentityClaim(
    level=IdentityLevel.P2,
    method=IdentityMethod.PAPERS,
    papers=(
        Paper(kind=PaperKind.PENSION_BOOK, masked_number="1234"),
        Paper(kind=PaperKind.CARE_INSURANCE, masked_number="1234"),
    ),
)


@pytest.mark.parametrize(
    "who", [{"requester": RequesterKind.AGENT, "agent": AGENT}, {"identity": _WEAK}], ids=["agent", "P2"]
)
def test_to_an_agent_or_on_weak_papers_no_number_is_allotted(desk: Desk, who: dict[str, Any]) -> None:
    wanted = request(desk.open(), items=frozenset({Item.MY_NUMBER}), **who)
    digest = desk.model(wanted.case_id, wanted).sha256()

    assert desk.write(lambda tx: check(tx, desk.act, wanted)).outcome is Outcome.BLOCKED
    with pytest.raises(Refusal) as refused:
        desk.write(lambda tx: allot(tx, desk.act, wanted, digest))

    assert refused.value.code is FailureCode.ISSUE_HELD
    assert _kinds(desk) == []

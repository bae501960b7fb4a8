"""A clerk lays a page before the approvers, hears where it is, and may take it back while it waits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from counter_app.domain.approvals import APPROVAL_MINUTES, ApprovalState, ReturnReason
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import (
    IdentityLevel,
    IdentityMethod,
    Paper,
    PaperKind,
    SpokenAttribute,
)
from counter_app.domain.requests import IdentityClaim
from counter_app.domain.restrictions import Flag
from counter_app.domain.sheets import SheetOutcome, SheetState, SpoilReason
from gateway.counter.approving import waiting_approvals
from gateway.counter.asking import recall_approval
from gateway.counter.cases import CaseState
from gateway.counter.closing import record_outcome, record_sheets
from gateway.refusals import Refusal
from gateway.store.approval_tables import approvals
from tests.unit.gateway.approvers import (
    CHIEF,
    OTHER_P0,
    P0,
    RENDERER,
    Approver,
    Asked,
    approver,
    ask,
    asked_for,
    by_agent,
    with_number,
)
from tests.unit.gateway.desk import NEXT_PLACE, OTHER_CLERK, Desk, request


def _recall(asked: Asked) -> int:
    return asked.desk.write(lambda tx: recall_approval(tx, asked.desk.act, asked.approval_id))


def test_a_page_laid_before_the_approvers_waits_under_the_very_version_it_was_decided_on(hall: Desk) -> None:
    asked = asked_for(hall)

    assert asked.status().state is ApprovalState.WAITING
    assert asked.ticket.renderer_id == RENDERER
    assert len(asked.ticket.nonce) == 32
    with hall.store.reading() as tx:
        row = tx.execute(select(approvals)).mappings().one()
    assert (row["p0_sha256"], row["terminal"], row["counter"]) == (P0, "01", "2番窓口")
    assert row["restriction_version"] == asked.ticket.restriction_version


def test_each_asking_has_a_nonce_of_its_own_and_the_earlier_one_lapses(hall: Desk) -> None:
    first = asked_for(hall)

    second = first.again()

    assert second.nonce != first.ticket.nonce
    assert first.status().state is ApprovalState.LAPSED
    assert Approver(desk=hall).waiting() == [second.approval_id]


def test_a_page_that_needs_no_approval_is_laid_before_nobody(hall: Desk) -> None:
    issue = hall.allot(hall.open())

    with pytest.raises(Refusal, match="no approval"):
        ask(hall, issue)


def test_a_flag_that_came_since_the_allotment_stops_the_asking(hall: Desk) -> None:
    issue = hall.allot(case_id := hall.open(), by_agent(case_id))
    hall.core.set_flags("R1", frozenset({Flag.SHIEN}))

    with pytest.raises(Refusal) as refused:
        ask(hall, issue)

    assert refused.value.code is FailureCode.ISSUE_HELD


def test_the_next_day_it_is_a_changed_record(hall: Desk) -> None:
    issue = hall.allot(case_id := hall.open(), by_agent(case_id))
    hall.clock.forward(days=1)

    with pytest.raises(Refusal) as refused:
        ask(hall, issue)

    assert refused.value.code is FailureCode.RECORD_CHANGED


def test_another_clerk_can_neither_ask_nor_look_nor_take_back(hall: Desk) -> None:
    asked = asked_for(hall)
    stranger = hall.as_staff(OTHER_CLERK)

    with pytest.raises(Refusal) as looked:
        asked.status(stranger)
    with pytest.raises(Refusal) as recalled:
        hall.write(lambda tx: recall_approval(tx, stranger, asked.approval_id))
    hall.act = stranger
    with pytest.raises(Refusal) as anew:
        asked.again()

    assert [one.value.status for one in (looked, recalled, anew)] == [403, 403, 403]


def test_at_another_terminal_than_numbered_it_nobody_asks(hall: Desk) -> None:
    issue = hall.allot(case_id := hall.open(), by_agent(case_id))
    hall.act = replace(hall.act, place=NEXT_PLACE)

    with pytest.raises(Refusal, match="another terminal"):
        ask(hall, issue)


def test_what_was_taken_back_waits_for_nobody_and_cannot_be_approved(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)

    assert _recall(asked) == 1

    assert asked.status().state is ApprovalState.RECALLED
    assert chief.waiting() == []
    with pytest.raises(Refusal, match="waits no more"):
        chief.approve(asked)


def test_once_approved_it_cannot_be_taken_back(hall: Desk) -> None:
    asked = asked_for(hall)
    approver(hall).approve(asked)

    with pytest.raises(Refusal) as refused:
        _recall(asked)

    assert refused.value.status == 409
    assert asked.status().state is ApprovalState.APPROVED


def test_what_was_returned_is_not_laid_before_another_approver(hall: Desk) -> None:
    asked = asked_for(hall)
    approver(hall).give_back(asked, ReturnReason.PAPERS, "日付")

    told = asked.status()

    assert (told.state, told.reason, told.note) == (
        ApprovalState.RETURNED,
        ReturnReason.PAPERS,
        "日付",
    )
    assert told.decided_by == CHIEF.name
    with pytest.raises(Refusal, match="returned"):
        asked.again(OTHER_P0)


@pytest.mark.parametrize("minutes", [APPROVAL_MINUTES - 1, APPROVAL_MINUTES])
def test_what_waits_for_half_an_hour_has_lapsed(hall: Desk, minutes: int) -> None:
    asked, chief = asked_for(hall), Approver(desk=hall)
    hall.clock.forward(minutes=minutes)

    over = minutes >= APPROVAL_MINUTES

    assert asked.status().state is (ApprovalState.LAPSED if over else ApprovalState.WAITING)
    assert chief.waiting() == ([] if over else [asked.approval_id])


def test_sheets_that_end_take_what_waits_with_them(hall: Desk) -> None:
    asked = asked_for(hall)
    void = tuple(
        SheetOutcome(number=one.number, state=SheetState.VOID, reason=SpoilReason.RETURNED)
        for one in asked.issue.stamps
    )

    hall.write(lambda tx: record_sheets(tx, hall.act, asked.issue.issue_id, void))

    assert asked.status().state is ApprovalState.LAPSED


def test_a_case_that_ends_takes_what_waits_with_it(hall: Desk) -> None:
    asked = asked_for(hall)

    hall.write(lambda tx: record_outcome(tx, hall.act, asked.case_id, CaseState.WITHDRAWN, "visitor_left"))

    assert asked.status().state is ApprovalState.LAPSED


def test_the_queue_names_the_weightiest_reason_and_nobody(hall: Desk) -> None:
    asked_for(hall)
    hall.clock.forward(minutes=1)
    asked_for(hall, with_number(hall.open()))
    hall.clock.forward(minutes=1)
    by_questions = IdentityClaim(
        level=IdentityLevel.P3,
        method=IdentityMethod.PAPERS,
        papers=(Paper(kind=PaperKind.QUESTIONS),),
        spoken=frozenset({SpokenAttribute.NAME, SpokenAttribute.BIRTH_DATE}),
    )
    asked_for(hall, request(hall.open(), identity=by_questions))

    with hall.store.reading() as tx:
        lines = waiting_approvals(tx, Approver(desk=hall).act)

    assert [(one.number, one.trigger, one.counter) for one in lines] == [
        ("001", "agent", "2番窓口"),
        ("002", "my_number", "2番窓口"),
        ("003", "identity", "2番窓口"),
    ]
    assert not any("架空" in str(one) for one in lines)

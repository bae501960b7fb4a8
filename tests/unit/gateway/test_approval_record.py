"""What an approver reads is the gateway's own record, decided on live data."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from counter_app.domain.approvals import ApprovalState
from counter_app.domain.failures import FailureCode
from counter_app.domain.restrictions import Flag
from counter_app.domain.sheets import Payment, PaymentMethod, SheetOutcome, SheetState
from gateway.counter.approval_record import approval_record
from gateway.counter.closing import hand_over, record_payment, record_sheets
from gateway.counter.once import recording_decisions
from gateway.counter.releasing import release
from gateway.refusals import Refusal
from gateway.store.tables import case_persons
from tests.unit.gateway.approvers import AGENT, P0, RENDERER, approver, asked_for, by_agent
from tests.unit.gateway.desk import CLERK, Desk, request


def _serve(desk: Desk) -> None:
    """Serve the same person at the counter, to the hand-over."""
    issue = desk.allot(desk.open())
    issue_id = issue.issue_id
    desk.write(lambda tx: release(tx, desk.act, issue_id, P0, RENDERER))
    steps = tuple(
        SheetOutcome(number=one.number, state=state)
        for one in issue.stamps
        for state in (SheetState.SPOOLED, SheetState.COLLATED)
    )
    paid = Payment(method=PaymentMethod.CASHLESS, amount=issue.fee, received=issue.fee)
    desk.write(lambda tx: record_sheets(tx, desk.act, issue_id, steps))
    desk.write(lambda tx: record_payment(tx, desk.act, issue_id, paid))
    desk.write(lambda tx: hand_over(tx, desk.act, issue_id))


def test_it_says_what_is_asked_by_whom_for_whom_and_over_which_page(hall: Desk) -> None:
    asked = asked_for(hall)

    record = approver(hall).read(asked)

    assert (record.clerk_name, record.counter, record.number) == (CLERK.name, "2番窓口", "001")
    assert (record.requester_name, record.persons) == ("架空　一郎", ("架空　一郎", "架空　花子"))
    assert record.request.agent == AGENT
    assert (record.model, record.stamps, record.fee) == (
        asked.issue.model,
        asked.issue.stamps,
        asked.issue.fee,
    )
    assert (record.p0_sha256, record.renderer_id) == (P0, RENDERER)
    assert (record.nonce, record.restriction_version) == (
        asked.ticket.nonce,
        asked.ticket.restriction_version,
    )


def test_it_counts_what_went_out_lately_on_the_right_of_the_same_person(hall: Desk) -> None:
    _serve(hall)
    hall.allot(hall.open())
    somebody_else = hall.open()
    hall.allot(somebody_else, request(somebody_else, requester_id="R2"))

    assert approver(hall).read(asked_for(hall)).earlier_issues == 1


def test_after_a_month_nothing_of_it_is_counted(hall: Desk) -> None:
    _serve(hall)
    hall.clock.forward(days=31)

    assert approver(hall).read(asked_for(hall)).earlier_issues == 0


def _to_shien(desk: Desk) -> None:
    desk.core.set_flags("R1", frozenset({Flag.SHIEN}))


def _to_notice(desk: Desk) -> None:
    desk.core.set_flags("R2", frozenset({Flag.HON_TSUCHI}))


@pytest.mark.parametrize(
    ("change", "code"), [(_to_shien, FailureCode.ISSUE_HELD), (_to_notice, FailureCode.RECORD_CHANGED)]
)
def test_an_issue_overtaken_by_the_record_lapses_instead_of_being_shown(
    hall: Desk, change: Callable[[Desk], None], code: FailureCode
) -> None:
    asked, chief = asked_for(hall), approver(hall)
    change(hall)

    with (
        pytest.raises(Refusal) as refused,
        recording_decisions(hall.store, chief.act),
        hall.store.writing() as tx,
    ):
        approval_record(tx, chief.act, asked.approval_id)

    assert refused.value.code is code
    assert asked.status().state is ApprovalState.LAPSED


def test_reading_it_shows_nobody_to_the_clerk(hall: Desk) -> None:
    asked = asked_for(hall, by_agent(hall.open(), items=frozenset()))
    with hall.store.reading() as tx:
        before = tx.execute(select(case_persons)).all()

    approver(hall).read(asked)

    with hall.store.reading() as tx:
        assert tx.execute(select(case_persons)).all() == before


def test_one_that_waits_no_more_is_shown_to_nobody(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    chief.approve(asked)

    with pytest.raises(Refusal, match="waits no more"):
        chief.read(asked)

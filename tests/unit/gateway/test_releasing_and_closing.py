"""From the released page to the hand-over: nothing impossible is recorded, nothing is left without an end."""

from __future__ import annotations

import pytest

from counter_app.domain.failures import FailureCode
from counter_app.domain.restrictions import Flag
from counter_app.domain.sheets import Payment, PaymentMethod, SheetOutcome, SheetState, SpoilReason
from gateway.counter.allotting import Allotment
from gateway.counter.cases import CaseState
from gateway.counter.closing import hand_over, record_outcome, record_payment, record_sheets
from gateway.counter.ledger import ledger_entry
from gateway.counter.office import Role, Staff
from gateway.counter.releasing import release
from gateway.refusals import Refusal
from tests.unit.gateway.desk import OTHER_CLERK, TOWN, Desk, request

P0 = "a" * 64


def _release(desk: Desk, issue: Allotment, digest: str = P0) -> None:
    desk.write(lambda tx: release(tx, desk.act, issue.issue_id, digest, "build-1"))


def _record(desk: Desk, issue: Allotment, state: SheetState, reason: SpoilReason | None = None) -> int:
    outcomes = tuple(SheetOutcome(number=stamp.number, state=state, reason=reason) for stamp in issue.stamps)
    return desk.write(lambda tx: record_sheets(tx, desk.act, issue.issue_id, outcomes))


def _pay(desk: Desk, issue: Allotment, amount: int = 300, received: int = 1000) -> str:
    payment = Payment(method=PaymentMethod.CASH, amount=amount, received=received)
    return desk.write(lambda tx: record_payment(tx, desk.act, issue.issue_id, payment))


def _hand_over(desk: Desk, issue: Allotment) -> int:
    return desk.write(lambda tx: hand_over(tx, desk.act, issue.issue_id))


def _printed(desk: Desk, case_id: str) -> Allotment:
    issue = desk.allot(case_id)
    _release(desk, issue)
    _record(desk, issue, SheetState.SPOOLED)
    return issue


def test_a_case_goes_from_release_to_hand_over_and_the_ledger_says_so(desk: Desk) -> None:
    case_id = desk.open()
    issue = _printed(desk, case_id)
    _record(desk, issue, SheetState.COLLATED)

    assert _pay(desk, issue) == "20261124-01-0001"
    assert _hand_over(desk, issue) == 1

    entry = desk.write(lambda tx: ledger_entry(tx, desk.act, issue.issue_id))
    assert entry.case_outcome is CaseState.HANDED_OVER
    assert [sheet.state for sheet in entry.sheets] == [SheetState.HANDED_OVER]
    assert entry.payment is not None
    assert (entry.payment.amount, entry.payment.received, entry.p0_sha256) == (300, 1000, P0)
    assert (entry.persons, entry.certificate, entry.handed_over) == (2, "J02", True)


@pytest.mark.parametrize(
    ("flag", "code"),
    [(Flag.SHIEN, FailureCode.ISSUE_HELD), (Flag.HON_TSUCHI, FailureCode.RECORD_CHANGED)],
)
def test_flags_that_changed_after_the_allotment_stop_the_release(
    desk: Desk, flag: Flag, code: FailureCode
) -> None:
    issue = desk.allot(desk.open())
    desk.core.set_flags("R2", frozenset({flag}))

    with pytest.raises(Refusal) as refused:
        _release(desk, issue)

    assert refused.value.code is code


def test_a_flag_on_somebody_who_is_not_printed_stops_nothing(desk: Desk) -> None:
    issue = desk.allot(desk.open())
    desk.core.set_flags("R3", frozenset({Flag.SHIEN}))

    _release(desk, issue)


def test_an_issue_of_yesterday_is_not_released_today(desk: Desk) -> None:
    issue = desk.allot(desk.open())
    desk.clock.forward(days=1)

    with pytest.raises(Refusal) as refused:
        _release(desk, issue)

    assert refused.value.code is FailureCode.RECORD_CHANGED


def test_the_same_page_is_released_again_but_never_another(desk: Desk) -> None:
    issue = desk.allot(desk.open())
    _release(desk, issue)
    _release(desk, issue)

    with pytest.raises(Refusal, match="another page") as refused:
        _release(desk, issue, "b" * 64)

    assert refused.value.code is FailureCode.GATEWAY_REFUSED


def test_nothing_is_spooled_before_its_release_and_nothing_released_after(desk: Desk) -> None:
    issue = desk.allot(desk.open())
    with pytest.raises(Refusal, match="no page was released"):
        _record(desk, issue, SheetState.SPOOLED)
    _release(desk, issue)
    _record(desk, issue, SheetState.SPOOLED)

    with pytest.raises(Refusal, match="spooled or ended"):
        _release(desk, issue)


def test_an_impossible_step_of_one_sheet_undoes_the_whole_record(desk: Desk) -> None:
    case_id = desk.open()
    issue = desk.allot(case_id, request(case_id, copies=2))
    _release(desk, issue)
    first, second = (stamp.number for stamp in issue.stamps)
    outcomes = (
        SheetOutcome(number=first, state=SheetState.SPOOLED),
        SheetOutcome(number=second, state=SheetState.COLLATED),
    )

    with pytest.raises(Refusal, match="cannot become"):
        desk.write(lambda tx: record_sheets(tx, desk.act, issue.issue_id, outcomes))

    entry = desk.write(lambda tx: ledger_entry(tx, desk.act, issue.issue_id))
    assert [sheet.state for sheet in entry.sheets] == [SheetState.RESERVED, SheetState.RESERVED]


def test_the_steps_of_one_sheet_may_come_in_one_record(desk: Desk) -> None:
    issue = desk.allot(desk.open())
    _release(desk, issue)
    path = tuple(
        SheetOutcome(number=issue.stamps[0].number, state=state)
        for state in (SheetState.SPOOLED, SheetState.COLLATED)
    )

    assert desk.write(lambda tx: record_sheets(tx, desk.act, issue.issue_id, path)) == 1

    entry = desk.write(lambda tx: ledger_entry(tx, desk.act, issue.issue_id))
    assert [sheet.state for sheet in entry.sheets] == [SheetState.COLLATED]


def test_a_spoiled_sheet_needs_a_reason_and_a_good_one_has_none(desk: Desk) -> None:
    issue = _printed(desk, desk.open())

    with pytest.raises(Refusal, match="reason"):
        _record(desk, issue, SheetState.SPOILED)
    with pytest.raises(Refusal, match="reason"):
        _record(desk, issue, SheetState.COLLATED, SpoilReason.JAM)

    assert _record(desk, issue, SheetState.SPOILED, SpoilReason.JAM) == 1


def test_a_sheet_of_another_issue_or_ended_twice_is_refused(desk: Desk) -> None:
    mine, other = desk.allot(desk.open()), desk.allot(desk.open())
    void = SheetOutcome(number=other.stamps[0].number, state=SheetState.VOID, reason=SpoilReason.NOT_PRINTED)

    with pytest.raises(Refusal, match="not of this issue"):
        desk.write(lambda tx: record_sheets(tx, desk.act, mine.issue_id, (void,)))
    with pytest.raises(Refusal, match="void sheet cannot become void"):
        desk.write(lambda tx: record_sheets(tx, desk.act, other.issue_id, (void, void)))


@pytest.mark.parametrize(
    "payment",
    [
        Payment(method=PaymentMethod.CASH, amount=299, received=1000),
        Payment(method=PaymentMethod.CASH, amount=301, received=1000),
        Payment(method=PaymentMethod.CASH, amount=300, received=299),
        Payment(method=PaymentMethod.CASHLESS, amount=300, received=500),
    ],
)
def test_a_sum_other_than_the_fee_is_not_taken(desk: Desk, payment: Payment) -> None:
    issue = desk.allot(desk.open())

    with pytest.raises(Refusal, match="not the fee"):
        desk.write(lambda tx: record_payment(tx, desk.act, issue.issue_id, payment))


def test_the_fee_is_taken_once(desk: Desk) -> None:
    issue = desk.allot(desk.open())
    _pay(desk, issue)

    with pytest.raises(Refusal, match="before"):
        _pay(desk, issue)


def test_the_hand_over_waits_for_collating_and_for_the_fee(desk: Desk) -> None:
    issue = _printed(desk, desk.open())
    with pytest.raises(Refusal, match="collated"):
        _hand_over(desk, issue)
    _record(desk, issue, SheetState.COLLATED)
    with pytest.raises(Refusal, match="not paid"):
        _hand_over(desk, issue)
    _pay(desk, issue)

    assert _hand_over(desk, issue) == 1
    with pytest.raises(Refusal, match="ended"):
        _hand_over(desk, issue)


def test_a_case_with_a_sheet_nobody_knows_the_end_of_is_not_handed_over(desk: Desk) -> None:
    case_id = desk.open()
    unused, good = desk.allot(case_id), _printed(desk, case_id)
    _record(desk, good, SheetState.COLLATED)
    _pay(desk, good)
    with pytest.raises(Refusal, match="earlier issue"):
        _hand_over(desk, good)
    _record(desk, unused, SheetState.VOID, SpoilReason.NOT_PRINTED)

    assert _hand_over(desk, good) == 1


def test_a_withdrawal_voids_reserved_sheets_and_ends_the_case(desk: Desk) -> None:
    case_id = desk.open()
    issue = desk.allot(case_id)

    voided = desk.write(lambda tx: record_outcome(tx, desk.act, case_id, CaseState.WITHDRAWN, "visitor_left"))

    entry = desk.write(lambda tx: ledger_entry(tx, desk.act, issue.issue_id))
    assert voided == 1
    assert [(sheet.state, sheet.reason) for sheet in entry.sheets] == [
        (SheetState.VOID, SpoilReason.VISITOR_LEFT)
    ]
    with pytest.raises(Refusal, match="ended"):
        desk.allot(case_id)


def test_a_withdrawal_waits_for_the_end_of_printed_sheets_and_never_follows_a_fee(desk: Desk) -> None:
    case_id = desk.open()
    issue = _printed(desk, case_id)

    def withdraw() -> int:
        return desk.write(
            lambda tx: record_outcome(tx, desk.act, case_id, CaseState.WITHDRAWN, "visitor_left")
        )

    with pytest.raises(Refusal, match="no end"):
        withdraw()
    _pay(desk, issue)
    _record(desk, issue, SheetState.SPOILED, SpoilReason.VISITOR_LEFT)
    with pytest.raises(Refusal, match="fee"):
        withdraw()


def test_the_ledger_is_read_by_the_clerk_himself_and_by_a_supervisor(desk: Desk) -> None:
    issue = desk.allot(desk.open())
    supervisor = Staff(town_code=TOWN, staff_id="2001", name="架空　桜", role=Role.SUPERVISOR)

    assert desk.write(lambda tx: ledger_entry(tx, desk.as_staff(supervisor), issue.issue_id))
    with pytest.raises(Refusal) as refused:
        desk.write(lambda tx: ledger_entry(tx, desk.as_staff(OTHER_CLERK), issue.issue_id))

    assert refused.value.status == 403

"""What became of the paper, the money and the case: outcomes, fee, hand-over, end."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, insert, select, update

from counter_app.domain.sheets import Payment, PaymentMethod, SheetOutcome, SheetState, SpoilReason
from gateway.clock import stamp, today
from gateway.counter.cases import CaseState, end_case, open_case_of, open_case_to_end, recorded_case
from gateway.counter.issues import (
    ENDED,
    NEED_REASON,
    Issue,
    Sheet,
    issue_ids_of_case,
    issue_to_end,
    move_sheet,
    own_issue,
    sheets_of,
)
from gateway.counter.lapsing import lapse_waiting
from gateway.counter.numbers import next_number
from gateway.counter.office import Act
from gateway.refusals import conflict, forbidden
from gateway.store.tables import issues, payments

RECEIPT_COUNTER = "receipt"


def record_sheets(tx: Connection, act: Act, issue_id: str, outcomes: tuple[SheetOutcome, ...]) -> int:
    """Record what became of sheets, all or none; an impossible step is a conflict.

    A sheet may be named more than once: its steps, in their order (spooled, then collated).
    In a clerk's place a supervisor may say only that sheets are spoiled or void: who serves, collates.
    """
    issue = issue_to_end(tx, act, issue_id)
    mine = recorded_case(tx, act, issue.case_id).staff_id == act.staff.staff_id
    if not mine and any(outcome.state not in NEED_REASON for outcome in outcomes):
        raise forbidden("of another clerk's sheets only that they are spoiled or void")
    known = {sheet.number: sheet for sheet in sheets_of(tx, act, issue_id)}
    for outcome in outcomes:
        sheet = known.get(outcome.number)
        if sheet is None:
            raise conflict("a sheet is not of this issue")
        if outcome.state is SheetState.SPOOLED and issue.p0_sha256 is None:
            raise conflict("no page was released for this issue")
        move_sheet(tx, act, sheet, outcome)
        known[outcome.number] = replace(sheet, state=outcome.state)
    if any(outcome.state in ENDED for outcome in outcomes):
        lapse_waiting(tx, act, issue_id)
    return len({outcome.number for outcome in outcomes})


def record_payment(tx: Connection, act: Act, issue_id: str, payment: Payment) -> str:
    """Record the fee of an issue, once and exact; return the receipt's number (YYYYMMDD-端末-連番)."""
    issue = own_issue(tx, act, issue_id)
    open_case_of(tx, act, issue.case_id)
    if payment_of(tx, act, issue_id) is not None:
        raise conflict("the fee was recorded before")
    if all(sheet.state in ENDED for sheet in sheets_of(tx, act, issue_id)):
        raise conflict("no sheet of the issue is left to pay for")
    exact = payment.method is not PaymentMethod.CASHLESS or payment.received == payment.amount
    if payment.amount != issue.fee or payment.received < payment.amount or not exact:
        raise conflict("the sum is not the fee")
    day, terminal = today(act.office.clock), act.place.terminal
    serial = next_number(tx, act.town, day, f"{RECEIPT_COUNTER}-{terminal}")
    number = f"{day:%Y%m%d}-{terminal}-{serial:04d}"
    tx.execute(
        insert(payments).values(
            town_code=act.town,
            issue_id=issue_id,
            method=payment.method.value,
            amount=payment.amount,
            received=payment.received,
            receipt_number=number,
            staff_id=act.staff.staff_id,
            at=stamp(act.office.clock),
        )
    )
    return number


def payment_of(tx: Connection, act: Act, issue_id: str) -> tuple[Payment, str] | None:
    """Return the payment of an issue and its receipt's number, or None."""
    query = select(payments).where(payments.c.town_code == act.town, payments.c.issue_id == issue_id)
    row = tx.execute(query).mappings().first()
    if row is None:
        return None
    method = PaymentMethod(row["method"])
    return Payment(method=method, amount=row["amount"], received=row["received"]), row["receipt_number"]


def hand_over(tx: Connection, act: Act, issue_id: str) -> int:
    """Record the hand-over: every sheet collated, the fee paid, no sheet of the case left without an end."""
    issue = own_issue(tx, act, issue_id)
    open_case_of(tx, act, issue.case_id)
    mine = sheets_of(tx, act, issue_id)
    if any(sheet.state is not SheetState.COLLATED for sheet in mine):
        raise conflict("not every sheet is collated")
    if payment_of(tx, act, issue_id) is None:
        raise conflict("the fee is not paid")
    others = [sheet for other, sheet in _sheets_of_case(tx, act, issue) if other != issue_id]
    if any(sheet.state not in ENDED for sheet in others):
        raise conflict("sheets of an earlier issue of the case have no end")
    for sheet in mine:
        move_sheet(tx, act, sheet, SheetOutcome(number=sheet.number, state=SheetState.HANDED_OVER))
    tx.execute(
        update(issues)
        .where(issues.c.town_code == act.town, issues.c.issue_id == issue_id)
        .values(handed_over_at=stamp(act.office.clock))
    )
    end_case(tx, act, issue.case_id, CaseState.HANDED_OVER)
    return len(mine)


def record_outcome(tx: Connection, act: Act, case_id: str, state: CaseState, reason: str) -> int:
    """End a case as held or withdrawn; sheets still reserved become void, printed ones must have ended.

    A supervisor may end any case of the town. Raises a conflict for a withdrawal after payment: money goes
    back only by a refund.
    """
    open_case_to_end(tx, act, case_id)
    voided = 0
    for issue_id in issue_ids_of_case(tx, act, case_id):
        if state is CaseState.WITHDRAWN and payment_of(tx, act, issue_id) is not None:
            raise conflict("a fee was taken for the case")
        for sheet in sheets_of(tx, act, issue_id):
            voided += _void(tx, act, sheet, state)
        lapse_waiting(tx, act, issue_id)
    end_case(tx, act, case_id, state, reason)
    return voided


def _void(tx: Connection, act: Act, sheet: Sheet, state: CaseState) -> int:
    if sheet.state in ENDED:
        return 0
    if sheet.state is not SheetState.RESERVED:
        raise conflict("a printed sheet of the case has no end")
    left = SpoilReason.VISITOR_LEFT if state is CaseState.WITHDRAWN else SpoilReason.NOT_PRINTED
    move_sheet(tx, act, sheet, SheetOutcome(number=sheet.number, state=SheetState.VOID, reason=left))
    return 1


def _sheets_of_case(tx: Connection, act: Act, issue: Issue) -> list[tuple[str, Sheet]]:
    return [
        (other, sheet)
        for other in issue_ids_of_case(tx, act, issue.case_id)
        for sheet in sheets_of(tx, act, other)
    ]

"""What the ledger says of one issue: paper and money, no personal data."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection

from counter_app.domain.sheets import Payment, PaymentMethod
from gateway.counter.cases import CaseState, recorded_case
from gateway.counter.closing import payment_of
from gateway.counter.issues import Sheet, find_issue, sheets_of
from gateway.counter.office import READS_ALL_ISSUES, Act
from gateway.counter.request_reading import read_request
from gateway.refusals import forbidden


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPayment:
    """The fee taken for an issue, in yen."""

    method: PaymentMethod
    amount: int
    received: int
    receipt_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """An issue as an oracle reads it; ``persons`` is how many are printed on each copy."""

    issue_id: str
    case_id: str
    case_number: str
    case_outcome: CaseState
    job: str
    certificate: str
    persons: int
    items: tuple[str, ...]
    copies: int
    fee: int
    model_sha256: str
    p0_sha256: str | None
    renderer_id: str | None
    issued_on: str
    handed_over: bool
    sheets: tuple[Sheet, ...]
    payment: LedgerPayment | None


def ledger_entry(tx: Connection, act: Act, issue_id: str) -> LedgerEntry:
    """Return the entry of an issue of one's own (a supervisor: any of the town); 404 and 403 otherwise."""
    act.must_serve()
    issue = find_issue(tx, act, issue_id)
    if issue.staff_id != act.staff.staff_id and act.staff.role not in READS_ALL_ISSUES:
        raise forbidden("the issue of another clerk")
    case = recorded_case(tx, act, issue.case_id)
    selection = read_request(issue.request).selection
    return LedgerEntry(
        issue_id=issue.issue_id,
        case_id=issue.case_id,
        case_number=case.number,
        case_outcome=case.state,
        job=issue.job,
        certificate=json.loads(issue.model)["kind"],
        persons=len(selection.resident_ids),
        items=tuple(sorted(selection.items)),
        copies=selection.copies,
        fee=issue.fee,
        model_sha256=issue.model_sha256,
        p0_sha256=issue.p0_sha256,
        renderer_id=issue.renderer_id,
        issued_on=issue.issued_on,
        handed_over=issue.handed_over,
        sheets=sheets_of(tx, act, issue_id),
        payment=_shown(payment_of(tx, act, issue_id)),
    )


def _shown(paid: tuple[Payment, str] | None) -> LedgerPayment | None:
    if paid is None:
        return None
    payment, number = paid
    return LedgerPayment(
        method=payment.method, amount=payment.amount, received=payment.received, receipt_number=number
    )

"""Approvals that lapse: their sheets have ended, they were asked for anew, or they waited too long."""

from __future__ import annotations

from sqlalchemy import Connection

from counter_app.domain.approvals import ApprovalState
from gateway.clock import TOKYO
from gateway.counter.approval_rows import LASTS, Approval, approvals_in, settle
from gateway.counter.office import Act


def lapse_waiting(tx: Connection, act: Act, issue_id: str) -> None:
    """Let what waits of an issue lapse; whoever calls has the issue locked."""
    for approval in approvals_in(tx, act, ApprovalState.WAITING, issue_id=issue_id):
        settle(tx, act, approval, ApprovalState.LAPSED)


def overdue(tx: Connection, act: Act) -> tuple[Approval, ...]:
    """Return what waits in the town for longer than an approval lasts."""
    limit = (act.office.clock.now().astimezone(TOKYO) - LASTS).isoformat(timespec="milliseconds")
    return approvals_in(tx, act, ApprovalState.WAITING, asked_until=limit)


def lapse_overdue(tx: Connection, act: Act) -> None:
    """Record as lapsed what waited too long, so that those who wait are told."""
    for approval in overdue(tx, act):
        settle(tx, act, approval, ApprovalState.LAPSED)

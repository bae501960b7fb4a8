"""Approvals as the ledger holds them: found, locked, moved and told of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, RowMapping, select, update

from counter_app.domain.approvals import APPROVAL_MINUTES, ApprovalClaims, ApprovalState, ReturnReason
from gateway.clock import stamp
from gateway.counter.event_list import tell_all
from gateway.counter.issues import Issue, find_issue
from gateway.counter.office import Act
from gateway.refusals import not_found
from gateway.store.approval_tables import approvals

LASTS = timedelta(minutes=APPROVAL_MINUTES)
"""How long an approval waits, and how long it counts once given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A row of the ledger. ``state`` is what is recorded; ``state_now`` tells what counts."""

    approval_id: str
    issue_id: str
    case_id: str
    staff_id: str
    counter: str
    p0_sha256: str
    renderer_id: str
    restriction_version: str
    nonce: str
    state: ApprovalState
    asked_at: str
    decided_at: str
    decided_by: str
    reason: ReturnReason | None
    note: str
    statement: str

    def claims(self, town_code: str, approver: str) -> ApprovalClaims:
        """Return what a statement of ``approver`` (a staff id) must say, to the byte."""
        return ApprovalClaims(
            town_code=town_code,
            approval_id=self.approval_id,
            case_id=self.case_id,
            issue_id=self.issue_id,
            p0_sha256=self.p0_sha256,
            renderer_id=self.renderer_id,
            restriction_version=self.restriction_version,
            nonce=self.nonce,
            approver=approver,
        )


def state_now(act: Act, approval: Approval) -> ApprovalState:
    """Return the state that counts: asked for or given, an approval lasts 30 minutes and no longer."""
    since = {ApprovalState.WAITING: approval.asked_at, ApprovalState.APPROVED: approval.decided_at}
    began = since.get(approval.state)
    if began is not None and datetime.fromisoformat(began) + LASTS <= act.office.clock.now():
        return ApprovalState.LAPSED
    return approval.state


def find_approval(tx: Connection, act: Act, approval_id: str) -> tuple[Approval, Issue]:
    """Return an approval of the town and its issue, both locked; 404 if it has none of that id.

    The issue first: whoever prints or ends it locks it in that order too.
    """
    mine = _one(act, approval_id)
    issue_id = tx.execute(select(approvals.c.issue_id).where(mine)).scalar_one_or_none()
    if issue_id is None:
        raise not_found("no such approval")
    issue = find_issue(tx, act, issue_id)
    return _approval(tx.execute(select(approvals).where(mine).with_for_update()).mappings().one()), issue


def approvals_in(
    tx: Connection, act: Act, state: ApprovalState, *, issue_id: str = "", asked_until: str = ""
) -> tuple[Approval, ...]:
    """Return the town's approvals recorded as ``state``, longest asked first.

    ``issue_id`` and ``asked_until`` (a time as recorded) leave out those of other issues, and younger ones.
    """
    query = select(approvals).where(approvals.c.town_code == act.town, approvals.c.state == state.value)
    if issue_id:
        query = query.where(approvals.c.issue_id == issue_id)
    if asked_until:
        query = query.where(approvals.c.asked_at <= asked_until)
    return tuple(_approval(row) for row in tx.execute(query.order_by(approvals.c.asked_at)).mappings())


def settle(
    tx: Connection,
    act: Act,
    approval: Approval,
    state: ApprovalState,
    *,
    reason: ReturnReason | None = None,
    note: str = "",
    statement: str = "",
) -> None:
    """Record how a waiting approval ended, by whoever acts, and tell of it.

    Only what still waits ends: what was decided since ``approval`` was read stays as it was decided.
    """
    values = {
        "state": state.value,
        "decided_at": stamp(act.office.clock),
        "decided_by": act.staff.staff_id if state is not ApprovalState.LAPSED else None,
        "reason": reason.value if reason else None,
        "note": note,
        "statement": statement,
    }
    still_waits = _one(act, approval.approval_id) & (approvals.c.state == ApprovalState.WAITING.value)
    if tx.execute(update(approvals).where(still_waits).values(values)).rowcount:
        tell_all(tx, act, approval.approval_id, approval.staff_id)


def _one(act: Act, approval_id: str) -> ColumnElement[bool]:
    return (approvals.c.town_code == act.town) & (approvals.c.approval_id == approval_id)


def _approval(row: RowMapping) -> Approval:
    return Approval(
        approval_id=row["approval_id"],
        issue_id=row["issue_id"],
        case_id=row["case_id"],
        staff_id=row["staff_id"],
        counter=row["counter"],
        p0_sha256=row["p0_sha256"],
        renderer_id=row["renderer_id"],
        restriction_version=row["restriction_version"],
        nonce=row["nonce"],
        state=ApprovalState(row["state"]),
        asked_at=row["asked_at"],
        decided_at=row["decided_at"] or "",
        decided_by=row["decided_by"] or "",
        reason=ReturnReason(row["reason"]) if row["reason"] else None,
        note=row["note"],
        statement=row["statement"],
    )

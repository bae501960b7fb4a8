"""承認, the clerk's side: he lays a page before the approvers, hears where it is, and may take it back."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass

from sqlalchemy import Connection, insert

from counter_app.domain.approvals import ApprovalState, ApprovalTicket, ReturnReason
from counter_app.domain.requests import Outcome
from gateway.clock import stamp
from gateway.counter.approval_rows import (
    Approval,
    approvals_in,
    find_approval,
    settle,
    state_now,
)
from gateway.counter.cases import case_of, recorded_case
from gateway.counter.colleagues import colleague
from gateway.counter.event_list import tell_approvers
from gateway.counter.issues import Issue
from gateway.counter.lapsing import lapse_waiting
from gateway.counter.office import APPROVES, Act
from gateway.counter.standing import issue_to_print, still_as_decided
from gateway.counter.statements import signing_key
from gateway.refusals import conflict, forbidden
from gateway.store.approval_tables import approvals

NONCE_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalTold:
    """Where an approval is; ``decided_by`` a name. Statement and key only while it is approved."""

    approval_id: str
    state: ApprovalState
    decided_at: str
    decided_by: str
    reason: ReturnReason | None
    note: str
    statement: str
    approver_key: dict[str, str] | None


def ask_approval(tx: Connection, act: Act, issue_id: str, p0_sha256: str, renderer_id: str) -> ApprovalTicket:
    """Lay P0 before the approvers; whatever of the issue still waits lapses.

    Raises 409 like a release, and where the rules ask for no approval. What was returned is not laid before
    another approver: the clerk corrects it, and it takes new numbers.
    """
    issue = issue_to_print(tx, act, issue_id, p0_sha256)
    if approvals_in(tx, act, ApprovalState.RETURNED, issue_id=issue_id):
        raise conflict("the issue was returned")
    standing = still_as_decided(tx, act, issue, "ask_approval")
    if standing.decision.outcome is not Outcome.APPROVAL:
        raise conflict("the rules ask for no approval")
    lapse_waiting(tx, act, issue_id)
    ticket = ApprovalTicket(
        approval_id=str(uuid.uuid4()),
        nonce=secrets.token_hex(NONCE_BYTES),
        restriction_version=issue.restriction_version,
        renderer_id=renderer_id,
        asked_at=stamp(act.office.clock),
    )
    _record(tx, act, issue, p0_sha256, ticket)
    tell_approvers(tx, act, ticket.approval_id)
    return ticket


def _record(tx: Connection, act: Act, issue: Issue, p0_sha256: str, ticket: ApprovalTicket) -> None:
    tx.execute(
        insert(approvals).values(
            town_code=act.town,
            approval_id=ticket.approval_id,
            issue_id=issue.issue_id,
            case_id=issue.case_id,
            staff_id=act.staff.staff_id,
            terminal=act.place.terminal,
            counter=act.place.counter,
            p0_sha256=p0_sha256,
            renderer_id=ticket.renderer_id,
            restriction_version=ticket.restriction_version,
            nonce=ticket.nonce,
            state=ApprovalState.WAITING.value,
            asked_at=ticket.asked_at,
            note="",
            statement="",
        )
    )


def approval_status(tx: Connection, act: Act, approval_id: str) -> ApprovalTold:
    """Return where an approval is, to the clerk of its case and to approvers; 404 and 403 otherwise."""
    approval, _issue = find_approval(tx, act, approval_id)
    mine = recorded_case(tx, act, approval.case_id).staff_id == act.staff.staff_id
    if not mine and act.staff.role not in APPROVES:
        raise forbidden("the approval of another clerk's case")
    state = state_now(act, approval)
    decider = colleague(tx, act.town, approval.decided_by) if approval.decided_by else None
    approved = state is ApprovalState.APPROVED
    return ApprovalTold(
        approval_id=approval_id,
        state=state,
        decided_at=approval.decided_at,
        decided_by=decider.name if decider else "",
        reason=approval.reason,
        note=approval.note,
        statement=approval.statement if approved else "",
        approver_key=_key(tx, act, approval) if approved else None,
    )


def _key(tx: Connection, act: Act, approval: Approval) -> dict[str, str] | None:
    return signing_key(tx, act, approval.decided_by, approval.statement)


def recall_approval(tx: Connection, act: Act, approval_id: str) -> int:
    """Take an approval of one's own case back; a conflict once it waits no more."""
    approval, _issue = find_approval(tx, act, approval_id)
    case_of(tx, act, approval.case_id)
    if state_now(act, approval) is not ApprovalState.WAITING:
        raise conflict("the approval waits no more")
    settle(tx, act, approval, ApprovalState.RECALLED)
    return 1

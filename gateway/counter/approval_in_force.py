"""Whether an approval releases a page: whose it is, over what, since when, and by which key."""

from __future__ import annotations

from sqlalchemy import Connection

from counter_app.domain.approvals import ApprovalState
from counter_app.domain.requests import Outcome
from gateway.counter.approval_rows import Approval, approvals_in, state_now
from gateway.counter.cases import recorded_case
from gateway.counter.colleagues import colleague
from gateway.counter.deciding import Decision, decided_against
from gateway.counter.issues import Issue
from gateway.counter.office import APPROVES, Act, Staff
from gateway.counter.statements import verify_statement
from gateway.refusals import Refusal, approval_missing


def made_by(tx: Connection, act: Act, approval: Approval, issue: Issue, staff: Staff) -> bool:
    """Tell whether ``staff``, under this or another account, opened, allotted or asked for it."""
    case = recorded_case(tx, act, approval.case_id)
    makers = {case.staff_id, issue.staff_id, approval.staff_id}
    known = (colleague(tx, act.town, staff_id) for staff_id in makers)
    return staff.staff_id in makers or any(one is not None and one.is_same_person(staff) for one in known)


def must_be_approved(tx: Connection, act: Act, issue: Issue, p0_sha256: str, decision: Decision) -> None:
    """Raise 409 APPROVAL_MISSING where ``decision`` asks for an approval and none over P0 is in force.

    The stored statement is verified once more: a row of the ledger alone prints nothing. What one approver
    returned is not released on the word of another.
    """
    if decision.outcome is not Outcome.APPROVAL:
        return
    given = approvals_in(tx, act, ApprovalState.APPROVED, issue_id=issue.issue_id)
    returned = approvals_in(tx, act, ApprovalState.RETURNED, issue_id=issue.issue_id)
    if returned or not any(_in_force(tx, act, one, issue, p0_sha256) for one in given):
        raise decided_against(approval_missing(), issue.case_id, "release", decision)


def _in_force(tx: Connection, act: Act, approval: Approval, issue: Issue, p0_sha256: str) -> bool:
    this_page = (approval.p0_sha256, approval.restriction_version) == (p0_sha256, issue.restriction_version)
    approver = colleague(tx, act.town, approval.decided_by)
    if not this_page or approver is None or state_now(act, approval) is not ApprovalState.APPROVED:
        return False
    if approver.role not in APPROVES or made_by(tx, act, approval, issue, approver):
        return False
    try:
        verify_statement(tx, act, approval, approver.staff_id, approval.statement)
    except Refusal:
        return False
    return True

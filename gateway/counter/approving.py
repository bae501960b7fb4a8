"""承認, the approver's side: what waits for him, his signed word, his return; nobody for his own work."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection

from counter_app.domain.approvals import ApprovalState, ReturnReason
from counter_app.domain.certificates import Item
from counter_app.domain.requests import IssueRequest
from gateway.counter.approval_in_force import made_by
from gateway.counter.approval_rows import (
    Approval,
    approvals_in,
    find_approval,
    settle,
    state_now,
)
from gateway.counter.cases import recorded_case
from gateway.counter.deciding import DecidedAgainst
from gateway.counter.issues import Issue, find_issue
from gateway.counter.lapsing import lapse_waiting
from gateway.counter.office import Act
from gateway.counter.request_reading import read_request
from gateway.counter.standing import Standing, still_as_decided
from gateway.counter.statements import verify_statement
from gateway.refusals import approver_is_maker, conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A line of the queue; it names nobody. ``number`` is the case's reception number."""

    approval_id: str
    number: str
    counter: str
    certificate: str
    trigger: str
    asked_at: str


@dataclass(eq=False)
class Overtaken(DecidedAgainst):
    """The issue is no longer what was laid before the approvers: it lapses, and the clerk is told."""

    issue_id: str

    def record(self, tx: Connection, act: Act) -> None:
        """Record the decision and let the approval lapse, in a transaction of its own."""
        super().record(tx, act)
        find_issue(tx, act, self.issue_id)
        lapse_waiting(tx, act, self.issue_id)


def waiting_approvals(tx: Connection, act: Act) -> tuple[Waiting, ...]:
    """Return what waits for somebody like this approver, longest first; nothing of his own."""
    act.must_approve()
    found = approvals_in(tx, act, ApprovalState.WAITING)
    waiting = [one for one in found if state_now(act, one) is ApprovalState.WAITING]
    issues = [(one, find_issue(tx, act, one.issue_id)) for one in waiting]
    return tuple(
        _line(tx, act, approval, issue)
        for approval, issue in issues
        if not made_by(tx, act, approval, issue, act.staff)
    )


def _line(tx: Connection, act: Act, approval: Approval, issue: Issue) -> Waiting:
    return Waiting(
        approval_id=approval.approval_id,
        number=recorded_case(tx, act, approval.case_id).number,
        counter=approval.counter,
        certificate=json.loads(issue.model)["kind"],
        trigger=_trigger(read_request(issue.request)),
        asked_at=approval.asked_at,
    )


def _trigger(request: IssueRequest) -> str:
    """Name what an approval is needed for, the weightiest first (knowledge/domain.md 4.3)."""
    if request.agent is not None:
        return "agent"
    asked = [item.value for item in (Item.MY_NUMBER, Item.RESIDENT_CODE) if item in request.selection.items]
    return asked[0] if asked else "identity"


def waiting_for(tx: Connection, act: Act, approval_id: str) -> tuple[Approval, Issue]:
    """Return a waiting approval that this approver may decide; 403 APPROVER_IS_MAKER for his own."""
    act.must_approve()
    approval, issue = find_approval(tx, act, approval_id)
    if made_by(tx, act, approval, issue, act.staff):
        raise approver_is_maker()
    if state_now(act, approval) is not ApprovalState.WAITING:
        raise conflict("the approval waits no more")
    return approval, issue


def still_before_approver(tx: Connection, act: Act, issue: Issue, step: str) -> Standing:
    """Decide the issue on live data; raises Overtaken where it is not what was asked for any more."""
    try:
        return still_as_decided(tx, act, issue, step)
    except DecidedAgainst as error:
        raise Overtaken(
            error.status, error.code, error.detail, error.case_id, step, error.decision, issue.issue_id
        ) from error


def approve(tx: Connection, act: Act, approval_id: str, statement: str) -> int:
    """Record the approver's statement, verified, over an issue decided again on live data."""
    approval, issue = waiting_for(tx, act, approval_id)
    verify_statement(tx, act, approval, act.staff.staff_id, statement)
    still_before_approver(tx, act, issue, "approve")
    settle(tx, act, approval, ApprovalState.APPROVED, statement=statement)
    return 1


def give_back(tx: Connection, act: Act, approval_id: str, reason: ReturnReason, note: str) -> int:
    """Return the case to its clerk with a reason."""
    approval, _issue = waiting_for(tx, act, approval_id)
    settle(tx, act, approval, ApprovalState.RETURNED, reason=reason, note=note)
    return 1

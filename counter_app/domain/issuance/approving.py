"""承認: the page lies before a second person, and goes on only under a statement given for exactly it.

The statement is looked at here again, whatever the gateway says (design.md 6; knowledge/domain.md Q-04).
"""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.approvals import ApprovalState, ApprovalStatus, names_this_page
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.issuing import spoiling
from counter_app.domain.issuance.steps import Step, asking, malformed
from counter_app.domain.issuance.values import Issue
from counter_app.domain.sheets import SpoilReason

_ASKED_AGAIN = frozenset(
    {FailureCode.GATEWAY_UNREACHABLE, FailureCode.GATEWAY_SLOW, FailureCode.GATEWAY_FAULT}
)
"""The line is down: the approval waits at the gateway, and whoever hears it again asks again."""


def approve(state: states.IssuanceState, event: events.Event) -> Step | None:
    """The steps of an approval; None if this is none of them."""
    match state:
        case states.AskingApproval():
            return _asked(state, event)
        case states.AwaitingApproval():
            return _awaiting(state, event)
        case states.RecallingApproval():
            return _recalling(state, event)
        case states.ApprovalReturned() if isinstance(event, clerk.Acknowledged):
            return spoiling(state, SpoilReason.RETURNED, reissue=True)
        case _:
            return None


def _asked(state: states.AskingApproval, event: events.Event) -> Step | None:
    if not isinstance(event, events.ApprovalAsked):
        return None
    issue = replace(state.issue, approval=event.ticket)
    return asking(states.AwaitingApproval(ref=state.ref, turn=state.turn, issue=issue))


def _awaiting(state: states.AwaitingApproval, event: events.Event) -> Step | None:
    match event:
        case events.ApprovalTold(status=status):
            return _told(state, status)
        case events.ApprovalMoved(approval_id=moved) if moved in ("", _approval_id(state.issue)):
            return asking(state)
        case clerk.Retried():
            return asking(state)
        case clerk.ApprovalRecalled():
            return asking(states.RecallingApproval(ref=state.ref, turn=state.turn, issue=state.issue))
        case events.EffectFailed(failure=Failure(code=code)) if code in _ASKED_AGAIN:
            return Step(state)
        case _:
            return None


def _approval_id(issue: Issue) -> str:
    return "" if issue.approval is None else issue.approval.approval_id


def _told(state: states.AwaitingApproval, status: ApprovalStatus) -> Step:
    if status.approval_id != _approval_id(state.issue):
        return malformed(state)
    match status.state:
        case ApprovalState.WAITING:
            return Step(state)
        case ApprovalState.APPROVED if _for_this_page(state, status):
            return asking(states.Releasing(ref=state.ref, turn=state.turn, issue=state.issue))
        case ApprovalState.APPROVED:
            return _differs(state)
        case ApprovalState.RETURNED | ApprovalState.RECALLED | ApprovalState.LAPSED:
            return Step(
                states.ApprovalReturned(ref=state.ref, turn=state.turn, issue=state.issue, status=status)
            )


def _for_this_page(state: states.AwaitingApproval, status: ApprovalStatus) -> bool:
    """Given for this very page, in this town, and not by the clerk himself: nobody approves his own work."""
    issue, claims = state.issue, status.claims
    if issue.approval is None or claims is None:
        return False
    if claims.town_code != issue.model.town_code or claims.approver in ("", state.ref.staff_id):
        return False
    return names_this_page(
        claims,
        issue.approval,
        case_id=state.ref.case_id,
        issue_id=issue.issue_id,
        p0_sha256=issue.p0_sha256,
    )


def _differs(state: states.AwaitingApproval) -> Step:
    """Nothing prints under it; the numbers become void (see ``leaving``)."""
    return Step(
        states.Troubled(
            ref=state.ref,
            turn=state.turn,
            waiting=state,
            failure=Failure(code=FailureCode.APPROVAL_DIFFERS),
            certainty=Certainty.NOT_DONE,
        )
    )


def _recalling(state: states.RecallingApproval, event: events.Event) -> Step | None:
    match event:
        case events.Recorded():
            return spoiling(state, SpoilReason.RETURNED, reissue=True)
        case events.EffectFailed(
            failure=Failure(code=FailureCode.GATEWAY_REFUSED), certainty=Certainty.NOT_DONE
        ):
            # decided meanwhile: how, is asked for by way of the page, which a restart may have lost
            return asking(states.Rendering(ref=state.ref, turn=state.turn, issue=state.issue))
        case _:
            return None

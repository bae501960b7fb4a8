"""What the effects of an approval do. Belongs on the NETWORK lane."""

from __future__ import annotations

from counter_app.application.approval_port import Approvals
from counter_app.application.case_memory import CaseMemory
from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import effects, events

ApprovalEffect = effects.AskApproval | effects.ReadApproval | effects.RecallApproval


def approval_answer(effect: ApprovalEffect, approvals: Approvals, memory: CaseMemory) -> events.Event:
    """Run ``effect`` and return its answer; raises PortError.

    Only the page in memory is laid before anybody: Refused(PAGE_DIFFERS_FROM_RECORD) if it is not the case's.
    """
    match effect:
        case effects.AskApproval(issue=issue):
            pages = memory.pages
            if pages is None or pages.sha256 != issue.p0_sha256:
                raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="p0")
            ticket = approvals.ask(effect.key, issue.issue_id, issue.p0_sha256, pages.renderer_id)
            if ticket.renderer_id != pages.renderer_id:
                # a statement over another renderer's page could never be one of this page
                raise Refused(FailureCode.GATEWAY_ANSWER_MALFORMED)
            return events.ApprovalAsked(turn=effect.turn, ticket=ticket)
        case effects.ReadApproval(approval_id=approval_id):
            return events.ApprovalTold(turn=effect.turn, status=approvals.status(approval_id))
        case effects.RecallApproval(key=key, approval_id=approval_id):
            approvals.recall(key, approval_id)
            return events.Recorded(turn=effect.turn)

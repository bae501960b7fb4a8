"""承認: the exact page lies before a second person (design.md 6)."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.approvals import ApprovalStatus
from counter_app.domain.issuance.states.stage import WithNumbers


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingApproval(WithNumbers):
    """Waiting: the page is laid before an approver; ``issue.p0_sha256`` is its digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitingApproval(WithNumbers):
    """Waiting: where is ``issue.approval`` now? Asked on entering, and whenever it is said to have moved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalReturned(WithNumbers):
    """It was given back, recalled, or its time is over, as ``status`` says; the clerk reads why."""

    status: ApprovalStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallingApproval(WithNumbers):
    """Waiting: the gateway takes it back from the approvers."""

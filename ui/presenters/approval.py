"""承認, at the counter: the page lies before a second person; what he answers, and how it is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from counter_app.application.clock_port import Clock
from counter_app.domain.approvals import ReturnReason
from counter_app.domain.issuance import states
from counter_app.domain.issuance.values import Issue
from counter_app.domain.requests import Outcome
from ui.presenters.comparing import clock_time
from ui.presenters.page import Around, Page, pages_of, working
from ui.view_models import Action, ApprovalBody, Primary, PrimaryButton, Step

InApproval = (
    states.AskingApproval | states.AwaitingApproval | states.RecallingApproval | states.ApprovalReturned
)
"""The step of its own; before it the pages are made, after it they are released."""
_PHASES: dict[type[InApproval], str] = {
    states.AskingApproval: "asking",
    states.AwaitingApproval: "waiting",
    states.RecallingApproval: "recalling",
}

ASK_EVERY_S = 30.0
"""How often a wait is asked for though nothing was told of it: one answer lost must not hide a decision."""


class AskedAgain:
    """When those who wait for an approval ask again. A question that failed is told by no event."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._asked = clock.monotonic()

    def is_due(self) -> bool:
        """Tell whether it is time; if so, the next time is counted from now."""
        if self._clock.monotonic() - self._asked < ASK_EVERY_S:
            return False
        self._asked = self._clock.monotonic()
        return True


def in_approval(state: InApproval, around: Around) -> Page:
    """Since when it waits, with the pages as they lie before the approver; or why they came back."""
    if isinstance(state, states.ApprovalReturned):
        return _returned(state, around)
    asked_at = _asked_at(state.issue)
    waits = isinstance(state, states.AwaitingApproval)
    body = ApprovalBody(
        phase=_PHASES[type(state)],
        since=clock_time(asked_at),
        waiting=waited(asked_at, around.now),
        pages=pages_of(around.memory),
    )
    return Page(
        step=Step.APPROVAL,
        body=body,
        primary=working(Primary.AWAIT_APPROVAL),
        extra=(Action.RECALL,) if waits else (),
    )


def in_doubt(page: Page) -> Page:
    """The page of a case in trouble: a wait for an approval that is over does not say that it goes on.

    Nor is it taken back by the key (F8) that ends the case there.
    """
    if not isinstance(page.body, ApprovalBody) or page.body.phase != "waiting":
        return page
    extra = tuple(action for action in page.extra if action is not Action.RECALL)
    return replace(page, body=replace(page.body, phase="in_doubt"), extra=extra)


def _returned(state: states.ApprovalReturned, around: Around) -> Page:
    status = state.status
    body = ApprovalBody(
        phase="returned",
        since=clock_time(_asked_at(state.issue)),
        outcome=status.state.value,
        by=status.decided_by,
        reason="" if status.reason is None else ReturnReason(status.reason).value,
        note=status.note,
        pages=pages_of(around.memory),
    )
    return Page(step=Step.APPROVAL, body=body, primary=PrimaryButton(label=Primary.MEND))


def _asked_at(issue: Issue) -> str:
    return "" if issue.approval is None else issue.approval.asked_at


def waited(asked_at: str, now: datetime | None) -> int:
    """Whole seconds since it was asked for, by the gateway's time; 0 where either is not known."""
    if not asked_at or now is None:
        return 0
    return max(0, int((now - datetime.fromisoformat(asked_at)).total_seconds()))


def needs_approval(state: states.IssuanceState) -> bool:
    """Tell whether the rules want a second person for this case; known from the check on."""
    match state:
        case states.Parked(inside=inside):
            return needs_approval(inside)
        case states.Troubled(waiting=waiting):
            return needs_approval(waiting)
        case states.Checked(verdict=verdict) | states.Allotting(verdict=verdict):
            return verdict.outcome is Outcome.APPROVAL
        case states.WithNumbers(issue=issue):
            return issue.verdict.outcome is Outcome.APPROVAL
        case _:
            return False


def decided(before: states.IssuanceState | None, after: states.IssuanceState) -> str:
    """What became of an approval just now: ``approved``, ``returned``, ``trouble``, or nothing (empty)."""
    if not isinstance(before, states.AwaitingApproval):
        return ""
    match after:
        case states.Releasing():
            return "approved"
        case states.ApprovalReturned():
            return "returned"
        case states.Troubled():
            return "trouble"
        case _:
            return ""

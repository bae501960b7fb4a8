"""The ways out: held with neutral words, withdrawn, parked; and the screen when no case is on it."""

from __future__ import annotations

from counter_app.domain.issuance import states
from counter_app.domain.issuance.clerk_events import WithdrawalReason
from counter_app.domain.requests import HELD_REQUESTER
from ui.presenters.page import Around, Draft, Page, working
from ui.view_models import ClosedBody, HeldBody, Primary, PrimaryButton, Step, WithdrawBody


def recording_outcome(state: states.RecordingOutcome, _around: Around) -> Page:
    """The outcome is recorded. The reason stays in the record; the screen has none."""
    if state.outcome == "held":
        body = HeldBody(number=state.ref.number)
        return Page(step=held_at(state.reason), body=body, primary=working(Primary.CLOSE))
    gone = ClosedBody(number=state.ref.number, outcome="withdrawn")
    return Page(step=Step.RECEPTION, body=gone, primary=working(Primary.NEW_CASE))


def withdrawing(page: Page, draft: Draft) -> Page:
    """取下げ, first: the reason. Until it is recorded, nothing has happened."""
    reasons = tuple(reason.value for reason in WithdrawalReason)
    return Page(
        step=page.step,
        body=WithdrawBody(reasons=reasons, chosen=draft.withdrawal),
        primary=PrimaryButton(label=Primary.RECORD_WITHDRAWN, enabled=bool(draft.withdrawal)),
        aside=True,
    )


def held(state: states.Held, _around: Around) -> Page:
    """Words that may be said aloud; Enter once they were."""
    body = HeldBody(number=state.ref.number)
    return Page(step=held_at(state.reason), body=body, primary=PrimaryButton(label=Primary.CLOSE))


def held_at(reason: str) -> Step:
    """A class held at 受付 ticks no later step; every other hold looks the same, whatever its reason."""
    return Step.RECEPTION if reason.startswith(HELD_REQUESTER) else Step.CHECK


def put_aside(state: states.Parked, _around: Around) -> Page:
    """A parked case has no page of its own: only its number."""
    body = ClosedBody(number=state.ref.number, outcome="parked")
    return Page(step=Step.RECEPTION, body=body, primary=PrimaryButton(label=Primary.NEW_CASE))


def closed(state: states.Closed, _around: Around) -> Page:
    """Number and outcome, and nothing else of anybody."""
    outcome = closed_word(state.outcome)
    body = ClosedBody(number=state.ref.number, outcome=outcome)
    return Page(step=Step.HAND_OVER, body=body, primary=PrimaryButton(label=Primary.NEW_CASE))


def closed_word(outcome: str) -> str:
    """The outcome as the screen words it: a voided issue is a request withdrawn late."""
    return "withdrawn" if outcome == "voided" else outcome


def outcome_after(last: states.IssuanceState) -> str:
    """How a case ended that is gone from the desk, by the last state it was seen in."""
    match last:
        case states.Closed(outcome=outcome) | states.RecordingOutcome(outcome=outcome):
            return closed_word(outcome)
        case states.RecordingHandOver():
            return "handed_over"
        case states.Held():
            return "held"
        case states.Troubled(waiting=states.RecordingOutcome() | states.RecordingSpoil()):
            return "unrecorded"
        case _:
            return "withdrawn"

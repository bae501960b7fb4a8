"""At which step of the counter a case stands, by its state alone: nothing of its content is looked at."""

from __future__ import annotations

from typing import assert_never

from counter_app.domain.issuance import states
from ui.presenters.ending import held_at
from ui.presenters.paging import Identifying, OnPaper
from ui.view_models import Step


def step_of(state: states.IssuanceState) -> Step:
    """The step that the page of ``state`` names; total, so that one bad record stops no list of cases."""
    match state:
        case states.Troubled(waiting=waiting):
            return step_of(waiting)
        case states.Held(reason=reason) | states.RecordingOutcome(outcome="held", reason=reason):
            return held_at(reason)
        case states.Parked() | states.RecordingOutcome() | states.Opening() | states.AtReception():
            return Step.RECEPTION
        case states.TakingRequest() | states.Deferred():
            return Step.RECEPTION
        case states.Closed():
            return Step.HAND_OVER
        case states.ChoosingPersons():
            return Step.PERSONS
        case states.ChoosingItems():
            return Step.ITEMS
        case states.AtRequestForm() | states.PrintingForm():
            return Step.FORM
        case states.Checking() | states.Checked():
            return Step.CHECK
        case _:
            return Step.IDENTITY if isinstance(state, Identifying) else _on_paper(state)


def _on_paper(state: OnPaper) -> Step:
    match state:
        case (
            states.AskingApproval()
            | states.AwaitingApproval()
            | states.RecallingApproval()
            | states.ApprovalReturned()
        ):
            return Step.APPROVAL
        case states.Collating() | states.RecordingCollation():
            return Step.COLLATE
        case states.Paying() | states.RecordingPayment():
            return Step.PAYMENT
        case states.HandingOver() | states.RecordingHandOver():
            return Step.HAND_OVER
        case (
            states.Allotting()
            | states.Rendering()
            | states.Releasing()
            | states.Spooling()
            | states.Printing()
            | states.PrintUncertain()
            | states.RecordingSpoil()
        ):
            return Step.ISSUE
        case _:
            assert_never(state)

"""Every state has a page: this is the one table from states to the modules that draw them."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from counter_app.domain.issuance import clerk_events, states
from ui.presenters import (
    approval,
    choices,
    deferring,
    ending,
    form_and_check,
    identity,
    paper_in_hand,
    produce,
)
from ui.presenters.comparing import comparing
from ui.presenters.page import Around, Page, may, may_spoil, trouble_of
from ui.presenters.reception import reception
from ui.view_models import Action, Primary, PrimaryButton


def page_of(state: states.IssuanceState, around: Around) -> Page:
    """The page of ``state``, or the question that lies over it. Pure."""
    page = deferring.with_taking(_page_of(state, around), state, around.line)
    return ending.withdrawing(page, around.draft) if around.draft.withdrawing else page


def _page_of(state: states.IssuanceState, around: Around) -> Page:
    match state:
        case states.Troubled():
            return _troubled(state, around)
        case states.Parked():
            return ending.put_aside(state, around)
        case states.Held():
            return ending.held(state, around)
        case states.Closed():
            return ending.closed(state, around)
        case states.RecordingOutcome():
            return ending.recording_outcome(state, around)
        case states.AtReception():
            return reception(state, around)
        case states.Opening() | states.TakingRequest() | states.Deferred():
            return _without_number(state, around)
        case _:
            return _in_work(state, around)


def _without_number(state: states.Opening | states.TakingRequest | states.Deferred, around: Around) -> Page:
    match state:
        case states.TakingRequest():
            return deferring.taking(state, around)
        case states.Deferred():
            return deferring.deferred(state, around)
        case _ if state.ref.taken is not None:
            return deferring.sending(state, around)
        case _:
            return reception(state, around)


def _troubled(state: states.Troubled, around: Around) -> Page:
    """What was on the screen while waiting, with what to do; Enter asks the same again."""
    page = form_and_check.unprinted(approval.in_doubt(_page_of(state.waiting, around)))
    waiting, extra = state.waiting, page.extra
    if may_spoil(state) and isinstance(waiting, states.WithNumbers):
        if around.draft.spoiling:
            return produce.spoiling(waiting.issue, around.draft, step=page.step)
        extra = (*extra, Action.SPOIL)
    if may(state, clerk_events.Acknowledged()):
        extra = (*extra, Action.END_UNRECORDED)
    return replace(
        page,
        extra=extra,
        primary=PrimaryButton(label=Primary.RETRY),
        trouble=trouble_of(state.failure),
    )


Identifying = (
    states.AwaitingCard
    | states.LookingAtCard
    | states.EnteringCredential
    | states.ReadingCard
    | states.EnteringPapers
    | states.Finding
    | states.ChoosingResident
    | states.ReadingHousehold
    | states.Comparing
)
Choosing = (
    states.ChoosingPersons
    | states.ChoosingItems
    | states.AtRequestForm
    | states.PrintingForm
    | states.Checking
    | states.Checked
)
OnPaper = (
    states.Allotting
    | states.Rendering
    | approval.InApproval
    | states.Releasing
    | states.Spooling
    | states.Printing
    | states.PrintUncertain
    | states.RecordingSpoil
    | states.Collating
    | states.RecordingCollation
    | states.Paying
    | states.RecordingPayment
    | states.HandingOver
    | states.RecordingHandOver
)


def _in_work(state: Identifying | Choosing | OnPaper, around: Around) -> Page:
    match state:
        case states.AwaitingCard():
            return identity.awaiting_card(state, around)
        case states.EnteringCredential():
            return identity.entering_credential(state, around)
        case states.EnteringPapers():
            return identity.entering_papers(state, around)
        case states.ChoosingResident():
            return identity.choosing_resident(state, around)
        case states.Comparing():
            return comparing(state, around)
        case states.LookingAtCard() | states.ReadingCard() | states.Finding() | states.ReadingHousehold():
            return identity.identity_waits(state, around)
        case _:
            return _chosen_or_on_paper(state, around)


def _chosen_or_on_paper(state: Choosing | OnPaper, around: Around) -> Page:
    match state:
        case states.ChoosingPersons():
            return choices.choosing_persons(state, around)
        case states.ChoosingItems():
            return choices.choosing_items(state, around)
        case states.AtRequestForm() | states.PrintingForm():
            return form_and_check.at_form(state, around)
        case states.Checking():
            return form_and_check.checking(state, around)
        case states.Checked():
            return form_and_check.checked(state, around)
        case _:
            return _on_paper(state, around)


def _on_paper(state: OnPaper, around: Around) -> Page:
    match state:
        case (
            states.AskingApproval()
            | states.AwaitingApproval()
            | states.RecallingApproval()
            | states.ApprovalReturned()
        ):
            return approval.in_approval(state, around)
        case states.Allotting() | states.Rendering() | states.Releasing() | states.Spooling():
            return produce.preparing(state, around)
        case states.Printing():
            return produce.printing(state, around)
        case states.PrintUncertain():
            return produce.uncertain(state, around)
        case states.RecordingSpoil():
            return produce.recording_spoil(state, around)
        case states.Collating():
            return paper_in_hand.collating(state, around)
        case states.RecordingCollation():
            return paper_in_hand.recording_collation(state, around)
        case states.Paying():
            return paper_in_hand.paying(state, around)
        case states.RecordingPayment():
            return paper_in_hand.recording_payment(state, around)
        case states.HandingOver() | states.RecordingHandOver():
            return paper_in_hand.handing_over(state, around)
        case _:
            assert_never(state)

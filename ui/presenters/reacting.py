"""What an intent means on the page it came from: events for the case, or a change of what is typed there.

Pure. What an intent means for the desk as a whole (other cases, cards, secrets, scans) is in ``counter``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter_app.domain.certificates import Item, Scope
from counter_app.domain.identity import SpokenAttribute
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from counter_app.domain.requests import FormKind, RequesterKind
from counter_app.domain.sheets import PaymentMethod, SpoilReason
from ui import view_models as vm
from ui.presenters.going_on import go_on
from ui.presenters.page import Draft, leaving_actions, may_spoil
from ui.presenters.paper_in_hand import HAND_OVER_TICKS
from ui.presenters.papers import NO_FAULTS, papers_typed
from ui.presenters.reception import REQUESTERS


@dataclass(frozen=True, slots=True)
class Reaction:
    """The draft as it is now, and what is told to the case, in order."""

    draft: Draft
    told: tuple[events.Event, ...] = ()


def react(intent: vm.Intent, state: states.IssuanceState, draft: Draft, today: str) -> Reaction:
    """Answer ``intent`` in ``state``; what means nothing here changes nothing. ``today`` is ISO."""
    match intent:
        case vm.PrimaryPressed():
            return Reaction(draft, go_on(state, draft))
        case vm.BackPressed() | vm.ActionPressed(action=vm.Action.BACK):
            return _back(draft)
        case vm.WithdrawalChosen(reason=reason) if draft.withdrawing:
            return Reaction(replace(draft, withdrawal=clerk.WithdrawalReason(reason).value))
        case _ if draft.withdrawing:
            return Reaction(draft)
        case vm.ActionPressed(action=action):
            return _action(action, state, draft)
        case vm.ReceptionSubmitted(ticket=ticket, destination=destination):
            typed = replace(draft, ticket=ticket.strip(), destination=destination.strip())
            return Reaction(typed, go_on(state, typed))
        case vm.PapersSubmitted():
            if not isinstance(state, states.EnteringPapers):
                return Reaction(draft)
            by_agent = state.intake.requester is RequesterKind.AGENT
            typed, evidence = papers_typed(intent, draft, today, by_agent=by_agent)
            return Reaction(typed, () if evidence is None else (clerk.PapersEntered(evidence=evidence),))
        case vm.SignatureToggled():
            return Reaction(draft, _signature(state))
        case vm.FormSubmitted(paper_number=number):
            return Reaction(draft, _form(number.strip(), state, draft))
        case _:
            ticked = _ticked(intent)
            if ticked is not None:
                return Reaction(draft, (ticked,))
            return Reaction(_drafted(intent, draft))


def _back(draft: Draft) -> Reaction:
    """Esc leaves the question that lies over the page first; only then the step."""
    if draft.withdrawing:
        return Reaction(replace(draft, withdrawing=False, withdrawal=""))
    if draft.spoiling:
        return Reaction(replace(draft, spoiling=False, spoil_reason=""))
    return Reaction(draft, (clerk.WentBack(),))


def _action(action: vm.Action, state: states.IssuanceState, draft: Draft) -> Reaction:
    match action:
        case vm.Action.SPOIL if may_spoil(state):
            return Reaction(replace(draft, spoiling=True))
        case vm.Action.PRINT_FORM if isinstance(state, states.ChoosingItems):
            # one key says that this is all, and prints it: the visitor reads the same choice there
            return Reaction(draft, (clerk.ItemsConfirmed(), clerk.FormPrintAsked()))
        case vm.Action.PRINT_FORM:
            return Reaction(draft, (clerk.FormPrintAsked(),))
        case vm.Action.PARK:
            return Reaction(draft, (clerk.PutAside(reason="counter"),))
        case vm.Action.CANCEL_PRINT:
            return Reaction(draft, (clerk.PrintCancelled(),))
        case vm.Action.END_UNRECORDED:
            return Reaction(draft, (clerk.Acknowledged(),))
        case vm.Action.RECALL:
            return Reaction(draft, (clerk.ApprovalRecalled(),))
        case vm.Action.TAKE_REQUEST:
            return Reaction(draft, (clerk.TakingChosen(),))
        case vm.Action.PRINT_SLIP:
            return Reaction(draft, (clerk.SlipPrintAsked(),))
        case vm.Action.RESUME:
            return Reaction(draft, (clerk.Resumed(),))
        case vm.Action.WITHDRAW if vm.Action.WITHDRAW in leaving_actions(state):
            return Reaction(replace(draft, withdrawing=True))
        case _:
            return Reaction(draft)


def _form(number: str, state: states.IssuanceState, draft: Draft) -> tuple[events.Event, ...]:
    if isinstance(state, states.Troubled) or (isinstance(state, states.AtRequestForm) and not number):
        return go_on(state, draft)
    if not isinstance(state, states.AtRequestForm):
        # an Enter meant for the form never answers what came of it
        return ()
    form = state.order.form
    if form is not None and form.kind is FormKind.PAPER and form.number == number:
        return go_on(state, draft)
    return (clerk.PaperFormRecorded(number=number),)


def _signature(state: states.IssuanceState) -> tuple[events.Event, ...]:
    """The signature was seen: nothing is left to decide on that page, so the rules are asked at once.

    It is confirmed by a key of its own before any check, and taken back without one.
    """
    form = state.order.form if isinstance(state, states.AtRequestForm) else None
    if form is None or form.signature_seen:
        return (clerk.SignatureToggled(),)
    return (clerk.SignatureToggled(), clerk.CheckAsked())


def _ticked(intent: vm.Intent) -> events.Event | None:
    """Ticks that belong to the case and are recorded at once."""
    match intent:
        case vm.SpokenToggled(code=code):
            return clerk.SpokenToggled(attribute=SpokenAttribute(code))
        case vm.ScopeChosen(scope=scope):
            return clerk.ScopeChosen(scope=Scope(scope))
        case vm.PersonToggled(resident_id=resident_id):
            return clerk.PersonToggled(resident_id=resident_id)
        case vm.ItemToggled(code=code):
            return clerk.ItemToggled(item=Item(code))
        case vm.CopiesChanged(copies=copies):
            return clerk.CopiesSet(copies=copies)
        case _:
            return None


def _drafted(intent: vm.Intent, draft: Draft) -> Draft:
    """Ticks that belong to the page until Enter."""
    match intent:
        case vm.PurposeChosen(code=code):
            return replace(draft, purpose=code)
        case vm.RequesterChosen(code=code):
            return replace(draft, requester=REQUESTERS[code])
        case vm.PaperToggled(kind=kind):
            # whatever was said of the papers is said of others now
            return replace(draft, papers=draft.papers ^ {kind}, faults=NO_FAULTS, failure=None)
        case vm.OriginalToggled():
            return replace(draft, original_seen=not draft.original_seen, faults=NO_FAULTS, failure=None)
        case vm.ResidentChosen(resident_id=resident_id):
            return replace(draft, resident_id=resident_id)
        case vm.PaymentMethodChosen(method=method):
            return replace(draft, method=PaymentMethod(method).value)
        case vm.ReceivedChanged(received=received):
            return replace(draft, received=received)
        case vm.HandOverTicked(code=code) if code in HAND_OVER_TICKS:
            return replace(draft, ticks=draft.ticks ^ {code})
        case vm.SheetAnswered(number=number, came_out=came_out):
            return replace(draft, answers={**draft.answers, number: came_out})
        case vm.SpoilReasonChosen(reason=reason):
            return replace(draft, spoil_reason=SpoilReason(reason).value)
        case _:
            return draft

"""Enter: the one step forward of each page. The domain still decides whether it may be taken."""

from __future__ import annotations

from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from counter_app.domain.sheets import SpoilReason
from ui.presenters.identity import needs_confirming
from ui.presenters.page import Draft, may_reissue
from ui.presenters.paper_in_hand import HAND_OVER_TICKS, payment_of
from ui.presenters.produce import answers_of


def go_on(state: states.IssuanceState, draft: Draft) -> tuple[events.Event, ...]:
    """What Enter tells the case; nothing where the page is not complete."""
    if draft.withdrawing:
        reason = draft.withdrawal
        return (clerk.Withdrew(reason=clerk.WithdrawalReason(reason)),) if reason else ()
    if draft.spoiling:
        return _spoiled(state, draft)
    match state:
        case states.Troubled() | states.Deferred():
            return (clerk.Retried(),)
        case states.Held():
            return (clerk.Acknowledged(),)
        case states.AtReception() if draft.purpose:
            chosen = clerk.PurposeChosen(
                purpose=draft.purpose,
                destination=draft.destination,
                requester=draft.requester,
                ticket=draft.ticket,
            )
            return (chosen,)
        case states.EnteringCredential() if needs_confirming(state):
            return (clerk.LastTryConfirmed(),)
        case states.ChoosingResident() if draft.resident_id:
            return (clerk.ResidentChosen(resident_id=draft.resident_id),)
        case states.Comparing():
            return (clerk.IdentityConfirmed(),)
        case states.ChoosingPersons():
            return (clerk.PersonsConfirmed(),)
        case states.ChoosingItems():
            return (clerk.ItemsConfirmed(),)
        case states.ApprovalReturned():
            return (clerk.Acknowledged(),)
        case states.AtRequestForm():
            return (clerk.CheckAsked(),)
        case _:
            return _with_paper(state, draft)


def _with_paper(state: states.IssuanceState, draft: Draft) -> tuple[events.Event, ...]:
    match state:
        case states.PrintUncertain():
            answers = answers_of(state, draft)
            if any(number not in answers for number in state.issue.numbers):
                return ()
            came_out = frozenset(number for number in state.issue.numbers if answers[number])
            return (clerk.SheetsSeen(came_out=came_out),)
        case states.Paying():
            payment = payment_of(state.issue.fee, draft)
            return () if payment is None else (clerk.PaymentTaken(payment=payment),)
        case states.HandingOver() if draft.ticks >= set(HAND_OVER_TICKS):
            return (clerk.HandedOver(),)
        case _:
            return ()


def _spoiled(state: states.IssuanceState, draft: Draft) -> tuple[events.Event, ...]:
    """New sheets are printed, unless there is nobody left to print them for, or the fee was taken."""
    if not draft.spoil_reason:
        return ()
    reason = SpoilReason(draft.spoil_reason)
    reissue = reason is not SpoilReason.VISITOR_LEFT and may_reissue(state)
    return (clerk.SheetsSpoiled(reason=reason, reissue=reissue),)

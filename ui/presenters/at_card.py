"""What the keys, the card and the reader mean while a visitor is identified by card."""

from __future__ import annotations

import re
import unicodedata

from counter_app.domain.identity import CredentialKind
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from ui.presenters.devices import Devices
from ui.presenters.identity import needs_confirming, tries_left
from ui.view_models import Action, ActionPressed, CredentialSubmitted, Intent, PrimaryPressed

_FORMATS = {
    CredentialKind.CODE_B: re.compile(r"[0-9]{14}"),
    CredentialKind.TEXT_PIN: re.compile(r"[0-9]{4}"),
    CredentialKind.AUTH_PIN: re.compile(r"[0-9]{4}"),
}


def asks_for_card(intent: Intent, state: states.IssuanceState, devices: Devices) -> tuple[events.Event, ...]:
    """Events of the card's keys; empty where the intent is about something else."""
    match intent, state:
        case PrimaryPressed(), states.AwaitingCard() if devices.card_at and not _left(devices, state):
            return (events.CardInserted(reader=devices.card_at),)
        case ActionPressed(action=Action.WITHOUT_CARD), states.AwaitingCard():
            return (clerk.PapersChosen(),)
        case ActionPressed(action=Action.WITHOUT_CARD), states.EnteringCredential():
            return (clerk.WentBack(), clerk.PapersChosen())
        case ActionPressed(action=Action.WITH_CARD), states.EnteringPapers():
            return (clerk.WentBack(),)
        case ActionPressed(action=Action.VISITOR_PIN), states.EnteringCredential():
            return (clerk.CredentialKindChosen(credential=CredentialKind.TEXT_PIN),)
        case ActionPressed(action=Action.CODE_B), states.EnteringCredential():
            return (clerk.CredentialKindChosen(credential=CredentialKind.CODE_B),)
        case _:
            return ()


def _left(devices: Devices, state: states.IssuanceState) -> bool:
    return devices.left_behind(state.ref.visit_id)


def awaited(state: states.IssuanceState, kind: str) -> bool:
    """Whether a credential of ``kind`` may be sent now: asked for, tries left, the last one confirmed."""
    if not isinstance(state, states.EnteringCredential) or state.credential.value != kind:
        return False
    return tries_left(state) != 0 and not needs_confirming(state)


def digits_of(intent: CredentialSubmitted) -> str | None:
    """The digits in half width; None where the form is wrong, so that no try is spent on it."""
    folded = unicodedata.normalize("NFKC", intent.text)
    return folded if _FORMATS[CredentialKind(intent.kind)].fullmatch(folded) else None


def at_insertion(state: states.IssuanceState, reader: str) -> events.Event | None:
    """What a card put on ``reader`` tells the case on the screen."""
    match state:
        case states.AwaitingCard():
            return events.CardInserted(reader=reader)
        case states.Troubled(waiting=states.LookingAtCard() | states.ReadingCard()):
            return clerk.Retried()
        case _:
            return None


def uses(state: states.IssuanceState, reader: str) -> bool:
    """Whether the case is at the card on ``reader``."""
    match state:
        case states.LookingAtCard() | states.EnteringCredential() | states.ReadingCard():
            return state.reader == reader
        case _:
            return False

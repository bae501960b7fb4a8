"""A card reader in memory, with a card that counts its tries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from counter_app.application.card_port import (
    CardPart,
    CardRead,
    CardSeen,
    Credential,
    ReaderEvent,
    ReaderNotice,
)
from counter_app.application.port_errors import PortError, Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CardAttributes, CredentialKind, FaceSignature

READER = "架空リーダー 00"
PHOTO = b"\x89PNG fictitious"
_WRONG = {CredentialKind.CODE_B: FailureCode.CARD_CODE_WRONG}


@dataclass(slots=True)
class FakeCard:
    """A My Number Card: what it says, what opens it, and tries left of each."""

    attributes: CardAttributes
    secrets: dict[CredentialKind, str]
    tries: dict[CredentialKind, int] = field(
        default_factory=lambda: {CredentialKind.CODE_B: 10, CredentialKind.TEXT_PIN: 3}
    )


class FakeReaders:
    """Implements ``CardReaders`` with one reader. ``fault`` is raised by the next call."""

    def __init__(self) -> None:
        self.card: FakeCard | None = None
        self.fault: PortError | None = None
        self.spent = 0
        self._notify: list[Callable[[ReaderNotice], None]] = []

    def put(self, card: FakeCard) -> None:
        """Put a card on the reader."""
        self.card = card
        self._say(ReaderEvent.CARD_INSERTED)

    def take(self) -> None:
        """Take the card away."""
        self.card = None
        self._say(ReaderEvent.CARD_REMOVED)

    def unplug(self) -> None:
        """Pull the reader's cable."""
        self.card = None
        self._say(ReaderEvent.READER_REMOVED)

    def _say(self, event: ReaderEvent) -> None:
        for notify in self._notify:
            notify(ReaderNotice(event, READER))

    def names(self) -> tuple[str, ...]:
        return (READER,)

    def look(self, reader: str) -> CardSeen:
        card = self._present()
        return CardSeen(kind="my_number", token_label="架空", tries=dict(card.tries))

    def read(
        self,
        reader: str,
        parts: frozenset[CardPart],
        credential: Credential | None,
        *,
        last_try_confirmed: bool = False,
    ) -> CardRead:
        card = self._present()
        if credential is None:
            raise Refused(FailureCode.CARD_CREDENTIAL_FORMAT)
        kind, typed = credential.kind, bytes(credential.reveal()).decode()
        credential.wipe()
        if card.tries[kind] == 0:
            raise Refused(FailureCode.CARD_LOCKED)
        if card.tries[kind] == 1 and not last_try_confirmed:
            raise Refused(FailureCode.CARD_LAST_TRY)
        self.spent += 1
        if typed != card.secrets[kind]:
            card.tries[kind] -= 1
            raise Refused(_WRONG.get(kind, FailureCode.CARD_PIN_WRONG), tries_left=str(card.tries[kind]))
        face = CardPart.FACE in parts
        return CardRead(
            seen=CardSeen(kind="my_number", token_label="架空", tries=dict(card.tries)),
            attributes=card.attributes,
            photo_png=PHOTO if face else b"",
            signature=FaceSignature.VERIFIED if face else FaceSignature.NOT_READ,
            chip_genuine=None,
            certificate_der=b"",
            not_after="",
            tries=dict(card.tries),
            apdu_count=20,
            elapsed_ms=400.0,
        )

    def watch(self, notify: Callable[[ReaderNotice], None]) -> Callable[[], None]:
        self._notify.append(notify)
        notify(ReaderNotice(ReaderEvent.READER_ADDED, READER))
        return lambda: self._notify.remove(notify)

    def _present(self) -> FakeCard:
        if self.fault is not None:
            fault, self.fault = self.fault, None
            raise fault
        if self.card is None:
            raise Unavailable(FailureCode.CARD_ABSENT)
        return self.card

"""The port to My Number Cards. Adapters: ``devices`` (PC/SC, in-process simulator)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from counter_app.domain.identity import CardAttributes, CredentialKind, FaceSignature


class ReaderEvent(StrEnum):
    """What the watcher tells. ``SERVICE_*`` carry no reader name."""

    SERVICE_DOWN = "service_down"
    SERVICE_UP = "service_up"
    READER_ADDED = "reader_added"
    READER_REMOVED = "reader_removed"
    CARD_INSERTED = "card_inserted"
    CARD_REMOVED = "card_removed"


@dataclass(frozen=True, slots=True)
class ReaderNotice:
    """One event and the reader it happened at (empty for the service)."""

    event: ReaderEvent
    reader: str = ""


class Credential:
    """A secret typed for one use: held in a buffer that ``wipe`` overwrites. Never logged or compared."""

    __slots__ = ("_buffer", "kind")

    def __init__(self, kind: CredentialKind, text: str) -> None:
        self.kind = kind
        self._buffer = bytearray(text.encode("utf-8"))

    def reveal(self) -> bytearray:
        """The buffer itself, so that wiping reaches the only copy; empty once wiped."""
        return self._buffer

    def wipe(self) -> None:
        """Overwrite and empty the buffer; may be called twice."""
        for index in range(len(self._buffer)):
            self._buffer[index] = 0
        self._buffer.clear()

    def __repr__(self) -> str:
        return f"Credential({self.kind.value}, <redacted>)"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSeen:
    """A card was recognised without spending a credential.

    ``tries``: tries left of each credential after ``look`` and where COUNTERS were read; else only of the
    one in hand.
    """

    kind: str
    token_label: str
    tries: dict[CredentialKind, int]


class CardPart(StrEnum):
    """What may be read; the 個人番号 is not among it and cannot be reached through this port.

    COUNTERS: the free counter of every credential. Without it only those are read that the credential in
    hand concerns: each costs a command, and a card lies on the reader as long as commands take.
    """

    ATTRIBUTES = "attributes"
    FACE = "face"
    CERTIFICATE = "certificate"
    COUNTERS = "counters"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRead:
    """What one session read. ``photo_png`` is empty unless the face was read; it lives in memory only.

    ``certificate_der`` is the 利用者証明用証明書; ``not_after`` its end, ISO 8601.
    ``tries`` are those left after the session, of the credentials counted (``CardPart.COUNTERS``).
    """

    seen: CardSeen
    attributes: CardAttributes | None
    photo_png: bytes
    signature: FaceSignature
    chip_genuine: bool | None
    certificate_der: bytes
    not_after: str
    tries: dict[CredentialKind, int]
    apdu_count: int
    elapsed_ms: float


class CardReaders(Protocol):
    """Card readers of this PC. Every call blocks and belongs on the CARD lane of its reader.

    Raises ``Unavailable`` (READER_*, CARD_ABSENT, CARD_PULLED, CARD_MUTE), ``Refused`` (CARD_*; wrong
    credentials carry the fact ``tries_left``) or ``Uncertain`` (CARD_OUTCOME_UNKNOWN: an answer to a
    credential was lost and the counter could not be read afterwards).
    """

    def names(self) -> tuple[str, ...]:
        """The readers present, in a stable order."""
        ...

    def look(self, reader: str) -> CardSeen:
        """Recognise the card by AID and read the free counters. Spends nothing; always unpowers."""
        ...

    def read(
        self,
        reader: str,
        parts: frozenset[CardPart],
        credential: Credential | None,
        *,
        last_try_confirmed: bool = False,
    ) -> CardRead:
        """Read ``parts`` in one exclusive session, then unpower and wipe ``credential`` whatever happens.

        Every counter that ``credential`` concerns is read before it is sent: 0 left raises CARD_LOCKED, 1
        left raises CARD_LAST_TRY unless ``last_try_confirmed``. It is sent once and never repeated. No
        ``parts`` and no credential: the card is recognised, nothing more.
        """
        ...

    def watch(self, notify: Callable[[ReaderNotice], None]) -> Callable[[], None]:
        """Call ``notify`` from the watcher's own thread on every change; returns what stops it."""
        ...

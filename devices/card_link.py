"""What the reading code needs of a reader. Adapters: ``devices.pcsc``, ``devices.simulated``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from counter_app.application.card_port import ReaderNotice


class CardLink(Protocol):
    """One powered card held for this program alone. After any error it is dead: nothing is resumed."""

    def transmit(self, command: bytearray) -> bytes:
        """Send one command and return data and status word (two bytes at least).

        Blocks; cannot be interrupted. Wipes ``command``. Raises ``Unavailable``.
        """
        ...

    def atr(self) -> bytes:
        """Return what the card answered to its power-up; for a contactless one what the reader made up.

        Raises ``Unavailable``. For ``long_reads``; it never tells what card this is (card.md 1.9).
        """
        ...

    def in_blocks(self) -> bool:
        """Whether card and reader talk in blocks (T=1; contactless too): T=0 knows no long answers."""
        ...

    def repower(self) -> None:
        """Take the power and give it back: nothing stays selected or opened.

        Raises ``Unavailable``, READER_IN_USE where another program shares the card.
        """
        ...

    def close(self) -> None:
        """Take the power from the card and let it go; never raises, may be called twice."""
        ...


class CardLinks(Protocol):
    """The readers of this PC."""

    def names(self) -> tuple[str, ...]:
        """The readers present, in a stable order; raises ``Unavailable`` (READER_SERVICE_DOWN)."""
        ...

    def connect(self, reader: str) -> CardLink:
        """Power the card in ``reader`` and hold it; raises ``Unavailable``."""
        ...

    def await_card(self, reader: str, seconds: float) -> bool:
        """Wait until a card lies in ``reader``, ``seconds`` at most; whether one does."""
        ...

    def watch(self, notify: Callable[[ReaderNotice], None]) -> Callable[[], None]:
        """Call ``notify`` from a thread of its own on every change; returns what stops it."""
        ...

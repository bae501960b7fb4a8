"""What a play needs of its stage (``player.stage``), as ports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from player.feed import Feed
from player.paper import PrintedFile


class Keyboard(Protocol):
    """The keys and the picture of the display."""

    def press(self, keys: Sequence[str]) -> None:
        """Press keys one after another."""
        ...

    def type(self, text: str) -> None:
        """Type a text."""
        ...

    def photograph(self, path: Path) -> str:
        """Write a picture of the display."""
        ...


class CardSlot(Protocol):
    """The reader's slot."""

    def remove(self) -> None:
        """Take the card out."""
        ...

    def command(self, text: str) -> str:
        """Tell the card to misbehave."""
        ...


class PrinterDial(Protocol):
    """What can be done to the printer."""

    def set_mode(self, mode: str) -> None:
        """Jam it, empty it, or make it well."""
        ...


class Parts(Protocol):
    """What a play needs of its stage."""

    personas: Mapping[str, Mapping[str, str]]
    feed: Feed

    @property
    def window(self) -> Keyboard:
        """The display."""
        ...

    @property
    def cards(self) -> CardSlot:
        """The reader."""
        ...

    @property
    def printer(self) -> PrinterDial:
        """The printer."""
        ...

    def start_program(self, profile: str) -> None:
        """Start the counter and wait for its window."""
        ...

    def program_runs(self) -> bool:
        """Tell whether it still runs."""
        ...

    def tap(self, persona: str) -> None:
        """Put a card on the reader."""
        ...

    def sign_in_address(self, seconds: float, since: int) -> str:
        """The address the program sends its user to, waited for; ``since`` counts lines of the feed."""
        ...

    def password_of(self, username: str) -> str:
        """The exercise password of a member of staff."""
        ...

    def last_certificate(self, seconds: float, scanned: frozenset[Path]) -> PrintedFile:
        """The last certificate that came out and was not ``scanned``; raises PaperUnreadable."""
        ...

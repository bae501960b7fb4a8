"""What a play needs of its stage (``player.stage``), as ports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from player.feed import Feed
from player.paper import PrintedFile
from player.parts.line_call import Harm
from player.steps import PartName


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


class Seat(Protocol):
    """One PC: its keys, its picture, and what its program says."""

    @property
    def feed(self) -> Feed:
        """What its program says."""
        ...

    @property
    def window(self) -> Keyboard:
        """The display."""
        ...

    def program_runs(self) -> bool:
        """Tell whether its program still runs."""
        ...

    def sign_in_address(self, seconds: float, since: int) -> str:
        """The address the program sends its user to, waited for; ``since`` counts lines of the feed."""
        ...


class LineFaults(Protocol):
    """What can be done to the line between the counter and the gateway."""

    def cut(self) -> None:
        """Cut it."""
        ...

    def mend(self, after: float) -> None:
        """Mend it, ``after`` seconds from its cut at the earliest."""
        ...

    def swallow_answer(self) -> None:
        """Lose the answer to the next request."""
        ...

    def change_byte(self, harm: Harm, after: int) -> None:
        """Change a byte of a request or of its answer, once ``after`` others have passed."""
        ...

    def wait_swallowed(self, seconds: float) -> None:
        """Wait until an answer was lost, or a byte changed."""
        ...

    def keep_ledger(self) -> None:
        """Remember the gateway's ledger, for a planted fault."""
        ...

    def put_back_ledger(self) -> None:
        """Give a gateway that does not run the ledger remembered."""
        ...


class Office(Protocol):
    """What surrounds the counter in an office on a bad day: other PCs, and processes that die."""

    @property
    def line(self) -> LineFaults:
        """The counter's line."""
        ...

    def at(self, pc: str) -> Seat:
        """One of the PCs by its name; empty is the counter."""
        ...

    def start(self, what: PartName, pc: str) -> None:
        """Start the program of a PC beside, or again what was killed."""
        ...

    def kill(self, what: PartName, pc: str) -> None:
        """Kill a process without warning."""
        ...

    def try_approval(self, user: str, ask: str) -> str:
        """Try something with the last approval past every window; returns the code of the refusal."""
        ...

    def change_byte(self, column: str) -> None:
        """Change a character of the last approval in the gateway's ledger."""
        ...


class Parts(Seat, Protocol):
    """What a play needs of its stage: the counter's own seat, its devices and its people."""

    personas: Mapping[str, Mapping[str, str]]

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

    def tap(self, persona: str) -> None:
        """Put a card on the reader."""
        ...

    def password_of(self, username: str) -> str:
        """The exercise password of a member of staff."""
        ...

    def last_certificate(self, seconds: float, scanned: frozenset[Path]) -> PrintedFile:
        """The last certificate that came out and was not ``scanned``; raises PaperUnreadable."""
        ...

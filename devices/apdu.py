"""Commands to a card and its answers, ISO/IEC 7816-4: short form, and long answers to commands without data.

A command's data may be a credential: it never appears in a repr, and ``encode`` hands out one buffer that
the sender wipes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

SHORTEST = 4
"""Fewer bytes collide with the control bytes of some reader drivers and hang the service (card.md 2.5)."""
LONGEST = 261
"""Header, Lc, 255 bytes of data and Le: the most that every reader takes."""
LARGEST_ANSWER = 256
"""Bytes of a short answer: what every reader carries."""
WHATEVER_THERE_IS = 65536
"""The long form's "all of it" (Le 000000): for a reader that may be asked so, see ``long_reads``."""


class CommandRefusedError(Exception):
    """A command that must not be sent: too short, too long, or out of range. A fault of this program."""


class Word(IntEnum):
    """Status words that this card is known to answer (card.md 1.6)."""

    OK = 0x9000
    END_OF_FILE = 0x6282
    WRONG_NO_COUNTER = 0x6300
    LENGTH_WRONG = 0x6700
    CHANNEL_UNSUPPORTED = 0x6881
    FILE_TYPE_WRONG = 0x6981
    CREDENTIAL_MISSING = 0x6982
    BLOCKED_ISO = 0x6983
    BLOCKED = 0x6984
    CONDITIONS_UNMET = 0x6985
    NO_CURRENT_FILE = 0x6986
    DATA_WRONG = 0x6A80
    FUNCTION_UNSUPPORTED = 0x6A81
    NOT_FOUND = 0x6A82
    RECORD_NOT_FOUND = 0x6A83
    PARAMETERS_WRONG = 0x6A86
    REFERENCE_NOT_FOUND = 0x6A88
    OFFSET_WRONG = 0x6B00
    INSTRUCTION_UNKNOWN = 0x6D00
    CLASS_UNKNOWN = 0x6E00
    UNWELL = 0x6F00


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``le`` is the number of bytes expected, or None where none are.

    1 to 256 is the short form; more, up to 65536, the extended one, which is for commands without data here.
    """

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes | bytearray = field(default=b"", repr=False)
    le: int | None = None

    def encode(self) -> bytearray:
        """Return the bytes to send, 4 to 261. Raises ``CommandRefusedError``; the caller wipes secrets."""
        if any(not 0 <= part <= 0xFF for part in (self.cla, self.ins, self.p1, self.p2)):
            raise CommandRefusedError("a header byte is out of range")
        if len(self.data) > 255:
            raise CommandRefusedError("more than 255 bytes of data")
        most = LARGEST_ANSWER if self.data else WHATEVER_THERE_IS
        if self.le is not None and not 1 <= self.le <= most:
            raise CommandRefusedError("the expected length is out of range")
        encoded = bytearray((self.cla, self.ins, self.p1, self.p2))
        if self.data:
            encoded.append(len(self.data))
            encoded += self.data
        if self.le is not None and self.le > LARGEST_ANSWER:
            encoded += bytes((0x00, self.le >> 8 & 0xFF, self.le & 0xFF))
        elif self.le is not None:
            encoded.append(self.le & 0xFF)
        return encoded


def refuse_unsendable(encoded: bytes | bytearray) -> None:
    """Raise ``CommandRefusedError`` unless ``encoded`` is 4 to 261 bytes: the last gate before a reader."""
    if not SHORTEST <= len(encoded) <= LONGEST:
        raise CommandRefusedError(f"a command of {len(encoded)} bytes")


@dataclass(frozen=True, slots=True)
class Response:
    """A card's answer: its data and status word."""

    data: bytes = field(repr=False)
    word: int

    @property
    def ok(self) -> bool:
        """Whether the card did what it was asked."""
        return self.word == Word.OK

    @property
    def tries_left(self) -> int | None:
        """The tries left that this answer tells; a blocked credential has 0; None where it tells none."""
        if self.word & 0xFFF0 == 0x63C0:
            return self.word & 0x0F
        return 0 if self.word in (Word.BLOCKED, Word.BLOCKED_ISO) else None

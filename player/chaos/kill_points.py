"""The shared page through which a run says where a process is to end, and reads how far it came."""

from __future__ import annotations

import errno
import mmap
import struct
import subprocess
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import Path

_SOURCE = Path(__file__).with_name("kill_points.c")
_FORMAT = "15I"
_HELD_AT = 7
_COUNTS_AT = 8
_BUILD_SECONDS = 60.0


class Kind(IntEnum):
    """What is counted, in the order of ``kill_points.c``."""

    JOURNAL = 0
    REQUEST = 1
    ANSWER = 2
    PRINT = 3
    PRINTED = 4
    CARD = 5
    TOLD = 6


class How(StrEnum):
    """What happens at the point: the process is killed; the power goes, with what was not yet durable.

    Or the disk is full, or broken, for one write of the store: then nobody is killed.
    """

    KILL = "kill"
    POWER = "power"
    FULL = "full"
    BROKEN = "broken"

    @property
    def kills(self) -> bool:
        """Whether the process ends at the point."""
        return self in (How.KILL, How.POWER)


_ERRNO = {How.FULL: errno.ENOSPC, How.BROKEN: errno.EIO}


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """The ``number``-th (from 1) event of a kind within one visit; ``side`` 0 is before it, 1 after it."""

    kind: Kind
    number: int
    side: int

    def __str__(self) -> str:
        return f"{self.kind.name.lower()}:{self.number}:{'after' if self.side else 'before'}"


class KillPoints:
    """Builds the library below ``directory`` (with gcc) and holds the page."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir()
        self._library = directory / "kill_points.so"
        self._file = directory / "page"
        subprocess.run(
            ["gcc", "-shared", "-fPIC", "-O2", "-o", self._library, _SOURCE, "-ldl", "-lpthread"],
            check=True,
            timeout=_BUILD_SECONDS,
        )
        self._file.write_bytes(bytes(struct.calcsize(_FORMAT)))
        with self._file.open("r+b") as opened:
            self._page = mmap.mmap(opened.fileno(), 0)

    def environment(self, *, store: str, gateway: int, printer: int = 0, cards: str = "") -> dict[str, str]:
        """What a process needs in its environment to be under test. Ports of 0 are not counted.

        ``cards``: what the name of the card service's socket ends with; empty: nothing counts.
        """
        return {
            "LD_PRELOAD": str(self._library),
            "CHAOS_PAGE": str(self._file),
            "CHAOS_STORE": store,
            "CHAOS_GATEWAY": str(gateway),
            "CHAOS_PRINTER": str(printer),
            "CHAOS_CARDS": cards,
        }

    def counted(self) -> dict[Kind, int]:
        """How many of each kind passed since ``arm`` or ``disarm``."""
        told = struct.unpack(_FORMAT, self._page[:])
        return {kind: told[_COUNTS_AT + kind] for kind in Kind}

    def arm(self, point: Point, how: How, *, hold: bool = False) -> None:
        """End the process at ``point``, counted from now; with ``hold`` it stands still there (``held``)."""
        self.disarm()
        lossy, fault = int(how is How.POWER), _ERRNO.get(how, 0)
        values = (0, point.kind, point.number, point.side, lossy, fault, int(hold), 0, *(0,) * len(Kind))
        self._page[:] = struct.pack(_FORMAT, *values)
        self._page[:4] = struct.pack("I", 1)

    def armed(self) -> bool:
        """Whether the point is still to come."""
        return bool(struct.unpack_from("I", self._page)[0])

    def held(self) -> bool:
        """Whether the process stands still at its point, until it is let go."""
        return bool(struct.unpack_from("I", self._page, _HELD_AT * 4)[0])

    def let_go(self) -> None:
        """Let a process that stands still go on."""
        self._page[_HELD_AT * 4 : _HELD_AT * 4 + 4] = bytes(4)

    def disarm(self) -> None:
        """Let the process live, and count from zero."""
        self._page[:] = bytes(len(self._page))

    def close(self) -> None:
        """Let go of the page."""
        self._page.close()

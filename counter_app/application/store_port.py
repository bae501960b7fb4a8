"""The ports to what this PC keeps: the journal of its cases, and its secrets.

Adapters: ``counter_app.infrastructure.store`` and ``counter_app.infrastructure.secret_store``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class EntryKind(StrEnum):
    """What an entry is: an event of the case, or the mark that the case is closed."""

    EVENT = "event"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One line of the journal. ``sequence`` rises over all cases of this PC; ``at`` is ISO 8601 with zone.

    ``event_json`` is empty for a closing mark, and for every event of a closed case.
    """

    sequence: int
    case_id: str
    at: str
    kind: str
    event_type: str
    event_json: str


class Journal(Protocol):
    """The write-ahead journal (design.md 3). Every call blocks and belongs on the STORE lane.

    Raises ``Unavailable``: STORE_FULL, STORE_UNREADABLE (the file can no longer be read or written).
    """

    def append(self, case_id: str, event_type: str, event_json: str) -> JournalEntry:
        """Add one event: on disk (fsync) before this returns, or an error is raised and nothing is added.

        Raises ``Refused`` (INTERNAL) if the case is closed already.
        """
        ...

    def entries(self, case_id: str) -> tuple[JournalEntry, ...]:
        """Every entry of a case, in order; empty for an unknown one."""
        ...

    def open_cases(self) -> tuple[str, ...]:
        """The cases without a closing mark, oldest first."""
        ...

    def close_case(self, case_id: str) -> None:
        """Mark the case closed and erase the content of its events; types and times stay. May be repeated."""
        ...

    def all_states(self, case_id: str) -> tuple[tuple[str, str], ...]:
        """(event type, time) of every event of a case, open or closed, in order."""
        ...


class SlipNumbers(Protocol):
    """The serials of slips for requests taken while the line is down. Blocks; belongs on the STORE lane.

    Raises ``Unavailable``: STORE_FULL, STORE_LOCKED, STORE_UNREADABLE.
    """

    def take(self, day: date) -> int:
        """Return the day's next serial, from 1: on disk (fsync) before this returns, and never given again.

        What is taken and not used, because the program died, stays a gap (knowledge/domain.md R-11).
        """
        ...


class SecretStore(Protocol):
    """The keyring of the operating system, by name. Every call blocks.

    Raises ``Unavailable`` (KEYRING_ABSENT) where there is none, or only one that keeps secrets in the clear,
    forgets them or is locked.
    """

    def get(self, name: str) -> str | None:
        """The secret, or None if there is none of that name."""
        ...

    def set(self, name: str, value: str) -> None:
        """Keep a secret, replacing an older one."""
        ...

    def delete(self, name: str) -> None:
        """Forget a secret; harmless if there is none."""
        ...

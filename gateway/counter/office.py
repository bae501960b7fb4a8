"""A town's counter office as the gateway serves it: who acts, for which town, with what at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from counter_app.domain.packs import Pack, read_pack
from gateway.clock import Clock, today
from gateway.cores.port import Core
from gateway.keys import Keys
from gateway.refusals import forbidden
from gateway.sheet_signer import SheetSigner


class Role(StrEnum):
    """Roles of design.md section 4; ADMIN sees no resident."""

    CLERK = "CLERK"
    OUTSOURCED = "OUTSOURCED"
    CERTIFIER = "CERTIFIER"
    SUPERVISOR = "SUPERVISOR"
    PROTECTION_OFFICER = "PROTECTION_OFFICER"
    CASH_OFFICER = "CASH_OFFICER"
    ADMIN = "ADMIN"


SERVES_CASES = frozenset({Role.CLERK, Role.OUTSOURCED, Role.CERTIFIER, Role.SUPERVISOR})
READS_ALL_ISSUES = frozenset({Role.SUPERVISOR})
ENDS_FOR_OTHERS = frozenset({Role.SUPERVISOR})
APPROVES = frozenset({Role.SUPERVISOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """A member of staff, as the gateway's own record has him.

    ``person_id``: whose account it is. Two accounts of one person share it; empty, it is that of nobody else.
    """

    town_code: str
    staff_id: str
    name: str
    role: Role
    person_id: str = ""

    def is_same_person(self, other: Staff) -> bool:
        """Tell whether both accounts are of one person."""
        return (self.town_code, self.person_id or self.staff_id) == (
            other.town_code,
            other.person_id or other.staff_id,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a counter stands. ``terminal`` is two digits, on the gateway's list of the town's terminals."""

    office: str
    counter: str
    terminal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The mayor's electronic seal: PNG bytes and the millimetres of its edge on paper."""

    png: bytes
    edge_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One town's office. ``pack_of`` gives the parsed data pack in force on a day (LookupError if none).

    ``training`` puts 訓練 on every page.
    """

    training: bool
    core: Core
    clock: Clock
    keys: Keys
    signer: SheetSigner
    pack_of: Callable[[date], dict[str, Any]]
    seal: Callable[[], Seal]

    @property
    def town_code(self) -> str:
        """The 団体コード: the first part of every key."""
        return self.core.town_code

    def pack(self) -> Pack:
        """Return the pack in force today."""
        return read_pack(self.pack_of(today(self.clock)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A member of staff doing something in the office of his own town, at the terminal of his sign-in."""

    staff: Staff
    office: Office
    place: Place

    @property
    def town(self) -> str:
        """The town every row of this act belongs to."""
        return self.office.town_code

    def must_serve(self) -> None:
        """Refuse roles that serve no cases; ADMIN sees no resident."""
        if self.staff.role not in SERVES_CASES:
            raise forbidden("this role serves no cases")

    def must_approve(self) -> None:
        """Refuse roles that approve nothing."""
        if self.staff.role not in APPROVES:
            raise forbidden("this role approves nothing")

"""The fictitious town as a value: who lives there, under which flags, with which invalid numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum

from counter_app.domain.residents import Resident
from counter_app.domain.restrictions import Flag

TOWN_CODE = "999997"
TOWN_NAME = "架空町"
PREFECTURE = "架空県"
MAYOR = "架空　太郎"
AS_OF = date(2026, 11, 20)
"""The day the town's register is taken at: no event is later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TownResident:
    """A resident with what only the gateway knows of him.

    ``my_number`` is 12 digits with a wrong check digit, ``resident_code`` 11 digits beginning 9999.
    ``flags`` never leave the gateway (knowledge/domain.md 2.2). Neither number shows in a ``repr``.
    """

    resident: Resident
    my_number: str = field(repr=False)
    resident_code: str = field(repr=False)
    flags: frozenset[Flag] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """The whole register, household by household, head first in each."""

    residents: tuple[TownResident, ...]
    town_code: str = TOWN_CODE
    name: str = TOWN_NAME
    prefecture: str = PREFECTURE
    mayor: str = MAYOR

    def households(self) -> dict[str, tuple[TownResident, ...]]:
        """Return the members of each household in the order of the register."""
        grouped: dict[str, list[TownResident]] = {}
        for entry in self.residents:
            grouped.setdefault(entry.resident.household_id, []).append(entry)
        return {household_id: tuple(members) for household_id, members in grouped.items()}

    def resident(self, resident_id: str) -> TownResident:
        """Return the resident; KeyError if he is not of this town."""
        for entry in self.residents:
            if entry.resident.resident_id == resident_id:
                return entry
        raise KeyError(resident_id)

    def digest(self) -> str:
        """Return the SHA-256 (hex) of every recorded item, to tell one generated town from another."""
        seal = hashlib.sha256()
        for piece in _pieces(self):
            seal.update(piece.encode("utf-8") + b"\x1f")
        return seal.hexdigest()


def _pieces(value: object) -> Iterator[str]:
    """Yield the text of ``value`` field by field; sets sorted, so that no hash seed shows."""
    if is_dataclass(value):
        for item in fields(value):
            yield item.name
            yield from _pieces(getattr(value, item.name))
    elif isinstance(value, frozenset):
        yield from sorted(str(flag.value if isinstance(flag, Enum) else flag) for flag in value)
    elif isinstance(value, tuple):
        yield str(len(value))
        for member in value:
            yield from _pieces(member)
    else:
        yield str(value.value) if isinstance(value, Enum) else str(value)

"""The port to a core system: the register of residents as the gateway itself may read it.

Adapters: ``gateway.cores.embedded`` (the fictitious town); the standard API of 庁内データ連携 follows
(knowledge/domain.md 3.3). Nothing here goes to a clerk unfiltered: ``gateway.counter.disclosure`` decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from counter_app.domain.render_model import Numbers
from counter_app.domain.residents import Resident, Sex
from counter_app.domain.restrictions import Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """What to find persons by; empty fields are not asked. ``birth_date`` is YYYYMMDD, 00 where unknown."""

    name: str = ""
    name_kana: str = ""
    birth_date: str = ""
    address: str = ""
    sex: Sex | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of the register with his flags as they are now."""

    resident: Resident
    flags: frozenset[Flag]


class Core(Protocol):
    """A town's register, live. Every call blocks."""

    @property
    def town_code(self) -> str:
        """The 団体コード whose register this is."""
        ...

    def find(self, criteria: Criteria, limit: int) -> tuple[Person, ...]:
        """Find persons who meet all criteria, in kana order, at most ``limit``."""
        ...

    def person(self, resident_id: str) -> Person | None:
        """Return one person, or None if the register has none of that id."""
        ...

    def household(self, household_id: str) -> tuple[Person, ...]:
        """Return the members in the order of the register, head first; empty if there is none."""
        ...

    def concealed(self) -> tuple[Person, ...]:
        """Return everybody of the town whose name and address are withheld now (照会制限), in any order."""
        ...

    def numbers(self, resident_ids: tuple[str, ...]) -> Mapping[str, Numbers]:
        """Return 個人番号 and 住民票コード of these persons, without whoever has none.

        Asked only for a page that prints them, once the rules let it go to an approver; never kept.
        """
        ...

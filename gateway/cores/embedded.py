"""The embedded core: a fictitious town generated from a seed, held in memory."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counter_app.domain.render_model import Numbers
from counter_app.domain.restrictions import Flag, conceals
from gateway.cores.births import birth_digits
from gateway.cores.port import Criteria, Person
from gateway.cores.variants import fold_variants


@dataclass(frozen=True, slots=True)
class Indexed:
    """A person of the register with what he is found by, folded once; ``birth`` in digits."""

    person: Person
    names: tuple[str, ...]
    kana: tuple[str, ...]
    birth: str
    address: str


def _folded(*texts: str) -> tuple[str, ...]:
    return tuple(fold_variants(text) for text in texts if text)


@lru_cache(maxsize=1)
def _folded_address(address: str) -> str:
    """Fold once for a whole household: its members come one after another, and a start waits for all."""
    return fold_variants(address)


def index(person: Person) -> Indexed:
    """Return ``person`` with names, kana and address folded."""
    resident = person.resident
    return Indexed(
        person=person,
        names=_folded(resident.name, resident.alias, resident.former_name, resident.name_combined),
        kana=_folded(resident.name_kana, resident.alias_kana, resident.former_name_kana),
        birth=birth_digits(resident.birth),
        address=_folded_address(resident.address),
    )


def _meets(entry: Indexed, wanted: Criteria) -> bool:
    """``wanted`` is already folded. A card's address may carry more (prefecture) or less (方書) than ours."""
    return (
        (not wanted.birth_date or wanted.birth_date == entry.birth)
        and (wanted.sex is None or wanted.sex is entry.person.resident.sex)
        and (not wanted.name_kana or any(kana.startswith(wanted.name_kana) for kana in entry.kana))
        and (not wanted.name or any(name.startswith(wanted.name) for name in entry.names))
        and (not wanted.address or wanted.address in entry.address or entry.address in wanted.address)
    )


def no_numbers(_resident_id: str) -> Numbers | None:
    """Know nobody's numbers."""
    return None


class EmbeddedCore:
    """A town in memory. Flags can be changed while it runs, as the core's own clerks would."""

    def __init__(
        self,
        town_code: str,
        register: Iterable[Indexed],
        number_of: Callable[[str], Numbers | None] = no_numbers,
    ) -> None:
        """Take the town's register, members of a household in their order, head first.

        ``number_of`` tells the numbers of a resident id: they are not part of the register held here.
        """
        self._town_code = town_code
        self._number_of = number_of
        self._lock = threading.Lock()
        self._households: dict[str, list[str]] = {}
        found = list(register)
        for entry in found:
            resident = entry.person.resident
            self._households.setdefault(resident.household_id, []).append(resident.resident_id)
        found.sort(key=lambda entry: (entry.kana[:1], entry.person.resident.resident_id))
        self._by_id = {entry.person.resident.resident_id: entry for entry in found}
        self._flags: dict[str, frozenset[Flag]] = {
            resident_id: entry.person.flags for resident_id, entry in self._by_id.items()
        }
        self._concealed = {key for key, flags in self._flags.items() if conceals(flags)}

    @property
    def town_code(self) -> str:
        """The 団体コード of the town."""
        return self._town_code

    def find(self, criteria: Criteria, limit: int) -> tuple[Person, ...]:
        """Find persons by folded prefix of name and kana, and equal birth, in kana order."""
        wanted = Criteria(
            name=fold_variants(criteria.name),
            name_kana=fold_variants(criteria.name_kana),
            birth_date=criteria.birth_date,
            address=fold_variants(criteria.address),
            sex=criteria.sex,
        )
        if wanted == Criteria():
            return ()
        hits = [entry for entry in self._by_id.values() if _meets(entry, wanted)]
        return tuple(self._live(entry) for entry in hits[:limit])

    def person(self, resident_id: str) -> Person | None:
        """Return one person with his flags as they are now."""
        entry = self._by_id.get(resident_id)
        return None if entry is None else self._live(entry)

    def household(self, household_id: str) -> tuple[Person, ...]:
        """Return the members of a household, head first."""
        return tuple(self._live(self._by_id[key]) for key in self._households.get(household_id, ()))

    def concealed(self) -> tuple[Person, ...]:
        """Return everybody under 照会制限 now."""
        return tuple(self._live(self._by_id[key]) for key in self._concealed)

    def numbers(self, resident_ids: tuple[str, ...]) -> Mapping[str, Numbers]:
        """Return the numbers of these persons, without whoever has none or is not of the town."""
        known = {key: self._number_of(key) for key in resident_ids if key in self._by_id}
        return {key: found for key, found in known.items() if found is not None}

    def set_flags(self, resident_id: str, flags: frozenset[Flag]) -> None:
        """Change the flags of a person, as a notification in the core does; KeyError if unknown."""
        with self._lock:
            if resident_id not in self._by_id:
                raise KeyError(resident_id)
            self._flags[resident_id] = flags
            # replaced, not changed: a call may be going through the old one
            kept = self._concealed - {resident_id}
            self._concealed = kept | {resident_id} if conceals(flags) else kept

    def _live(self, entry: Indexed) -> Person:
        resident = entry.person.resident
        return Person(resident=resident, flags=self._flags[resident.resident_id])

    @classmethod
    def of(
        cls,
        town_code: str,
        households: Iterable[tuple[Person, ...]],
        number_of: Callable[[str], Numbers | None] = no_numbers,
    ) -> EmbeddedCore:
        """Return the core of these households."""
        register = (index(person) for household in households for person in household)
        return cls(town_code, register, number_of)

"""The people a fake registry knows: the personas of the fictitious town, as one clerk may see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from zlib import crc32

import resources
from counter_app.application.registry_port import ResidentHit, ResidentSearch
from counter_app.domain.certificates import Selection
from counter_app.domain.names import fold_for_search
from counter_app.domain.packs import Pack, read_pack
from counter_app.domain.render_model import Numbers, compose
from counter_app.domain.residents import Household, RecordedDate, Resident
from counter_app.domain.restrictions import Flag, conceals, stops_issue
from gateway.cores.port import Criteria, Person
from gateway.counter.concealment import concealed_names, page_names_one
from gateway.counter.disclosure import household_view
from gateway.counter.finding import may_be_found
from gateway.town.numbers import fictitious_resident_code, invalid_my_number
from gateway.town.persona_households import persona_flags, persona_residents

TOWN = "999997"


def town_pack(day: date) -> Pack:
    """The pack of the fictitious town."""
    return read_pack(resources.pack_in_force(TOWN, day))


def _birth_key(birth: RecordedDate) -> str:
    return birth.iso.replace("-", "")


@dataclass
class FakeTown:
    """Residents by id, and the flags on them, which a test may change at any moment."""

    residents: tuple[Resident, ...] = field(default_factory=persona_residents)
    flags: dict[str, frozenset[Flag]] = field(default_factory=lambda: dict(persona_flags()))

    def flags_of(self, resident_id: str) -> frozenset[Flag]:
        return self.flags.get(resident_id, frozenset())

    def change(self, resident_id: str, **fields: str) -> None:
        """Let the register change under the clerk's hands."""
        self.residents = tuple(
            replace(one, **fields) if one.resident_id == resident_id else one  # type: ignore[arg-type]
            for one in self.residents
        )

    def find(self, search: ResidentSearch) -> tuple[ResidentHit, ...]:
        criteria = Criteria(
            name=search.name,
            name_kana=search.name_kana,
            birth_date=search.birth_date,
            address=search.address,
            sex=search.sex,
        )
        met = (
            Person(resident=one, flags=self.flags_of(one.resident_id))
            for one in self.residents
            if self._meets(one, search)
        )
        return tuple(self._hit(one.resident) for one in met if may_be_found(one, criteria))[:20]

    def household_of(self, resident_id: str) -> str | None:
        return next((one.household_id for one in self.residents if one.resident_id == resident_id), None)

    def household(self, household_id: str, as_of: str, asked_for: str = "") -> Household:
        """KeyError if there is none."""
        members, everybody = self._register(household_id), self._everybody()
        return household_view(members, as_of, asked_for=asked_for, elsewhere=everybody)

    def numbers(self, household: Household) -> dict[str, Numbers]:
        """The numbers of everybody in it, none of which can be anybody's."""
        ids = {member.resident_id: str(crc32(member.resident_id.encode())) for member in household.members}
        return {
            one: Numbers(my_number=invalid_my_number(made), resident_code=fictitious_resident_code(made))
            for one, made in ids.items()
        }

    def names_one_concealed(self, household_id: str, selection: Selection, day: date) -> bool:
        """Tell whether the page as recorded would name a person under 照会制限 who is not on it."""
        persons = self._register(household_id)
        printed = [one for one in persons if one.resident.resident_id in selection.resident_ids]
        bare = household_view(tuple(replace(one, flags=frozenset()) for one in printed), "")
        page = compose(bare, selection, town_pack(day), day)
        return page_names_one(page, concealed_names(persons, self._everybody()))

    def _everybody(self) -> tuple[Person, ...]:
        return tuple(Person(resident=one, flags=self.flags_of(one.resident_id)) for one in self.residents)

    def _register(self, household_id: str) -> tuple[Person, ...]:
        members = [one for one in self.residents if one.household_id == household_id]
        if not members:
            raise KeyError(household_id)
        return tuple(Person(resident=one, flags=self.flags_of(one.resident_id)) for one in members)

    def held(self, resident_ids: frozenset[str]) -> bool:
        return any(stops_issue(self.flags_of(resident_id)) for resident_id in resident_ids)

    def _hit(self, one: Resident) -> ResidentHit:
        flags = self.flags_of(one.resident_id)
        hidden = conceals(flags)
        return ResidentHit(
            resident_id=one.resident_id,
            household_id="" if hidden else one.household_id,
            name="" if hidden else one.name,
            name_kana="" if hidden else one.name_kana,
            birth="" if hidden else one.birth.printed(western=one.foreign is not None),
            address="" if hidden else one.address,
            head_name="" if hidden else one.head_name,
            held=stops_issue(flags),
        )

    @staticmethod
    def _meets(one: Resident, search: ResidentSearch) -> bool:
        asked: Mapping[str, str] = {search.name: one.name, search.name_kana: one.name_kana}
        named = all(fold_for_search(known).startswith(fold_for_search(key)) for key, known in asked.items())
        lives = fold_for_search(search.address) in fold_for_search(one.address)
        born = search.birth_date in ("", _birth_key(one.birth))
        return named and lives and born and search.sex in (None, one.sex)

"""From figures to records: 本籍, dates and address of one household, and ids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from counter_app.domain.residents import RecordedDate, Resident
from gateway.town import addresses, births, histories
from gateway.town.chance import Chance
from gateway.town.kinship import Figure
from gateway.town.naming import Identity, Naming
from gateway.town.origins import Origins
from gateway.town.register import AS_OF

_GENERATION = 15 * 365
_MARRYING_IN = {"妻": "子", "夫": "子", "子の妻": "孫", "子の夫": "孫"}
"""Who joins a household by marriage, and how the children of that marriage stand in it."""


@dataclass(frozen=True, slots=True)
class Reserved:
    """What the personas need for themselves: full readings and birth days no one else may have."""

    kana: frozenset[str]
    births: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Home:
    """What all of one household share."""

    household_id: str
    head_name: str
    address: str
    move: histories.Move | None
    figures: list[Figure]
    days: list[date]

    def first_born(self, relation: str) -> date:
        """Return the birth day of the eldest of that relation; the town's day if there is none."""
        pairs = zip(self.figures, self.days, strict=True)
        return min((day for figure, day in pairs if figure.relation == relation), default=AS_OF)


class Families:
    """Draws households one after another; ids are given in the order of drawing."""

    def __init__(self, chance: Chance, reserved: Reserved) -> None:
        self._chance = chance
        self._reserved_births = reserved.births
        self._naming = Naming(chance, reserved.kana)
        self._persons = 0
        self._households = 0

    def household(self, figures: list[Figure]) -> list[Resident]:
        """Return the household's records, head first."""
        chance = self._chance
        self._households += 1
        days = [self._birth_day(figure.age) for figure in figures]
        people, foreign = self._naming.people(figures, days)
        move = histories.household_move(days[0], foreign=foreign, chance=chance)
        address = addresses.in_town(chance, flat_per_mille=420 if len(figures) <= 2 else 90)
        origins = Origins(figures, [p.name for p in people], chance)
        home = _Home(str(5_000_000 + self._households), people[0].name, address, move, figures, days)
        return [
            self._record(home, figure, day, person, origins.of(at) if person.foreign is None else ("", ""))
            for at, (figure, day, person) in enumerate(zip(figures, days, people, strict=True))
        ]

    def _record(
        self, home: _Home, figure: Figure, day: date, person: Identity, origin: tuple[str, str]
    ) -> Resident:
        """Return one record; ``origin`` is (筆頭者, 本籍)."""
        chance = self._chance
        self._persons += 1
        birth = births.recorded(day, chance) if person.foreign is None else RecordedDate(iso=day.isoformat())
        course = histories.Course(
            begun=max(day, histories.FOREIGN_REGISTER_OPENED) if person.foreign else day,
            joined=_joined(figure, day, home, foreign=person.foreign is not None, chance=chance),
            settled_by=min((other for other in home.days if (other - day).days > _GENERATION), default=AS_OF),
            known=bool(birth.iso),
        )
        past = histories.history(course, home.move, chance)
        return Resident(
            resident_id=str(10_000_000 + self._persons),
            household_id=home.household_id,
            name=person.name,
            name_kana=person.kana,
            birth=birth,
            sex=figure.sex,
            address=home.address,
            head_name=home.head_name,
            relationship=figure.relation,
            former_name=person.former.text if person.former else "",
            former_name_kana=person.former.kana if person.former else "",
            alias=person.alias.text if person.alias else "",
            alias_kana=person.alias.kana if person.alias else "",
            name_combined=person.combined,
            foreign=person.foreign,
            honseki=origin[1],
            hittousha=origin[0],
            resident_since=past.resident_since,
            address_since=past.address_since,
            notified_on=past.notified_on,
            previous_address=past.previous_address,
        )

    def _birth_day(self, age: int) -> date:
        while True:
            day = births.birth_day(age, self._chance)
            if day.isoformat() not in self._reserved_births:
                return day


def _joined(figure: Figure, birth: date, home: _Home, *, foreign: bool, chance: Chance) -> date | None:
    """Draw the day someone married into the household, before the first child; None if he did not."""
    if figure.relation not in _MARRYING_IN:
        return None
    day = birth + timedelta(days=365 * chance.between(20, min(34, figure.age)) + chance.between(6, 350))
    first_child = home.first_born(_MARRYING_IN[figure.relation])
    day = min(day, first_child - timedelta(days=chance.between(20, 700)))
    return max(day, histories.FOREIGN_REGISTER_OPENED) if foreign else day

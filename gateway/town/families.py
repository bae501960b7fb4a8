"""From figures to records: names, 本籍, dates and address of one household."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from counter_app.domain.residents import ForeignStatus, RecordedDate, Resident
from gateway.town import addresses, births, foreigners, histories
from gateway.town.chance import Chance
from gateway.town.kinship import HEAD, KIN, Figure
from gateway.town.origins import Origins
from gateway.town.register import AS_OF
from gateway.town.words import Nation, Word, given_names, nations, surnames

KANA_MISSING_PER_MILLE = 25
"""Share whose 振り仮名 is not yet registered: blank, never guessed (domain.md 1.2)."""

FORMER_NAME_PER_MILLE = 12
FOREIGN_HOUSEHOLD_PER_MILLE = 48
FOREIGN_WIFE_PER_MILLE = 8
_GENERATION = 15 * 365
_MARRYING_IN = {"妻": "子", "夫": "子", "子の妻": "孫", "子の夫": "孫"}
"""Who joins a household by marriage, and how the children of that marriage stand in it."""


@dataclass(frozen=True, slots=True)
class Reserved:
    """What the personas need for themselves: full readings and birth days no one else may have."""

    kana: frozenset[str]
    births: frozenset[str]


@dataclass(frozen=True, slots=True)
class Identity:
    """The name and birth of one person, before he is entered in a register."""

    name: str
    kana: str
    former: Word | None = None
    alias: Word | None = None
    combined: str = ""
    foreign: ForeignStatus | None = None


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
        self._reserved = reserved
        self._persons = 0
        self._households = 0
        self._cards = 0

    def household(self, figures: list[Figure]) -> list[Resident]:
        """Return the household's records, head first."""
        chance = self._chance
        self._households += 1
        days = [self._birth_day(figure.age) for figure in figures]
        foreign = _may_be_foreign(figures) and chance.happens(FOREIGN_HOUSEHOLD_PER_MILLE)
        people = self._foreign_family(figures, days) if foreign else self._family(figures, days)
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
            if day.isoformat() not in self._reserved.births:
                return day

    def _family(self, figures: list[Figure], days: list[date]) -> list[Identity]:
        chance = self._chance
        house = chance.draw(surnames())
        people: list[Identity] = []
        strangers: Word | None = None
        taken: set[str] = set()
        for figure, day in zip(figures, days, strict=True):
            surname = house
            if figure.relation != HEAD and KIN[figure.relation].own_surname:
                strangers = surname = strangers or chance.draw(surnames())
            if figure.relation == "妻" and chance.happens(FOREIGN_WIFE_PER_MILLE):
                people.append(self._foreigner(chance.draw(nations()), figure, day, family="", spouse=True))
            else:
                people.append(self._citizen(surname, figure, day, taken))
        return people

    def _citizen(self, surname: Word, figure: Figure, day: date, taken: set[str]) -> Identity:
        """Draw a given name that nobody of the household has and no persona needs."""
        chance = self._chance
        while True:
            given = chance.draw(given_names(figure.sex, day.year))
            kana = f"{surname.kana}　{given.kana}"
            if given.text not in taken and kana not in self._reserved.kana:
                break
        taken.add(given.text)
        former = None
        if figure.age >= 25 and chance.happens(FORMER_NAME_PER_MILLE):
            former = chance.draw(surnames())
        if chance.happens(KANA_MISSING_PER_MILLE):
            kana = ""
        return Identity(f"{surname.text}　{given.text}", kana, former if former != surname else None)

    def _foreign_family(self, figures: list[Figure], days: list[date]) -> list[Identity]:
        nation = self._chance.draw(nations())
        family = self._chance.pick(nation.families)
        people: list[Identity] = []
        for figure, day in zip(figures, days, strict=True):
            person = self._foreigner(nation, figure, day, family=family, spouse=False)
            while person.name in {other.name for other in people}:
                person = self._foreigner(nation, figure, day, family=family, spouse=False)
            people.append(person)
        return people

    def _foreigner(self, nation: Nation, figure: Figure, day: date, *, family: str, spouse: bool) -> Identity:
        chance = self._chance
        drawn = foreigners.name(nation, family or chance.pick(nation.families), figure.sex, day.year, chance)
        self._cards += 1
        return Identity(
            drawn.latin,
            "",
            alias=Word(drawn.alias, drawn.alias_kana) if drawn.alias else None,
            combined=drawn.combined,
            foreign=foreigners.status(nation, self._cards, spouse=spouse, age=figure.age, chance=chance),
        )


def _may_be_foreign(figures: list[Figure]) -> bool:
    """Workers, couples and small families; three generations of one register are citizens."""
    relations = {figure.relation for figure in figures}
    return figures[0].age < 62 and len(figures) <= 4 and relations <= {HEAD, "妻", "夫", "子"}


def _joined(figure: Figure, birth: date, home: _Home, *, foreign: bool, chance: Chance) -> date | None:
    """Draw the day someone married into the household, before the first child; None if he did not."""
    if figure.relation not in _MARRYING_IN:
        return None
    day = birth + timedelta(days=365 * chance.between(20, min(34, figure.age)) + chance.between(6, 350))
    first_child = home.first_born(_MARRYING_IN[figure.relation])
    day = min(day, first_child - timedelta(days=chance.between(20, 700)))
    return max(day, histories.FOREIGN_REGISTER_OPENED) if foreign else day

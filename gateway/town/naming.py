"""Names for a household: one surname, no given name twice, foreign families in their own way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_app.domain.residents import ForeignStatus
from gateway.town import foreigners
from gateway.town.chance import Chance
from gateway.town.kinship import HEAD, KIN, Figure
from gateway.town.words import Nation, Word, given_names, nations, surnames

KANA_MISSING_PER_MILLE = 25
"""Share whose 振り仮名 is not yet registered: blank, never guessed (domain.md 1.2)."""

FORMER_NAME_PER_MILLE = 12
FOREIGN_HOUSEHOLD_PER_MILLE = 48
FOREIGN_WIFE_PER_MILLE = 8


@dataclass(frozen=True, slots=True)
class Identity:
    """The names and the foreign status of one person, before he is entered in a register."""

    name: str
    kana: str
    former: Word | None = None
    alias: Word | None = None
    combined: str = ""
    foreign: ForeignStatus | None = None


class Naming:
    """Draws names; ``reserved_kana`` are full readings that only personas have."""

    def __init__(self, chance: Chance, reserved_kana: frozenset[str]) -> None:
        self._chance = chance
        self._reserved_kana = reserved_kana
        self._cards = 0

    def people(self, figures: list[Figure], days: list[date]) -> tuple[list[Identity], bool]:
        """Return who the figures are, born on ``days``, and whether they are a foreign family."""
        foreign = _may_be_foreign(figures) and self._chance.happens(FOREIGN_HOUSEHOLD_PER_MILLE)
        return (self._foreign_family if foreign else self._family)(figures, days), foreign

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
            if given.text not in taken and kana not in self._reserved_kana:
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

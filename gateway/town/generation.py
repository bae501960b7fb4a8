"""The town, drawn from a seed: personas first, then households until the number is reached."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.residents import RecordedDate, Resident
from counter_app.domain.restrictions import Flag
from gateway.town.chance import Chance
from gateway.town.families import Families, Reserved
from gateway.town.flagging import flags_of_town
from gateway.town.kinship import SIZES, figures, shapes
from gateway.town.numbers import fictitious_resident_code, invalid_my_number
from gateway.town.persona_households import persona_flags, persona_residents
from gateway.town.register import Town, TownResident

SMALLEST = 300
NAMESAKES_PER_TEN_THOUSAND = 6


def generate(seed: int = 20261123, residents: int = 11_000) -> Town:
    """Return the fictitious town of exactly ``residents`` people.

    The same seed and number give the same bytes on every Python and hash seed. The personas are in
    every town, under the same ids. Raises ValueError for fewer than 300 residents.
    """
    if residents < SMALLEST:
        raise ValueError(f"a town has at least {SMALLEST} residents, not {residents}")
    chance = Chance(seed)
    personas = persona_residents()
    drawn = _draw(residents - len(personas), chance, personas)
    drawn = _with_namesakes(drawn, chance)
    flags = {**flags_of_town(drawn, chance), **persona_flags()}
    return Town(residents=tuple(_entry(resident, flags) for resident in [*personas, *drawn]))


def _draw(wanted: int, chance: Chance, personas: tuple[Resident, ...]) -> list[Resident]:
    reserved = Reserved(
        kana=frozenset(p.name_kana for p in personas if p.name_kana),
        births=frozenset(p.birth.iso for p in personas if p.birth.iso),
    )
    families = Families(chance, reserved)
    drawn: list[Resident] = []
    while len(drawn) < wanted:
        size = min(chance.draw(SIZES), wanted - len(drawn))
        drawn.extend(families.household(figures(chance.draw(shapes()[size]), chance)))
    return drawn


def _with_namesakes(drawn: list[Resident], chance: Chance) -> list[Resident]:
    """Give a few who live alone the name, reading, sex and birth day of another resident.

    Two people once got one 個人番号 because these matched (knowledge/domain.md 3.7): a counter has to
    tell them apart by address.
    """
    alone = [at for at, person in enumerate(drawn) if _plain(person, drawn, at)]
    pairs = max(1, len(drawn) * NAMESAKES_PER_TEN_THOUSAND // 10_000)
    order = chance.order(alone)
    town = list(drawn)
    for one, other in zip(order[:pairs], order[pairs : 2 * pairs], strict=True):
        model = town[one]
        town[other] = replace(
            model,
            resident_id=town[other].resident_id,
            household_id=town[other].household_id,
            address=town[other].address,
            head_name=model.name,
            honseki=town[other].honseki,
            previous_address="",
            resident_since=model.birth,
            address_since=RecordedDate(),
            notified_on=RecordedDate(),
        )
    return town


def _plain(person: Resident, drawn: list[Resident], at: int) -> bool:
    """Tell whether he lives alone, is no foreign resident, and his birth day is known."""
    neighbours = drawn[max(0, at - 1) : at] + drawn[at + 1 : at + 2]
    alone = all(person.household_id != neighbour.household_id for neighbour in neighbours)
    return alone and person.foreign is None and bool(person.birth.iso) and bool(person.name_kana)


def _entry(resident: Resident, flags: dict[str, frozenset[Flag]]) -> TownResident:
    return TownResident(
        resident=resident,
        my_number=invalid_my_number(resident.resident_id),
        resident_code=fictitious_resident_code(resident.resident_id),
        flags=flags.get(resident.resident_id, frozenset()),
    )

"""Which residents carry a flag (knowledge/domain.md 2.2): rare, spread by age, each at least three times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from counter_app.domain.names import is_variation_selector
from counter_app.domain.residents import Resident
from counter_app.domain.restrictions import Flag
from gateway.town.births import age_on_town_day
from gateway.town.chance import Chance

AT_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Person:
    """What decides whether a flag may fall on someone."""

    age: int
    alone: bool
    variant: bool


_RATES: tuple[tuple[Flag, int, Callable[[_Person], bool]], ...] = (
    (Flag.GAIJI, 12, lambda p: p.variant),
    (Flag.JOHYO, 40, lambda p: p.alone),
    (Flag.SHOKKEN_SHOJO, 4, lambda p: p.alone),
    (Flag.MIMEN, 10, lambda p: p.age < 15),
    (Flag.SHIEN, 30, lambda _: True),
    (Flag.KARI_SHIEN, 5, lambda _: True),
    (Flag.IDO_CHU, 20, lambda _: True),
    (Flag.KOSEKI_CHU, 10, lambda _: True),
    (Flag.TENSHUTSU_YOTEI, 25, lambda _: True),
    (Flag.HAKKO_TEISHI, 4, lambda _: True),
    (Flag.SHOKAI_YOKUSHI, 6, lambda _: True),
    (Flag.MIDOKU_KOJIN_BANGO, 4, lambda _: True),
    (Flag.INKAN_TEISHI, 12, lambda p: p.age >= 15),
    (Flag.KOKEN, 20, lambda p: p.age >= 20),
    (Flag.TAX_MISHINKOKU, 30, lambda p: p.age >= 18),
    (Flag.TAX_OTHER_TOWN, 15, lambda p: p.age >= 18),
    (Flag.NOZEI_RAG, 15, lambda p: p.age >= 18),
    (Flag.HON_TSUCHI, 100, lambda p: p.age >= 15),
)
"""Flag, how many in 10,000 residents, and on whom. The choosier stand first, while there is choice."""


def flags_of_town(residents: list[Resident], chance: Chance) -> dict[str, frozenset[Flag]]:
    """Return the flags by resident id. One flag a person; ValueError if the town is too small for all."""
    people = _people(residents)
    free = chance.order(list(people))
    chosen: dict[str, frozenset[Flag]] = {}
    for flag, per_ten_thousand, may_fall_on in _RATES:
        wanted = max(AT_LEAST, round(len(residents) * per_ten_thousand / 10_000))
        fit = [key for key in free if may_fall_on(people[key])][:wanted]
        if len(fit) < AT_LEAST:
            fit += [key for key in free if key not in fit][: AT_LEAST - len(fit)]
        if len(fit) < AT_LEAST:
            raise ValueError(f"a town of {len(residents)} is too small for every flag")
        chosen.update(dict.fromkeys(fit, frozenset({flag})))
        free = [key for key in free if key not in chosen]
    return chosen


def _people(residents: list[Resident]) -> dict[str, _Person]:
    sizes = Counter(resident.household_id for resident in residents)
    return {
        resident.resident_id: _Person(
            # Those whose birth day is unknown are all old.
            age=age_on_town_day(resident.birth.day) if resident.birth.day else 80,
            alone=sizes[resident.household_id] == 1,
            variant=any(is_variation_selector(c) or ord(c) > 0xFFFF for c in resident.name),
        )
        for resident in residents
    }

"""Birth dates: exact days by age, and those of which the register does not know the day."""

from __future__ import annotations

from datetime import date, timedelta

from counter_app.domain import wareki
from counter_app.domain.residents import RecordedDate
from gateway.town.chance import Chance
from gateway.town.register import AS_OF

UNKNOWN_PER_MILLE = 4
"""Share of those born before 1956 whose birth day is not known whole."""


def birth_day(age: int, chance: Chance) -> date:
    """Draw a birth day of someone ``age`` full years old on the town's day."""
    return AS_OF - timedelta(days=age * 1461 // 4 + chance.between(1, 364))


def recorded(day: date, chance: Chance) -> RecordedDate:
    """Record ``day``, or for a few of the old the text the core holds instead (domain.md 3.6)."""
    if day.year >= 1956 or not chance.happens(UNKNOWN_PER_MILLE):
        return RecordedDate(iso=day.isoformat())
    era, year = wareki.era_of(day).name, wareki.era_year(day)
    shown = "元" if year == 1 else str(year)
    month = f"{day.month}月" if chance.happens(600) else "月"
    return RecordedDate(text=f"{era}{shown}年{month}日不詳")


def age_on_town_day(day: date) -> int:
    """Return full years on the town's day."""
    return AS_OF.year - day.year - ((AS_OF.month, AS_OF.day) < (day.month, day.day))

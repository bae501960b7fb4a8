"""Addresses of the town and of towns elsewhere. Every text carries 架空; none is a real place."""

from __future__ import annotations

from functools import cache

from gateway.town.chance import Chance, Weighted
from gateway.town.register import PREFECTURE, TOWN_NAME
from gateway.town.words import rows, weighted_names

TOWN_PREFIX = f"{PREFECTURE}{TOWN_NAME}"


@cache
def _places() -> Weighted[tuple[str, str]]:
    return Weighted.of([((row["name"], row["style"]), int(row["weight"])) for row in rows("places.csv")])


def in_town(chance: Chance, *, flat_per_mille: int = 180) -> str:
    """Draw an address of the town; with a 方書 (after a full-width space) for that share."""
    place, style = chance.draw(_places())
    building = chance.draw(weighted_names("buildings.csv")) if chance.happens(flat_per_mille) else ""
    lot = chance.between(1, 60 if style == "go" else 2400)
    if style == "go":
        text = f"{TOWN_PREFIX}{place}{lot}番{chance.between(1, 40)}号"
    else:
        branch = f"{chance.between(1, 18)}" if chance.happens(550) else ""
        text = f"{TOWN_PREFIX}{place}{lot}番地{branch}"
    if not building:
        return text
    room = chance.between(1, 4) * 100 + chance.between(1, 12)
    return f"{text}　{building}{room}号"


def elsewhere(chance: Chance) -> str:
    """Draw an address outside the town."""
    place = chance.draw(weighted_names("elsewhere.csv"))
    return f"{place}{chance.between(1, 900)}番地{chance.between(1, 20)}"


def honseki(chance: Chance) -> str:
    """Draw a 本籍: a lot without branch house number, mostly in this town."""
    if chance.happens(620):
        return f"{TOWN_PREFIX}{chance.draw(_places())[0]}{chance.between(1, 2400)}番地"
    return f"{chance.draw(weighted_names('elsewhere.csv'))}{chance.between(1, 900)}番地"

"""Since when someone lives in the town and at his address, when that was notified, and from where he came.

The order always holds: birth ≤ 住民となった日 ≤ 住所を定めた日 ≤ 届出日 ≤ the town's day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from counter_app.domain.residents import RecordedDate
from gateway.town import addresses
from gateway.town.chance import Chance
from gateway.town.register import AS_OF

FOREIGN_REGISTER_OPENED = date(2012, 7, 9)
"""First day on which a foreign resident could become 住民 (amendment of 住民基本台帳法 in force)."""


RESIDENTS_REGISTERED = date(1952, 7, 1)
"""First day of 住民登録法: nothing was notified before."""


@dataclass(frozen=True, slots=True)
class Move:
    """The last move of a whole household: the day, whether from another town, and the address left."""

    day: date
    from_elsewhere: bool
    left: str


@dataclass(frozen=True, slots=True)
class History:
    """The three dates of a record and the address before this one ("" if there was none)."""

    resident_since: RecordedDate
    address_since: RecordedDate
    notified_on: RecordedDate
    previous_address: str


def household_move(head_birth: date, *, foreign: bool, chance: Chance) -> Move | None:
    """Draw the move that brought the household here; None if the head has lived here from birth."""
    if not foreign and chance.happens(280):
        return None
    years = (
        min(chance.between(0, 12), chance.between(0, 40)) if chance.happens(700) else chance.between(0, 40)
    )
    earliest = FOREIGN_REGISTER_OPENED if foreign else head_birth + timedelta(days=30)
    day = max(AS_OF - timedelta(days=years * 365 + chance.between(0, 364)), earliest)
    from_elsewhere = foreign or chance.happens(560)
    left = addresses.elsewhere(chance) if from_elsewhere else addresses.in_town(chance)
    return Move(day, from_elsewhere, left)


def history(begun: date, move: Move | None, *, joined: date | None, known: bool, chance: Chance) -> History:
    """Return one member's history.

    ``begun`` is his birth day, for foreign residents not before their register was opened.
    ``joined`` is the day he joined a household that did not move (marriage), from elsewhere.
    ``known`` tells whether the birth day is recorded whole; if not, nothing here may give it away.
    """
    if joined is not None and (move is None or joined > move.day):
        return _dated(joined, joined, addresses.elsewhere(chance), chance)
    if move is not None and move.day > begun:
        since = move.day if move.from_elsewhere else _before(begun, move.day, chance)
        if since == begun and not known:
            return History(_UNKNOWN, *_address(move.day, chance), move.left)
        return _dated(since, move.day, move.left, chance)
    if not known:
        return History(_UNKNOWN, _UNKNOWN, RecordedDate(), "")
    return _dated(begun, begun, "", chance)


_UNKNOWN = RecordedDate(text="年月日不詳")


def _before(birth: date, moved: date, chance: Chance) -> date:
    """Born here, or come here some day before the move within the town."""
    return birth if chance.happens(700) else birth + timedelta(days=chance.below((moved - birth).days))


def _dated(since: date, settled: date, left: str, chance: Chance) -> History:
    return History(RecordedDate(iso=since.isoformat()), *_address(settled, chance), left)


def _address(settled: date, chance: Chance) -> tuple[RecordedDate, RecordedDate]:
    """Return the day the address was taken and the day it was notified, a working day within 14 days."""
    if settled < RESIDENTS_REGISTERED:
        return RecordedDate(iso=settled.isoformat()), RecordedDate()
    notified = settled + timedelta(days=chance.between(0, 12))
    while notified.weekday() >= 5:
        notified += timedelta(days=1)
    return RecordedDate(iso=settled.isoformat()), RecordedDate(iso=min(notified, AS_OF).isoformat())

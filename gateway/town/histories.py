"""Since when someone lives in the town and at his address, when that was notified, and from where he came.

住所を定めた年月日 is the day of the last move inside the town, blank for who never made one; 届出日 and
転入前住所 are those of becoming a resident and stay (knowledge/domain.md 1.6.1; 住民基本台帳法 7条7号, 8号).
The order always holds: birth ≤ 住民となった日 ≤ 住所を定めた日 and 届出日 ≤ the town's day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    """The last move of a whole household: the day, whether from another town, and then the address left."""

    day: date
    from_elsewhere: bool
    left: str


@dataclass(frozen=True, slots=True)
class History:
    """The three dates of a record and the address before the first in this town ("" if there was none)."""

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
    return Move(day, from_elsewhere, addresses.elsewhere(chance) if from_elsewhere else "")


@dataclass(frozen=True, slots=True)
class Course:
    """What one member's history has to keep to.

    ``begun`` is his birth day, for foreign residents not before their register was opened. ``joined``
    is the day he joined by marriage, from elsewhere; None if he did not. ``settled_by`` is the birth day
    of the first of the next generation: by then he lived here, if the family did. ``known`` tells
    whether his birth day is recorded whole; if not, no other date may give it away.
    """

    begun: date
    joined: date | None
    settled_by: date
    known: bool


def history(course: Course, move: Move | None, chance: Chance) -> History:
    """Draw one member's history in a household that made ``move`` (None: has always been here)."""
    begun, joined = course.begun, course.joined
    if joined is not None and (move is None or joined > move.day):
        return _came(joined, addresses.elsewhere(chance), chance)
    if move is None or move.day <= begun:
        return _born_here(course, chance)
    if move.from_elsewhere:
        return _came(move.day, move.left, chance)
    since = _before(course, move.day, chance)
    here = _born_here(course, chance)
    if since != begun:
        here = _came(since, addresses.elsewhere(chance), chance)
    return replace(here, address_since=RecordedDate(iso=move.day.isoformat()))


_UNKNOWN = RecordedDate(text="年月日不詳")


def _before(course: Course, moved: date, chance: Chance) -> date:
    """Born here, or come here as an adult some day before the move within the town."""
    grown = course.begun + timedelta(days=20 * 365)
    latest = min(moved, course.settled_by)
    if grown >= latest or chance.happens(600):
        return course.begun
    return grown + timedelta(days=chance.below((latest - grown).days))


def _born_here(course: Course, chance: Chance) -> History:
    """A resident from birth; where the birth day is not known, neither is the other day."""
    if not course.known:
        return History(_UNKNOWN, RecordedDate(), RecordedDate(), "")
    return _came(course.begun, "", chance)


def _came(since: date, left: str, chance: Chance) -> History:
    """A resident since that day, who has not moved inside the town."""
    return History(RecordedDate(iso=since.isoformat()), RecordedDate(), _notified(since, chance), left)


def _notified(since: date, chance: Chance) -> RecordedDate:
    """Return the day it was notified, a working day within 14 days."""
    if since < RESIDENTS_REGISTERED:
        return RecordedDate()
    notified = since + timedelta(days=chance.between(0, 12))
    while notified.weekday() >= 5:
        notified += timedelta(days=1)
    return RecordedDate(iso=min(notified, AS_OF).isoformat())

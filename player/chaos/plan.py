"""Which process dies at which points, in which order."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum

from player.chaos.kill_points import How, Kind, Point

EACH_SIDE = 3


class Victim(StrEnum):
    """What dies; the counter itself, or what it works with."""

    COUNTER = "counter"
    GATEWAY = "gateway"
    PRINTER = "printer"
    PCSCD = "pcscd"
    APPROVER = "approver"

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What of a visit it has points at: those of its own process, or of the counter's traffic with it."""
        return _KINDS[self]

    @property
    def counts_itself(self) -> bool:
        """Whether the points are in its own process, which then ends itself there."""
        return self in (Victim.COUNTER, Victim.GATEWAY, Victim.APPROVER)


_KINDS = {
    Victim.COUNTER: (Kind.JOURNAL, Kind.REQUEST, Kind.ANSWER, Kind.PRINT, Kind.PRINTED),
    Victim.GATEWAY: (Kind.JOURNAL, Kind.REQUEST, Kind.ANSWER),
    Victim.APPROVER: (Kind.REQUEST, Kind.ANSWER),
    Victim.PRINTER: (Kind.PRINT, Kind.PRINTED),
    Victim.PCSCD: (Kind.CARD, Kind.TOLD),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """``counts``: how many of each kind one visit has, counted in a visit left alone. ``sides``: of all."""

    seed: int
    counts: dict[Kind, int]
    points: tuple[Point, ...]
    sides: int


def plan_of(seed: int, how: How, counts: dict[Kind, int], most: int, victim: Victim = Victim.COUNTER) -> Plan:
    """``EACH_SIDE`` times each side of every point, in an order of ``seed``; the first ``most`` of them.

    Every side of every point has had its turn before any has its second.
    """
    chance = random.Random(seed)  # noqa: S311 -- an order, not a secret
    counted = {kind: counts[kind] for kind in victim.kinds}
    every = _sides(how, counted)
    order = [point for _ in range(EACH_SIDE) for point in chance.sample(every, len(every))]
    return Plan(seed=seed, counts=counted, points=tuple(order[:most]), sides=len(every))


def _sides(how: How, counts: dict[Kind, int]) -> list[Point]:
    """A disk fails before the entries of a store; a kill comes on either side of everything."""
    if not how.kills:
        return [Point(Kind.JOURNAL, number, 0) for number in range(1, counts[Kind.JOURNAL] + 1)]
    return [
        Point(kind, number, side)
        for kind in counts
        for number in range(1, counts[kind] + 1)
        for side in (0, 1)
    ]

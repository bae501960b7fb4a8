"""Draws that come out the same on every Python: only ``Random.random``, whose sequence is promised.

``choice``, ``shuffle`` and ``sample`` may change between versions (library reference, ``random``,
"Notes on Reproducibility"), so nothing here calls them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Weighted(Generic[T]):
    """Items with whole-number weights, ready to be drawn from."""

    items: tuple[T, ...]
    cumulative: tuple[int, ...]

    @classmethod
    def of(cls, pairs: Sequence[tuple[T, int]]) -> Weighted[T]:
        """Build from (item, weight); a weight of zero is never drawn."""
        return cls(tuple(item for item, _ in pairs), tuple(accumulate(weight for _, weight in pairs)))


class Chance:
    """One seeded source of draws. Not for secrets: the town is meant to be repeatable."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - a repeatable town, not a key

    def below(self, limit: int) -> int:
        """A whole number from 0 up to ``limit`` - 1."""
        return int(self._random.random() * limit)

    def between(self, lowest: int, highest: int) -> int:
        """A whole number from ``lowest`` to ``highest``, both included; ``lowest`` if they cross."""
        return lowest + self.below(max(1, highest - lowest + 1))

    def happens(self, per_mille: int) -> bool:
        """Tell whether something of that frequency happens now."""
        return self.below(1000) < per_mille

    def pick(self, items: Sequence[T]) -> T:
        """One of ``items``, each as likely as the next."""
        return items[self.below(len(items))]

    def draw(self, weighted: Weighted[T]) -> T:
        """One of the items by weight."""
        at = self.below(weighted.cumulative[-1])
        return weighted.items[bisect_right(weighted.cumulative, at)]

    def order(self, items: Sequence[T]) -> list[T]:
        """Return ``items`` in a drawn order (Fisher-Yates)."""
        drawn = list(items)
        for last in range(len(drawn) - 1, 0, -1):
            other = self.below(last + 1)
            drawn[last], drawn[other] = drawn[other], drawn[last]
        return drawn

"""Households as shapes: who lives with whom, and how far apart in age kin stand.

Shapes are drawn from ``shapes.csv``; 続柄 are those of knowledge/domain.md 3.5 (子, never 長男).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from counter_app.domain.residents import Sex
from gateway.town.chance import Chance, Weighted
from gateway.town.words import rows

HEAD = "世帯主"
OLDEST = 104

SIZES: Weighted[int] = Weighted.of(
    [(1, 262), (2, 296), (3, 190), (4, 138), (5, 62), (6, 31), (7, 13), (8, 5), (9, 3)]
)
"""Households by size, out of 1,000: a small town with a mean of about 2.6."""


@dataclass(frozen=True, slots=True)
class Kin:
    """How a relation stands: ``anchors`` are tried in order, ``gap`` is years older than the anchor."""

    anchors: tuple[str, ...]
    gap: tuple[int, int]
    sex: Sex | None = None
    own_surname: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of household: the head's sex and age in years, and the others in register order."""

    head_sex: Sex
    youngest: int
    oldest: int
    kin: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A person before he has a name: relation, sex and age in full years."""

    relation: str
    sex: Sex
    age: int


_PARENT = (-34, -20)
KIN = {
    "妻": Kin((HEAD,), (-5, 2), Sex.FEMALE),
    "夫": Kin((HEAD,), (-2, 5), Sex.MALE),
    "妻(未届)": Kin((HEAD,), (-4, 2), Sex.FEMALE, own_surname=True),
    "子": Kin(("妻", HEAD), _PARENT),
    "妻の子": Kin(("妻",), _PARENT),
    "妻(未届)の子": Kin(("妻(未届)",), _PARENT, own_surname=True),
    "子の妻": Kin(("子",), (-2, 3), Sex.FEMALE),
    "子の夫": Kin(("子",), (-2, 5), Sex.MALE),
    "孫": Kin(("子の妻", "子"), _PARENT),
    "父": Kin((HEAD,), (23, 36), Sex.MALE),
    "母": Kin((HEAD,), (20, 32), Sex.FEMALE),
    "祖母": Kin(("母",), (20, 26), Sex.FEMALE),
    "弟": Kin((HEAD,), (-8, -2), Sex.MALE),
    "妹": Kin((HEAD,), (-8, -2), Sex.FEMALE),
    "同居人": Kin((HEAD,), (-4, 4), own_surname=True),
    "縁故者": Kin((HEAD,), (-10, 10), own_surname=True),
}


@cache
def shapes() -> dict[int, Weighted[Shape]]:
    """Return the shapes of each household size."""
    by_size: dict[int, list[tuple[Shape, int]]] = {}
    for row in rows("shapes.csv"):
        kin = []
        for entry in row["kin"].split():
            relation, _, count = entry.partition("*")
            kin.append((relation, int(count or 1)))
        shape = Shape(Sex(row["head_sex"]), int(row["youngest"]), int(row["oldest"]), tuple(kin))
        by_size.setdefault(int(row["size"]), []).append((shape, int(row["weight"])))
    return {size: Weighted.of(pairs) for size, pairs in by_size.items()}


def figures(shape: Shape, chance: Chance) -> list[Figure]:
    """Draw the members of one household, head first, ages in step with one another."""
    members = [Figure(HEAD, shape.head_sex, chance.between(shape.youngest, shape.oldest))]
    for relation, count in shape.kin:
        rule = KIN[relation]
        by_relation = {member.relation: member for member in members}
        anchor = next(by_relation[name] for name in rule.anchors if name in by_relation)
        members.extend(
            Figure(relation, rule.sex or _sex_of_child(relation, shape, chance), age)
            for age in _ages(anchor.age, rule.gap, count, chance)
        )
    return members


def _ages(anchor: int, gap: tuple[int, int], count: int, chance: Chance) -> list[int]:
    """Draw ``count`` ages, eldest first; brothers and sisters are at least two years apart."""
    lowest, highest = anchor + gap[0], min(OLDEST, anchor + gap[1])
    age = chance.between(max(lowest, 2 * (count - 1), 0), highest)
    ages = [age]
    for left in range(count - 1, 0, -1):
        age -= chance.between(2, min(4, age - 2 * (left - 1)))
        ages.append(age)
    return ages


def _sex_of_child(relation: str, shape: Shape, chance: Chance) -> Sex:
    relations = {name for name, _ in shape.kin}
    if relation == "子" and "子の妻" in relations:
        return Sex.MALE
    if relation == "子" and "子の夫" in relations:
        return Sex.FEMALE
    return Sex.MALE if chance.happens(513) else Sex.FEMALE

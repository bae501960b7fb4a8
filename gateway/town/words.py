"""The town's word lists, read from the tables beside this file.

A variation selector is invisible in an editor, so the tables write it in angle brackets after its
base (``葛<E0102>西``); every pair has its own glyph in IPAmj明朝 (knowledge/domain.md 3.9).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import StringIO

from counter_app.domain.residents import Sex
from gateway.town.chance import Weighted

_SELECTOR = re.compile(r"<([0-9A-F]{4,6})>")


@dataclass(frozen=True, slots=True)
class Word:
    """One part of a name as written and as read (カタカナ)."""

    text: str
    kana: str


@dataclass(frozen=True, slots=True)
class Nation:
    """Name material of one nationality; ``kanji`` maps a Latin part to its characters, where it has any."""

    name: str
    families: tuple[str, ...]
    male: tuple[str, ...]
    female: tuple[str, ...]
    kanji: dict[str, str]


def rows(table: str) -> list[dict[str, str]]:
    """Return the rows of ``table`` (a CSV beside this file), selectors in place."""
    source = (files("gateway.town") / table).read_text(encoding="utf-8")
    return list(csv.DictReader(StringIO(_SELECTOR.sub(lambda m: chr(int(m[1], 16)), source))))


@cache
def weighted_names(table: str) -> Weighted[str]:
    """Return the ``name`` column of ``table`` by its ``weight`` column."""
    return Weighted.of([(row["name"], int(row["weight"])) for row in rows(table)])


@cache
def surnames() -> Weighted[Word]:
    """Return the surnames by how many bear them."""
    return Weighted.of([(Word(row["name"], row["kana"]), int(row["weight"])) for row in rows("surnames.csv")])


@cache
def _given_names() -> dict[tuple[str, str], Weighted[Word]]:
    lists: dict[tuple[str, str], Weighted[Word]] = {}
    for row in rows("given_names.csv"):
        words = [Word(*entry.split(":")) for entry in row["names"].split(" ")]
        # The first of a list is borne about fifty times as often as the last.
        pairs = [(word, 12_000 // ((at + 3) * (at + 6))) for at, word in enumerate(words)]
        lists[row["sex"], row["cohort"]] = Weighted.of(pairs)
    return lists


def given_names(sex: Sex, birth_year: int) -> Weighted[Word]:
    """Return the given names that parents chose around ``birth_year``, commonest first."""
    cohort = "old" if birth_year < 1955 else "mid" if birth_year < 1986 else "young"
    return _given_names()[str(sex.value), cohort]


@cache
def nations() -> Weighted[Nation]:
    """Return the nationalities of the town's foreign residents."""
    pairs = []
    for row in rows("foreign_names.csv"):
        kanji = {latin: text for text, latin in (k.split(":") for k in row["kanji"].split())}
        nation = Nation(
            row["nationality"],
            tuple(row["family"].split()),
            tuple(row["male"].split("|")),
            tuple(row["female"].split("|")),
            kanji,
        )
        pairs.append((nation, int(row["weight"])))
    return Weighted.of(pairs)

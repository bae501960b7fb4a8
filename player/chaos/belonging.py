"""The places that must have something of a person, and what; everything else is a find."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass

from player.chaos.traces import Find

IDENTITY = frozenset({"name", "kana", "address", "birth date"})
NUMBERS = frozenset({"個人番号", "住民票コード"})
ON_CARD = frozenset({"照合番号B", "PIN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """``where``: a pattern of files below the run's directory. ``kinds``: what may be there, and ``why``.

    The numbers of ``kinds`` may be there only where they were asked for.
    """

    where: str
    kinds: frozenset[str]
    why: str


PLACES = (
    Place(
        where="printer/received/*",
        kinds=IDENTITY | NUMBERS,
        why="the printer's copy of form and certificate: the paper itself",
    ),
    Place(where="printer/spool/*", kinds=IDENTITY | NUMBERS, why="what the printer has in hand"),
    Place(
        where="pcs/*/issue-*.pdf",
        kinds=IDENTITY | NUMBERS,
        why="the copy that only an exercise keeps, to compare it with the paper",
    ),
    Place(
        where="gateway/ledger.sqlite3*",
        kinds=IDENTITY,
        why="the town's own books, without the two numbers",
    ),
    Place(where="gateway/town-*.json", kinds=IDENTITY, why="the register of the fictitious town itself"),
    Place(
        where="gateway/exercise-staff.json", kinds=frozenset({"name"}), why="a clerk bears such a name too"
    ),
    Place(where="personas/*", kinds=IDENTITY | ON_CARD, why="the visitor's card, as the exercise makes it"),
    Place(where="card/*", kinds=IDENTITY | ON_CARD, why="the card process of the exercise"),
)


def belongs(find: Find, *, asked: bool) -> bool:
    """Whether the value may be there. ``asked``: the numbers were asked for."""
    kinds = (place.kinds for place in PLACES if fnmatch.fnmatch(find.where, place.where))
    may = any(find.what in each for each in kinds) and (asked or find.what not in NUMBERS)
    return may and "says of itself" not in find.where

"""The households that scenarios play with, the same in every town; nobody in them is real.

They stand in ``personas.csv``. Ids begin with 98 (residents) and 58 (households); the drawn part of
the town stays below.
"""

from __future__ import annotations

from functools import cache

from counter_app.domain.residents import ForeignStatus, RecordedDate, Resident, Sex
from counter_app.domain.restrictions import Flag
from gateway.town.words import rows


@cache
def persona_rows() -> tuple[dict[str, str], ...]:
    """Return the table, one row a person, households together and head first."""
    return tuple(rows("personas.csv"))


@cache
def persona_residents() -> tuple[Resident, ...]:
    """Return the personas with everyone of their households, head first in each."""
    heads: dict[str, str] = {}
    for row in persona_rows():
        heads.setdefault(row["household_id"], row["name"])
    return tuple(_resident(row, heads[row["household_id"]]) for row in persona_rows())


def persona_flags() -> dict[str, frozenset[Flag]]:
    """Return the flags of the few personas that are there to be held, by resident id."""
    return {
        row["resident_id"]: frozenset(Flag(flag) for flag in row["flags"].split())
        for row in persona_rows()
        if row["flags"]
    }


def _resident(row: dict[str, str], head_name: str) -> Resident:
    return Resident(
        resident_id=row["resident_id"],
        household_id=row["household_id"],
        name=row["name"],
        name_kana=row["name_kana"],
        birth=RecordedDate(iso=row["birth"], text=row["birth_text"]),
        sex=Sex(row["sex"]),
        address=row["address"],
        head_name=head_name,
        relationship=row["relationship"],
        former_name=row["former_name"],
        former_name_kana=row["former_name_kana"],
        foreign=_foreign(row),
        honseki=row["honseki"],
        hittousha=row["hittousha"],
        resident_since=RecordedDate(iso=row["since"]),
        notified_on=RecordedDate(iso=row["notified_on"]),
        previous_address=row["previous_address"],
    )


def _foreign(row: dict[str, str]) -> ForeignStatus | None:
    if not row["nationality"]:
        return None
    return ForeignStatus(
        nationality=row["nationality"],
        legal_category="中長期在留者",
        residence_status=row["residence_status"],
        card_number=row["residence_card"],
    )

"""Japanese era dates: the table, printing and fast entry (knowledge/domain.md 3.6)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

ERA_TABLE_VERSION = "2019-05-01"


@dataclass(frozen=True, slots=True)
class Era:
    """An era: its name, its letter for fast entry and its first day."""

    name: str
    letter: str
    first_day: date


ERAS = (
    Era("令和", "R", date(2019, 5, 1)),
    Era("平成", "H", date(1989, 1, 8)),
    Era("昭和", "S", date(1926, 12, 25)),
    Era("大正", "T", date(1912, 7, 30)),
    Era("明治", "M", date(1868, 1, 25)),
)


def era_of(day: date) -> Era:
    """Return the era of ``day``; ValueError before 明治."""
    for era in ERAS:
        if day >= era.first_day:
            return era
    raise ValueError(f"no era in the table for {day.isoformat()}")


def era_year(day: date) -> int:
    """Return the year of ``day`` within its era, 1 for 元年."""
    return day.year - era_of(day).first_day.year + 1


def print_wareki(day: date) -> str:
    """Print ``day`` as certificates do: 令和元年5月1日."""
    year = era_year(day)
    return f"{era_of(day).name}{'元' if year == 1 else year}年{day.month}月{day.day}日"


def print_western(day: date) -> str:
    """Print ``day`` by the Western calendar, as for foreign residents' births."""
    return f"{day.year}年{day.month}月{day.day}日"


_ERA = r"(?P<era>[MTSHR]|明治?|大正?|昭和?|平成?|令和?)"
_REST = r"[年./-](?P<month>[0-9]{1,2})[月./-](?P<day>[0-9]{1,2})日?"
_ENTRY = re.compile(rf"{_ERA} ?(?P<year>[0-9]{{1,2}}|元){_REST}")
_COMPACT = re.compile(r"(?P<era>[MTSHR])(?P<year>[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_WESTERN = re.compile(rf"(?P<year>[0-9]{{4}}){_REST}")
# without separators only eight digits are a date: 198011 could be January or November
_WESTERN_COMPACT = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")


def parse_entry(text: str) -> date:
    """Read a clerk's date: ``S55.2.17``, ``S550217``, ``昭和55年2月17日``, ``1980-02-17``.

    Full-width letters and digits are read as half-width ones: the input method is often left on.
    Raises ValueError if it is no date, or a day outside the era named (昭和64年1月8日).
    """
    entry = unicodedata.normalize("NFKC", text).strip().upper()
    if western := _WESTERN.fullmatch(entry) or _WESTERN_COMPACT.fullmatch(entry):
        return date(*(int(western[part]) for part in ("year", "month", "day")))
    match = _ENTRY.fullmatch(entry) or _COMPACT.fullmatch(entry)
    if match is None:
        raise ValueError(f"not a date: {text!r}")
    era = next(e for e in ERAS if match["era"] in (e.letter, e.name[0], e.name))
    year = 1 if match["year"] == "元" else int(match["year"])
    day = date(era.first_day.year + year - 1, int(match["month"]), int(match["day"]))
    if era_of(day) is not era:
        raise ValueError(f"{text!r} is not within {era.name}")
    return day

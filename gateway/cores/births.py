"""A recorded birth in the digits that a search and a card use."""

from __future__ import annotations

import re

from counter_app.domain.residents import RecordedDate
from counter_app.domain.wareki import ERAS

_UNKNOWN_DAY = re.compile(r"^(?P<era>\D{2})(?P<year>\d{1,2}|元)年(?:(?P<month>\d{1,2})月)?")


def birth_digits(birth: RecordedDate) -> str:
    """Return a birth as YYYYMMDD, 00 where the register says 不詳; empty if nothing can be told."""
    if birth.iso:
        return birth.iso.replace("-", "")
    match = _UNKNOWN_DAY.match(birth.text)
    era = next((era for era in ERAS if match and era.name == match["era"]), None)
    if match is None or era is None:
        return ""
    year = 1 if match["year"] == "元" else int(match["year"])
    return f"{era.first_day.year + year - 1:04d}{int(match['month'] or 0):02d}00"

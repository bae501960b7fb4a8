"""The gateway's time: the only clock that dates a certificate (design.md 3)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

TOKYO = ZoneInfo("Asia/Tokyo")


class Clock(Protocol):
    """What time it is, with a zone."""

    def now(self) -> datetime:
        """Return the present in Asia/Tokyo."""
        ...


class TokyoClock:
    """The machine's clock, as Tokyo reads it."""

    def now(self) -> datetime:
        """Return the present in Asia/Tokyo."""
        return datetime.now(TOKYO)


def today(clock: Clock) -> date:
    """Return the day a certificate issued now carries."""
    return clock.now().astimezone(TOKYO).date()


def stamp(clock: Clock) -> str:
    """Return the present as ISO 8601 to the millisecond, as records and answers carry it."""
    return clock.now().astimezone(TOKYO).isoformat(timespec="milliseconds")

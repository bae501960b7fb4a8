"""A clock that stands still until it is moved."""

from __future__ import annotations

from datetime import datetime, timedelta

START = "2026-11-24T09:00:00+09:00"


class FakeClock:
    """Implements ``Clock``."""

    def __init__(self, start: str = START) -> None:
        self._now = datetime.fromisoformat(start)
        self._seconds = 0.0
        self.trusted = True

    def now(self) -> datetime:
        return self._now

    def set_gateway_time(self, iso: str) -> None:
        told = datetime.fromisoformat(iso)
        if told.tzinfo is None:
            raise ValueError("a gateway time carries its zone")
        self._now = max(self._now, told)
        self.trusted = True

    def monotonic(self) -> float:
        return self._seconds

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._now += timedelta(seconds=seconds)
        self._seconds += seconds

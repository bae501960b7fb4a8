"""The one clock (design.md 3): the gateway's last signed time, carried on by this PC's monotonic clock."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Time for records and deadlines. May be called from any thread; never blocks, never raises."""

    @property
    def trusted(self) -> bool:
        """Whether the gateway's time is known; until then ``now`` is nothing to show anybody."""
        ...

    def now(self) -> datetime:
        """The time, with zone; this PC's own time only until the gateway's is known."""
        ...

    def set_gateway_time(self, iso: str) -> None:
        """Take over a time the gateway has signed (ISO 8601 with zone); an older one changes nothing.

        Raises ValueError for text that is no such time.
        """
        ...

    def monotonic(self) -> float:
        """Seconds since some fixed moment; never goes back, for measuring durations."""
        ...

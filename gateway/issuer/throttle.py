"""Slows the guessing of passwords: after five failures a name waits a minute."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

from gateway.clock import Clock

MOST_FAILURES = 5
WAIT = timedelta(minutes=1)


class Throttle:
    """Failures per name, in memory; a success clears them. Unknown names count like known ones."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures: dict[str, tuple[int, datetime]] = {}

    def closed(self, name: str) -> bool:
        """Tell whether ``name`` has to wait now."""
        with self._lock:
            count, last = self._failures.get(name, (0, self._clock.now()))
        return count >= MOST_FAILURES and self._clock.now() - last < WAIT

    def failed(self, name: str) -> None:
        """Count a failure; those before the last wait are forgotten."""
        now = self._clock.now()
        with self._lock:
            self._failures = {key: kept for key, kept in self._failures.items() if now - kept[1] < WAIT}
            count, _ = self._failures.get(name, (0, now))
            self._failures[name] = (count + 1, now)

    def succeeded(self, name: str) -> None:
        """Forget the failures of ``name``."""
        with self._lock:
            self._failures.pop(name, None)

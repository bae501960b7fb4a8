"""Slows the guessing of passwords: after five failures a name waits a minute."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

from gateway.clock import Clock

MOST_FAILURES = 5
WAIT = timedelta(minutes=1)


class Throttle:
    """Attempts per name, in memory; a success clears them. Unknown names count like known ones."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._attempts: dict[str, tuple[int, datetime]] = {}

    def admits(self, name: str) -> bool:
        """Count an attempt of ``name`` before it is verified; False if the name has to wait now.

        Counted first, so that guesses made at the same time are not let through together. An attempt that has
        to wait is not counted; those before the last wait are forgotten.
        """
        now = self._clock.now()
        with self._lock:
            self._attempts = {key: kept for key, kept in self._attempts.items() if now - kept[1] < WAIT}
            count, _ = self._attempts.get(name, (0, now))
            if count >= MOST_FAILURES:
                return False
            self._attempts[name] = (count + 1, now)
        return True

    def succeeded(self, name: str) -> None:
        """Forget the attempts of ``name``."""
        with self._lock:
            self._attempts.pop(name, None)

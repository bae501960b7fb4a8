"""The line of the counter and the gateway at its end, as a bad day treats them."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from player.parts.gateway_process import GatewayProcess
from player.parts.line import Line, LineFailed
from player.parts.line_call import Harm

LEDGER = "ledger.sqlite3"


class BrokenLine:
    """``port`` is where the counter finds the gateway, 0 where it has no line of its own."""

    def __init__(self, gateway: GatewayProcess, data: Path, *, wanted: bool) -> None:
        self._gateway = gateway
        self._ledger = data / LEDGER
        self._kept = data / f"{LEDGER}.kept"
        self._line = Line(urlsplit(gateway.info.api_url).port or 0) if wanted else None
        self._tick = threading.Event()
        self._cut_at = 0.0
        self.port = self._line.port if self._line else 0

    def cut(self) -> None:
        """Cut the line, and look at the clock. Raises LineFailed, as all of these do, where there is none."""
        self._there().cut()
        self._cut_at = time.monotonic()

    def mend(self, after: float) -> None:
        """Mend it, ``after`` seconds from its cut at the earliest."""
        while (left := self._cut_at + after - time.monotonic()) > 0:
            self._tick.wait(left)
        self._there().mend()

    def swallow_answer(self) -> None:
        """Lose the answer to the next request."""
        self._there().swallow_answer()

    def change_byte(self, harm: Harm, after: int) -> None:
        """Change a byte of a request or of its answer, once ``after`` others have passed."""
        self._there().change_byte(harm, after)

    def wait_swallowed(self, seconds: float) -> None:
        """Wait until an answer was lost, or a byte changed."""
        self._there().wait_swallowed(seconds)

    def keep_ledger(self) -> None:
        """For a planted fault: remember the ledger as it is now."""
        with (
            contextlib.closing(sqlite3.connect(self._ledger)) as now,
            contextlib.closing(sqlite3.connect(self._kept)) as kept,
        ):
            now.backup(kept)

    def put_back_ledger(self) -> None:
        """A planted fault: the ledger of a gateway that does not run becomes the one remembered."""
        for journal in self._ledger.parent.glob(f"{LEDGER}-*"):
            journal.unlink()
        self._kept.replace(self._ledger)

    def stop(self) -> None:
        """Give up the line; may be called twice."""
        if self._line is not None:
            self._line.stop()

    def _there(self) -> Line:
        if self._line is None:
            raise LineFailed("this scenario has no line of its own")
        return self._line

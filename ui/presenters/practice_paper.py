"""The training mode's scanner: types a printed sheet's code where the handheld scanner would type it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from counter_app.application.lanes_port import Lane, Lanes


class Tray(Protocol):
    """The sheets that came out of the simulated printer. Both calls block and look at the paper."""

    def next_code(self) -> str:
        """The code of the next sheet; empty where none came out."""
        ...

    def other_code(self) -> str:
        """The code of a sheet that does not belong to the last job."""
        ...


class PracticeScanner:
    """Looks at paper on the PRINTER lane, where everything that opens a PDF runs; types on the owner thread.

    ``typed`` writes one line into the field that has the focus and ends it with Enter, as the device does.
    """

    def __init__(
        self, lanes: Lanes, tray: Tray, typed: Callable[[str], None], bug: Callable[[BaseException], None]
    ) -> None:
        self._lanes = lanes
        self._tray = tray
        self._typed = typed
        self._bug = bug

    def scan_next(self) -> None:
        """Scan the next sheet of the last job."""
        self._lanes.run(Lane.PRINTER, self._tray.next_code, self._read)

    def scan_other(self) -> None:
        """Scan a sheet that does not belong here."""
        self._lanes.run(Lane.PRINTER, self._tray.other_code, self._read)

    def _read(self, code: str | None, error: BaseException | None) -> None:
        if error is not None:
            self._bug(error)
        elif code:
            self._typed(code)

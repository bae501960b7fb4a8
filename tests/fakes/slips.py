"""Serials of slips in memory, kept by a mapping that can outlive the one who counted."""

from __future__ import annotations

from datetime import date

from counter_app.application.port_errors import PortError


class FakeSlipNumbers:
    """Implements ``SlipNumbers``. ``fault`` is raised by the next taking, which takes none."""

    def __init__(self, last: dict[date, int] | None = None) -> None:
        self.last = {} if last is None else last
        self.fault: PortError | None = None

    def take(self, day: date) -> int:
        if self.fault is not None:
            fault, self.fault = self.fault, None
            raise fault
        self.last[day] = self.last.get(day, 0) + 1
        return self.last[day]

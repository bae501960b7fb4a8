"""Requests taken while the line is down: a number for the visitor first, then the journal, then the screen.

The number is on disk before it is in the event, and the event is on disk before anybody sees it: a program
killed in between leaves a gap in the numbers, never two visitors with one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from counter_app.application.case_desk import CaseDesk
from counter_app.application.clock_port import Clock
from counter_app.application.lanes_port import Lane, Lanes
from counter_app.application.settling import Settling
from counter_app.application.store_port import SlipNumbers
from counter_app.domain.fallback import TakenRequest, slip_number
from counter_app.domain.issuance import clerk_events as clerk


class TakenRequests:
    """Takes requests while the line is down, and opens them when it is back. Belongs to the owner thread."""

    def __init__(self, slips: SlipNumbers, lanes: Lanes, clock: Clock) -> None:
        self._slips = slips
        self._lanes = lanes
        self._clock = clock
        self._desk: CaseDesk | None = None
        self._settling: Settling | None = None
        self._numbering: set[str] = set()
        self._up: bool | None = None
        self._down_since: datetime | None = None

    @property
    def is_down(self) -> bool:
        """Whether the line is known to be down."""
        return self._up is False

    @property
    def down_since(self) -> datetime | None:
        """Since when it is down; None while it is not known to be."""
        return self._down_since

    @property
    def are_being_sent(self) -> bool:
        """Whether the line is there and something taken without it is still not known to the gateway."""
        return self._up is True and self._settling is not None and bool(self._settling.waiting)

    def begin(self, desk: CaseDesk) -> None:
        """A clerk has signed in: what he took goes on."""
        self._desk, self._settling = desk, Settling(desk, self._clock)
        if self._up:
            self._settling.start()

    def line(self, *, up: bool, since: datetime | None = None) -> None:
        """The line came back or went (``since`` when, if that is known)."""
        self._up, self._down_since = up, None if up else since or self._clock.now()
        if up and self._settling is not None:
            self._settling.start()

    def go_on(self) -> None:
        """Something changed, or time passed."""
        if self._up and self._settling is not None:
            self._settling.go_on()

    def take(self, case_id: str, request: TakenRequest) -> None:
        """Take what the page says but for number and time, which are given here; once, however often told."""
        desk = self._desk
        if desk is None or case_id in self._numbering:
            return
        self._numbering.add(case_id)
        taken_at = self._clock.now()

        def numbered(serial: int | None, error: BaseException | None) -> None:
            self._numbering.discard(case_id)
            if serial is None:
                desk.not_kept(case_id, error or AssertionError("a serial or an error"))
                return
            number = slip_number(desk.desk.staff.terminal, taken_at.date(), serial)
            taken = replace(request, slip_number=number, taken_at=taken_at.isoformat(timespec="seconds"))
            desk.tell(case_id, clerk.RequestTaken(request=taken))

        self._lanes.run(Lane.STORE, lambda: self._slips.take(taken_at.date()), numbered)

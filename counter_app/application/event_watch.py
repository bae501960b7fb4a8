"""Listens to the gateway all day, and knows by that whether the line is there (design.md 3, EVENTS)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from counter_app.application.approval_port import Events
from counter_app.application.clock_port import Clock
from counter_app.application.lanes_port import Lane, Lanes
from counter_app.application.port_errors import PortError, Unavailable
from counter_app.domain.failures import FailureCode

AGAIN_AFTER_S = 2.0
"""How long after it ended the stream is asked for again."""
FAILED_IN_A_ROW = 3
"""So many attempts that found no gateway, one after the other, are an outage; fewer are a hiccup."""


class EventWatch:
    """Follows the events of one signed-in person. Belongs to the owner thread, but for what runs on its lane.

    ``moved(approval_id)`` is told what moved, ``""`` for everything: just connected, so ask again.
    ``line(up)`` is told each change of the line: True once connected, False after ``FAILED_IN_A_ROW``
    attempts that ended with ``Unavailable``; the end of a stream that was connected is the first of them.
    ``Refused(SIGN_IN_EXPIRED)`` is an answer: the line is there, and following waits for ``resume``. Then
    ``moved`` is told ``""`` too: who waits to hear must ask, and so is told to sign in. Any other refusal
    says nothing of the line. ``bug`` gets what no port may raise. All are called on the owner thread, and
    none for what was heard before ``stop``.
    """

    def __init__(
        self,
        events: Events,
        lanes: Lanes,
        clock: Clock,
        *,
        moved: Callable[[str], None],
        line: Callable[[bool], None],
        bug: Callable[[BaseException], None],
    ) -> None:
        self._events = events
        self._lanes = lanes
        self._clock = clock
        self._moved = moved
        self._line = line
        self._bug = bug
        self._turn = 0
        self._following = False
        self._stopped = False
        self._due = clock.monotonic()
        self._failed = 0
        self._failing_since: datetime | None = None
        self._up: bool | None = None

    @property
    def up(self) -> bool | None:
        """Whether the line is there; None until the first attempt has told."""
        return self._up

    @property
    def down_since(self) -> datetime | None:
        """When the first of the attempts failed that make up this outage; None while there is none."""
        return self._failing_since if self._up is False else None

    @property
    def stopped(self) -> bool:
        """Whether it waits for ``resume``: stopped, or the sign-in has expired."""
        return self._stopped

    def tick(self) -> None:
        """Follow, if that is due. Once a second, from the first on; never blocks."""
        if self._stopped or self._following or self._clock.monotonic() < self._due:
            return
        self._turn += 1
        self._following = True
        turn = self._turn

        def heard(approval_id: str) -> None:
            self._lanes.post(lambda: self._heard(turn, approval_id))

        def wanted() -> bool:
            return self._turn == turn

        self._lanes.run(
            Lane.EVENTS,
            lambda: self._events.follow(heard, wanted),
            lambda _none, error: self._ended(turn, error),
        )

    def stop(self) -> None:
        """Follow no more until ``resume``; may be called twice. What is under way ends at its next beat."""
        self._turn += 1
        self._following = False
        self._stopped = True

    def resume(self) -> None:
        """Somebody is signed in (again): follow from the next tick on. Harmless while it follows."""
        if self._stopped:
            self._stopped = False
            self._due = self._clock.monotonic()

    def _heard(self, turn: int, approval_id: str) -> None:
        if turn != self._turn:
            return
        if not approval_id:
            self._tell(up=True)
        self._moved(approval_id)

    def _ended(self, turn: int, error: BaseException | None) -> None:
        if turn != self._turn:
            return
        self._following = False
        self._due = self._clock.monotonic() + AGAIN_AFTER_S
        if isinstance(error, Unavailable):
            self._failed += 1
            self._failing_since = self._failing_since or self._clock.now()
            if self._failed >= FAILED_IN_A_ROW:
                self._tell(up=False)
        elif isinstance(error, PortError):
            if error.failure.code is FailureCode.SIGN_IN_EXPIRED:
                self._stopped = True
                self._tell(up=True)
                self._moved("")
        elif error is not None:
            self._bug(error)

    def _tell(self, *, up: bool) -> None:
        if up:
            self._failed, self._failing_since = 0, None
        if up is not self._up:
            self._up = up
            self._line(up)

"""The gateway's events in memory: polled like the real one's, cut when a test says so."""

from __future__ import annotations

import threading
from collections.abc import Callable

from counter_app.application.port_errors import PortError
from tests.fakes.approvals import FakeApprovals

POLLED_EVERY_S = 0.01


class FakeEvents:
    """Implements ``Events``: tells whatever moves of ``approvals`` from now on, until it is ``cut``.

    It blocks until nobody wants it: give it a thread of its own, as the EVENTS lane is.
    """

    def __init__(self, approvals: FakeApprovals) -> None:
        self._approvals = approvals
        self.cut: PortError | None = None

    def follow(self, heard: Callable[[str], None], wanted: Callable[[], bool]) -> None:
        moved, poll = self._approvals.moved, threading.Event()
        told = len(moved)
        if self.cut is None:
            heard("")
        while wanted():
            if self.cut is not None:
                raise self.cut
            for approval_id in moved[told:]:
                heard(approval_id)
                told += 1
            poll.wait(POLLED_EVERY_S)

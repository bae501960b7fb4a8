"""The gateway's events in memory, polled like the real one's."""

from __future__ import annotations

import threading
from collections.abc import Callable

from tests.fakes.approvals import FakeApprovals

POLLED_EVERY_S = 0.01


class FakeEvents:
    """Implements ``Events``: tells whatever moves of ``approvals`` from now on.

    It blocks until nobody wants it: give it a thread of its own, as the EVENTS lane is.
    """

    def __init__(self, approvals: FakeApprovals) -> None:
        self._approvals = approvals

    def follow(self, heard: Callable[[str], None], wanted: Callable[[], bool]) -> None:
        moved, poll = self._approvals.moved, threading.Event()
        told = len(moved)
        heard("")
        while wanted():
            for approval_id in moved[told:]:
                heard(approval_id)
                told += 1
            poll.wait(POLLED_EVERY_S)

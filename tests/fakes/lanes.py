"""Lanes without threads: work waits until it is stepped, and answers come in the order of asking."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from counter_app.application.lanes_port import Lane, Value


class FakeLanes:
    """Implements ``Lanes``. ``dead`` lanes take work and never do it."""

    def __init__(self) -> None:
        self.dead: set[Lane] = set()
        self.waiting: deque[tuple[Lane, Callable[[], None]]] = deque()

    def run(
        self,
        lane: Lane,
        work: Callable[[], Value],
        deliver: Callable[[Value | None, BaseException | None], None],
    ) -> None:
        def do() -> None:
            try:
                value, error = work(), None
            except Exception as raised:  # noqa: BLE001 the lane boundary: whatever happened is delivered
                deliver(None, raised)
            else:
                deliver(value, error)

        if lane not in self.dead:
            self.waiting.append((lane, do))

    def post(self, call: Callable[[], None]) -> None:
        call()

    def step(self) -> Lane:
        """Do the oldest work that waits; returns its lane."""
        lane, do = self.waiting.popleft()
        do()
        return lane

    def run_all(self) -> None:
        """Do all that waits, and what follows from it."""
        while self.waiting:
            self.step()

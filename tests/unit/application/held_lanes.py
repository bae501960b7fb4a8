"""Lanes that run at once, but for those a test holds back to look at what happens in between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from counter_app.application.lanes_port import Lane, Value
from counter_app.application.port_errors import PortError


class HeldLanes:
    """Implements ``Lanes``. Work of the lanes in ``held`` waits until ``step``; all else runs at once."""

    def __init__(self, *held: Lane) -> None:
        self.held = frozenset(held)
        self.waiting: deque[Callable[[], None]] = deque()

    def run(
        self,
        lane: Lane,
        work: Callable[[], Value],
        deliver: Callable[[Value | None, BaseException | None], None],
    ) -> None:
        def do() -> None:
            try:
                value = work()
            except (OSError, ArithmeticError, LookupError, RuntimeError, PortError) as error:
                deliver(None, error)
            else:
                deliver(value, None)

        if lane in self.held:
            self.waiting.append(do)
        else:
            do()

    def post(self, call: Callable[[], None]) -> None:
        call()

    def step(self) -> None:
        """Do the oldest work that waits."""
        self.waiting.popleft()()

    def run_all(self) -> None:
        """Do all that waits, and what follows from it."""
        while self.waiting:
            self.step()

"""Opens at the gateway what was taken without it: one case after another, and one that fails stops no other.

Each attempt is journaled, so nothing is tried again and again: a line that goes ends the round, and rounds
that nothing calls for come ever more seldom.
"""

from __future__ import annotations

from collections import deque

from counter_app.application.case_desk import Case, CaseDesk
from counter_app.application.clock_port import Clock
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.deferring import waits_for_line

FIRST_PAUSE_S = 5.0
LONGEST_PAUSE_S = 300.0


class Settling:
    """Belongs to the owner thread. ``go_on`` is called while the line is there, whenever anything changed."""

    def __init__(self, desk: CaseDesk, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock
        self._left: deque[str] = deque()
        self._asked = ""
        self._turn = 0
        self._pause = FIRST_PAUSE_S
        self._due = clock.monotonic()

    @property
    def waiting(self) -> tuple[str, ...]:
        """The clerk's own cases that the gateway does not know yet, oldest first.

        Another clerk's wait for him: the gateway gives a case to whoever opens it, and to nobody else.
        """
        return tuple(case_id for case_id, case in self._desk.cases.items() if self._is_mine(case))

    def start(self) -> None:
        """The line came back, or somebody signed in: begin a round with everything that waits."""
        self._left = deque(self.waiting)
        self._pause = FIRST_PAUSE_S
        self._due = self._clock.monotonic() + self._pause
        self.go_on()

    def go_on(self) -> None:
        """Ask for the next case, once the one before has its answer."""
        if self._is_under_way():
            return
        while self._left:
            case_id = self._left.popleft()
            case = self._desk.cases.get(case_id)
            if case is not None and self._is_mine(case) and not isinstance(case.state, states.Opening):
                self._asked, self._turn = case_id, case.state.turn
                self._desk.tell(case_id, events.LineReturned())
                return
        self._again_later()

    def _is_under_way(self) -> bool:
        case = self._desk.cases.get(self._asked)
        if case is None:
            return False
        not_taken = case.state.turn == self._turn and not case.unwritten
        if isinstance(case.state, states.Opening) or not_taken:
            return True
        self._asked = ""
        failure = case.state.failure if isinstance(case.state, states.Deferred) else None
        if failure is not None and failure.code is FailureCode.GATEWAY_UNREACHABLE:
            # the line, not the case: the others would only wait for the same answer
            self._left.clear()
        return False

    def _again_later(self) -> None:
        """What was kept waiting by the line; what a person has to look at waits for him."""
        now = self._clock.monotonic()
        kept = [
            case_id
            for case_id in self.waiting
            if isinstance(self._desk.cases[case_id].state, states.Deferred)
        ]
        if not kept or now < self._due:
            return
        self._pause = min(2 * self._pause, LONGEST_PAUSE_S)
        self._due = now + self._pause
        self._left = deque(kept)
        self.go_on()

    def _is_mine(self, case: Case) -> bool:
        own = case.state.ref.staff_id in ("", self._desk.desk.staff.staff_id)
        return own and waits_for_line(case.state)

"""What the counter does with requests taken while the line is down, beside its other cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from counter_app.application.case_desk import CaseDesk
from counter_app.application.taken_requests import TakenRequests
from counter_app.domain.issuance import events, states
from ui import view_models as vm
from ui.presenters.caseload import Followed
from ui.presenters.deferring import react_taking, request_typed, sends_again
from ui.presenters.frame import slip_of
from ui.presenters.line import Line, line_of


class WithoutLine:
    """``requests`` None: at this counter nothing is taken, and the line is not spoken of."""

    def __init__(self, requests: TakenRequests | None) -> None:
        self._requests = requests

    @property
    def line(self) -> Line:
        """The line, as the screen speaks of it."""
        return line_of(self._requests)

    def begin(self, desk: CaseDesk) -> None:
        """A clerk has signed in."""
        if self._requests is not None:
            self._requests.begin(desk)

    def moved(self, *, up: bool, since: datetime | None) -> None:
        """The line came back, or went ``since`` then."""
        if self._requests is not None:
            self._requests.line(up=up, since=since)

    def go_on(self) -> None:
        """Something changed, or time passed."""
        if self._requests is not None:
            self._requests.go_on()

    def left(self, intent: vm.Intent, state: states.IssuanceState) -> vm.ClosedBody | None:
        """What stays on the screen when Enter goes on to the next visitor; None where it does not."""
        if not isinstance(intent, vm.PrimaryPressed) or not isinstance(state, states.Deferred):
            return None
        if sends_again(state, self.line):
            return None
        return vm.ClosedBody(number=slip_of(state), outcome="deferred")

    def answers(
        self,
        intent: vm.Intent,
        case_id: str,
        followed: Followed,
        today: str,
        tell: Callable[[str, events.Event], None],
    ) -> bool:
        """Answer an intent where a request is taken down; False where it means what it means everywhere."""
        if not isinstance(followed.state, states.TakingRequest):
            return False
        if isinstance(intent, vm.TakingSubmitted):
            followed.draft, request = request_typed(intent, followed.draft, today)
            if request is not None and self._requests is not None:
                self._requests.take(case_id, request)
            return True
        reaction = react_taking(intent, followed.draft)
        if reaction is None:
            return False
        followed.draft, told = reaction
        for event in told:
            tell(case_id, event)
        return True

"""The approver's window: what waits, the one record that is open, and what his keys decide about it.

Lives on the thread that owns the screen. A record is in memory only while it is on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from counter_app.application.approval_port import WaitingApproval
from counter_app.application.approver_work import ApproverWork
from counter_app.application.clock_port import Clock
from counter_app.application.port_errors import PortError
from counter_app.domain.failures import Failure, FailureCode
from ui import view_models as vm
from ui.presenters.approver_feed import told_of
from ui.presenters.approver_record import RecordAtHand
from ui.presenters.approver_screen import Opened, Phase, Queue, approver_screen
from ui.presenters.outside import Outside, Watch
from ui.presenters.screen import ScreenView
from ui.presenters.storms import Storms

ASK_EVERY_S = 5.0
"""The queue is asked for this often, whether or not the event stream told of anything."""


class ApproverPresenter:
    """``begin`` gives it the work; then it renders. ``watch`` may be set before that.

    ``tell`` says to an exercise what is shown, never personal data. ``settle``: seconds within which the same
    key again is a bounce: it must not sign.
    """

    def __init__(
        self,
        *,
        view: ScreenView,
        clock: Clock,
        outside: Outside,
        tell: Callable[[str, Mapping[str, object]], None],
        settle: float = 0.35,
    ) -> None:
        self._view = view
        self._clock = clock
        self._outside = outside
        self._tell = tell
        self._storms = Storms(clock, settle)
        self._work: ApproverWork | None = None
        self._queue = Queue()
        self._opened: Opened | None = None
        self._at_hand: RecordAtHand | None = None
        self._asking = False
        self._ask_again = False
        self._asked = -ASK_EVERY_S
        self._told: tuple[str, Mapping[str, object]] = ("", {})
        self.watch: Watch | None = None

    def begin(self, work: ApproverWork) -> None:
        """An approver has signed in: nothing of the one before is left."""
        self._work, self._queue, self._opened, self._at_hand = work, Queue(), None, None
        self._asking, self._ask_again, self._told = False, False, ("", {})
        if self.watch is not None:
            self.watch.resume()
        self.ask()
        self.show()

    def end(self) -> None:
        """He has signed out: forget everything."""
        self._work, self._queue, self._opened, self._at_hand = None, Queue(), None, None
        if self.watch is not None:
            self.watch.stop()

    def moved(self, _approval_id: str) -> None:
        """The event stream told of something: ask for the queue."""
        self.ask()

    def line(self, up: bool) -> None:
        """The line to the gateway went or came back: the queue's own answer says which, and why."""
        del up
        self.ask()

    def tick(self) -> None:
        """Once a second: waiting times, the clock, and now and then the queue."""
        if self._work is None:
            return
        if self.watch is not None:
            self.watch.tick()
        if self._clock.monotonic() - self._asked >= ASK_EVERY_S:
            self.ask()
        self.show()

    def handle(self, intent: vm.Intent) -> None:
        """One key of the approver's."""
        if self._work is None or self._storms.repeats(intent):
            return
        if self._opened is None:
            self._in_list(intent)
        elif self._at_hand is not None:
            self._at_hand.handle(intent)
        self.show()

    # the queue

    def ask(self) -> None:
        """Ask for the queue, or for it once more when its answer has come."""
        work = self._work
        if work is None:
            return
        if self._asking:
            self._ask_again = True
            return
        self._asking, self._ask_again, self._asked = True, False, self._clock.monotonic()
        work.ask_waiting(lambda waiting, error: self._answered(work, waiting, error))

    def _answered(
        self, work: ApproverWork, waiting: tuple[WaitingApproval, ...] | None, error: BaseException | None
    ) -> None:
        if self._work is not work:
            return
        self._asking = False
        if waiting is None:
            failure = self.failure_of(error)
            self._queue = replace(self._queue, failure=failure)
        else:
            self._queue = self._queue.after(waiting)
            self._miss(frozenset(line.approval_id for line in waiting))
        if self._ask_again:
            self.ask()
        self.show()

    def _miss(self, ids: frozenset[str]) -> None:
        """The open record waits no more: it leaves, unless its own decision is on its way."""
        opened = self._opened
        if opened is None or opened.approval_id in ids:
            return
        deciding = opened.phase in (Phase.SIGNING, Phase.SENDING_BACK)
        if not deciding and not opened.unsettled:
            self.leave("gone")

    def _in_list(self, intent: vm.Intent) -> None:
        match intent:
            case vm.CaseSelected(case_id=approval_id):
                self._queue = replace(self._queue, selected=approval_id)
            case vm.PrimaryPressed():
                self._open()
            case vm.ActionPressed(action=vm.Action.SIGN_OUT):
                self._outside.sign_out()
            case _:
                pass

    def _open(self) -> None:
        work, waiting = self._work, self._queue.waiting or ()
        line = next((line for line in waiting if line.approval_id == self._queue.selected), None)
        if work is None or line is None:
            return
        opened = Opened(approval_id=line.approval_id, number=line.number)
        self._opened, self._at_hand = opened, RecordAtHand(opened, work, self)
        self._queue = replace(self._queue, number="", outcome="")
        self._at_hand.read()

    # what the record at hand asks of its window (``Around``)

    def shows(self, opened: Opened) -> bool:
        """See ``Around.shows``."""
        return self._opened is opened

    def leave(self, outcome: str) -> None:
        """See ``Around.leave``; the record is on no screen and in no memory from here on."""
        opened, self._opened, self._at_hand = self._opened, None, None
        if opened is not None:
            self._queue = self._queue.left(opened, outcome)

    def unreadable(self, failure: Failure | None) -> None:
        """See ``Around.unreadable``."""
        self.leave("")
        self._queue = replace(self._queue, failure=failure)

    def failure_of(self, error: BaseException | None) -> Failure | None:
        """What to say; a sign-in that ran out leads to the sign-in page, a bug is passed on."""
        if not isinstance(error, PortError):
            self._outside.bug(error or AssertionError("an answer or an error"))
            return Failure(code=FailureCode.INTERNAL)
        if error.failure.code is FailureCode.SIGN_IN_EXPIRED:
            self._outside.sign_out(error.failure)
            return None
        return error.failure

    def show(self) -> None:
        """Render, and tell an exercise where something else is shown."""
        if self._work is None:
            return
        told = told_of(self._queue, self._opened)
        if told != self._told:
            self._told = told
            self._tell(*told)
        self._view.render(approver_screen(self._work.desk.staff, self._clock, self._queue, self._opened))

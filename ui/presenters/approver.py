"""The approver's window: what waits, the one record that is open, and what his keys decide about it.

Lives on the thread that owns the screen. A record is in memory only while it is on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from counter_app.application.approval_port import WaitingApproval
from counter_app.application.approver_work import ApproverWork, Examined
from counter_app.application.case_memory import Preview
from counter_app.application.clock_port import Clock
from counter_app.application.port_errors import PortError, Refused, Uncertain
from counter_app.domain.approvals import ReturnReason
from counter_app.domain.failures import Failure, FailureCode
from ui import view_models as vm
from ui.presenters.approver_comparing import compared
from ui.presenters.approver_feed import told_of
from ui.presenters.approver_screen import KEPT, Opened, Phase, Queue, approver_screen
from ui.presenters.outside import Outside
from ui.presenters.screen import ScreenView
from ui.presenters.storms import Storms

ASK_EVERY_S = 5.0
"""The queue is asked for this often, whether or not the event stream told of anything."""
NO_MORE = frozenset({FailureCode.GATEWAY_REFUSED, FailureCode.APPROVAL_MISSING})
"""What a record that waits no more is answered with: taken back, run out, or decided by somebody else."""
OVERTAKEN = frozenset({FailureCode.RECORD_CHANGED, FailureCode.ISSUE_HELD})
"""Decided anew at the gateway, it is not what was laid before him: it lapses, and the clerk begins again."""


class Watch(Protocol):
    """What hears of movements (``EventWatch``)."""

    def tick(self) -> None:
        """Once a second."""
        ...

    def stop(self) -> None:
        """Nobody is signed in."""
        ...

    def resume(self) -> None:
        """Somebody is."""
        ...


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
        self._asking = False
        self._ask_again = False
        self._asked = -ASK_EVERY_S
        self._told: tuple[str, Mapping[str, object]] = ("", {})
        self.watch: Watch | None = None

    def begin(self, work: ApproverWork) -> None:
        """An approver has signed in: nothing of the one before is left."""
        self._work, self._queue, self._opened = work, Queue(), None
        self._asking, self._ask_again = False, False
        if self.watch is not None:
            self.watch.resume()
        self._ask()
        self._show()

    def end(self) -> None:
        """He has signed out: forget everything."""
        self._work, self._queue, self._opened = None, Queue(), None
        if self.watch is not None:
            self.watch.stop()

    def moved(self, _approval_id: str) -> None:
        """The event stream told of something: ask for the queue."""
        self._ask()

    def line(self, up: bool) -> None:
        """The line to the gateway went or came back: the queue's own answer says which, and why."""
        del up
        self._ask()

    def tick(self) -> None:
        """Once a second: waiting times, the clock, and now and then the queue."""
        if self._work is None:
            return
        if self.watch is not None:
            self.watch.tick()
        if self._clock.monotonic() - self._asked >= ASK_EVERY_S:
            self._ask()
        self._show()

    def handle(self, intent: vm.Intent) -> None:
        """One key of the approver's."""
        if self._work is None or self._storms.repeats(intent):
            return
        if self._opened is None:
            self._in_list(intent)
        else:
            self._at_record(self._opened, intent)
        self._show()

    # the queue

    def _ask(self) -> None:
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
            failure = self._failure_of(error)
            self._queue = replace(self._queue, failure=failure)
        else:
            self._queue = self._queue.after(waiting)
            self._miss(frozenset(line.approval_id for line in waiting))
        if self._ask_again:
            self._ask()
        self._show()

    def _miss(self, ids: frozenset[str]) -> None:
        """The open record waits no more: it leaves, unless its own decision is on its way."""
        opened = self._opened
        if opened is None or opened.approval_id in ids:
            return
        deciding = opened.phase in (Phase.SIGNING, Phase.SENDING_BACK)
        if not deciding and not opened.unsettled:
            self._leave("gone")

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
        self._opened = opened
        self._queue = replace(self._queue, number="", outcome="")
        work.examine(line.approval_id, lambda found, error: self._examined(opened, found, error))

    # the record

    def _examined(self, opened: Opened, examined: Examined | None, error: BaseException | None) -> None:
        work = self._work
        if self._opened is not opened or work is None:
            return
        if examined is None:
            failure, gone = self._failure_of(error), _is(error, NO_MORE)
            self._leave("gone" if gone else "")
            if gone:
                self._ask()
            else:
                self._queue = replace(self._queue, failure=failure)
        else:
            opened.examined, opened.phase = examined, Phase.LOOKING
            opened.lines = compared(examined.record, work.desk.staff.pack)
            self._turn_to(opened, 0)
        self._show()

    def _turn_to(self, opened: Opened, sheet: int) -> None:
        work, examined = self._work, opened.examined
        if work is None or examined is None or not 0 <= sheet < opened.sheets:
            return
        opened.at, opened.sheet = sheet, None
        work.show_sheet(examined, sheet, lambda seen, error: self._sheet_drawn(opened, sheet, seen, error))

    def _sheet_drawn(
        self, opened: Opened, sheet: int, drawn: Preview | None, error: BaseException | None
    ) -> None:
        if self._opened is not opened or opened.at != sheet:
            return
        if drawn is None:
            opened.failure = self._failure_of(error)
        else:
            opened.sheet = vm.PageImage(width=drawn.width, height=drawn.height, rgba=drawn.rgba)
        self._show()

    def _at_record(self, opened: Opened, intent: vm.Intent) -> None:
        match intent:
            case vm.SheetSeen(sheet=sheet) if sheet == opened.at and opened.sheet is not None:
                opened.seen = opened.seen | {sheet}
            case vm.SheetTurned(change=change):
                self._turn_to(opened, opened.at + change)
            case vm.PreviewHeld(held=held):
                opened.large = held
            case vm.PrimaryPressed():
                self._enter(opened)
            case vm.BackPressed():
                self._back(opened)
            case vm.ReturnReasonChosen(reason=reason) if opened.phase is Phase.RETURNING:
                opened.reason = ReturnReason(reason)
            case vm.ActionPressed(action=action) if opened.phase in (Phase.READING, Phase.LOOKING):
                self._act(opened, action)
            case _:
                pass

    def _enter(self, opened: Opened) -> None:
        match opened.phase:
            case Phase.LOOKING if opened.approvable:
                opened.phase, opened.failure = Phase.ASKING, None
            case Phase.ASKING if opened.approvable:
                self._sign(opened)
            case Phase.RETURNING if opened.reason is not None:
                self._give_back(opened, opened.reason)
            case _:
                pass

    def _back(self, opened: Opened) -> None:
        if opened.phase in (Phase.ASKING, Phase.RETURNING):
            opened.phase = Phase.LOOKING
            if not opened.refused:
                opened.failure = None

    def _act(self, opened: Opened, action: vm.Action) -> None:
        match action:
            case vm.Action.TO_LIST:
                self._leave("")
            case vm.Action.PREVIEW:  # its button: there is nothing to hold
                opened.large = not opened.large
            case vm.Action.PARK:
                self._leave(KEPT)
            case vm.Action.GIVE_BACK if opened.phase is Phase.LOOKING:
                opened.phase, opened.failure = Phase.RETURNING, None
            case _:
                pass

    def _sign(self, opened: Opened) -> None:
        work, examined = self._work, opened.examined
        if work is not None and examined is not None:
            opened.phase, opened.failure = Phase.SIGNING, None
            work.approve(examined, lambda error: self._decided(opened, "approved", error))

    def _give_back(self, opened: Opened, reason: ReturnReason) -> None:
        if self._work is not None:
            opened.phase, opened.failure = Phase.SENDING_BACK, None
            self._work.give_back(
                opened.approval_id, reason, lambda error: self._decided(opened, "returned", error)
            )

    def _decided(self, opened: Opened, outcome: str, error: BaseException | None) -> None:
        """Done; or not, or not known: the same key sends the same decision once more."""
        if self._opened is not opened:
            return
        if error is None:
            self._leave(outcome)
            self._ask()
        elif _is(error, OVERTAKEN):
            self._leave("overtaken")
            self._ask()
        else:
            signing = opened.phase is Phase.SIGNING
            opened.phase = Phase.ASKING if signing else Phase.RETURNING
            opened.refused = opened.refused or (signing and isinstance(error, Refused))
            opened.unsettled = isinstance(error, Uncertain)
            opened.failure = self._failure_of(error)
            self._ask()  # where it waits no more, the answer says so, and the record leaves
        self._show()

    def _leave(self, outcome: str) -> None:
        """Back to the list; the record is on no screen and in no memory from here on."""
        opened, self._opened = self._opened, None
        if opened is not None:
            self._queue = self._queue.left(opened, outcome)

    # what happens around

    def _failure_of(self, error: BaseException | None) -> Failure | None:
        """What to say; a sign-in that ran out leads to the sign-in page, a bug is passed on."""
        if not isinstance(error, PortError):
            self._outside.bug(error or AssertionError("an answer or an error"))
            return Failure(code=FailureCode.INTERNAL)
        if error.failure.code is FailureCode.SIGN_IN_EXPIRED:
            self._outside.sign_out(error.failure)
            return None
        return error.failure

    def _show(self) -> None:
        if self._work is None:
            return
        told = told_of(self._queue, self._opened)
        if told != self._told:
            self._told = told
            self._tell(*told)
        self._view.render(approver_screen(self._work.desk.staff, self._clock, self._queue, self._opened))


def _is(error: BaseException | None, codes: frozenset[FailureCode]) -> bool:
    return isinstance(error, Refused) and error.failure.code in codes

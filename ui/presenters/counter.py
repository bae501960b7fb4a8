"""The counter: which case is on the screen, and what the clerk's keys, cards and scans tell it.

Lives on the thread that owns the screen. Holds no secret, no words and no person of its own: drafts go with
their page, everything else with its case.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from counter_app.application.card_port import ReaderEvent, ReaderNotice
from counter_app.application.case_desk import CaseDesk
from counter_app.application.case_memory import CaseMemory
from counter_app.application.clock_port import Clock
from counter_app.application.lanes_port import Lane, Lanes
from counter_app.application.paper_ports import DeviceState, SheetCodes
from counter_app.application.registry_port import Role
from counter_app.application.taken_requests import TakenRequests
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from ui import view_models as vm
from ui.presenters import at_card
from ui.presenters.approval import AskedAgain, decided
from ui.presenters.caseload import Caseload, Followed, expired
from ui.presenters.devices import Devices
from ui.presenters.ending import outcome_after
from ui.presenters.frame import identity_of, row_state, slip_of
from ui.presenters.outside import Outside, Watch
from ui.presenters.page_ahead import PageAhead
from ui.presenters.practice import PracticeStrip
from ui.presenters.reacting import react
from ui.presenters.screen import ScreenView, Showing, may_ask_for_more, screen_of
from ui.presenters.storms import Storms
from ui.presenters.typed_in import enter_credential, scanned
from ui.presenters.whose import all_aside, may_take
from ui.presenters.without_line import WithoutLine

PRINTER_EVERY = 5.0
NOTHING_YET = vm.Counts()
_UNSHOWABLE = (ValueError, LookupError)
"""What building a page may raise on a record that is not of the form it relies on; any other is a bug."""


class CounterPresenter:
    """Made before anybody has signed in; ``begin`` gives it the desk, then it renders.

    ``codes`` is pure and fast, so scans are read at once. ``settle``: seconds within which the same key
    pressed again is a bounce of the finger, not a second answer.
    """

    def __init__(
        self,
        *,
        view: ScreenView,
        lanes: Lanes,
        clock: Clock,
        codes: SheetCodes,
        outside: Outside,
        practice: PracticeStrip | None = None,
        counts: vm.Counts = NOTHING_YET,
        settle: float = 0.15,
    ) -> None:
        self._view = view
        self._lanes = lanes
        self._clock = clock
        self._codes = codes
        self._outside = outside
        self._practice = practice
        self._storms = Storms(clock, settle)
        self._load = Caseload(counts)
        self._ahead = PageAhead(self._show)
        self._devices = Devices()
        self._without_line = WithoutLine(None)
        self._asked_again = AskedAgain(clock)
        self._desk: CaseDesk | None = None
        self._selected = ""
        self._away = ""
        self._closed = vm.ClosedBody()
        self._watch: Watch | None = None
        self._asking_printer = False
        self._printer_asked = -PRINTER_EVERY

    def listen(self, watch: Watch) -> None:
        """Follow the gateway's events by ``watch``, which tells ``approval_moved``. Before ``begin``."""
        self._watch = watch

    def begin(self, desk: CaseDesk) -> None:
        """A clerk has signed in. Open cases are listed; none is on the screen yet.

        A clerk whose sign-in had run out goes on where he was. Until then only a supervisor takes over: the
        cases were not put aside, and a clerk gone home must not keep the counter shut.
        """
        away, self._away = self._away, ""
        if away and away != desk.desk.staff.staff_id:
            supervisor = desk.desk.staff.role is Role.SUPERVISOR
            if not supervisor and not all_aside(self._load):
                self._away = away
                self._outside.sign_out(Failure(code=FailureCode.SIGN_IN_OTHER_CLERK))
                return
            self.end()
        self._desk = desk
        if self._watch is not None:
            self._watch.resume()
        for case_id, case in desk.cases.items():
            self._load.seen(case_id, case.state)
        self._load.renew()
        self._without_line.begin(desk)
        if desk.unreadable:
            self._closed = vm.ClosedBody(outcome="unreadable")
        followed = self._on_screen()
        if followed is not None and expired(followed.state):
            self._tell(self._selected, clerk.Retried())
        self._show()

    def end(self) -> None:
        """The clerk has signed out: forget the desk and everything followed, unless he is to come back."""
        if self._watch is not None:
            self._watch.stop()
        if self._away:
            return
        self._desk, self._selected, self._closed = None, "", vm.ClosedBody()
        self._load = Caseload(self._load.counts)

    # what the desk and the devices tell

    def case_changed(self, case_id: str) -> None:
        """``CaseDesk``'s callback."""
        desk = self._desk
        if desk is None:
            return
        case = desk.cases.get(case_id)
        if case is None or isinstance(case.state, states.Closed):
            self._gone(case_id)
        else:
            before = self._load.seen(case_id, case.state)
            self._reached(case_id, before, case.state)
        self._without_line.go_on()
        self._show()

    def take_down(self, requests: TakenRequests) -> None:
        """Requests can be taken here while the line is down. Before ``begin``."""
        self._without_line = WithoutLine(requests)

    def line_moved(self, *, up: bool, since: datetime | None = None) -> None:
        """The line came back, or went ``since`` then."""
        self._without_line.moved(up=up, since=since)
        self._show()

    def approval_moved(self, approval_id: str) -> None:
        """``EventWatch``'s callback: a case that waits for this approval asks; ``""``: every one.

        Its own clerk asks, and nobody who sits here meanwhile: the gateway would release nothing to him.
        """
        staff_id = "" if self._desk is None else self._desk.desk.staff.staff_id
        for case_id, followed in tuple(self._load.followed.items()):
            own = followed.state.ref.staff_id in ("", staff_id)
            if own and isinstance(followed.state, states.AwaitingApproval):
                self._tell(case_id, events.ApprovalMoved(approval_id=approval_id))

    def reader_notice(self, notice: ReaderNotice) -> None:
        """``CardReaders.watch``'s callback; may be called from the watcher's thread."""
        self._lanes.post(lambda: self._noticed(notice))

    def tick(self) -> None:
        """Once a second: waiting times, the clock; now and then the printer, and what is not written yet."""
        desk, now = self._desk, self._clock.monotonic()
        if desk is None:
            return
        if self._watch is not None:
            self._watch.tick()
        if not self._asking_printer and now - self._printer_asked >= PRINTER_EVERY:
            self._asking_printer, self._printer_asked = True, now
            self._lanes.run(Lane.PRINTER, desk.desk.queue.device_state, self._printer_said)
            for case_id in [case_id for case_id, case in desk.cases.items() if case.unwritten]:
                desk.write_again(case_id)
        if not self._without_line.line.is_down and self._asked_again.is_due():
            self.approval_moved("")
        self._without_line.go_on()
        self._show()

    def _printer_said(self, device: DeviceState | None, error: BaseException | None) -> None:
        self._asking_printer = False
        if error is not None:
            self._outside.bug(error)
        self._devices = replace(self._devices, printer=device)
        self._show()

    def _gone(self, case_id: str) -> None:
        last = self._load.gone(case_id)
        if case_id == self._selected and last is not None:
            self._selected = ""
            self._closed = vm.ClosedBody(number=last.ref.number, outcome=outcome_after(last))

    def _reached(
        self, case_id: str, before: states.IssuanceState | None, state: states.IssuanceState
    ) -> None:
        if isinstance(state, states.Printing) and state.device:
            self._devices = replace(self._devices, printer=DeviceState(state.device))
        if isinstance(state, states.EnteringCredential):
            self._devices = replace(self._devices, used_by=state.ref.visit_id)
        if case_id != self._selected:
            followed = self._load.followed[case_id]
            followed.news = decided(before, state) or followed.news
            return
        if isinstance(state, states.Parked) and not isinstance(before, states.Parked):
            self._selected = ""
            number = state.ref.number or slip_of(state)
            self._closed = vm.ClosedBody(number=number, outcome=row_state(state))
        entered = isinstance(state, states.AwaitingCard) and not isinstance(before, states.AwaitingCard)
        followed = self._load.followed[case_id]
        left = self._devices.left_behind(state.ref.visit_id)
        if entered and not followed.backed and self._devices.card_at and not left:
            self._tell(case_id, events.CardInserted(reader=self._devices.card_at))

    def _noticed(self, notice: ReaderNotice) -> None:
        self._devices = self._devices.after(notice)
        followed = self._on_screen()
        if notice.event is ReaderEvent.CARD_INSERTED and followed is not None:
            told = at_card.at_insertion(followed.state, notice.reader)
            if told is not None:
                followed.backed = False
                self._tell(self._selected, told)
        if notice.event in (ReaderEvent.CARD_REMOVED, ReaderEvent.READER_REMOVED):
            for case_id, other in tuple(self._load.followed.items()):
                if at_card.uses(other.state, notice.reader):
                    self._tell(case_id, events.CardRemoved(reader=notice.reader))
        self._show()

    # what the clerk does

    def handle(self, intent: vm.Intent) -> None:
        """Answer an intent of the view; what means nothing now changes nothing."""
        if self._desk is None:
            return
        if self._storms.repeats(intent):
            # the window hears Enter once per rendering, so even a bounce is answered with one
            self._show()
            return
        match intent:
            case vm.CaseSelected(case_id=case_id):
                self._select(case_id)
            case vm.ActionPressed(action=vm.Action.NEW_CASE):
                self._open()
            case vm.ActionPressed(action=vm.Action.NEXT_REQUEST):
                self._open_next()
            case (
                vm.ActionPressed(action=vm.Action.EXERCISE)
                | vm.PracticeCardPut()
                | vm.PracticeCardTaken()
                | vm.PracticeSheetScanned()
            ):
                if self._practice is not None:
                    self._practice.handle(intent)
            case vm.PreviewHeld(held=held):
                self._ahead.press(held=held)
            case vm.ActionPressed(action=vm.Action.PREVIEW):
                self._ahead.toggle()
            case vm.ActionPressed(action=vm.Action.SIGN_OUT):
                self._sign_out()
                return
            case _:
                self._in_case(intent)
        self._show()

    def _in_case(self, intent: vm.Intent) -> None:
        followed = self._on_screen()
        if followed is None:
            if isinstance(intent, vm.PrimaryPressed):
                self._open()
            return
        case_id, state = self._selected, followed.state
        followed.backed = isinstance(intent, vm.BackPressed) or (
            isinstance(intent, vm.ActionPressed) and intent.action in (vm.Action.BACK, vm.Action.WITHOUT_CARD)
        )
        desk = self._desk
        match intent:
            case vm.PrimaryPressed() if desk and desk.cases[case_id].unwritten:
                desk.write_again(case_id)
            case _ if followed.draft.withdrawing:
                self._react(case_id, followed, intent)
            case vm.PrimaryPressed() if desk and expired(state) and not followed.renewed:
                self._away = desk.desk.staff.staff_id
                self._outside.sign_out(Failure(code=FailureCode.SIGN_IN_EXPIRED))
            case _ if (left := self._without_line.left(intent, state)) is not None:
                self._selected, self._closed = "", left
            case _ if self._without_line.answers(intent, case_id, followed, self._today(), self._tell):
                pass
            case vm.CredentialSubmitted() if desk:
                enter_credential(desk, case_id, followed, intent)
            case vm.ScanSubmitted(text=text):
                if (read := scanned(self._codes, followed, text)) is not None:
                    self._tell(case_id, read)
            case vm.PrimaryPressed() if desk and isinstance(state, states.Checked):
                desk.issue(case_id)
            case _:
                told = at_card.asks_for_card(intent, state, self._devices)
                for event in told:
                    self._tell(case_id, event)
                if not told:
                    self._react(case_id, followed, intent)

    def _today(self) -> str:
        return self._clock.now().date().isoformat()

    def _react(self, case_id: str, followed: Followed, intent: vm.Intent) -> None:
        reaction = react(intent, followed.state, followed.draft, self._clock.now().date().isoformat())
        followed.draft = reaction.draft
        for event in reaction.told:
            self._tell(case_id, event)

    def _open(self) -> None:
        followed = self._on_screen()
        begun = followed is None if self._selected else False
        if self._desk is None or begun or (followed and isinstance(followed.state, states.Opening)):
            return
        self._enter(self._desk.open())

    def _open_next(self) -> None:
        followed = self._on_screen()
        if self._desk is None or followed is None or not may_ask_for_more(followed.state):
            return
        state = followed.state
        known = identity_of(state) or followed.identity
        if isinstance(state, states.Held):
            self._tell(self._selected, clerk.Acknowledged())
        self._enter(self._desk.open(state.ref.visit_id, known))

    def _enter(self, case_id: str) -> None:
        self._selected, self._closed = case_id, vm.ClosedBody()
        case = None if self._desk is None else self._desk.cases.get(case_id)
        if case is not None:
            self._load.seen(case_id, case.state)
            self._load.followed[case_id].news = ""

    def _select(self, case_id: str) -> None:
        followed = self._load.followed.get(case_id)
        if followed is None or self._desk is None:
            return
        if not may_take(self._desk.desk.staff, followed.state):
            self._selected = ""
            self._closed = vm.ClosedBody(number=followed.state.ref.number, outcome="other_clerk")
            return
        self._enter(case_id)
        followed.backed = False
        if isinstance(followed.state, states.Parked):
            self._tell(case_id, clerk.Resumed())

    def _sign_out(self) -> None:
        if all_aside(self._load):
            self._outside.sign_out()

    def _tell(self, case_id: str, event: events.Event) -> None:
        if self._desk is not None:
            self._desk.tell(case_id, event)

    def _on_screen(self) -> Followed | None:
        return self._load.followed.get(self._selected)

    def _show(self) -> None:
        desk = self._desk
        if desk is None or self._away:
            return
        case = desk.cases.get(self._selected)
        memory = CaseMemory() if case is None else case.memory
        followed = self._on_screen()
        asking_why = followed is not None and followed.draft.withdrawing
        strip = None if self._practice is None else self._practice.strip
        showing = Showing(
            staff=desk.desk.staff,
            devices=self._devices,
            selected=self._selected,
            memory=memory,
            closed=self._closed,
            exercise=strip,
            practice=None if self._practice is None else self._practice.known,
            ahead=self._ahead.at(desk, "" if asking_why else self._selected),
            unwritten=None if case is None else case.trouble,
            to_write=case is not None and bool(case.unwritten),
            line=self._without_line.line,
        )
        try:
            screen = screen_of(showing, self._load, self._clock)
        except _UNSHOWABLE as error:
            if followed is None:
                raise
            self._unshowable(followed, error)
            return
        self._view.render(screen)

    def _unshowable(self, followed: Followed, error: BaseException) -> None:
        """A record that no page can show: its case leaves the screen, not the list, and stops no other."""
        self._outside.bug(error)
        self._selected = ""
        self._closed = vm.ClosedBody(number=followed.state.ref.number, outcome="unreadable")
        self._show()

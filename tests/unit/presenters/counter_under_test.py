"""A whole counter on fakes, driven by intents only; what it shows is in ``screen``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from counter_app.application.case_desk import CaseDesk
from counter_app.application.effect_work import Desk
from counter_app.domain.failures import Failure
from counter_app.domain.issuance import events, states
from counter_app.domain.restrictions import Flag
from counter_app.domain.sheets import Payment, SheetState
from counter_app.infrastructure.store.event_codec import write_event
from tests.fakes.approvals import FakeApprovals
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal
from tests.fakes.lanes import FakeLanes
from tests.fakes.pages import FakePages, FakeSheetCodes
from tests.fakes.queue import FakeQueue
from tests.fakes.readers import FakeCard, FakeReaders
from tests.fakes.registry import FakeRegistry
from tests.unit.presenters.town import CODE_B, STAFF, TODAY, card, town
from ui import view_models as vm
from ui.presenters.counter import CounterPresenter
from ui.presenters.practice import PracticeStrip


@dataclass(slots=True)
class Window:
    """Implements ``ScreenView``: keeps every screen rendered."""

    screens: list[vm.ScreenModel] = field(default_factory=list)

    def render(self, screen: vm.ScreenModel) -> None:
        self.screens.append(screen)


@dataclass(slots=True)
class Program:
    """Implements ``Outside``."""

    signed_out: int = 0
    reasons: list[Failure | None] = field(default_factory=list)
    bugs: list[BaseException] = field(default_factory=list)

    def sign_out(self, failure: Failure | None = None) -> None:
        self.signed_out += 1
        self.reasons.append(failure)

    def bug(self, error: BaseException) -> None:
        self.bugs.append(error)


class Counter:
    """The clerk's hands and eyes."""

    def __init__(
        self,
        *,
        flags: Mapping[str, Flag] = MappingProxyType({}),
        practice: PracticeStrip | None = None,
    ) -> None:
        self.clock = FakeClock()
        self.lanes = FakeLanes()
        self.journal = FakeJournal(self.clock)
        self.readers = FakeReaders()
        self.pages = FakePages()
        self.queue = FakeQueue()
        self.town = town()
        self.town.flags = {resident_id: frozenset({flag}) for resident_id, flag in flags.items()}
        self.registry = FakeRegistry(self.town, self.clock)
        self.approvals = FakeApprovals(self.registry)
        self.window = Window()
        self.program = Program()
        self.told: list[type[Any]] = []
        self.presenter = CounterPresenter(
            view=self.window,
            lanes=self.lanes,
            clock=self.clock,
            codes=FakeSheetCodes(),
            outside=self.program,
            practice=practice,
        )
        self.desk = self._open_desk()
        self.readers.watch(self.presenter.reader_notice)
        self.presenter.begin(self.desk)

    def _open_desk(self) -> CaseDesk:
        return CaseDesk(
            desk=Desk(
                registry=self.registry,
                approvals=self.approvals,
                readers=self.readers,
                pages=self.pages,
                queue=self.queue,
                codes=FakeSheetCodes(),
                staff=STAFF,
                today=lambda: TODAY,
                monotonic=self.clock.monotonic,
            ),
            journal=self.journal,
            lanes=self.lanes,
            write_event=self._write,
            changed=self.presenter.case_changed,
            bug=self.program.bugs.append,
        )

    def _write(self, event: events.Event) -> str:
        self.told.append(type(event))
        return write_event(event)

    @property
    def screen(self) -> vm.ScreenModel:
        return self.window.screens[-1]

    @property
    def body(self) -> vm.Body:
        return self.screen.body

    def shows(self, body: vm.Body) -> bool:
        """Whether the middle is exactly this."""
        return self.body == body

    @property
    def state(self) -> states.IssuanceState:
        return self.desk.cases[self.screen.case_id].state

    @property
    def actions(self) -> set[vm.Action]:
        return {button.action for button in self.screen.bottom.buttons if button.enabled}

    @property
    def primary(self) -> vm.PrimaryButton:
        assert self.screen.bottom.primary is not None
        return self.screen.bottom.primary

    @property
    def trouble(self) -> str:
        return "" if self.screen.trouble is None else self.screen.trouble.code

    @property
    def payments(self) -> list[Payment]:
        """The fees the ledger holds."""
        return [issue.payment for issue in self.registry.issues.values() if issue.payment]

    @property
    def sheets(self) -> list[SheetState]:
        """What the ledger says of every sheet, oldest first."""
        return [state for issue in self.registry.issues.values() for state in issue.sheets.values()]

    def do(self, *intents: vm.Intent) -> None:
        """Each intent at a clerk's pace."""
        for intent in intents:
            self.clock.advance(1.0)
            self.presenter.handle(intent)
            self.lanes.run_all()

    def enter(self) -> None:
        self.do(vm.PrimaryPressed())

    def press(self, action: vm.Action) -> None:
        self.do(vm.ActionPressed(action))

    def withdraw(self, reason: str = "visitor") -> None:
        self.press(vm.Action.WITHDRAW)
        self.do(vm.WithdrawalChosen(reason))
        self.enter()

    def to_reception(self) -> None:
        self.press(vm.Action.NEW_CASE)
        self.do(vm.PurposeChosen("pension"))

    def to_card(self) -> None:
        self.to_reception()
        self.do(vm.ReceptionSubmitted("", "年金事務所"))

    def put(self, visitors: FakeCard) -> None:
        """The visitor's card onto the reader."""
        self.readers.put(visitors)
        self.lanes.run_all()

    def take(self) -> None:
        self.readers.take()
        self.lanes.run_all()

    def to_credential(self) -> None:
        self.to_card()
        self.put(card())

    def to_comparing(self) -> None:
        self.to_credential()
        self.do(vm.CredentialSubmitted("code_b", CODE_B))

    def to_persons(self) -> None:
        self.to_comparing()
        self.do(vm.SpokenToggled("name"), vm.SpokenToggled("birth_date"))
        self.enter()
        self.take()

    def to_items(self) -> None:
        self.to_persons()
        self.enter()

    def to_form(self) -> None:
        self.to_items()
        self.enter()

    def to_checked(self) -> None:
        self.to_form()
        self.press(vm.Action.PRINT_FORM)
        self.do(vm.SignatureToggled())

    def to_collating(self) -> None:
        self.to_checked()
        self.enter()

    def scan(self) -> None:
        """Scan every sheet that is not green yet."""
        assert isinstance(self.state, states.Collating)
        issue = self.state.issue
        for number in issue.numbers:
            self.do(vm.ScanSubmitted(f"{number}|{issue.job}"))

    def to_paying(self) -> None:
        self.to_collating()
        self.scan()

    def to_hand_over(self) -> None:
        self.to_paying()
        self.pay()

    def pay(self, received: int = 1000) -> None:
        self.do(vm.ReceivedChanged(received))
        self.enter()

    def hand_over(self) -> None:
        self.do(vm.HandOverTicked("name_stated"), vm.HandOverTicked("sheets_counted"))
        self.enter()

    def to_closed(self) -> None:
        self.to_hand_over()
        self.hand_over()

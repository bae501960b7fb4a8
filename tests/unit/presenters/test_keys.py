"""What the fingers do, and what must come of it once only."""

from __future__ import annotations

import pytest

from counter_app.application.lanes_port import Lane
from counter_app.application.paper_ports import DeviceState
from counter_app.domain.issuance import states
from counter_app.domain.issuance.clerk_events import CredentialEntered
from counter_app.domain.sheets import PaymentMethod
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import CODE_B, NAME, card
from ui import view_models as vm
from ui.presenters.practice import PracticeStrip


def chip(counter: Counter, device: vm.Device) -> str:
    return next(chip.state for chip in counter.screen.top.chips if chip.device is device)


def double(counter: Counter, intent: vm.Intent) -> None:
    """The finger bounces: the same key twice within a moment, before anything has answered."""
    counter.clock.advance(1.0)
    counter.presenter.handle(intent)
    counter.presenter.handle(intent)
    counter.lanes.run_all()


def double_answered(counter: Counter, intent: vm.Intent) -> None:
    """The finger bounces, and the program was quick: the second press falls on the next page."""
    counter.clock.advance(1.0)
    counter.presenter.handle(intent)
    counter.lanes.run_all()
    counter.clock.advance(0.1)
    counter.presenter.handle(intent)
    counter.lanes.run_all()


STEPS: tuple[tuple[str, vm.Intent, type[states.IssuanceState]], ...] = (
    ("to_reception", vm.ReceptionSubmitted("", ""), states.AwaitingCard),
    ("to_credential", vm.CredentialSubmitted("code_b", CODE_B), states.Comparing),
    ("to_persons", vm.PrimaryPressed(), states.ChoosingItems),
    ("to_persons", vm.BackPressed(), states.Comparing),
    ("to_items", vm.PrimaryPressed(), states.AtRequestForm),
    ("to_checked", vm.BackPressed(), states.AtRequestForm),
    ("to_checked", vm.PrimaryPressed(), states.Collating),
    ("to_form", vm.ActionPressed(vm.Action.PRINT_FORM), states.AtRequestForm),
)


@pytest.mark.parametrize("press", [double, double_answered])
@pytest.mark.parametrize(("reach", "intent", "reached"), STEPS)
def test_a_key_pressed_twice_goes_one_step(
    press: type[object], reach: str, intent: vm.Intent, reached: type[states.IssuanceState]
) -> None:
    counter = Counter()
    getattr(counter, reach)()

    press(counter, intent)  # type: ignore[call-arg] # one of the two functions above

    assert isinstance(counter.state, reached)
    assert len(counter.pages.forms) <= 1
    assert len(counter.queue.submitted) - len(counter.pages.forms) <= 1


@pytest.mark.parametrize("press", [double, double_answered])
def test_enter_twice_at_the_end_opens_one_case(press: type[object]) -> None:
    counter = Counter()
    press(counter, vm.PrimaryPressed())  # type: ignore[call-arg] # one of the two functions above
    assert len(counter.desk.cases) == 1


def test_even_a_bounce_is_answered_with_a_rendering_so_that_the_window_hears_the_next_key() -> None:
    counter = Counter()
    counter.to_items()
    counter.enter()
    shown = len(counter.window.screens)

    counter.presenter.handle(vm.PrimaryPressed())

    assert len(counter.window.screens) == shown + 1
    assert isinstance(counter.state, states.AtRequestForm)


def test_enter_again_and_again_while_nothing_answers_prints_and_pays_once() -> None:
    counter = Counter()
    counter.to_checked()
    for _ in range(5):
        counter.clock.advance(1.0)
        counter.presenter.handle(vm.PrimaryPressed())
    counter.lanes.run_all()
    assert counter.registry.calls.count("allot") == 1
    counter.scan()
    counter.do(vm.ReceivedChanged(300))
    for _ in range(5):
        counter.clock.advance(1.0)
        counter.presenter.handle(vm.PrimaryPressed())
    counter.lanes.run_all()
    assert len(counter.payments) == 1


def test_a_credential_submitted_twice_before_the_journal_answers_is_sent_once() -> None:
    counter = Counter()
    counter.to_credential()
    for _ in range(2):
        counter.clock.advance(1.0)
        counter.presenter.handle(vm.CredentialSubmitted("code_b", "11111111111111"))
    counter.lanes.run_all()

    assert counter.readers.spent == 1
    assert counter.told.count(CredentialEntered) == 1


def test_a_further_request_of_the_visit_starts_with_the_identity_known() -> None:
    counter = Counter()
    counter.to_paying()
    first = counter.screen.case_id
    counter.press(vm.Action.NEXT_REQUEST)
    counter.do(vm.PurposeChosen("school"))
    assert counter.primary.label is vm.Primary.TO_PERSONS

    counter.do(vm.ReceptionSubmitted("", ""))

    assert isinstance(counter.body, vm.PersonsBody)
    assert len(counter.screen.cases) == 2
    visits = {case.state.ref.visit_id for case in counter.desk.cases.values()}
    assert len(visits) == 1
    counter.do(vm.CaseSelected(first))
    assert isinstance(counter.body, vm.PaymentBody)


def test_a_new_case_may_begin_on_every_screen_but_its_own_opening() -> None:
    counter = Counter()
    assert vm.Action.NEW_CASE in counter.actions
    counter.clock.advance(1.0)
    counter.presenter.handle(vm.ActionPressed(vm.Action.NEW_CASE))
    counter.lanes.step()
    assert isinstance(counter.state, states.Opening)
    assert vm.Action.NEW_CASE not in counter.actions
    counter.clock.advance(1.0)
    counter.presenter.handle(vm.ActionPressed(vm.Action.NEW_CASE))
    counter.lanes.run_all()

    assert len(counter.desk.cases) == 1
    assert vm.Action.NEW_CASE in counter.actions


def test_a_new_case_is_a_new_visit() -> None:
    counter = Counter()
    counter.to_persons()
    counter.press(vm.Action.NEW_CASE)

    assert len({case.state.ref.visit_id for case in counter.desk.cases.values()}) == 2
    assert isinstance(counter.body, vm.ReceptionBody)
    assert vm.Choice(code="pension", label="年金の請求") in counter.body.purposes
    assert (counter.body.chosen, len(counter.body.purposes)) == ("", 9)


def test_a_wrong_sheet_turns_the_collation_red_until_the_right_one_comes() -> None:
    counter = Counter()
    counter.to_items()
    counter.do(vm.CopiesChanged(2))
    counter.enter()
    counter.press(vm.Action.PRINT_FORM)
    counter.do(vm.SignatureToggled(), vm.PrimaryPressed())
    assert isinstance(counter.state, states.Collating)
    first, second = counter.state.issue.numbers
    job = counter.state.issue.job

    wrong, colours = [], []
    for text in (f"{first}|{job}", f"{first}|{job}", f"{second}|{'f' * 16}", "https://elsewhere.invalid"):
        counter.do(vm.ScanSubmitted(text))
        assert isinstance(counter.body, vm.CollateBody)
        wrong.append(counter.body.wrong)
        colours = [row.state for row in counter.body.sheets]
    assert wrong == ["", "SHEET_ALREADY_SCANNED", "SHEET_OF_OTHER_CASE", "CODE_INVALID"]
    assert colours == ["collated", "spooled"]

    counter.do(vm.ScanSubmitted(f"{second}|{job}"))
    assert isinstance(counter.body, vm.PaymentBody)


def test_change_is_computed_and_too_little_goes_no_further() -> None:
    counter = Counter()
    counter.to_paying()
    counter.pay(299)
    assert counter.body == vm.PaymentBody(amount=300, received=299)
    assert not counter.primary.enabled

    counter.do(vm.ReceivedChanged(500))
    assert counter.body == vm.PaymentBody(amount=300, received=500, change=200)
    counter.do(vm.PaymentMethodChosen("cashless"))
    assert counter.shows(vm.PaymentBody(amount=300, method="cashless", change=0))
    counter.enter()
    assert counter.payments[0].method is PaymentMethod.CASHLESS
    assert counter.payments[0].change == 0


def test_handing_over_needs_both_ticks() -> None:
    counter = Counter()
    counter.to_hand_over()
    assert isinstance(counter.body, vm.HandOverBody)
    assert counter.body.name == NAME
    counter.do(vm.HandOverTicked("name_stated"))
    counter.enter()
    assert isinstance(counter.state, states.HandingOver)

    counter.do(vm.HandOverTicked("sheets_counted"))
    counter.enter()
    assert counter.screen.case_id == ""


def test_a_job_can_be_cancelled_at_the_printer_and_is_then_asked_for() -> None:
    counter = Counter()
    counter.to_checked()
    counter.clock.advance(1.0)
    counter.presenter.handle(vm.PrimaryPressed())
    while not isinstance(counter.state, states.Printing):
        counter.lanes.step()
    assert vm.Action.CANCEL_PRINT in counter.actions

    counter.do(vm.ActionPressed(vm.Action.CANCEL_PRINT))

    assert isinstance(counter.body, vm.UncertainPrintBody)
    assert counter.queue.cancelled


def test_the_printer_is_asked_now_and_then_and_speaks_in_the_top_bar() -> None:
    counter = Counter()
    counter.queue.device = DeviceState.EMPTY
    for _ in range(3):
        counter.presenter.tick()
    assert sum(lane is Lane.PRINTER for lane, _ in counter.lanes.waiting) == 1
    counter.lanes.run_all()

    assert chip(counter, vm.Device.PRINTER) == chip(counter, vm.Device.PAPER) == "empty"


def test_waiting_times_advance_and_begin_anew_with_each_step() -> None:
    counter = Counter()
    counter.to_persons()
    counter.clock.advance(80)
    counter.presenter.tick()
    assert (counter.screen.cases[0].state, counter.screen.cases[0].waiting) == ("persons", 80)

    counter.enter()
    assert (counter.screen.cases[0].state, counter.screen.cases[0].waiting) == ("items", 0)


def test_signing_out_waits_until_every_case_is_parked() -> None:
    counter = Counter()
    counter.to_persons()
    counter.press(vm.Action.SIGN_OUT)
    assert counter.program.signed_out == 0

    counter.press(vm.Action.PARK)
    assert vm.Action.SIGN_OUT in counter.actions
    counter.press(vm.Action.SIGN_OUT)
    assert counter.program.signed_out == 1


class Cards:
    """Implements ``PracticeCards``."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def put(self, persona_id: str) -> None:
        self.done.append(persona_id)

    def take(self) -> None:
        self.done.append("")


class NoPaper:
    """Implements ``PracticePaper`` where none is scanned."""

    def scan_next(self) -> None:
        raise AssertionError("a sheet was scanned")

    def scan_other(self) -> None:
        raise AssertionError("another sheet was scanned")


def test_the_practice_strip_opens_puts_and_takes() -> None:
    cards = Cards()
    personas = (vm.Persona(persona_id="p1", name="架空　花子"),)
    counter = Counter(practice=PracticeStrip(personas, cards, NoPaper()))
    counter.press(vm.Action.EXERCISE)
    assert counter.screen.exercise == vm.ExerciseStrip(personas=personas)

    counter.do(vm.PracticeCardPut("p1"))
    assert counter.screen.exercise is None
    counter.press(vm.Action.EXERCISE)
    assert counter.screen.exercise == vm.ExerciseStrip(personas=personas, on_reader="p1")
    counter.do(vm.PracticeCardTaken())

    assert cards.done == ["p1", ""]


def test_a_counter_without_a_desk_answers_nothing_and_remembers_its_readers() -> None:
    counter = Counter()
    counter.presenter.end()
    shown = len(counter.window.screens)
    counter.presenter.handle(vm.PrimaryPressed())
    counter.presenter.tick()
    counter.put(card())
    assert len(counter.window.screens) == shown

    counter.presenter.begin(counter.desk)
    assert chip(counter, vm.Device.CARD) == "placed"

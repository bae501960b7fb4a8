"""What the journal cannot take is said, waits, and is not lost."""

from __future__ import annotations

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import states
from tests.unit.presenters.counter_under_test import Counter
from ui import view_models as vm

FULL = Unavailable(FailureCode.STORE_FULL)


def test_a_key_whose_event_was_not_written_says_so_and_works_when_pressed_again() -> None:
    counter = Counter()
    counter.to_items()
    counter.journal.fault = FULL
    counter.enter()
    assert isinstance(counter.state, states.ChoosingItems)
    assert counter.trouble == FailureCode.STORE_FULL
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.TO_FORM)

    counter.enter()

    assert isinstance(counter.state, states.AtRequestForm)
    assert counter.trouble == ""


def answer_lost_by_the_journal(counter: Counter) -> None:
    """The gateway has allotted numbers; the journal does not take them."""
    counter.to_checked()
    counter.clock.advance(1.0)
    counter.presenter.handle(vm.PrimaryPressed())
    while counter.registry.calls[-1] != "allot":
        counter.lanes.step()
    counter.journal.fault = FULL
    counter.lanes.run_all()


def test_numbers_that_were_not_written_wait_and_enter_writes_them() -> None:
    counter = Counter()
    answer_lost_by_the_journal(counter)
    assert isinstance(counter.state, states.Allotting)
    assert counter.trouble == FailureCode.STORE_FULL
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.RETRY)

    counter.enter()

    assert isinstance(counter.state, states.Collating)
    assert counter.trouble == ""
    assert counter.registry.calls.count("allot") == 1


def test_a_journal_that_is_still_full_is_said_again_and_nothing_is_lost() -> None:
    counter = Counter()
    answer_lost_by_the_journal(counter)
    counter.journal.fault = FULL
    counter.enter()
    assert counter.trouble == FailureCode.STORE_FULL
    assert counter.primary.label is vm.Primary.RETRY

    counter.enter()
    assert isinstance(counter.state, states.Collating)


def test_what_waits_in_another_case_is_written_by_itself_once_there_is_room() -> None:
    counter = Counter()
    answer_lost_by_the_journal(counter)
    waiting = counter.screen.case_id
    counter.press(vm.Action.NEW_CASE)
    assert counter.trouble == ""

    counter.clock.advance(10.0)
    counter.presenter.tick()
    counter.lanes.run_all()

    assert isinstance(counter.desk.cases[waiting].state, states.Collating)


def test_a_case_whose_opening_was_not_written_opens_on_enter() -> None:
    counter = Counter()
    counter.journal.fault = FULL
    counter.press(vm.Action.NEW_CASE)
    assert counter.trouble == FailureCode.STORE_FULL
    assert counter.registry.calls == []

    counter.enter()

    assert isinstance(counter.state, states.AtReception)
    assert counter.registry.calls == ["open_case"]

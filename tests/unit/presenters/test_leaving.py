"""The ways out, and what happens when the ground gives way."""

from __future__ import annotations

import pytest

from counter_app.application.port_errors import Refused, Unavailable
from counter_app.application.recovery import replay
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import states
from counter_app.domain.issuance.values import Intake
from counter_app.domain.sheets import SheetState
from counter_app.infrastructure.store.event_codec import read_event
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import TRACES
from ui import view_models as vm


@pytest.mark.parametrize(
    "reach", ["to_reception", "to_card", "to_credential", "to_comparing", "to_items", "to_checked"]
)
def test_a_request_can_be_withdrawn_and_leaves_nothing(reach: str) -> None:
    counter = Counter()
    getattr(counter, reach)()

    counter.withdraw()

    assert counter.body == vm.ClosedBody(number="001", outcome="withdrawn")
    assert [case.ended for case in counter.registry.cases.values()] == ["withdrawn"]
    assert not [trace for trace in TRACES if trace in repr(counter.screen)]


def test_a_paid_request_is_not_withdrawn_by_a_key() -> None:
    counter = Counter()
    counter.to_hand_over()

    counter.press(vm.Action.WITHDRAW)

    assert isinstance(counter.body, vm.HandOverBody)
    assert vm.Action.WITHDRAW not in counter.actions


def test_a_record_that_changed_is_read_again() -> None:
    counter = Counter()
    counter.to_checked()
    counter.town.change("r1", address="架空県架空町大字上原１番地")
    counter.enter()
    assert counter.trouble == FailureCode.RECORD_CHANGED

    counter.enter()

    assert isinstance(counter.body, vm.CompareBody)
    assert counter.body.rows[2].note == "moved"


def test_a_page_that_cannot_be_made_is_said_and_printed_nowhere() -> None:
    counter = Counter()
    counter.to_checked()
    counter.pages.fault = Refused(FailureCode.GLYPH_MISSING, characters="𠮷 (U+20BB7)")
    forms = len(counter.queue.submitted)
    counter.enter()

    assert counter.screen.trouble == vm.Trouble(code="GLYPH_MISSING", facts=(("characters", "𠮷 (U+20BB7)"),))
    assert isinstance(counter.body, vm.IssueBody)
    assert len(counter.queue.submitted) == forms
    counter.withdraw()
    assert counter.sheets == [SheetState.VOID]
    assert counter.shows(vm.ClosedBody(number="001", outcome="withdrawn"))


def test_what_the_journal_cannot_keep_does_not_happen() -> None:
    counter = Counter()
    counter.to_items()
    counter.journal.fault = Unavailable(FailureCode.STORE_FULL)

    counter.enter()

    assert isinstance(counter.state, states.ChoosingItems)
    counter.enter()
    assert isinstance(counter.state, states.AtRequestForm)


def test_a_credential_whose_entry_was_not_written_can_be_typed_again() -> None:
    counter = Counter()
    counter.to_credential()
    counter.journal.fault = Unavailable(FailureCode.STORE_FULL)
    counter.do(vm.CredentialSubmitted("code_b", "60040320304821"))
    assert counter.readers.spent == 0

    counter.do(vm.CredentialSubmitted("code_b", "60040320304821"))

    assert isinstance(counter.body, vm.CompareBody)


def test_a_parked_case_stays_while_another_is_served() -> None:
    counter = Counter()
    counter.to_items()
    first = counter.screen.case_id
    counter.press(vm.Action.PARK)
    counter.enter()
    counter.do(vm.PurposeChosen("school"))
    assert [(row.number, row.state, row.selected) for row in counter.screen.cases] == [
        ("001", "parked", False),
        ("002", "reception", True),
    ]

    counter.do(vm.CaseSelected(first))
    assert isinstance(counter.body, vm.ItemsBody)
    counter.do(vm.CaseSelected("nobody's"))
    assert counter.screen.case_id == first


def test_what_was_said_at_the_reception_is_there_again_after_a_step_back() -> None:
    counter = Counter()
    counter.to_reception()
    counter.do(vm.ReceptionSubmitted("57", "年金事務所"), vm.BackPressed())
    body = counter.body
    assert isinstance(body, vm.ReceptionBody)
    assert (body.chosen, body.ticket, body.destination) == ("pension", "57", "年金事務所")
    assert counter.primary.enabled

    counter.do(vm.PurposeChosen("school"))
    assert counter.screen.summary is not None
    assert counter.screen.summary.purpose == "学校"
    counter.do(vm.ReceptionSubmitted("57", ""))

    assert isinstance(counter.state, states.AwaitingCard)
    assert counter.state.intake == Intake(purpose="school", ticket="57")


def test_a_case_put_aside_at_the_reception_after_a_step_back_still_knows_its_visitor() -> None:
    counter = Counter()
    counter.to_card()
    counter.do(vm.BackPressed())
    case_id = counter.screen.case_id
    counter.press(vm.Action.PARK)
    assert "年金" not in repr(counter.screen)

    counter.do(vm.CaseSelected(case_id))

    assert isinstance(counter.body, vm.ReceptionBody)
    assert (counter.body.chosen, counter.body.destination) == ("pension", "年金事務所")


def test_the_ticket_of_a_case_outlives_a_restart() -> None:
    counter = Counter()
    counter.to_reception()
    counter.do(vm.ReceptionSubmitted("57", ""))

    state = replay(counter.journal, counter.screen.case_id, read_event)

    assert isinstance(state, states.AwaitingCard)
    assert state.intake.ticket == "57"


def test_a_tick_of_the_page_is_gone_when_the_page_is_left() -> None:
    counter = Counter()
    counter.to_hand_over()
    counter.do(vm.HandOverTicked("name_stated"))
    case_id = counter.screen.case_id
    counter.press(vm.Action.PARK)
    counter.do(vm.CaseSelected(case_id))

    assert isinstance(counter.body, vm.HandOverBody)
    assert not any(tick.ticked for tick in counter.body.ticks)

"""Who is asking, chosen at 受付: 本人・同一世帯 go on, every other class ends held and recorded."""

from __future__ import annotations

import pytest

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import states
from counter_app.domain.requests import ISSUABLE, RequesterKind
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import card
from ui import view_models as vm

CHOICES = ("LEGAL_REP", "AGENT", "MESSENGER", "THIRD", "PRO", "OFFICIAL")
OTHERS = tuple(code for code in CHOICES if code != "AGENT")
"""They have no rules here. An agent has: ``test_agent``."""


def at_reception(requester: str = "") -> Counter:
    counter = Counter()
    counter.to_reception()
    if requester:
        counter.do(vm.RequesterChosen(requester))
    return counter


def requester_shown(counter: Counter) -> str:
    assert counter.screen.summary is not None
    return counter.screen.summary.requester


def test_the_person_and_the_household_are_the_first_choice_and_the_default() -> None:
    counter = at_reception()

    assert isinstance(counter.body, vm.ReceptionBody)
    assert counter.body.requesters == ("OWN", *CHOICES)
    assert counter.body.requester == "OWN"
    assert requester_shown(counter) == "OWN"
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.TO_IDENTITY)
    assert {kind.value for kind in RequesterKind} == set(OTHERS) | {kind.value for kind in ISSUABLE}


def test_the_default_goes_on_as_one_and_is_told_apart_by_who_is_printed() -> None:
    counter = Counter()
    counter.to_persons()
    assert requester_shown(counter) == "OWN"

    counter.enter()
    assert requester_shown(counter) == "SELF"

    counter.do(vm.BackPressed(), vm.PersonToggled("r2"), vm.PersonToggled("r1"))
    counter.enter()
    assert requester_shown(counter) == "SAME_HH"


@pytest.mark.parametrize("code", OTHERS)
def test_another_class_is_shown_and_the_blue_button_says_what_will_happen(code: str) -> None:
    counter = at_reception(code)

    assert isinstance(counter.body, vm.ReceptionBody)
    assert (counter.body.requester, counter.body.chosen) == (code, "pension")
    assert requester_shown(counter) == code
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.RECORD_HELD)


def test_a_wrong_letter_is_put_right_by_another() -> None:
    counter = at_reception("THIRD")

    counter.do(vm.RequesterChosen("OWN"), vm.ReceptionSubmitted("", ""))

    assert isinstance(counter.state, states.AwaitingCard)
    assert counter.state.intake.requester is None


def test_a_class_without_a_purpose_is_not_yet_a_request() -> None:
    counter = Counter()
    counter.press(vm.Action.NEW_CASE)
    counter.do(vm.RequesterChosen("AGENT"))
    assert not counter.primary.enabled

    counter.do(vm.ReceptionSubmitted("", ""))

    assert isinstance(counter.state, states.AtReception)


@pytest.mark.parametrize("code", OTHERS)
def test_a_request_of_another_class_ends_held_and_recorded_and_nothing_is_allotted(code: str) -> None:
    counter = at_reception(code)
    counter.put(card())

    counter.do(vm.ReceptionSubmitted("12", "年金事務所"))

    assert counter.body == vm.HeldBody(number="001")
    assert counter.screen.step is vm.Step.RECEPTION
    assert counter.screen.summary == vm.CaseSummary(number="001")
    assert "requester_" not in repr(counter.screen)
    recorded = [(case.ended, case.reason) for case in counter.registry.cases.values()]
    assert recorded == [("held", f"requester_{code.lower()}")]
    assert counter.registry.calls == ["open_case", "record_outcome"]
    assert counter.readers.spent == 0
    assert (counter.registry.issues, counter.queue.submitted) == ({}, [])
    assert counter.screen.counts.refused == 1

    counter.enter()
    assert counter.shows(vm.ClosedBody(number="001", outcome="held"))


def test_one_more_request_of_the_visit_can_be_made_for_somebody_else() -> None:
    counter = Counter()
    counter.to_checked()
    counter.press(vm.Action.NEXT_REQUEST)
    assert requester_shown(counter) == "OWN"
    counter.do(vm.PurposeChosen("bank"), vm.RequesterChosen("MESSENGER"))
    assert counter.primary.label is vm.Primary.RECORD_HELD

    counter.do(vm.ReceptionSubmitted("", ""))

    assert counter.body == vm.HeldBody(number="002")
    assert [case.ended for case in counter.registry.cases.values()] == ["", "held"]


def test_a_hold_that_could_not_be_sent_is_sent_by_enter_and_shows_its_number_only() -> None:
    counter = at_reception("OFFICIAL")
    counter.registry.plan("record_outcome", Unavailable(FailureCode.GATEWAY_UNREACHABLE))
    counter.do(vm.ReceptionSubmitted("", ""))
    assert counter.trouble == "GATEWAY_UNREACHABLE"
    assert counter.screen.summary == vm.CaseSummary(number="001")

    counter.enter()

    assert counter.body == vm.HeldBody(number="001")
    assert [case.reason for case in counter.registry.cases.values()] == ["requester_official"]


def test_after_a_step_back_another_class_can_still_be_chosen_and_is_shown_at_once() -> None:
    counter = Counter()
    counter.to_card()
    counter.do(vm.BackPressed())
    assert isinstance(counter.body, vm.ReceptionBody)
    assert counter.body.requester == requester_shown(counter) == "OWN"

    counter.do(vm.RequesterChosen("PRO"))
    assert requester_shown(counter) == "PRO"
    counter.do(vm.ReceptionSubmitted("", "年金事務所"))

    assert counter.shows(vm.HeldBody(number="001"))


def test_a_case_put_aside_at_the_reception_does_not_turn_an_agent_into_the_person_himself() -> None:
    counter = at_reception("AGENT")
    case_id = counter.screen.case_id
    counter.press(vm.Action.PARK)
    assert counter.shows(vm.ClosedBody(number="001", outcome="parked"))
    assert "AGENT" not in repr(counter.screen)

    counter.do(vm.CaseSelected(case_id))

    assert isinstance(counter.body, vm.ReceptionBody)
    assert (counter.body.requester, counter.body.chosen) == ("AGENT", "pension")
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.TO_IDENTITY)

"""A case is its clerk's: on this PC too, not only at the gateway."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.application.registry_port import Role
from counter_app.domain.issuance import states
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import STAFF, card
from ui import view_models as vm


def _after_another_signed_in(role: Role, staff_id: str) -> Counter:
    counter = Counter()
    counter.to_persons()
    counter.press(vm.Action.PARK)
    counter.presenter.end()
    counter.desk.desk = replace(counter.desk.desk, staff=replace(STAFF, staff_id=staff_id, role=role))
    counter.presenter.begin(counter.desk)
    return counter


def _choose_the_case(counter: Counter) -> states.IssuanceState:
    case_id = counter.screen.cases[0].case_id
    counter.do(vm.CaseSelected(case_id=case_id))
    return counter.desk.cases[case_id].state


def test_another_clerk_sees_a_number_and_cannot_take_the_case_up() -> None:
    counter = _after_another_signed_in(Role.CLERK, "9999")

    state = _choose_the_case(counter)

    assert isinstance(state, states.Parked)
    assert counter.body == vm.ClosedBody(number=state.ref.number, outcome="other_clerk")
    assert counter.screen.summary is None


@pytest.mark.parametrize(("role", "staff_id"), [(Role.SUPERVISOR, "9999"), (Role.CLERK, STAFF.staff_id)])
def test_the_clerk_himself_and_a_supervisor_may_see_where_it_is(role: Role, staff_id: str) -> None:
    counter = _after_another_signed_in(role, staff_id)

    assert isinstance(_choose_the_case(counter), states.ChoosingPersons)


def test_a_case_that_cannot_be_read_back_is_told_of() -> None:
    counter = Counter()
    counter.presenter.end()
    counter.desk.unreadable = ("lost",)

    counter.presenter.begin(counter.desk)

    assert counter.body == vm.ClosedBody(outcome="unreadable")


def test_a_card_left_behind_never_identifies_the_next_visitor() -> None:
    counter = Counter()
    counter.to_credential()
    counter.withdraw()

    counter.press(vm.Action.NEW_CASE)
    counter.to_card()

    assert counter.body == vm.CardBody(phase="remove")
    assert isinstance(counter.state, states.AwaitingCard)

    counter.take()
    counter.put(card())

    assert isinstance(counter.state, states.EnteringCredential)

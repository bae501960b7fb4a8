"""A sign-in that runs out inside a case: the same clerk goes on where he was, nobody else does."""

from __future__ import annotations

from dataclasses import replace

from counter_app.application.registry_port import Role
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import states
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import STAFF
from ui import view_models as vm

EXPIRED = Failure(code=FailureCode.SIGN_IN_EXPIRED)


def run_out(counter: Counter) -> None:
    """The gateway takes the token no more; the clerk meets it at the check."""
    counter.to_form()
    counter.press(vm.Action.PRINT_FORM)
    counter.registry.signed_in = False
    counter.do(vm.SignatureToggled())
    assert counter.trouble == FailureCode.SIGN_IN_EXPIRED


def come_back(counter: Counter, staff_id: str = STAFF.staff_id, role: Role = Role.CLERK) -> None:
    """What the program around does: the counter was left, and somebody has signed in."""
    counter.presenter.end()
    counter.registry.signed_in = True
    counter.desk.desk = replace(counter.desk.desk, staff=replace(STAFF, staff_id=staff_id, role=role))
    counter.clock.advance(1.0)
    counter.presenter.begin(counter.desk)
    counter.lanes.run_all()


def test_enter_asks_to_sign_in_and_the_same_clerk_goes_on_where_he_was() -> None:
    counter = Counter()
    run_out(counter)
    case_id = counter.screen.case_id

    counter.enter()
    assert counter.program.reasons == [EXPIRED]
    shown = len(counter.window.screens)
    counter.presenter.tick()
    counter.take()
    assert len(counter.window.screens) == shown
    come_back(counter)

    assert counter.screen.case_id == case_id
    assert isinstance(counter.state, states.Checked)
    assert counter.trouble == ""


def test_another_clerk_is_refused_while_the_cases_are_not_put_aside() -> None:
    counter = Counter()
    run_out(counter)
    counter.enter()
    shown = len(counter.window.screens)

    come_back(counter, "s2")

    assert counter.program.reasons == [EXPIRED, Failure(code=FailureCode.SIGN_IN_OTHER_CLERK)]
    assert len(counter.window.screens) == shown
    come_back(counter)
    assert isinstance(counter.state, states.Checked)


def test_a_supervisor_takes_over_from_a_clerk_who_does_not_come_back() -> None:
    counter = Counter()
    run_out(counter)
    case_id = counter.screen.case_id
    counter.enter()

    come_back(counter, "s3", Role.SUPERVISOR)
    counter.do(vm.CaseSelected(case_id))

    assert counter.program.reasons == [EXPIRED]
    assert counter.screen.case_id == case_id


def test_a_second_case_that_met_it_too_is_only_asked_again() -> None:
    counter = Counter()
    run_out(counter)
    first = counter.screen.case_id
    counter.press(vm.Action.NEW_CASE)
    assert counter.trouble == FailureCode.SIGN_IN_EXPIRED
    counter.enter()
    come_back(counter)
    assert isinstance(counter.state, states.AtReception)

    counter.do(vm.CaseSelected(first))
    assert counter.trouble == FailureCode.SIGN_IN_EXPIRED
    counter.enter()

    assert isinstance(counter.state, states.Checked)
    assert counter.program.reasons == [EXPIRED]


def test_a_parked_case_that_met_it_is_only_asked_again_after_resuming() -> None:
    counter = Counter()
    run_out(counter)
    first = counter.screen.case_id
    counter.press(vm.Action.PARK)
    counter.press(vm.Action.NEW_CASE)
    counter.enter()
    come_back(counter)

    counter.do(vm.CaseSelected(first), vm.PrimaryPressed())

    assert isinstance(counter.state, states.Checked)
    assert counter.program.reasons == [EXPIRED]


def test_a_sign_in_that_runs_out_again_is_asked_for_again() -> None:
    counter = Counter()
    run_out(counter)
    counter.enter()
    come_back(counter)
    counter.registry.signed_in = False
    counter.enter()
    assert counter.trouble == FailureCode.SIGN_IN_EXPIRED

    counter.enter()

    assert counter.program.reasons == [EXPIRED, EXPIRED]


def test_a_case_found_in_the_journal_with_it_is_asked_again_by_whoever_signed_in() -> None:
    counter = Counter()
    run_out(counter)
    case_id = counter.screen.case_id
    found = counter.state
    later = Counter()
    later.registry, later.town = counter.registry, counter.town
    counter.registry.signed_in = True
    later.desk.desk = replace(later.desk.desk, registry=counter.registry)
    later.presenter.end()
    later.desk.adopt(case_id, found)
    later.presenter.begin(later.desk)

    later.do(vm.CaseSelected(case_id), vm.PrimaryPressed())

    assert isinstance(later.state, states.Checked)
    assert later.program.reasons == []

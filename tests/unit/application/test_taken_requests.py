"""Requests taken while the line is down become cases, each exactly once, whatever is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.application.port_errors import PortError, Refused, Unavailable, Uncertain
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import states
from tests.fakes.clock import START
from tests.unit.application.outage_under_test import CUT, SAID, Outage

LOST = Uncertain(FailureCode.GATEWAY_SLOW)


def settled(outage: Outage) -> list[str]:
    """The reception numbers of all cases that wait for a clerk, in the order of the visitors."""
    found = [case.state for case in outage.desk.cases.values()]
    assert all(isinstance(state, states.Parked) and state.reason == "deferred" for state in found)
    return [state.ref.number for state in found]


def every_case_is_open_once(outage: Outage) -> None:
    """The gateway's own word: as many cases as slips, and every one of them is here under its number."""
    assert {case_id: case.number for case_id, case in outage.registry.cases.items()} == {
        case_id: case.state.ref.number for case_id, case in outage.desk.cases.items()
    }
    assert len(set(outage.numbers)) == len(outage.registry.cases)
    assert outage.bugs == []


def test_a_request_is_numbered_timed_and_printed() -> None:
    outage = Outage()
    state = outage.state(outage.take())

    assert isinstance(state, states.Deferred)
    assert state.slip is states.SlipPrint.PRINTED
    assert state.ref.taken == replace(SAID, slip_number="01-20261124-001", taken_at=START)
    assert [name for name, _ in outage.queue.submitted] == ["slip-01-20261124-001"]
    assert outage.registry.cases == {}


def test_nobody_sees_a_number_before_the_request_is_in_the_journal() -> None:
    outage = Outage()
    outage.fails(CUT)
    case_id = outage.desk.open()
    outage.lanes.run_all()
    outage.desk.tell(case_id, clerk.TakingChosen())
    outage.lanes.run_all()

    outage.requests.take(case_id, SAID)
    outage.lanes.step()
    assert outage.slips.last
    assert isinstance(outage.state(case_id), states.TakingRequest)
    outage.lanes.step()
    assert isinstance(outage.state(case_id), states.Deferred)
    assert "RequestTaken" in [entry.event_type for entry in outage.journal.entries(case_id)]


def test_enter_pressed_twice_takes_one_number() -> None:
    outage = Outage()
    outage.fails(CUT)
    case_id = outage.desk.open()
    outage.lanes.run_all()
    outage.desk.tell(case_id, clerk.TakingChosen())
    outage.lanes.run_all()

    outage.requests.take(case_id, SAID)
    outage.requests.take(case_id, SAID)
    outage.lanes.run_all()

    assert list(outage.slips.last.values()) == [1]
    assert outage.numbers == ["01-20261124-001"]


@pytest.mark.parametrize("what", ["the serial", "the journal"])
def test_what_cannot_be_kept_is_not_taken_and_is_done_again(what: str) -> None:
    outage = Outage()
    outage.fails(CUT)
    case_id = outage.desk.open()
    outage.lanes.run_all()
    outage.desk.tell(case_id, clerk.TakingChosen())
    outage.lanes.run_all()
    full = Unavailable(FailureCode.STORE_FULL)
    if what == "the serial":
        outage.slips.fault = full
    else:
        outage.journal.fault = full

    outage.requests.take(case_id, SAID)
    outage.lanes.run_all()
    assert isinstance(outage.state(case_id), states.TakingRequest)
    trouble = outage.desk.cases[case_id].trouble
    assert trouble is not None
    assert trouble.code is FailureCode.STORE_FULL

    outage.requests.take(case_id, SAID)
    outage.lanes.run_all()
    assert isinstance(outage.state(case_id), states.Deferred)


def test_a_printer_that_fails_costs_nobody_his_number() -> None:
    outage = Outage()
    outage.queue.fault = Unavailable(FailureCode.PRINTER_STOPPED)
    state = outage.state(outage.take())

    assert isinstance(state, states.Deferred)
    assert state.slip is states.SlipPrint.FAILED
    assert outage.numbers == ["01-20261124-001"]


def test_five_requests_become_five_cases_when_the_line_is_back() -> None:
    outage = Outage()
    outage.cut()
    for _ in range(5):
        outage.take()
    assert outage.numbers == [f"01-20261124-{serial:03d}" for serial in range(1, 6)]
    assert not outage.requests.are_being_sent

    outage.mend()

    assert settled(outage) == ["001", "002", "003", "004", "005"]
    every_case_is_open_once(outage)
    assert not outage.requests.are_being_sent


def test_a_line_that_is_still_down_is_not_asked() -> None:
    outage = Outage()
    outage.cut()
    outage.take()
    asked = outage.openings

    outage.clock.advance(600)
    outage.requests.go_on()
    outage.lanes.run_all()

    assert outage.openings == asked


@pytest.mark.parametrize("code", [FailureCode.GATEWAY_REFUSED, FailureCode.SIGN_IN_EXPIRED])
def test_one_that_is_refused_stops_no_other_and_waits_for_a_person(code: FailureCode) -> None:
    outage = Outage()
    first, *others = [outage.take() for _ in range(3)]
    outage.fails(Refused(code))

    outage.mend()

    assert isinstance(outage.state(first), states.Troubled)
    assert all(isinstance(outage.state(other), states.Parked) for other in others)
    outage.desk.tell(first, clerk.Retried())
    outage.lanes.run_all()
    assert len(settled(outage)) == 3
    every_case_is_open_once(outage)


def test_one_that_the_clerk_sends_by_key_meanwhile_is_not_sent_again() -> None:
    outage = Outage()
    _first, second, _third = (outage.take() for _ in range(3))
    before = outage.openings
    outage.requests.line(up=True)
    outage.desk.tell(second, clerk.Retried())
    outage.lanes.run_all()

    assert outage.openings == before + 3
    every_case_is_open_once(outage)
    assert len(settled(outage)) == 3


def test_one_that_hangs_stops_no_other_and_comes_in_the_next_round() -> None:
    outage = Outage()
    first, *others = [outage.take() for _ in range(3)]
    outage.fails(Unavailable(FailureCode.GATEWAY_SLOW))

    outage.mend()
    assert isinstance(outage.state(first), states.Deferred)
    assert all(isinstance(outage.state(other), states.Parked) for other in others)
    assert outage.requests.are_being_sent

    outage.clock.advance(10)
    outage.requests.go_on()
    outage.lanes.run_all()
    every_case_is_open_once(outage)
    assert len(settled(outage)) == 3


def test_a_line_that_goes_again_ends_the_round_instead_of_hanging_once_for_each() -> None:
    outage = Outage()
    for _ in range(4):
        outage.take()
    asked = outage.openings
    outage.fails(CUT)

    outage.mend()

    assert outage.openings == asked + 1
    outage.mend()
    assert len(settled(outage)) == 4
    every_case_is_open_once(outage)


def test_what_the_line_keeps_waiting_is_asked_for_ever_more_seldom() -> None:
    outage = Outage()
    outage.take()
    outage.fails(*(Unavailable(FailureCode.GATEWAY_FAULT) for _ in range(50)))
    outage.mend()
    before = outage.openings
    for _ in range(3600):
        outage.clock.advance(1)
        outage.requests.go_on()
        outage.lanes.run_all()

    assert 5 < outage.openings - before < 25


@pytest.mark.parametrize("error", [LOST, Refused(FailureCode.GATEWAY_ANSWER_MALFORMED)], ids=["lost", "odd"])
def test_an_answer_lost_after_the_gateway_had_opened_the_case_opens_no_second_one(error: PortError) -> None:
    outage = Outage()
    for _ in range(3):
        outage.take()
    outage.fails(error, after_commit=True)

    outage.mend()
    outage.mend()

    assert sorted(settled(outage)) == ["001", "002", "003"]
    every_case_is_open_once(outage)


def test_an_answer_lost_before_the_line_went_is_found_under_the_same_key() -> None:
    outage = Outage()
    outage.fails(LOST, after_commit=True)
    case_id = outage.desk.open()
    outage.lanes.run_all()
    outage.desk.tell(case_id, clerk.TakingChosen())
    outage.lanes.run_all()
    outage.requests.take(case_id, SAID)
    outage.lanes.run_all()

    outage.mend()

    assert settled(outage) == ["001"]
    every_case_is_open_once(outage)


def test_another_clerks_requests_wait_for_him() -> None:
    outage = Outage()
    outage.cut()
    case_id = outage.take()
    outage.sign_in("1002")

    outage.mend()
    assert isinstance(outage.state(case_id), states.Deferred)
    assert not outage.requests.are_being_sent

    outage.sign_in("1001")
    outage.lanes.run_all()
    assert settled(outage) == ["001"]
    every_case_is_open_once(outage)


STEPS = 40
"""More pieces of work than an outage with two requests has."""


@pytest.mark.parametrize("lost", [False, True], ids=["answer heard", "answer lost"])
@pytest.mark.parametrize("dies_at", range(STEPS))
def test_wherever_the_program_dies_each_request_is_there_once(dies_at: int, lost: bool) -> None:
    """Killed after ``dies_at`` pieces of work, in the middle of taking, printing or settling."""
    outage = Outage()
    outage.take()
    if lost:
        outage.fails(LOST, after_commit=True)
    second = outage.desk.open()
    steps = [
        lambda: outage.desk.tell(second, clerk.TakingChosen()),
        lambda: outage.requests.take(second, SAID),
        lambda: outage.requests.line(up=True),
    ]
    for _ in range(dies_at):
        if outage.lanes.waiting:
            outage.lanes.step()
        elif steps:
            steps.pop(0)()
    told = {name for name, _ in outage.queue.submitted}

    outage.restart()
    survived = {f"slip-{number}" for number in outage.numbers}
    assert told <= survived, "a slip in a visitor's hand that nobody knows of"
    for _ in range(2):
        outage.mend()
    finish(outage)

    every_case_is_open_once_or_begun(outage)
    assert len(set(outage.numbers)) == len(outage.numbers)


def finish(outage: Outage) -> None:
    """The second visitor's case was not taken yet where the program died early: the clerk goes on with it."""
    for case_id, case in tuple(outage.desk.cases.items()):
        if isinstance(case.state, states.TakingRequest):
            outage.requests.take(case_id, SAID)
            outage.lanes.run_all()
            outage.mend()


def every_case_is_open_once_or_begun(outage: Outage) -> None:
    here = {case_id: case.state.ref for case_id, case in outage.desk.cases.items()}
    for case_id, ref in here.items():
        if ref.taken is not None:
            assert outage.registry.cases[case_id].number == ref.number
    numbers = [case.number for case in outage.registry.cases.values()]
    assert len(set(numbers)) == len(numbers)
    assert set(outage.registry.cases) <= set(here)
    assert outage.bugs == []

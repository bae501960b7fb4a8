"""A request taken while the line is down, from the clerk's decision to a case like any other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.fallback import DeliveryWay
from counter_app.domain.identity import Paper, PaperEvidence
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.deferring import may_be_taken, waits_for_line
from counter_app.domain.issuance.steps import NotAllowed, Step
from counter_app.domain.issuance.transitions import advance, open_case
from counter_app.domain.issuance.values import Intake
from counter_app.domain.requests import RequesterKind
from tests.unit.domain.case_samples import TAKEN
from tests.unit.domain.people import VISITOR

UNREACHABLE, SLOW = FailureCode.GATEWAY_UNREACHABLE, FailureCode.GATEWAY_SLOW
OPENED = open_case("case", "visit", staff_id="s1")
OPENING_KEY = next(effect.key for effect in OPENED.effects if isinstance(effect, effects.OpenCase))
TAKING = clerk.TakingChosen()
TAKE = clerk.RequestTaken(request=TAKEN)
BACK = events.LineReturned()


def failed(
    state: states.IssuanceState, code: FailureCode, certainty: Certainty = Certainty.NOT_DONE
) -> events.EffectFailed:
    return events.EffectFailed(turn=state.turn, failure=Failure(code=code), certainty=certainty)


def after(state: states.IssuanceState, *told: events.Event) -> Step:
    step = Step(state)
    for event in told:
        step = advance(step.state, event)
    return step


def without_line(code: FailureCode = UNREACHABLE, certainty: Certainty = Certainty.NOT_DONE) -> Step:
    return advance(OPENED.state, failed(OPENED.state, code, certainty))


def deferred() -> states.Deferred:
    state = after(without_line().state, TAKING, TAKE).state
    assert isinstance(state, states.Deferred)
    return state


def opening() -> states.Opening:
    state = advance(deferred(), BACK).state
    assert isinstance(state, states.Opening)
    return state


@pytest.mark.parametrize("code", [UNREACHABLE, SLOW])
def test_with_the_line_down_a_clerk_may_decide_to_take_the_request(code: FailureCode) -> None:
    troubled = without_line(code).state

    assert may_be_taken(troubled)
    assert isinstance(advance(troubled, TAKING).state, states.TakingRequest)


def test_a_clerk_may_decide_so_while_the_first_attempt_still_hangs_and_its_answer_comes_too_late() -> None:
    taking = advance(OPENED.state, TAKING).state

    assert isinstance(taking, states.TakingRequest)
    assert taking.unsettled
    assert taking.turn > OPENED.state.turn


@pytest.mark.parametrize("code", [FailureCode.GATEWAY_REFUSED, FailureCode.SIGN_IN_EXPIRED])
def test_what_is_not_the_lines_fault_is_no_reason_to_take_a_request(code: FailureCode) -> None:
    troubled = without_line(code).state

    assert not may_be_taken(troubled)
    with pytest.raises(NotAllowed):
        advance(troubled, TAKING)


def test_a_taken_request_has_its_number_printed_and_waits() -> None:
    step = after(without_line().state, TAKING, TAKE)

    assert isinstance(step.state, states.Deferred)
    assert step.state.ref.taken == TAKEN
    (slip,) = step.effects
    assert isinstance(slip, effects.PrintSlip)
    assert (slip.number, slip.turn) == (TAKEN.slip_number, step.state.turn)


def test_the_slip_knows_nothing_of_the_visitor() -> None:
    (slip,) = after(without_line().state, TAKING, TAKE).effects

    for said in (TAKEN.name, TAKEN.name_kana, TAKEN.contact, TAKEN.birth_date):
        assert said not in repr(slip)


def test_nothing_incomplete_is_taken() -> None:
    taking = advance(without_line().state, TAKING).state

    with pytest.raises(NotAllowed):
        advance(taking, clerk.RequestTaken(request=replace(TAKEN, contact="")))


def test_a_request_is_taken_once() -> None:
    with pytest.raises(NotAllowed):
        advance(deferred(), clerk.RequestTaken(request=replace(TAKEN, slip_number="02-20261124-002")))


def test_a_printer_that_fails_leaves_the_request_taken_and_the_slip_is_printed_again_by_key() -> None:
    state = deferred()
    unprinted = advance(state, failed(state, FailureCode.PRINTER_STOPPED)).state
    assert isinstance(unprinted, states.Deferred)
    assert (unprinted.slip, unprinted.ref) == (states.SlipPrint.FAILED, state.ref)

    again = advance(unprinted, clerk.SlipPrintAsked())
    assert [type(effect) for effect in again.effects] == [effects.PrintSlip]
    printed = advance(again.state, events.SlipPrinted(turn=again.state.turn)).state
    assert isinstance(printed, states.Deferred)
    assert (printed.slip, printed.failure) == (states.SlipPrint.PRINTED, None)


def test_stepping_back_from_taking_asks_the_gateway_again_with_all_that_was_known() -> None:
    opened = open_case("case", "visit", VISITOR).state
    taking = after(opened, failed(opened, SLOW, Certainty.UNKNOWN), TAKING).state
    back = advance(taking, clerk.WentBack())

    assert isinstance(back.state, states.Opening)
    assert (back.state.known, back.state.unsettled) == (VISITOR, True)
    assert [effect.key for effect in back.effects if isinstance(effect, effects.OpenCase)] == [OPENING_KEY]


def test_who_leaves_before_the_request_is_taken_leaves_nothing() -> None:
    closed = after(without_line().state, TAKING, clerk.Withdrew()).state

    assert closed == states.Closed(ref=OPENED.state.ref, turn=closed.turn, outcome="withdrawn")


def test_a_withdrawal_is_recorded_where_the_gateway_may_know_of_the_case() -> None:
    troubled = without_line(SLOW, Certainty.UNKNOWN).state

    assert isinstance(after(troubled, TAKING, clerk.Withdrew()).state, states.RecordingOutcome)


def test_a_number_in_a_visitors_hand_is_not_withdrawn_before_the_gateway_knows_of_it() -> None:
    with pytest.raises(NotAllowed):
        advance(deferred(), clerk.Withdrew())


@pytest.mark.parametrize("told", [BACK, clerk.Retried()], ids=["by itself", "by key"])
def test_when_the_line_is_back_the_case_is_opened_under_the_key_it_always_had(told: events.Event) -> None:
    step = advance(deferred(), told)

    assert isinstance(step.state, states.Opening)
    assert [effect.key for effect in step.effects if isinstance(effect, effects.OpenCase)] == [OPENING_KEY]


def test_a_settled_case_waits_for_a_clerk_with_all_that_was_said_and_keeps_its_slips_number() -> None:
    state = opening()
    settled = advance(state, events.CaseNumbered(turn=state.turn, number="031")).state

    assert isinstance(settled, states.Parked)
    assert (settled.reason, settled.ref.number) == ("deferred", "031")
    resumed = advance(settled, clerk.Resumed()).state
    assert isinstance(resumed, states.EnteringPapers)
    assert resumed.ref.taken == TAKEN
    assert resumed.intake == Intake(purpose="pension", destination="年金事務所")


@pytest.mark.parametrize(
    ("way", "papers"),
    [(DeliveryWay.RETURN, ()), (DeliveryWay.PHONE, ()), (DeliveryWay.MAIL, TAKEN.papers)],
)
def test_who_comes_again_shows_his_papers_again(way: DeliveryWay, papers: tuple[Paper, ...]) -> None:
    taken = replace(TAKEN, delivery=way)
    state = after(without_line().state, TAKING, clerk.RequestTaken(request=taken), BACK).state
    settled = advance(state, events.CaseNumbered(turn=state.turn, number="031")).state

    resumed = advance(settled, clerk.Resumed()).state

    assert isinstance(resumed, states.EnteringPapers)
    assert resumed.said == PaperEvidence(
        name_kana=TAKEN.name_kana, birth_date=TAKEN.birth_date, papers=papers
    )


def test_a_class_of_requester_without_rules_goes_through_the_reception_like_any_other() -> None:
    third = replace(TAKEN, requester=RequesterKind.THIRD_PARTY)
    state = after(without_line().state, TAKING, clerk.RequestTaken(request=third), BACK).state
    settled = advance(state, events.CaseNumbered(turn=state.turn, number="031")).state

    assert isinstance(settled, states.Parked)
    assert isinstance(settled.inside, states.AtReception)
    assert settled.inside.intake is not None
    assert settled.inside.intake.requester is RequesterKind.THIRD_PARTY


@pytest.mark.parametrize("code", [UNREACHABLE, SLOW, FailureCode.GATEWAY_FAULT, FailureCode.RESTARTED])
def test_where_the_line_goes_again_the_request_waits_again(code: FailureCode) -> None:
    state = opening()
    waits = advance(state, failed(state, code, Certainty.UNKNOWN)).state

    assert isinstance(waits, states.Deferred)
    assert (waits.ref, waits.unsettled) == (state.ref, True)
    assert isinstance(advance(waits, BACK).state, states.Opening)


def test_what_a_person_must_look_at_is_trouble_and_asked_again_when_the_line_is_back() -> None:
    state = opening()
    troubled = advance(state, failed(state, FailureCode.SIGN_IN_EXPIRED)).state

    assert isinstance(troubled, states.Troubled)
    assert not may_be_taken(troubled)
    assert isinstance(advance(troubled, BACK).state, states.Opening)
    aside = advance(troubled, clerk.PutAside(reason="counter")).state
    assert isinstance(aside, states.Parked)
    assert isinstance(advance(aside, BACK).state, states.Opening)


def test_a_visitor_with_a_number_never_leaves_without_a_record() -> None:
    state = opening()
    troubled = advance(state, failed(state, FailureCode.GATEWAY_REFUSED)).state

    assert isinstance(advance(troubled, clerk.Withdrew()).state, states.RecordingOutcome)


def test_the_line_coming_back_means_nothing_to_any_other_case() -> None:
    for state in (without_line().state, OPENED.state):
        with pytest.raises(NotAllowed):
            advance(state, BACK)


def test_what_waits_for_the_line_is_told_apart() -> None:
    state = opening()
    troubled = advance(state, failed(state, FailureCode.GATEWAY_REFUSED)).state
    aside = advance(troubled, clerk.PutAside(reason="counter")).state
    settled = advance(state, events.CaseNumbered(turn=state.turn, number="031")).state

    assert all(map(waits_for_line, (deferred(), state, troubled, aside)))
    assert not any(map(waits_for_line, (OPENED.state, without_line().state, settled)))

"""What holds for every case, however it goes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings

from counter_app.application.recovery import after_restart, recover, replay
from counter_app.domain.issuance import clerk_events, effects, events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.steps import NotAllowed
from counter_app.domain.issuance.transitions import advance, is_stale, open_case
from counter_app.domain.requests import Outcome
from counter_app.domain.sheets import SheetState
from counter_app.infrastructure.store.event_codec import read_event, write_event
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal
from tests.unit.domain.case_run import APPROVED_JOB, MAIN_JOB, Run, begin, follow, runs
from tests.unit.domain.case_states import (
    every_state,
)
from tests.unit.domain.case_told import (
    told_by_clerk,
    told_from_outside,
)

THOROUGH = settings(max_examples=150, suppress_health_check=list(HealthCheck))
FORGETTING = effects.ForgetSecrets | effects.ForgetPages
ENDS = {SheetState.HANDED_OVER, SheetState.SPOILED, SheetState.VOID}


@THOROUGH
@given(runs())
def test_whatever_happens_every_sheet_has_an_outcome_and_nothing_is_left_behind(run: Run) -> None:
    """Drawing a run checks already that no sheet takes an impossible step (see ``Ledger``)."""
    turns_rise(run)
    every_way_out_forgets(run)
    nothing_is_in_doubt_at_the_end(run)
    what_may_have_been_printed_is_never_printed_again(run)
    the_journal_replays(run)
    a_second_restart_finds_what_the_first_one_left(run)


def turns_rise(run: Run) -> None:
    for before, _, step in run.steps:
        assert step.state.turn >= before.turn
        assert step.state.ref.case_id == "case"
        assert {effect.case_id for effect in step.effects} <= {"case"}
        if any(not isinstance(effect, FORGETTING) for effect in step.effects):
            assert step.state.turn > before.turn


def every_way_out_forgets(run: Run) -> None:
    for before, _, step in run.steps:
        forgotten = {type(effect) for effect in step.effects}
        if isinstance(step.state, states.Held | states.Closed | states.Parked):
            assert effects.ForgetSecrets in forgotten
        if isinstance(step.state, states.Held | states.Closed):
            assert effects.ForgetPages in forgotten
        if isinstance(step.state, states.RecordingSpoil) and not isinstance(before, states.Troubled):
            assert effects.ForgetPages in forgotten


def nothing_is_in_doubt_at_the_end(run: Run) -> None:
    if isinstance(run.state, states.Closed) and run.state.outcome == "unrecorded":
        assert run.ledger.refused, "only a record that was refused may be missing"
    elif isinstance(run.state, states.Held | states.Closed):
        assert not run.ledger.in_doubt
        assert set(run.ledger.sheets.values()) <= ENDS
    if isinstance(run.state, states.Closed) and run.state.outcome == "handed_over":
        assert SheetState.HANDED_OVER in run.ledger.sheets.values()


def what_may_have_been_printed_is_never_printed_again(run: Run) -> None:
    maybe: set[str] = set()
    for before, event, step in run.steps:
        not_done = isinstance(event, events.EffectFailed) and event.certainty is Certainty.NOT_DONE
        if isinstance(before, states.Spooling) and not not_done:
            maybe.add(before.issue.issue_id)
        spooled = {e.issue.issue_id for e in step.effects if isinstance(e, effects.SpoolPages)}
        assert not spooled & maybe


def the_journal_replays(run: Run) -> None:
    assert replay(journal_of(run), "case", read_event) == run.state


def a_second_restart_finds_what_the_first_one_left(run: Run) -> None:
    journal = journal_of(run)
    first = recover(journal, read_event, write_event)

    assert recover(journal, read_event, write_event) == first
    assert not first.unreadable
    if isinstance(run.state, states.Closed):
        assert not first.cases
    else:
        assert first.cases == {"case": after_restart(run.state)}
        assert not isinstance(first.cases["case"], states.WaitingState)


@pytest.mark.parametrize(
    ("job", "wanted"),
    [(MAIN_JOB, Outcome.OK), (APPROVED_JOB, Outcome.APPROVAL)],
    ids=["main_job", "with_approval"],
)
def test_a_job_that_goes_well_ends_with_every_sheet_handed_over(
    job: tuple[str, ...], wanted: Outcome
) -> None:
    run = begin()
    for name in job:
        follow(run, name, wanted)

    assert isinstance(run.state, states.Closed)
    assert run.state.outcome == "handed_over"
    assert set(run.ledger.sheets.values()) == {SheetState.HANDED_OVER}
    nothing_is_in_doubt_at_the_end(run)
    the_journal_replays(run)


def journal_of(run: Run) -> FakeJournal:
    journal = FakeJournal(FakeClock())
    opened = events.Opened(case_id="case", visit_id="visit")
    for event in (opened, *(event for _, event, _ in run.steps)):
        journal.append("case", type(event).__name__, write_event(event))
    return journal


@pytest.mark.parametrize("state", every_state(), ids=lambda state: type(state).__name__)
def test_anything_told_to_any_state_is_a_step_or_not_allowed(state: states.IssuanceState) -> None:
    for event in (*told_by_clerk(state), *told_from_outside(state, state.turn)):
        with suppress(NotAllowed):
            assert advance(state, event).state.turn >= state.turn


def test_what_is_not_listed_says_which_event_meant_nothing_where() -> None:
    with pytest.raises(NotAllowed, match=r"^HandedOver in Opening$"):
        advance(open_case("case", "visit").state, clerk_events.HandedOver())


@pytest.mark.parametrize("state", every_state(), ids=lambda state: type(state).__name__)
def test_an_answer_to_another_question_is_stale_and_a_clerks_act_never_is(
    state: states.IssuanceState,
) -> None:
    for event in told_from_outside(state, state.turn - 1):
        answers = isinstance(event, events.Answer)
        assert is_stale(state, event) is answers
    assert not any(is_stale(state, event) for event in told_by_clerk(state))
    assert not any(is_stale(state, event) for event in told_from_outside(state, state.turn))


def test_the_samples_hold_every_state_and_every_event_there_is() -> None:
    kinds = {type(state) for state in every_state()}
    assert kinds == set(get_args(states.IssuanceState))
    opening = open_case("case", "visit").state
    told = {type(event) for event in (*told_by_clerk(opening), *told_from_outside(opening, 1))}
    assert told == set(get_args(events.Event)) - {events.Opened}


def names_within(kind: Any) -> set[str]:
    """The names of all fields of ``kind``, and of all that it may hold."""
    if not is_dataclass(kind):
        return {name for inner in get_args(kind) for name in names_within(inner)}
    hints = get_type_hints(kind)
    return {part.name for part in fields(kind)}.union(*(names_within(hint) for hint in hints.values()))


@pytest.mark.parametrize(
    "kind",
    [*get_args(events.Event), *get_args(states.IssuanceState), *get_args(effects.Effect)],
    ids=lambda kind: kind.__name__,
)
def test_no_event_state_or_effect_has_a_place_for_a_secret_or_a_photo(kind: type) -> None:
    words = {word for name in names_within(kind) for word in name.split("_")}
    assert not words & {"secret", "pin", "password", "photo", "png", "buffer"}


def test_looking_for_places_looks_into_what_is_held() -> None:
    assert {"turn", "evidence", "attributes", "birth_date"} <= names_within(events.CardWasRead)
    assert {"inside", "waiting", "issue", "stamps", "number"} <= names_within(states.Parked)

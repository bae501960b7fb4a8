"""After a restart every case is where its paper is, and one bad case blocks no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.application.recovery import JournalUnreadable, after_restart, recover, replay
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.infrastructure.store.event_codec import read_event, write_event
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal
from tests.unit.domain.case_states import (
    every_state,
)
from tests.unit.domain.people import VISITOR

PAPER = states.Spooling | states.Printing
WRITES = (
    states.Opening
    | states.Allotting
    | states.RecordingCollation
    | states.RecordingPayment
    | states.RecordingHandOver
    | states.RecordingOutcome
    | states.RecordingSpoil
)


@pytest.mark.parametrize("state", every_state(), ids=lambda state: type(state).__name__)
def test_nothing_runs_on_its_own_after_a_restart(state: states.IssuanceState) -> None:
    after = after_restart(state)

    if not isinstance(state, states.WaitingState):
        assert after is state
    elif isinstance(state, PAPER):
        assert isinstance(after, states.PrintUncertain)
        assert after.failure.code is FailureCode.RESTARTED
    elif state.ref.taken is not None:
        # a request taken while the line was down: it waits for the line again, and nobody has to look at it
        assert isinstance(after, states.Deferred)
        assert (after.ref, after.unsettled, after.failure) == (state.ref, True, None)
    else:
        assert isinstance(after, states.Troubled)
        unknown = isinstance(state, WRITES)
        assert after.certainty is (Certainty.UNKNOWN if unknown else Certainty.NOT_DONE)


def journal_with(case_id: str, *told: events.Event) -> FakeJournal:
    journal = FakeJournal(FakeClock())
    write(journal, case_id, *told)
    return journal


def write(journal: FakeJournal, case_id: str, *told: events.Event) -> None:
    for event in told:
        journal.append(case_id, type(event).__name__, write_event(event))


OPENED = events.Opened(case_id="a", visit_id="v")
STRANGER = replace(OPENED, known=replace(VISITOR, resident_id="stranger"))
NUMBERED = events.CaseNumbered(turn=1, number="031")


def test_a_late_answer_in_the_journal_changes_nothing() -> None:
    journal = journal_with("a", OPENED, NUMBERED, events.Recorded(turn=0))
    assert isinstance(replay(journal, "a", read_event), states.AtReception)


@pytest.mark.parametrize(
    "journal",
    [
        journal_with("a"),
        journal_with("a", NUMBERED),
        journal_with("a", OPENED, clerk.HandedOver()),
        journal_with("a", STRANGER, NUMBERED, clerk.PurposeChosen(purpose="pension")),
    ],
    ids=["empty", "no opening", "not allowed", "nobody of that id"],
)
def test_entries_that_lead_nowhere_are_said_to_be_unreadable(journal: FakeJournal) -> None:
    with pytest.raises(JournalUnreadable):
        replay(journal, "a", read_event)


@pytest.mark.parametrize(
    ("kind", "text"), [("NoSuchEvent", "{}"), ("CaseNumbered", "{"), ("CaseNumbered", "{}")]
)
def test_one_unreadable_case_does_not_block_the_rest(kind: str, text: str) -> None:
    journal = journal_with("a", OPENED)
    journal.append("a", kind, text)
    write(journal, "b", events.Opened(case_id="b", visit_id="v"), NUMBERED)

    recovered = recover(journal, read_event, write_event)

    assert recovered.unreadable == ("a",)
    assert isinstance(recovered.cases["b"], states.AtReception)


def test_a_case_that_ended_without_its_mark_gets_it() -> None:
    withdrawn = (clerk.Withdrew(), events.Recorded(turn=2))
    journal = journal_with("a", OPENED, NUMBERED, *withdrawn)

    assert recover(journal, read_event, write_event).cases == {}
    assert journal.open_cases() == ()


def test_what_is_done_after_a_restart_survives_the_next_one() -> None:
    journal = journal_with("a", OPENED)
    troubled = recover(journal, read_event, write_event).cases["a"]
    assert isinstance(troubled, states.Troubled)
    write(journal, "a", clerk.Retried())

    again = recover(journal, read_event, write_event)

    assert not again.unreadable
    assert isinstance(again.cases["a"], states.Troubled)
    assert again.cases["a"].turn == troubled.turn + 1

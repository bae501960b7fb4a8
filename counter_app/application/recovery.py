"""At start: every case the journal still holds open, in the state where its paper is."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.application.store_port import Journal
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.transitions import advance, is_stale, open_case

ReadEvent = Callable[[str, str], events.Event]
"""Turns (event type, JSON) of the journal back into the event; ValueError if it cannot."""


def replay(journal: Journal, case_id: str, read_event: ReadEvent) -> states.IssuanceState:
    """Fold the journal of a case into its state; ValueError or TypeError on an entry that cannot be read."""
    opened, *rest = journal.entries(case_id)
    first = read_event(opened.event_type, opened.event_json)
    if not isinstance(first, events.Opened):
        raise TypeError("a case begins with its opening")
    state: states.IssuanceState = open_case(case_id, first.visit_id, first.known).state
    for entry in rest:
        event = read_event(entry.event_type, entry.event_json)
        if not is_stale(state, event):
            state = advance(state, event).state
    return state


def after_restart(state: states.IssuanceState) -> states.IssuanceState:
    """What a waiting state becomes: nothing runs on its own, and paper that may exist is asked for."""
    if not isinstance(state, states.WaitingState):
        return state
    paper = isinstance(state, states.Spooling | states.Printing)
    certainty = Certainty.UNKNOWN if paper else Certainty.NOT_DONE
    failure = Failure(code=FailureCode.RESTARTED)
    return advance(state, events.EffectFailed(turn=state.turn, failure=failure, certainty=certainty)).state


def recover(journal: Journal, read_event: ReadEvent) -> dict[str, states.IssuanceState]:
    """Every open case and its state after a restart, oldest first. Belongs on the STORE lane."""
    return {case_id: after_restart(replay(journal, case_id, read_event)) for case_id in journal.open_cases()}

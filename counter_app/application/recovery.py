"""At start: every case the journal still holds open, in the state where its paper is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counter_app.application.store_port import Journal
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.steps import NotAllowed
from counter_app.domain.issuance.transitions import advance, is_stale, open_case

ReadEvent = Callable[[str, str], events.Event]
"""Turns (event type, JSON) of the journal back into the event; ValueError if it cannot."""

WriteEvent = Callable[[events.Event], str]
"""Turns an event into JSON for the journal."""


class JournalUnreadable(ValueError):
    """The entries of a case do not lead to a state; the message says where they break, and names nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What the journal held: the open cases, oldest first, and the ids of those it cannot tell."""

    cases: dict[str, states.IssuanceState]
    unreadable: tuple[str, ...]


def replay(journal: Journal, case_id: str, read_event: ReadEvent) -> states.IssuanceState:
    """Fold the journal of a case into its state; raises JournalUnreadable."""
    entries = journal.entries(case_id)
    try:
        told = [read_event(entry.event_type, entry.event_json) for entry in entries]
    except (ValueError, TypeError) as error:
        raise JournalUnreadable("an event cannot be read") from error
    if not told or not isinstance(told[0], events.Opened):
        raise JournalUnreadable("a case begins with its opening")
    opened = told[0]
    state: states.IssuanceState = open_case(case_id, opened.visit_id, opened.known, opened.staff_id).state
    for event in told[1:]:
        if not is_stale(state, event):
            try:
                state = advance(state, event).state
            except NotAllowed as error:
                raise JournalUnreadable(str(error)) from error
            except (ValueError, LookupError) as error:
                # what an older program let in; the message may quote the record, so it is not repeated
                raise JournalUnreadable("an event holds what no step can use") from error
    return state


def restarted(state: states.IssuanceState) -> events.EffectFailed | None:
    """What a restart means to a case: nothing to one that waits for a person.

    Whether the effect under way was done is not known; the case knows where that matters.
    """
    if not isinstance(state, states.WaitingState):
        return None
    failure = Failure(code=FailureCode.RESTARTED)
    return events.EffectFailed(turn=state.turn, failure=failure, certainty=Certainty.UNKNOWN)


def after_restart(state: states.IssuanceState) -> states.IssuanceState:
    """What a waiting state becomes: nothing runs on its own, and paper that may exist is asked for."""
    event = restarted(state)
    return state if event is None else advance(state, event).state


def recover(journal: Journal, read_event: ReadEvent, write_event: WriteEvent) -> Recovered:
    """Every open case and its state after a restart. Belongs on the STORE lane; raises the journal's errors.

    The restart is written down like any other event, or the next one could not replay what follows it. One
    case that cannot be read does not block the rest; a case that has ended gets the mark it lacks.
    """
    cases: dict[str, states.IssuanceState] = {}
    unreadable = []
    for case_id in journal.open_cases():
        try:
            state = replay(journal, case_id, read_event)
        except JournalUnreadable:
            unreadable.append(case_id)
            continue
        if isinstance(state, states.Closed):
            journal.close_case(case_id)
            continue
        event = restarted(state)
        if event is not None:
            journal.append(case_id, type(event).__name__, write_event(event))
        cases[case_id] = after_restart(state)
    return Recovered(cases=cases, unreadable=tuple(unreadable))

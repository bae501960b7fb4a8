"""Events as the journal keeps them: what an older program wrote is read by this one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.identity import PaperEvidence
from counter_app.domain.issuance import events
from counter_app.domain.issuance.clerk_events import PapersEntered
from counter_app.infrastructure.store.event_codec import read_event, write_event
from tests.unit.domain.case_states import every_state
from tests.unit.domain.case_told import told_by_clerk, told_from_outside

BEFORE_APPROVALS = Path(__file__).with_name("journal_before_approvals.jsonl")
"""Two of each event, written by the last program that knew neither approvals nor agents."""
LINES: list[dict[str, Any]] = [
    json.loads(line) for line in BEFORE_APPROVALS.read_text(encoding="utf-8").splitlines()
]


def _holds(now: object, before: object) -> bool:
    """Whether all that was told before is told now, and what is new has no say yet."""
    if isinstance(before, dict) and isinstance(now, dict):
        new = [value for name, value in now.items() if name not in before]
        told = all(name in now and _holds(now[name], value) for name, value in before.items())
        return told and all(value in (None, "", [], False) for value in new)
    if isinstance(before, list) and isinstance(now, list):
        if all(isinstance(one, str) for one in before):
            # a set has no order
            return sorted(now) == sorted(before)
        return len(now) == len(before) and all(map(_holds, now, before))
    return now == before


@pytest.mark.parametrize("line", LINES, ids=lambda line: str(line["type"]))
def test_an_event_written_before_there_were_approvals_says_what_it_said(line: dict[str, Any]) -> None:
    event = read_event(line["type"], json.dumps(line["event"]))

    assert _holds(json.loads(write_event(event)), line["event"])


def test_papers_entered_before_there_were_agents_are_the_visitors_own() -> None:
    (line, *_rest) = [line for line in LINES if line["type"] == "PapersEntered"]

    entered = read_event("PapersEntered", json.dumps(line["event"]))

    assert isinstance(entered, PapersEntered)
    assert isinstance(entered.evidence, PaperEvidence)
    assert entered.evidence.agent is None


def test_every_event_of_today_is_read_back_as_it_was_written() -> None:
    told: list[events.Event] = []
    for state in every_state():
        told += [*told_by_clerk(state), *told_from_outside(state, 7)]

    assert {type(event).__name__ for event in told} > {line["type"] for line in LINES} - {"Opened"}
    for event in told:
        assert read_event(type(event).__name__, write_event(event)) == event


@pytest.mark.parametrize(
    ("kind", "text"),
    [("Unheard", "{}"), ("PapersEntered", "{}"), ("CardInserted", "["), ("CardInserted", '{"reader": 1}')],
)
def test_what_is_no_event_of_ours_is_a_value_error(kind: str, text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_event(kind, text)

"""Renders docs/issuance-table.md from ``advance``: every state, every event that means something there.

python -m tests.unit.domain.issuance_table > docs/issuance-table.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import get_args

from counter_app.domain.issuance import clerk_events, events, states
from counter_app.domain.issuance.steps import NotAllowed, Step
from counter_app.domain.issuance.transitions import advance
from tests.unit.domain.case_states import (
    every_state,
)
from tests.unit.domain.case_told import (
    told_by_clerk,
    told_from_outside,
)

HEADING = """# The issuance table

Rendered from `counter_app/domain/issuance/transitions.py` by `tests/unit/domain/issuance_table.py`; a test
fails when this page is stale. What is not listed is not allowed. *Waiting* states wait for the answer of
their effect, *asking* ones for a person. Several outcomes in one line: what is known in the state decides
between them. `Troubled` is listed once for each state whose effect failed, with what is known of it.

| kind | states |
|---|---|
"""


def name_of(state: states.IssuanceState) -> str:
    """The state's heading; trouble carries what it interrupts and what is known of it."""
    name = type(state).__name__
    if isinstance(state, states.Troubled):
        return f"{name}: {type(state.waiting).__name__}, {state.certainty.value}"
    return name


def _outcome(step: Step) -> str:
    follows = ", ".join(type(effect).__name__ for effect in step.effects)
    return f"{name_of(step.state)}{f' → {follows}' if follows else ''}"


def moves(state: states.IssuanceState) -> Iterator[tuple[str, str]]:
    """(event, outcome) of all that is allowed in ``state``."""
    for event in (*told_by_clerk(state), *told_from_outside(state, state.turn)):
        try:
            step = advance(state, event)
        except NotAllowed:
            continue
        yield type(event).__name__, _outcome(step)


def render() -> str:
    """The whole page."""
    kinds = {"waiting": states.WaitingState, "asking": states.AskingState}
    lines = [f"| {kind} | {', '.join(k.__name__ for k in get_args(of))} |" for kind, of in kinds.items()]
    lines.append("| neither | Troubled, Parked, Held, Closed |")
    table: dict[str, dict[str, list[str]]] = {}
    for state in every_state():
        rows = table.setdefault(name_of(state), {})
        for event, outcome in moves(state):
            outcomes = rows.setdefault(event, [])
            if outcome not in outcomes:
                outcomes.append(outcome)
    order = [kind.__name__ for kind in get_args(events.Event)]
    order[1:1] = [kind.__name__ for kind in get_args(clerk_events.ClerkEvent)]
    for name, rows in table.items():
        lines += ["", f"## {name}", ""]
        if not rows:
            lines.append("Nothing: this is an end.")
            continue
        lines += ["| event | leads to → and asks for |", "|---|---|"]
        lines += [f"| {event} | {'<br>'.join(rows[event])} |" for event in sorted(rows, key=order.index)]
    return HEADING + "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(render())

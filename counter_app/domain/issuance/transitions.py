"""READ THIS FIRST. ``advance`` is the whole of a case: pure, total over what is listed, closed to all else.

The phases stand beside it, in the order of the counter: ``identifying``, ``choosing``, ``issuing``,
``approving``; the moves that are the same everywhere are in ``leaving``, a request taken while the line is
down in ``deferring``. What a waiting state asks for is in ``entering``.
"""

from __future__ import annotations

from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.approving import approve
from counter_app.domain.issuance.choosing import choose
from counter_app.domain.issuance.deferring import defer
from counter_app.domain.issuance.identifying import identify
from counter_app.domain.issuance.issuing import issue
from counter_app.domain.issuance.leaving import leave
from counter_app.domain.issuance.steps import NotAllowed, Step, asking
from counter_app.domain.issuance.values import CaseRef, Identity


def open_case(case_id: str, visit_id: str, known: Identity | None = None, staff_id: str = "") -> Step:
    """Open a case of the clerk ``staff_id``; ``known`` is the identity established earlier in the visit."""
    ref = CaseRef(case_id=case_id, visit_id=visit_id, staff_id=staff_id)
    return asking(states.Opening(ref=ref, turn=0, known=known))


def is_stale(state: states.IssuanceState, event: events.Event) -> bool:
    """Tell whether ``event`` answers an old question; such an answer is dropped (design.md 3)."""
    return isinstance(event, events.Answer) and event.turn != state.turn


def advance(state: states.IssuanceState, event: events.Event) -> Step:
    """Return the state after ``event`` and what follows from it; raises NotAllowed for what is not listed."""
    step = defer(state, event) or approve(state, event) or leave(state, event)
    step = step or identify(state, event) or choose(state, event) or issue(state, event)
    if step is None:
        raise NotAllowed(state, event)
    return step

"""Whose a case is, and when somebody else may sit down at this counter."""

from __future__ import annotations

from counter_app.application.registry_port import Role, StaffSession
from counter_app.domain.issuance import states
from ui.presenters.caseload import Caseload


def may_take(staff: StaffSession, state: states.IssuanceState) -> bool:
    """A case is its clerk's; a supervisor may see where somebody else's paper is."""
    return state.ref.staff_id in ("", staff.staff_id) or staff.role is Role.SUPERVISOR


def all_aside(load: Caseload) -> bool:
    """Tell whether every open case is parked, so that nobody's paper is left to the next clerk.

    A request taken while the line is down has none yet: it waits for its clerk as it is.
    """
    return all(
        isinstance(followed.state, states.Parked | states.Deferred) for followed in load.followed.values()
    )

"""What every state of a case has, and every state from the numbers on."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.issuance.values import CaseRef, Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What every state has: the case, and the turn of its last question."""

    ref: CaseRef
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WithNumbers(Stage):
    """What every state from the numbers on has."""

    issue: Issue

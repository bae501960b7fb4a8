"""A sheet's life: every one ends as handed over, spoiled or void (design.md 1, promise 1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SheetState(StrEnum):
    """Where the paper is."""

    RESERVED = "reserved"
    SPOOLED = "spooled"
    COLLATED = "collated"
    HANDED_OVER = "handed_over"
    SPOILED = "spoiled"
    VOID = "void"


_NEXT = {
    SheetState.RESERVED: frozenset({SheetState.SPOOLED, SheetState.VOID}),
    SheetState.SPOOLED: frozenset({SheetState.COLLATED, SheetState.SPOILED, SheetState.VOID}),
    SheetState.COLLATED: frozenset({SheetState.HANDED_OVER, SheetState.SPOILED}),
}


def may_become(now: SheetState, then: SheetState) -> bool:
    """Tell whether a sheet may go from ``now`` to ``then``; final states go nowhere."""
    return then in _NEXT.get(now, frozenset())


class SpoilReason(StrEnum):
    """Why a sheet is 書損 or void; recorded, counted, never free text with names."""

    JAM = "jam"
    MISPRINT = "misprint"
    NOT_PRINTED = "not_printed"
    VISITOR_LEFT = "visitor_left"
    CORRECTION = "correction"
    RECORD_CHANGED = "record_changed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOutcome:
    """A sheet and what became of it; ``reason`` only for spoiled and void ones."""

    number: str
    state: SheetState
    reason: SpoilReason | None = None


class PaymentMethod(StrEnum):
    """How the fee was taken. Never two in one payment."""

    CASH = "cash"
    CASHLESS = "cashless"


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A fee taken: yen due and yen received. Change is the difference; cashless is always exact."""

    method: PaymentMethod
    amount: int
    received: int

    @property
    def change(self) -> int:
        """Yen to give back."""
        return self.received - self.amount

"""照合, 手数料 and 交付: from paper at the printer to paper in the visitor's hand."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.issuance.states.stage import WithNumbers
from counter_app.domain.issuance.values import ScanTrouble
from counter_app.domain.sheets import Payment


@dataclass(frozen=True, slots=True, kw_only=True)
class Collating(WithNumbers):
    """Every sheet is scanned; ``trouble`` is the last scan that must not pass.

    ``job_id``: the job that the printer may still hold, empty once the printer called it completed.
    """

    job_id: str = ""
    scanned: frozenset[str] = frozenset()
    trouble: ScanTrouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingCollation(WithNumbers):
    """Waiting: the gateway records that every sheet is in hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paying(WithNumbers):
    """The fee is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingPayment(WithNumbers):
    """Waiting: the gateway records the fee."""

    payment: Payment


@dataclass(frozen=True, slots=True, kw_only=True)
class HandingOver(WithNumbers):
    """The visitor states the name; the sheets are counted."""

    payment: Payment
    receipt_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingHandOver(WithNumbers):
    """Waiting: the gateway records the hand-over."""

    payment: Payment
    receipt_number: str

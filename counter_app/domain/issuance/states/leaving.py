"""The ways out: held, withdrawn, spoiled, closed."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.issuance.states.stage import Stage, WithNumbers
from counter_app.domain.issuance.values import Intake
from counter_app.domain.sheets import SheetOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingOutcome(Stage):
    """Waiting: the gateway records that the case is held or withdrawn. ``reason`` is a code.

    ``voided``: sheets were printed and spoiled, so the case closes as voided.
    """

    outcome: str
    reason: str
    intake: Intake | None = None
    voided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingSpoil(WithNumbers):
    """Waiting: spoiled or void sheets are recorded; then the case is issued anew or withdrawn.

    ``paid``: the visitor has given the fee, so the case is held until it has been given back.
    """

    outcomes: tuple[SheetOutcome, ...]
    reissue: bool
    paid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Stage):
    """Stopped with neutral words, recorded. Ends the case at this counter."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Stage):
    """The end: ``handed_over``, ``withdrawn``, ``held``, ``voided``, or ``unrecorded``.

    ``unrecorded``: the gateway refused the record of the end; the daily close finds the case open there.
    """

    outcome: str

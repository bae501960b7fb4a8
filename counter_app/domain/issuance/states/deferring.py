"""受付のみ・後日交付: what is taken down while the line is down, and what waits for the line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.failures import Failure
from counter_app.domain.issuance.states.stage import Stage
from counter_app.domain.issuance.values import Identity


class SlipPrint(StrEnum):
    """What is known of the slip's paper: asked for, taken by the printer, not printed, or nothing."""

    ASKED = "asked"
    PRINTED = "printed"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingRequest(Stage):
    """The clerk takes the request down. ``known`` and ``unsettled`` as in ``Opening``: the way back."""

    known: Identity | None = None
    unsettled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deferred(Stage):
    """Taken (``ref.taken``): it waits for the line, and the visitor has a number.

    ``slip`` is what is known of its paper; the number stands on the screen whatever the printer does.
    ``unsettled``: the gateway may have opened the case already. ``failure``: why the slip was not printed, or
    why the case could not be opened when the line came back; None while nothing is wrong.
    """

    slip: SlipPrint
    unsettled: bool = False
    failure: Failure | None = None

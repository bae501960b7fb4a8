"""発行: from numbers to paper at the printer."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.failures import Failure
from counter_app.domain.issuance.states.stage import Stage, WithNumbers
from counter_app.domain.issuance.values import Order
from counter_app.domain.render_model import RenderModel
from counter_app.domain.requests import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotting(Stage):
    """Waiting: the gateway compares the model and allots numbers.

    ``unsettled``: an earlier attempt may have been recorded. Until the gateway has said, there is no way
    back: numbers that nobody knows of would have no paper outcome.
    """

    order: Order
    verdict: Verdict
    model: RenderModel
    unsettled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering(WithNumbers):
    """Waiting: P0 is being rendered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Releasing(WithNumbers):
    """Waiting: the gateway releases exactly this P0 and sends the seal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spooling(WithNumbers):
    """Waiting: sealed, read back, compared, handed to the printer. Irreversible from here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing(WithNumbers):
    """The printer works. ``device`` is its own account (DeviceState value), never proof of paper."""

    job_id: str
    device: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintUncertain(WithNumbers):
    """Whether sheets came out is not known; a person looks and says. Nothing is repeated.

    ``job_id`` is empty where the printer's answer was lost. ``issue.p0_sha256`` is empty where the gateway's
    record differed: then nothing was rendered, and the numbers can only become void.
    """

    failure: Failure
    job_id: str = ""

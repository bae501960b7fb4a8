"""All states together: which wait for an answer, which for a person, and what stands over any of them."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.failures import Failure
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.states.approving import (
    ApprovalReturned,
    AskingApproval,
    AwaitingApproval,
    RecallingApproval,
)
from counter_app.domain.issuance.states.choosing import (
    AtRequestForm,
    Checked,
    Checking,
    ChoosingItems,
    ChoosingPersons,
    PrintingForm,
)
from counter_app.domain.issuance.states.deferring import Deferred, TakingRequest
from counter_app.domain.issuance.states.handing import (
    Collating,
    HandingOver,
    Paying,
    RecordingCollation,
    RecordingHandOver,
    RecordingPayment,
)
from counter_app.domain.issuance.states.identifying import (
    AtReception,
    AwaitingCard,
    ChoosingResident,
    Comparing,
    EnteringCredential,
    EnteringPapers,
    Finding,
    LookingAtCard,
    Opening,
    ReadingCard,
    ReadingHousehold,
)
from counter_app.domain.issuance.states.leaving import (
    Closed,
    Held,
    RecordingOutcome,
    RecordingSpoil,
)
from counter_app.domain.issuance.states.producing import (
    Allotting,
    Printing,
    PrintUncertain,
    Releasing,
    Rendering,
    Spooling,
)
from counter_app.domain.issuance.states.stage import (
    Stage,
)

WaitingState = (
    Opening
    | LookingAtCard
    | ReadingCard
    | Finding
    | ReadingHousehold
    | PrintingForm
    | Checking
    | Allotting
    | Rendering
    | AskingApproval
    | AwaitingApproval
    | RecallingApproval
    | Releasing
    | Spooling
    | Printing
    | RecordingCollation
    | RecordingPayment
    | RecordingHandOver
    | RecordingOutcome
    | RecordingSpoil
)

AskingState = (
    TakingRequest
    | Deferred
    | AtReception
    | AwaitingCard
    | EnteringCredential
    | EnteringPapers
    | ChoosingResident
    | Comparing
    | ChoosingPersons
    | ChoosingItems
    | AtRequestForm
    | Checked
    | ApprovalReturned
    | PrintUncertain
    | Collating
    | Paying
    | HandingOver
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Troubled(Stage):
    """The effect of ``waiting`` failed; the page says what to do. Retrying asks again under the same key."""

    waiting: WaitingState
    failure: Failure
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked(Stage):
    """Put aside while another visitor is served; ``inside`` is where it goes on."""

    inside: AskingState | Troubled
    reason: str


IssuanceState = WaitingState | AskingState | Troubled | Parked | Held | Closed

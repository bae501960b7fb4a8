"""The states of a case. Each carries exactly what is known there; what is not listed cannot be.

A *waiting* state waits for the answer of one effect (see ``entering.on_entering``); every other waits for a
person. ``turn`` numbers the questions of a case, so that a late answer to an old one can be told apart.
"""

from __future__ import annotations

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
from counter_app.domain.issuance.states.deferring import (
    Deferred,
    SlipPrint,
    TakingRequest,
)
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
    WithNumbers,
)
from counter_app.domain.issuance.states.whole import (
    AskingState,
    IssuanceState,
    Parked,
    Troubled,
    WaitingState,
)

__all__ = [
    "Allotting",
    "ApprovalReturned",
    "AskingApproval",
    "AskingState",
    "AtReception",
    "AtRequestForm",
    "AwaitingApproval",
    "AwaitingCard",
    "Checked",
    "Checking",
    "ChoosingItems",
    "ChoosingPersons",
    "ChoosingResident",
    "Closed",
    "Collating",
    "Comparing",
    "Deferred",
    "EnteringCredential",
    "EnteringPapers",
    "Finding",
    "HandingOver",
    "Held",
    "IssuanceState",
    "LookingAtCard",
    "Opening",
    "Parked",
    "Paying",
    "PrintUncertain",
    "Printing",
    "PrintingForm",
    "ReadingCard",
    "ReadingHousehold",
    "RecallingApproval",
    "RecordingCollation",
    "RecordingHandOver",
    "RecordingOutcome",
    "RecordingPayment",
    "RecordingSpoil",
    "Releasing",
    "Rendering",
    "SlipPrint",
    "Spooling",
    "Stage",
    "TakingRequest",
    "Troubled",
    "WaitingState",
    "WithNumbers",
]

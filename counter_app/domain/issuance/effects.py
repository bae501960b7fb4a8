"""What the program is told to do, imperative. Every effect carries its case and turn; every write its key."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from counter_app.domain.fallback import DeliveryWay
from counter_app.domain.identity import CredentialKind, Evidence
from counter_app.domain.issuance.values import Issue, Order
from counter_app.domain.render_model import RenderModel
from counter_app.domain.requests import IssueRequest
from counter_app.domain.sheets import Payment, SheetOutcome

_KEYS = uuid.UUID("7d0b8f0e-3c55-5b0c-9d5e-6f1a2b3c4d5e")


def key(*parts: str) -> str:
    """The idempotency key of a write: the same facts give the same key, also after a restart (a UUIDv5)."""
    return str(uuid.uuid5(_KEYS, "\x1f".join(parts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEffect:
    """What every effect has."""

    case_id: str
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase(CaseEffect):
    """Ask the gateway for a reception number."""

    key: str
    visit_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAtCard(CaseEffect):
    """Recognise the card and read tries left."""

    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCard(CaseEffect):
    """Read the card with the credential kept aside for this case."""

    reader: str
    credential: CredentialKind
    last_try_confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindResidents(CaseEffect):
    """Find the person the evidence speaks of."""

    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadHousehold(CaseEffect):
    """Read the household of a person found."""

    resident_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintForm(CaseEffect):
    """Print the filled request form."""

    order: Order
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSlip(CaseEffect):
    """Print the slip of a taken request: nothing of the visitor. ``taken_at``: ISO 8601 with zone."""

    number: str
    taken_at: str
    delivery: DeliveryWay
    promised: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRequest(CaseEffect):
    """Let the gateway apply the rules."""

    request: IssueRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class AllotNumbers(CaseEffect):
    """Let the gateway record the issue and allot numbers."""

    key: str
    request: IssueRequest
    model: RenderModel


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderPages(CaseEffect):
    """Render P0; the pages stay in memory under the case."""

    issue: Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class AskApproval(CaseEffect):
    """Lay P0 before an approver."""

    key: str
    issue: Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadApproval(CaseEffect):
    """Ask where the approval is now."""

    approval_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallApproval(CaseEffect):
    """Take the approval back while it waits."""

    key: str
    approval_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePages(CaseEffect):
    """Let the gateway release P0; the seal stays in memory under the case."""

    key: str
    issue: Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class SpoolPages(CaseEffect):
    """Seal, read back, compare, and hand to the printer once."""

    issue: Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchJob(CaseEffect):
    """Follow the job and the printer until the job ends."""

    job_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelJob(CaseEffect):
    """Ask the printer to cancel; has no answer, since the clerk is asked what came out."""

    job_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSheets(CaseEffect):
    """Tell the gateway what became of sheets."""

    key: str
    issue_id: str
    outcomes: tuple[SheetOutcome, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPayment(CaseEffect):
    """Tell the gateway the fee was taken."""

    key: str
    issue_id: str
    payment: Payment


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordHandOver(CaseEffect):
    """Tell the gateway that the sheets were handed over."""

    key: str
    issue_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOutcome(CaseEffect):
    """Tell the gateway that the case is held or withdrawn."""

    key: str
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetSecrets(CaseEffect):
    """Wipe credential and photo of this case, release the card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetPages(CaseEffect):
    """Wipe pages, seal and previews of this case."""


Effect = (
    OpenCase
    | LookAtCard
    | ReadCard
    | FindResidents
    | ReadHousehold
    | PrintForm
    | PrintSlip
    | CheckRequest
    | AllotNumbers
    | RenderPages
    | AskApproval
    | ReadApproval
    | RecallApproval
    | ReleasePages
    | SpoolPages
    | WatchJob
    | CancelJob
    | RecordSheets
    | RecordPayment
    | RecordHandOver
    | RecordOutcome
    | ForgetSecrets
    | ForgetPages
)

"""What can happen to a case, past tense. Answers carry the turn of the question they answer."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.approvals import ApprovalStatus, ApprovalTicket
from counter_app.domain.failures import Failure
from counter_app.domain.identity import CardEvidence
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.clerk_events import ClerkEvent
from counter_app.domain.issuance.values import Candidate, Identity, Tries
from counter_app.domain.render_model import RenderModel, SheetStamp
from counter_app.domain.requests import Verdict
from counter_app.domain.residents import Household

# opening


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The case was opened on this PC; ``known`` is the identity established earlier in the visit."""

    case_id: str
    visit_id: str
    known: Identity | None = None
    staff_id: str = ""


# what devices do


@dataclass(frozen=True, slots=True, kw_only=True)
class CardInserted:
    """A card lies on this reader."""

    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRemoved:
    """The card was taken away."""

    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReturned:
    """The gateway is there again; what was taken without it can be opened there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPrinted:
    """The slip of a taken request is at the printer."""

    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalMoved:
    """The gateway said that this approval moved; ``""``: it was not heard for a while, so any may have."""

    approval_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceReported:
    """The printer's own account while a job is open (DeviceState value)."""

    turn: int
    device: str


# answers


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseNumbered:
    """The gateway opened the case."""

    turn: int
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLooked:
    """A My Number Card, and tries left."""

    turn: int
    tries: tuple[Tries, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWasRead:
    """The card gave its evidence."""

    turn: int
    evidence: CardEvidence


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialRefused:
    """The card did not accept the credential, or wants the last try confirmed."""

    turn: int
    failure: Failure
    tries: tuple[Tries, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentsFound:
    """Who was found."""

    turn: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdWasRead:
    """The household as this clerk may see it."""

    turn: int
    household: Household


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPrinted:
    """The filled form is at the printer under this number."""

    turn: int
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestChecked:
    """The rules' answer, and the content composed here for the gateway's date."""

    turn: int
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersAllotted:
    """The gateway recorded the issue."""

    turn: int
    issue_id: str
    job: str
    model: RenderModel
    stamps: tuple[SheetStamp, ...]
    fee: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesRendered:
    """P0 exists, with this digest."""

    turn: int
    p0_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalAsked:
    """The page lies before the approvers, under this ticket."""

    turn: int
    ticket: ApprovalTicket


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalTold:
    """Where the approval is."""

    turn: int
    status: ApprovalStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesReleased:
    """The gateway released P0; the seal is in memory."""

    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesSpooled:
    """The printer took the file."""

    turn: int
    job_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintEnded:
    """The job ended by the printer's account; ``failure`` is None if it says completed."""

    turn: int
    failure: Failure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """The gateway recorded it; ``receipt_number`` for payments."""

    turn: int
    receipt_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectFailed:
    """An effect failed."""

    turn: int
    failure: Failure
    certainty: Certainty = Certainty.NOT_DONE


DeviceEvent = CardInserted | CardRemoved | LineReturned
Answer = (
    CaseNumbered
    | CardLooked
    | CardWasRead
    | CredentialRefused
    | ResidentsFound
    | HouseholdWasRead
    | FormPrinted
    | SlipPrinted
    | RequestChecked
    | NumbersAllotted
    | PagesRendered
    | ApprovalAsked
    | ApprovalTold
    | PagesReleased
    | PagesSpooled
    | DeviceReported
    | PrintEnded
    | Recorded
    | EffectFailed
)
Event = Opened | ClerkEvent | DeviceEvent | ApprovalMoved | Answer

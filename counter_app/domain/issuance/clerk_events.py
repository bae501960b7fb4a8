"""What a clerk can do to a case, past tense."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.certificates import Item, Scope
from counter_app.domain.failures import Failure
from counter_app.domain.fallback import TakenRequest
from counter_app.domain.identity import CredentialKind, PaperEvidence, SpokenAttribute
from counter_app.domain.render_model import RenderModel
from counter_app.domain.requests import RequesterKind
from counter_app.domain.sheets import Payment, SpoilReason


@dataclass(frozen=True, slots=True, kw_only=True)
class PurposeChosen:
    """What it is for, where it goes, and who asks; ``ticket`` is the number the visitor drew, if any.

    ``requester`` None: 本人 or 同一世帯; which of them follows later from who is on the page.
    """

    purpose: str
    destination: str = ""
    requester: RequesterKind | None = None
    ticket: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersChosen:
    """The visitor has no card, or does not want to use it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialKindChosen:
    """The other credential is to be typed."""

    credential: CredentialKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTryConfirmed:
    """One try is left, and the person wants to use it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialEntered:
    """A credential was typed. The secret itself is never in an event."""

    credential: CredentialKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersEntered:
    """What the visitor said, and the papers seen."""

    evidence: PaperEvidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentChosen:
    """One of several candidates was chosen."""

    resident_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenToggled:
    """The visitor did (or did not) say this."""

    attribute: SpokenAttribute


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityConfirmed:
    """Evidence and register agree, and two attributes were spoken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeChosen:
    """世帯全員, 世帯の一部 or 個人票."""

    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonToggled:
    """A member is put on the page or taken off it."""

    resident_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonsConfirmed:
    """These are the persons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemToggled:
    """A sensitive item was asked for, or not after all."""

    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesSet:
    """How many 通, 1 to 9."""

    copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsConfirmed:
    """These are the items and the copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPrintAsked:
    """Print the filled form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFormRecorded:
    """The visitor brought a paper form with this number."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureToggled:
    """The clerk has (or has not) seen the signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAsked:
    """Apply the rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueAsked:
    """Allot numbers and print this: the content as composed on this PC, for the gateway to compare."""

    model: RenderModel


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRecalled:
    """Take the page back from the approvers (取り戻す)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetScanned:
    """A code was read and its signature holds. ``number`` and ``job`` (hex) are the code's own."""

    number: str
    job: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRefused:
    """What was scanned is no code of this town."""

    failure: Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetsSeen:
    """The clerk looked at the printer: the numbers of the sheets that came out whole."""

    came_out: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintCancelled:
    """The clerk stops the job at the printer; what came out is then asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetsSpoiled:
    """The sheets of this issue are bad (書損); ``reissue`` prints new ones under new numbers."""

    reason: SpoilReason
    reissue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentTaken:
    """The fee was received."""

    payment: Payment


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """The visitor stated the name and took the sheets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WentBack:
    """One step back."""


class WithdrawalReason(StrEnum):
    """Why a request was withdrawn."""

    VISITOR = "visitor"
    PAPERS_MISSING = "papers_missing"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrew:
    """取下げ."""

    reason: WithdrawalReason = WithdrawalReason.VISITOR


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAside:
    """Parked (保留) while another visitor is served."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """Taken up again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retried:
    """Ask again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """The clerk has told the visitor; the held case may leave the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingChosen:
    """The line is down, so the request is only taken: a person's decision (knowledge/domain.md 5.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestTaken:
    """The request as the visitor made it; its slip's number is already his."""

    request: TakenRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPrintAsked:
    """Print the slip again; a second one does no harm."""


ClerkEvent = (
    PurposeChosen
    | PapersChosen
    | CredentialKindChosen
    | LastTryConfirmed
    | CredentialEntered
    | PapersEntered
    | ResidentChosen
    | SpokenToggled
    | IdentityConfirmed
    | ScopeChosen
    | PersonToggled
    | PersonsConfirmed
    | ItemToggled
    | CopiesSet
    | ItemsConfirmed
    | FormPrintAsked
    | PaperFormRecorded
    | SignatureToggled
    | CheckAsked
    | IssueAsked
    | ApprovalRecalled
    | SheetScanned
    | ScanRefused
    | SheetsSeen
    | PrintCancelled
    | SheetsSpoiled
    | PaymentTaken
    | HandedOver
    | WentBack
    | Withdrew
    | PutAside
    | Resumed
    | Retried
    | Acknowledged
    | TakingChosen
    | RequestTaken
    | SlipPrintAsked
)

"""What a case gathers on its way, in the order in which it becomes known."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.approvals import ApprovalTicket
from counter_app.domain.certificates import Selection
from counter_app.domain.failures import Failure
from counter_app.domain.fallback import TakenRequest
from counter_app.domain.identity import CredentialKind, Evidence, SpokenAttribute
from counter_app.domain.render_model import RenderModel, SheetStamp
from counter_app.domain.requests import OWN, RequesterKind, RequestForm, Verdict
from counter_app.domain.residents import Household


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRef:
    """Which case. ``number`` is the day's reception number, empty until the gateway has given one.

    ``spoiled_issue`` is the last issue of this case whose sheets were spoiled, empty if none. It lives here,
    not in the order, because it must survive every correction: it is what keeps the next allotment from being
    answered with the spoiled one's numbers. ``staff_id`` is the clerk who opened the case: it is his, and the
    gateway lets nobody else go on with it. ``taken`` is the request as taken while the line was down, None
    for every other case: its slip's number, and how to reach the visitor, go with the case to its end.
    """

    case_id: str
    visit_id: str
    number: str = ""
    spoiled_issue: str = ""
    staff_id: str = ""
    taken: TakenRequest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What it is for (a purpose of the pack), where it goes, who asks, and the number drawn at the door.

    ``requester`` None: 本人 or 同一世帯, told apart by ``Order.requester``.
    """

    purpose: str
    destination: str = ""
    requester: RequesterKind | None = None
    ticket: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A person found; names empty where withheld."""

    resident_id: str
    household_id: str
    name: str
    name_kana: str
    birth: str
    address: str
    head_name: str
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tries:
    """Tries left of one credential, read free of charge."""

    credential: CredentialKind
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who stands here: the evidence, the person of the register it led to, what he said aloud."""

    evidence: Evidence
    resident_id: str
    household: Household
    spoken: frozenset[SpokenAttribute]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for, complete once the form is signed.

    ``form`` is None until it has a number.
    """

    intake: Intake
    identity: Identity
    selection: Selection
    form: RequestForm | None = None

    @property
    def requester(self) -> RequesterKind:
        """本人 if he is on the page himself, else 同一世帯; any other class stays what it was at 受付."""
        stated = self.intake.requester
        if stated is not None and stated not in OWN:
            return stated
        own = self.identity.resident_id in self.selection.resident_ids
        return RequesterKind.SELF if own else RequesterKind.SAME_HOUSEHOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Numbers allotted for a checked order. ``p0_sha256`` is empty until the page is rendered.

    ``approval``: what was asked of an approver for exactly that page; None unless it was laid before one.
    """

    order: Order
    verdict: Verdict
    issue_id: str
    job: str
    model: RenderModel
    stamps: tuple[SheetStamp, ...]
    fee: int
    p0_sha256: str = ""
    approval: ApprovalTicket | None = None

    @property
    def numbers(self) -> tuple[str, ...]:
        """The sheet numbers, in the order of the file."""
        return tuple(stamp.number for stamp in self.stamps)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanTrouble:
    """A scan that must not pass: which failure, and the number read (empty if unreadable)."""

    failure: Failure
    number: str = ""

"""What is asked of the core for one case, on what evidence; and the answer of the rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.certificates import NEED_APPROVAL, Scope, Selection
from counter_app.domain.identity import (
    SPOKEN_NEEDED,
    Agent,
    IdentityLevel,
    IdentityMethod,
    Paper,
    SpokenAttribute,
    in_force,
    level_of_papers,
    mandated,
    recorded,
)


class RequesterKind(StrEnum):
    """請求者区分 (knowledge/domain.md 1.3). Only ``ISSUABLE`` can be issued to until the rest has rules."""

    SELF = "SELF"
    SAME_HOUSEHOLD = "SAME_HH"
    LEGAL_REPRESENTATIVE = "LEGAL_REP"
    AGENT = "AGENT"
    MESSENGER = "MESSENGER"
    THIRD_PARTY = "THIRD"
    PROFESSIONAL = "PRO"
    OFFICIAL = "OFFICIAL"


OWN = frozenset({RequesterKind.SELF, RequesterKind.SAME_HOUSEHOLD})
"""Who asks in his own right."""
ISSUABLE = OWN | {RequesterKind.AGENT}
"""The classes that have rules. Deny by default: whoever else asks is recorded as held, never issued to."""
HELD_REQUESTER = "requester_"
"""How the reason begins with which such a case is held; the class follows, in small letters."""


class FormKind(StrEnum):
    """請求書: printed filled by the program, or the visitor's own paper."""

    PRINTED = "printed"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestForm:
    """The request form; ``number`` is the printed form's or the paper form's."""

    kind: FormKind
    number: str
    signature_seen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityClaim:
    """What the record keeps of an identification: how and what kind, never a copy of it.

    ``level`` is what the counter found; the rules derive it again and do not believe it.
    """

    level: IdentityLevel
    method: IdentityMethod
    papers: tuple[Paper, ...] = ()
    spoken: frozenset[SpokenAttribute] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRequest:
    """One request for a certificate, complete as it goes to the rules.

    ``requester_id`` is the person of the register on whose right it rests: the visitor himself or, with
    ``agent``, who gave the 委任状.
    """

    case_id: str
    requester: RequesterKind
    requester_id: str
    household_id: str
    identity: IdentityClaim
    form: RequestForm
    selection: Selection
    purpose: str
    destination: str = ""
    agent: Agent | None = None


class Rule(StrEnum):
    """The rules of this counter, in the order in which they are asked."""

    REQUESTER = "requester"
    IDENTITY = "identity"
    SPOKEN = "spoken"
    FORM = "form"
    SELECTION = "selection"
    APPROVAL = "approval"
    RECORD = "record"
    RESTRICTION = "restriction"


class Outcome(StrEnum):
    """The answer of a rule, worst last."""

    OK = "ok"
    APPROVAL = "approval"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """One rule's answer, for the trace that the clerk sees in words."""

    rule: Rule
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The gateway's answer to a check. ``fee`` in yen for all copies; ``issued_on`` the gateway's date, ISO.

    ``restriction_version`` names the state of flags it was decided on; release asks for it again.
    """

    outcome: Outcome
    trace: tuple[RuleResult, ...]
    fee: int
    issued_on: str
    restriction_version: str


def _form_outcome(form: RequestForm) -> Outcome:
    return Outcome.OK if form.number.strip() and form.signature_seen else Outcome.BLOCKED


def _selection_outcome(selection: Selection) -> Outcome:
    count = len(selection.resident_ids)
    one_if_personal = count == 1 or selection.scope is not Scope.PERSONAL
    whole = 1 <= selection.copies <= 9 and count == len(set(selection.resident_ids)) >= 1
    return Outcome.OK if whole and one_if_personal else Outcome.BLOCKED


def _identity_outcome(claim: IdentityClaim, today: date) -> Outcome:
    """The level follows from method and papers; whoever claims another, or an expired paper, is refused.

    So is a paper of which less is told than must be recorded (knowledge/domain.md 1.4).
    """
    by_papers = claim.method is IdentityMethod.PAPERS
    sound = all(recorded(paper) and in_force(paper, today) for paper in claim.papers)
    if by_papers is not bool(claim.papers) or not sound:
        return Outcome.BLOCKED
    level = level_of_papers(claim.papers) if by_papers else IdentityLevel.P1
    if claim.level is not level:
        return Outcome.BLOCKED
    return Outcome.APPROVAL if level is IdentityLevel.P3 else Outcome.OK


def _requester_outcome(request: IssueRequest, today: date) -> Outcome:
    """Who may ask: 本人 for a page he is on, 同一世帯, and 任意代理人 with the original of his 委任状.

    An agent is identified by papers (the card of another person opens no right of this one).
    """
    on_page = request.requester_id in request.selection.resident_ids
    match request.requester:
        case RequesterKind.SELF:
            allowed = on_page and request.agent is None
        case RequesterKind.SAME_HOUSEHOLD:
            allowed = request.agent is None
        case RequesterKind.AGENT:
            by_papers = request.identity.method is IdentityMethod.PAPERS
            sound = on_page and by_papers and mandated(request.agent, today)
            return Outcome.APPROVAL if sound else Outcome.BLOCKED
        case _:
            allowed = False
    return Outcome.OK if allowed else Outcome.BLOCKED


def _numbers_outcome(request: IssueRequest) -> Outcome:
    """個人番号 and 住民票コード: only in one's own right and on one strong paper, and then by approval.

    To an agent they go by mail, to the person's own address (knowledge/domain.md 1.2, 1.4): that has no rules
    yet.
    """
    if not request.selection.items & NEED_APPROVAL:
        return Outcome.OK
    allowed = request.requester in OWN and request.identity.level is IdentityLevel.P1
    return Outcome.APPROVAL if allowed else Outcome.BLOCKED


def judge(request: IssueRequest, *, same_household: bool, held: bool, today: date) -> tuple[RuleResult, ...]:
    """Apply every rule; deny by default.

    ``same_household``: requester and every person printed share the household by the core's own record.
    ``held``: a flag stops any of them. ``today``: the day of the check, for papers that expire.
    P3 identification, an agent and the two numbers need an approval (knowledge/domain.md 4.3).
    """
    spoken = len(request.identity.spoken) >= SPOKEN_NEEDED

    def blocked_unless(condition: bool) -> Outcome:
        return Outcome.OK if condition else Outcome.BLOCKED

    answers = (
        (Rule.REQUESTER, _requester_outcome(request, today)),
        (Rule.IDENTITY, _identity_outcome(request.identity, today)),
        (Rule.SPOKEN, blocked_unless(spoken)),
        (Rule.FORM, _form_outcome(request.form)),
        (Rule.SELECTION, _selection_outcome(request.selection)),
        (Rule.APPROVAL, _numbers_outcome(request)),
        (Rule.RECORD, blocked_unless(same_household)),
        (Rule.RESTRICTION, blocked_unless(not held)),
    )
    return tuple(RuleResult(rule=rule, outcome=outcome) for rule, outcome in answers)


def worst(trace: tuple[RuleResult, ...]) -> Outcome:
    """The outcome of the whole: blocked beats approval beats ok. What no rule has judged is blocked."""
    order = (Outcome.OK, Outcome.APPROVAL, Outcome.BLOCKED)
    return max((result.outcome for result in trace), key=order.index, default=Outcome.BLOCKED)

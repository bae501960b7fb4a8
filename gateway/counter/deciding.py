"""Applies the rules of ``counter_app.domain`` to live data: at check, at allotment, at release.

Restrictions are asked for every person printed, for the head where his name is printed, for a requester under
照会制限, for whoever else of the household the page would name, and for a 筆頭者 who lives elsewhere
(knowledge/domain.md 2.1, 3).
Each decision is recorded with the state of flags behind it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import uuid
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, insert

from counter_app.domain.certificates import Item
from counter_app.domain.render_model import compose
from counter_app.domain.requests import IssueRequest, Outcome, Rule, RuleResult, Verdict, judge, worst
from counter_app.domain.residents import Household, Member
from counter_app.domain.restrictions import conceals, stops_issue
from gateway.clock import stamp, today
from gateway.cores.port import Person
from gateway.counter.cases import open_case_of, shown_in_visit
from gateway.counter.concealment import concealed_names, page_names_one
from gateway.counter.disclosure import household_view
from gateway.counter.office import Act
from gateway.refusals import Refusal, conflict
from gateway.store.tables import decisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the rules say now. ``asked`` are the ids of the request, shown to the clerk or not.

    ``household`` is as the clerk sees it; None if nobody of it was shown to him in this visit.
    """

    asked: tuple[str, ...]

    outcome: Outcome
    trace: tuple[RuleResult, ...]
    fee: int
    household: Household | None
    restriction_version: str

    @property
    def held(self) -> bool:
        """Whether a flag stops it."""
        return any(
            result.rule is Rule.RESTRICTION and result.outcome is not Outcome.OK for result in self.trace
        )


@dataclass(eq=False)
class DecidedAgainst(Refusal):
    """A write refused by a decision, which is recorded although the write leaves nothing."""

    case_id: str
    step: str
    decision: Decision

    def record(self, tx: Connection, act: Act) -> None:
        """Record the decision, in a transaction of its own."""
        record_decision(tx, act, self.case_id, self.step, self.decision)


def decided_against(refusal: Refusal, case_id: str, step: str, decision: Decision) -> DecidedAgainst:
    """Return ``refusal`` with the decision it comes from."""
    return DecidedAgainst(refusal.status, refusal.code, refusal.detail, case_id, step, decision)


def decide(tx: Connection, act: Act, request: IssueRequest) -> Decision:
    """Apply every rule to ``request`` on the register as it is now.

    Whoever was not shown to this clerk in this visit is to him what a stranger is: nothing tells them apart.
    """
    shown = shown_in_visit(tx, act, request.case_id)
    household = act.office.core.household(request.household_id)
    members = {
        person.resident.resident_id: person for person in household if person.resident.resident_id in shown
    }
    if not members:
        household = ()
    printed = [members[key] for key in request.selection.resident_ids if key in members]
    requester = members.get(request.requester_id)
    whole = requester is not None and len(printed) == len(request.selection.resident_ids)
    concerned = _concerned(request, household, printed)
    held = any(stops_issue(person.flags) for person in concerned)
    held = held or (requester is not None and conceals(requester.flags))
    held = held or _names_a_concealed_person(act, request, household, printed)
    trace = judge(request, same_household=whole, held=held, today=today(act.office.clock))
    at, elsewhere = stamp(act.office.clock), act.office.core.concealed()
    view = household_view(household, at, elsewhere=elsewhere) if household else None
    return Decision(
        asked=(request.household_id, request.requester_id, *request.selection.resident_ids),
        outcome=worst(trace),
        trace=trace,
        fee=_fee(act, request, view),
        household=view,
        restriction_version=_version(act, [*concerned, *([requester] if requester else [])]),
    )


def check(tx: Connection, act: Act, request: IssueRequest) -> Verdict:
    """Return the verdict on ``request`` and record it; a blocked verdict is an answer."""
    open_case_of(tx, act, request.case_id)
    decision = decide(tx, act, request)
    record_decision(tx, act, request.case_id, "check", decision)
    return Verdict(
        outcome=decision.outcome,
        trace=decision.trace,
        fee=decision.fee,
        issued_on=today(act.office.clock).isoformat(),
        restriction_version=decision.restriction_version,
    )


def record_decision(tx: Connection, act: Act, case_id: str, step: str, decision: Decision) -> None:
    """Record what was decided, about whom, on which state of flags: refusals are records too."""
    tx.execute(
        insert(decisions).values(
            town_code=act.town,
            decision_id=str(uuid.uuid4()),
            case_id=case_id,
            staff_id=act.staff.staff_id,
            step=step,
            outcome=decision.outcome.value,
            trace=json.dumps([asdict(result) for result in decision.trace]),
            asked=json.dumps(decision.asked),
            restriction_version=decision.restriction_version,
            at=stamp(act.office.clock),
        )
    )


def same_case(path_case_id: str, request: IssueRequest) -> None:
    """Refuse a request that names another case than its path."""
    if path_case_id != request.case_id:
        raise conflict("the request names another case than the path")


def _concerned(request: IssueRequest, household: tuple[Person, ...], printed: list[Person]) -> list[Person]:
    """Everybody whose name reaches the page: those printed, and the head where he is named."""
    names_head = Item.HEAD_AND_RELATIONSHIP in request.selection.items
    head = [household[0]] if household and names_head and household[0] not in printed else []
    return [*printed, *head]


def _names_a_concealed_person(
    act: Act, request: IssueRequest, household: tuple[Person, ...], printed: list[Person]
) -> bool:
    """Compose the page as the register has it and look for a name under 照会制限: 筆頭者, 備考, 方書.

    The page that the counter sees has these blank, and one printed with a blank 筆頭者 would be false.
    """
    concealed = concealed_names(household, act.office.core.concealed())
    if not concealed or not printed:
        return False
    head = household[0].resident
    as_recorded = Household(
        household_id=head.household_id,
        head_name=head.head_name,
        address=head.address,
        members=tuple(
            Member(resident_id=one.resident.resident_id, held=False, resident=one.resident) for one in printed
        ),
        as_of="",
    )
    ids = tuple(one.resident.resident_id for one in printed)
    selection = replace(request.selection, resident_ids=ids)
    page = compose(as_recorded, selection, act.office.pack(), today(act.office.clock))
    return page_names_one(page, concealed)


def _fee(act: Act, request: IssueRequest, household: Household | None) -> int:
    if household is None:
        return 0
    words = act.office.pack().certificates[request.selection.kind(household)]
    return words.fee * request.selection.copies


def _version(act: Act, persons: list[Person]) -> str:
    """Name the state of flags without telling it: keyed, or 2^18 guesses would tell a counter PC."""
    states = sorted({(p.resident.resident_id, tuple(sorted(p.flags))) for p in persons})
    message = json.dumps(states).encode()
    return hmac.new(act.office.keys.restriction, message, hashlib.sha256).hexdigest()[:32]

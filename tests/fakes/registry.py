"""A gateway in memory, deciding with the same domain functions as the real one; faults on demand."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from counter_app.application.clock_port import Clock
from counter_app.application.port_errors import PortError, Refused
from counter_app.application.registry_port import (
    Allotment,
    CaseOutcome,
    ResidentHit,
    ResidentSearch,
    Role,
    Seal,
    StaffSession,
)
from counter_app.domain.certificates import Item
from counter_app.domain.failures import FailureCode
from counter_app.domain.render_model import RenderModel, SheetStamp, compose, paginate
from counter_app.domain.requests import IssueRequest, Outcome, RuleResult, Verdict, judge, worst
from counter_app.domain.residents import Household
from counter_app.domain.sheet_code import sheet_number
from counter_app.domain.sheets import Payment, PaymentMethod, SheetOutcome, SheetState, may_become
from tests.fakes.clock import FakeClock
from tests.fakes.pages import fake_code
from tests.fakes.town import TOWN, FakeTown, town_pack

Value = TypeVar("Value")
SEAL = Seal(png=b"\x89PNG\r\n\x1a\n" + b"fake seal", edge_mm=24.0)
TERMINAL = "01"
_ENDED = frozenset({SheetState.HANDED_OVER, SheetState.SPOILED, SheetState.VOID})


@dataclass
class FakeIssue:
    """What the fake ledger holds of an issue."""

    request: IssueRequest
    model: RenderModel
    fee: int
    sheets: dict[str, SheetState]
    issue_id: str = ""
    stamps: tuple[SheetStamp, ...] = ()
    p0_sha256: str = ""
    payment: Payment | None = None

    @property
    def on_its_way(self) -> bool:
        """Whether it was released and has a sheet that is neither collated nor ended."""
        loose = {SheetState.RESERVED, SheetState.SPOOLED} & set(self.sheets.values())
        return bool(self.p0_sha256 and loose)


@dataclass
class FakeCase:
    """What the fake ledger holds of a case; ``ended`` is ``""`` while it is open."""

    number: str
    visit_id: str
    found: set[str] = field(default_factory=set)
    ended: str = ""
    reason: str = ""


@dataclass(frozen=True)
class PlannedFault:
    """``error`` instead of the answer; ``after_commit``: the operation happens, its answer is lost."""

    error: PortError
    after_commit: bool = False


def _refused(code: FailureCode = FailureCode.GATEWAY_REFUSED) -> Refused:
    return Refused(code)


class FakeRegistry:
    """Implements ``Registry`` for one clerk."""

    def __init__(
        self, town: FakeTown | None = None, clock: Clock | None = None, *, training: bool = False
    ) -> None:
        self.town = town or FakeTown()
        self.clock: Clock = clock or FakeClock()
        self.training = training
        self.signed_in = True
        self.approved: Callable[[str, str], bool] = lambda _issue_id, _p0_sha256: False
        self.cases: dict[str, FakeCase] = {}
        self.issues: dict[str, FakeIssue] = {}
        self.calls: list[str] = []
        self._answers: dict[str, tuple[object, object]] = {}
        self._faults: dict[str, deque[PlannedFault]] = {}
        self._serial = 0
        self._receipts = 0

    def plan(self, operation: str, error: PortError, *, after_commit: bool = False) -> None:
        """Let the next call of ``operation`` (a method's name) fail with ``error``."""
        self._faults.setdefault(operation, deque()).append(PlannedFault(error, after_commit))

    def session(self) -> StaffSession:
        return self.reading(
            "session",
            lambda: StaffSession(
                staff_id="1001",
                staff_name="山田　花子",
                role=Role.CLERK,
                town_code=TOWN,
                town_name="架空町",
                office="住民課",
                counter="2番窓口",
                terminal=TERMINAL,
                now=self._now(),
                training=self.training,
                pack=town_pack(self._day()),
            ),
        )

    def open_case(self, key: str, case_id: str, visit_id: str) -> str:
        def effect() -> str:
            if case_id in self.cases:
                raise _refused()
            self.cases[case_id] = FakeCase(number=f"{len(self.cases) + 1:03d}", visit_id=visit_id)
            return self.cases[case_id].number

        return self.writing("open_case", key, (case_id, visit_id), effect)

    def find_residents(self, case_id: str, search: ResidentSearch) -> tuple[ResidentHit, ...]:
        def answer() -> tuple[ResidentHit, ...]:
            filled = (search.name, search.name_kana, search.birth_date, search.address, search.sex)
            case = self._open(case_id)
            if sum(value not in ("", None) for value in filled) < 2:
                raise _refused()
            hits = self.town.find(search)
            case.found.update(hit.resident_id for hit in hits)
            return hits

        return self.reading("find_residents", answer)

    def read_household(self, case_id: str, resident_id: str) -> Household:
        def answer() -> Household:
            household_id = self.town.household_of(resident_id)
            visit_id = self._open(case_id).visit_id
            of_visit = [case.found for case in self.cases.values() if case.visit_id == visit_id]
            if resident_id not in set().union(*of_visit) or household_id is None:
                raise _refused()
            household = self.town.household(household_id, self._now(), asked_for=resident_id)
            self._open(case_id).found.update(member.resident_id for member in household.members)
            return household

        return self.reading("read_household", answer)

    def check(self, request: IssueRequest) -> Verdict:
        def answer() -> Verdict:
            self._open(request.case_id)
            trace = self._judged(request)
            return Verdict(
                outcome=worst(trace),
                trace=trace,
                fee=self._fee(request),
                issued_on=self._day().isoformat(),
                restriction_version="fake",
            )

        return self.reading("check", answer)

    def allot(self, key: str, request: IssueRequest, model_sha256: str) -> Allotment:
        def effect() -> Allotment:
            self._open(request.case_id)
            model = self._composed(request)
            if model.masked().sha256() != model_sha256:
                raise _refused(FailureCode.RECORD_CHANGED)
            issue_id = f"issue-{len(self.issues) + 1}"
            job = f"{len(self.issues) + 1:016x}"
            stamps = self._stamps(model, job, request.selection.copies)
            fee = self._fee(request)
            sheets = {stamp.number: SheetState.RESERVED for stamp in stamps}
            self.issues[issue_id] = FakeIssue(
                request=request, model=model, fee=fee, sheets=sheets, issue_id=issue_id, stamps=stamps
            )
            return Allotment(issue_id=issue_id, job=job, model=model, stamps=stamps, fee=fee)

        return self.writing("allot", key, (request, model_sha256), effect)

    def release(self, key: str, issue_id: str, p0_sha256: str, renderer_id: str) -> Seal:
        def effect() -> Seal:
            issue = self.decided_again(issue_id)
            if issue.p0_sha256 not in ("", p0_sha256):
                raise _refused()
            if self.outcome(issue_id) is Outcome.APPROVAL and not self.approved(issue_id, p0_sha256):
                raise _refused(FailureCode.APPROVAL_MISSING)
            if any(other.on_its_way for other in self.issues.values() if other is not issue):
                raise _refused(FailureCode.PRINTER_BUSY)
            issue.p0_sha256 = p0_sha256
            return SEAL

        return self._writing_anew("release", key, (issue_id, p0_sha256, renderer_id), effect)

    def record_sheets(self, key: str, issue_id: str, outcomes: tuple[SheetOutcome, ...]) -> None:
        def effect() -> None:
            issue = self._issue(issue_id)
            after = dict(issue.sheets)
            for outcome in outcomes:
                now = after.get(outcome.number)
                ended = outcome.state in (SheetState.SPOILED, SheetState.VOID)
                allowed = now is not None and may_become(now, outcome.state)
                if not allowed or ended != (outcome.reason is not None):
                    raise _refused()
                if outcome.state is SheetState.HANDED_OVER or (not issue.p0_sha256 and not ended):
                    raise _refused()
                after[outcome.number] = outcome.state
            issue.sheets = after

        return self.writing("record_sheets", key, (issue_id, outcomes), effect)

    def record_payment(self, key: str, issue_id: str, payment: Payment) -> str:
        def effect() -> str:
            issue = self._issue(issue_id)
            exact = payment.method is PaymentMethod.CASH or payment.change == 0
            right = payment.amount == issue.fee and payment.change >= 0 and exact
            if issue.payment is not None or not right or set(issue.sheets.values()) <= _ENDED:
                raise _refused()
            issue.payment = payment
            self._receipts += 1
            return f"{self._day():%Y%m%d}-{TERMINAL}-{self._receipts:04d}"

        return self.writing("record_payment", key, (issue_id, payment), effect)

    def hand_over(self, key: str, issue_id: str) -> None:
        def effect() -> None:
            issue = self._issue(issue_id)
            if set(issue.sheets.values()) != {SheetState.COLLATED} or issue.payment is None:
                raise _refused()
            issue.sheets = dict.fromkeys(issue.sheets, SheetState.HANDED_OVER)
            self.cases[issue.request.case_id].ended = "handed_over"

        return self.writing("hand_over", key, issue_id, effect)

    def record_outcome(self, key: str, case_id: str, outcome: CaseOutcome, reason: str) -> None:
        def effect() -> None:
            case = self._open(case_id)
            mine = [issue for issue in self.issues.values() if issue.request.case_id == case_id]
            loose = {state for issue in mine for state in issue.sheets.values()} - _ENDED
            if loose - {SheetState.RESERVED}:
                raise _refused()
            for issue in mine:
                issue.sheets = {
                    number: state if state in _ENDED else SheetState.VOID
                    for number, state in issue.sheets.items()
                }
            case.ended, case.reason = outcome.value, reason

        return self.writing("record_outcome", key, (case_id, outcome, reason), effect)

    def decided_again(self, issue_id: str) -> FakeIssue:
        """The issue, all of it reserved, if rules and record still say what they said at allotment."""
        issue = self._issue(issue_id)
        if set(issue.sheets.values()) != {SheetState.RESERVED}:
            raise _refused()
        if self._composed(issue.request).sha256() != issue.model.sha256():
            raise _refused(FailureCode.RECORD_CHANGED)
        return issue

    def outcome(self, issue_id: str) -> Outcome:
        """What the rules say of an open issue now."""
        return worst(self._judged(self._issue(issue_id).request))

    def _now(self) -> str:
        return self.clock.now().isoformat()

    def _day(self) -> date:
        return self.clock.now().date()

    def _open(self, case_id: str) -> FakeCase:
        case = self.cases.get(case_id)
        if case is None or case.ended:
            raise _refused()
        return case

    def _issue(self, issue_id: str) -> FakeIssue:
        issue = self.issues.get(issue_id)
        if issue is None:
            raise _refused()
        self._open(issue.request.case_id)
        return issue

    def _judged(self, request: IssueRequest) -> tuple[RuleResult, ...]:
        concerned = {*request.selection.resident_ids, request.requester_id}
        same = concerned <= self._shown(request.case_id) and all(
            self.town.household_of(one) == request.household_id for one in concerned
        )
        printed = set(request.selection.resident_ids) & self._shown(request.case_id)
        if Item.HEAD_AND_RELATIONSHIP in request.selection.items and same:
            printed.add(self.town.household(request.household_id, "").members[0].resident_id)
        held = self.town.held(frozenset(printed))
        if same and not held and request.selection.resident_ids:
            held = self.town.names_one_concealed(request.household_id, request.selection, self._day())
        return judge(request, same_household=same, held=held, today=self._day())

    def _shown(self, case_id: str) -> set[str]:
        """Whoever was shown in any case of the visit."""
        visit_id = self._open(case_id).visit_id
        return set().union(*(case.found for case in self.cases.values() if case.visit_id == visit_id))

    def _composed(self, request: IssueRequest) -> RenderModel:
        if worst(self._judged(request)) is Outcome.BLOCKED:
            raise _refused(FailureCode.ISSUE_HELD)
        household = self.town.household(request.household_id, self._now())
        day = self._day()
        return compose(
            household,
            request.selection,
            town_pack(day),
            day,
            training=self.training,
            numbers=self.town.numbers(household),
        )

    def _fee(self, request: IssueRequest) -> int:
        pack = town_pack(self._day())
        try:
            household = self.town.household(request.household_id, "")
        except KeyError:
            return 0
        if not {member.resident_id for member in household.members} & self._shown(request.case_id):
            return 0
        return pack.certificates[request.selection.kind(household)].fee * request.selection.copies

    def _stamps(self, model: RenderModel, job: str, copies: int) -> tuple[SheetStamp, ...]:
        pages = paginate(model)
        stamps = []
        for copy in range(1, copies + 1):
            self._serial += 1
            for page in range(1, pages + 1):
                number = sheet_number(TOWN, TERMINAL, self._day(), self._serial, (page, pages))
                code = fake_code(number, job, model)
                stamps.append(SheetStamp(number=number, copy=copy, page=page, pages=pages, code=code))
        return tuple(stamps)

    def reading(self, operation: str, answer: Callable[[], Value]) -> Value:
        self.calls.append(operation)
        if not self.signed_in:
            raise _refused(FailureCode.SIGN_IN_EXPIRED)
        planned = self._faults.get(operation)
        fault = planned.popleft() if planned else None
        if fault is None:
            return answer()
        if fault.after_commit:
            answer()
        raise fault.error

    def writing(self, operation: str, key: str, asked: object, effect: Callable[[], Value]) -> Value:
        def once() -> Value:
            known = self._answers.get(key)
            if known is not None:
                if known[0] != (operation, asked):
                    raise _refused()
                return known[1]  # type: ignore[return-value] # stored below with this type
            answer = effect()
            self._answers[key] = ((operation, asked), answer)
            return answer

        return self.reading(operation, once)

    def _writing_anew(self, operation: str, key: str, asked: object, effect: Callable[[], Value]) -> Value:
        def decided() -> Value:
            if self._answers.setdefault(key, ((operation, asked), None))[0] != (operation, asked):
                raise _refused()
            return effect()

        return self.reading(operation, decided)

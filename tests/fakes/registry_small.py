"""A gateway small enough for the presenters' tests: one household list, the domain's own rules, a ledger."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from counter_app.application.port_errors import PortError, Refused
from counter_app.application.registry_port import (
    Allotment,
    CaseOutcome,
    ResidentHit,
    ResidentSearch,
    Seal,
    StaffSession,
)
from counter_app.domain.failures import FailureCode
from counter_app.domain.names import fold_for_search
from counter_app.domain.render_model import SheetStamp, compose, paginate
from counter_app.domain.requests import IssueRequest, Outcome, Verdict, judge, worst
from counter_app.domain.residents import Household, Member, Resident
from counter_app.domain.sheet_code import sheet_number
from counter_app.domain.sheets import Payment, SheetOutcome

TODAY = date(2026, 11, 24)


class SmallRegistry:
    """Implements ``Registry``. ``faults`` maps a method's name to what its next call raises instead.

    ``concealed``: residents of whom the counter learns nothing but that they are there.
    """

    def __init__(self, staff: StaffSession, households: tuple[Household, ...]) -> None:
        self.staff = staff
        self.households = households
        self.faults: dict[str, PortError] = {}
        self.concealed: frozenset[str] = frozenset()
        self.calls: Counter[str] = Counter()
        self.sheets: list[SheetOutcome] = []
        self.payments: list[Payment] = []
        self.handed_over: list[str] = []
        self.outcomes: list[tuple[CaseOutcome, str]] = []
        self._numbers = 30
        self._serial = 0
        self._answers: dict[str, Allotment] = {}

    def _called(self, name: str) -> None:
        self.calls[name] += 1
        fault = self.faults.pop(name, None)
        if fault is not None:
            raise fault

    def session(self) -> StaffSession:
        return self.staff

    def open_case(self, key: str, case_id: str, visit_id: str) -> str:
        self._called("open_case")
        self._numbers += 1
        return f"{self._numbers:03d}"

    def find_residents(self, case_id: str, search: ResidentSearch) -> tuple[ResidentHit, ...]:
        self._called("find_residents")
        return tuple(
            _hit(household, self._shown(member))
            for household in self.households
            for member in household.members
            if _found(search, member)
        )

    def read_household(self, case_id: str, resident_id: str) -> Household:
        self._called("read_household")
        household = self._of(resident_id)
        return replace(household, members=tuple(map(self._shown, household.members)))

    def _shown(self, member: Member) -> Member:
        if member.resident_id in self.concealed:
            return replace(member, held=True, resident=None)
        return member

    def _of(self, resident_id: str) -> Household:
        return next(h for h in self.households if any(m.resident_id == resident_id for m in h.members))

    def check(self, request: IssueRequest) -> Verdict:
        self._called("check")
        household = self._of(request.requester_id)
        held = any(household.member(person).held for person in request.selection.resident_ids)
        trace = judge(request, same_household=True, held=held)
        fee = self.staff.pack.certificates[request.selection.kind(household)].fee
        return Verdict(
            outcome=worst(trace),
            trace=trace,
            fee=fee * request.selection.copies,
            issued_on=TODAY.isoformat(),
            restriction_version="1",
        )

    def allot(self, key: str, request: IssueRequest, model_sha256: str) -> Allotment:
        self._called("allot")
        if key in self._answers:
            return self._answers[key]
        verdict = self.check(request)
        if verdict.outcome is not Outcome.OK:
            raise Refused(FailureCode.ISSUE_HELD)
        model = compose(self._of(request.requester_id), request.selection, self.staff.pack, TODAY)
        if model.sha256() != model_sha256:
            raise Refused(FailureCode.RECORD_CHANGED)
        pages, stamps = paginate(model), []
        for copy in range(1, request.selection.copies + 1):
            self._serial += 1
            for page in range(1, pages + 1):
                number = sheet_number("999997", "02", TODAY, self._serial, (page, pages))
                stamps.append(SheetStamp(number=number, copy=copy, page=page, pages=pages, code="CODE"))
        job = f"{len(self._answers) + 1:016x}"
        self._answers[key] = Allotment(
            issue_id=f"issue-{job}", job=job, model=model, stamps=tuple(stamps), fee=verdict.fee
        )
        return self._answers[key]

    def release(self, key: str, issue_id: str, p0_sha256: str, renderer_id: str) -> Seal:
        self._called("release")
        return Seal(png=b"seal", edge_mm=18.0)

    def record_sheets(self, key: str, issue_id: str, outcomes: tuple[SheetOutcome, ...]) -> None:
        self._called("record_sheets")
        self.sheets.extend(outcomes)

    def record_payment(self, key: str, issue_id: str, payment: Payment) -> str:
        self._called("record_payment")
        self.payments.append(payment)
        return f"R-{len(self.payments):04d}"

    def hand_over(self, key: str, issue_id: str) -> None:
        self._called("hand_over")
        self.handed_over.append(issue_id)

    def record_outcome(self, key: str, case_id: str, outcome: CaseOutcome, reason: str) -> None:
        self._called("record_outcome")
        self.outcomes.append((outcome, reason))


def _found(search: ResidentSearch, member: Member) -> bool:
    resident = member.resident
    if resident is None:
        return False
    if search.birth_date != resident.birth.iso.replace("-", ""):
        return False
    kana = not search.name_kana or fold_for_search(search.name_kana) == fold_for_search(resident.name_kana)
    # the family name's first character: enough for a card's 渡辺 to find the register's 渡邉
    name = not search.name or fold_for_search(search.name)[0] == fold_for_search(resident.name)[0]
    return kana and name


def _hit(household: Household, member: Member) -> ResidentHit:
    resident: Resident | None = member.resident
    return ResidentHit(
        resident_id=member.resident_id,
        household_id=household.household_id,
        name=resident.name if resident else "",
        name_kana=resident.name_kana if resident else "",
        birth=resident.birth.printed() if resident else "",
        address=resident.address if resident else "",
        head_name=household.head_name if resident else "",
        held=member.held,
    )

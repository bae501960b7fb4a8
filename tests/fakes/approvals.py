"""Both sides of 承認 over the fake gateway, and its events. Nobody signs: whoever asks is told the claims."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from counter_app.application.approval_port import ApprovalRecord, WaitingApproval
from counter_app.application.port_errors import Refused
from counter_app.domain.approvals import (
    APPROVAL_MINUTES,
    ApprovalClaims,
    ApprovalState,
    ApprovalStatus,
    ApprovalTicket,
    ReturnReason,
    names_this_page,
)
from counter_app.domain.certificates import Item
from counter_app.domain.failures import FailureCode
from counter_app.domain.requests import IssueRequest, Outcome, RequesterKind
from counter_app.domain.sheets import SheetState
from tests.fakes.registry import FakeIssue, FakeRegistry
from tests.fakes.town import TOWN


@dataclass
class FakeApproval:
    """What the fake gateway holds of one approval; a test may change ``status`` as a wire may."""

    ticket: ApprovalTicket
    issue: FakeIssue
    p0_sha256: str
    status: ApprovalStatus

    @property
    def waits(self) -> bool:
        return self.status.state is ApprovalState.WAITING


def _now(registry: FakeRegistry) -> datetime:
    return registry.clock.now()


def trigger_of(request: IssueRequest) -> str:
    """Why the request needs an approval, in the word of the queue."""
    if request.requester is RequesterKind.AGENT:
        return "agent"
    items = request.selection.items
    return next((item.value for item in (Item.MY_NUMBER, Item.RESIDENT_CODE) if item in items), "identity")


class FakeApprovals:
    """Implements ``Approvals`` for the clerk of ``registry``. ``moved``: what an event stream would tell."""

    def __init__(self, registry: FakeRegistry) -> None:
        self.registry = registry
        self.all: dict[str, FakeApproval] = {}
        self.moved: list[str] = []
        registry.approved = self.approved

    def ask(self, key: str, issue_id: str, p0_sha256: str, renderer_id: str) -> ApprovalTicket:
        def effect() -> ApprovalTicket:
            issue = self.registry.decided_again(issue_id)
            if self.registry.outcome(issue_id) is not Outcome.APPROVAL:
                raise Refused(FailureCode.GATEWAY_REFUSED)
            for approval_id, earlier in self.all.items():
                if earlier.issue is issue and earlier.status.state is ApprovalState.RETURNED:
                    raise Refused(FailureCode.GATEWAY_REFUSED)
                if earlier.issue is issue and earlier.waits:
                    self.decide(approval_id, ApprovalState.LAPSED)
            serial = len(self.all) + 1
            ticket = ApprovalTicket(
                approval_id=f"approval-{serial}",
                nonce=f"{serial:032x}",
                restriction_version="fake",
                renderer_id=renderer_id,
                asked_at=_now(self.registry).isoformat(),
            )
            waiting = ApprovalStatus(approval_id=ticket.approval_id, state=ApprovalState.WAITING)
            self.all[ticket.approval_id] = FakeApproval(ticket, issue, p0_sha256, waiting)
            self.moved.append(ticket.approval_id)
            return ticket

        return self.registry.writing("ask", key, (issue_id, p0_sha256, renderer_id), effect)

    def status(self, approval_id: str) -> ApprovalStatus:
        return self.registry.reading("status", lambda: self.now(approval_id).status)

    def recall(self, key: str, approval_id: str) -> None:
        def effect() -> None:
            self.waiting(approval_id)
            self.decide(approval_id, ApprovalState.RECALLED)

        return self.registry.writing("recall", key, approval_id, effect)

    def now(self, approval_id: str) -> FakeApproval:
        """The approval as it is now: it lapses with its sheets, and with time."""
        approval = self.all.get(approval_id)
        if approval is None:
            raise Refused(FailureCode.GATEWAY_REFUSED)
        asked = datetime.fromisoformat(approval.ticket.asked_at)
        late = _now(self.registry) - asked > timedelta(minutes=APPROVAL_MINUTES)
        ended = set(approval.issue.sheets.values()) != {SheetState.RESERVED}
        if approval.waits and (late or ended):
            self.decide(approval_id, ApprovalState.LAPSED)
        return approval

    def waiting(self, approval_id: str) -> FakeApproval:
        """The approval, while it can still be decided."""
        approval = self.now(approval_id)
        if not approval.waits:
            raise Refused(FailureCode.GATEWAY_REFUSED)
        return approval

    def decide(self, approval_id: str, state: ApprovalState, **told: object) -> None:
        """Let the approval end as ``state``; ``told`` are further fields of its status."""
        approval = self.all[approval_id]
        at = _now(self.registry).isoformat()
        approval.status = replace(approval.status, state=state, decided_at=at, **told)  # type: ignore[arg-type]
        self.moved.append(approval_id)

    def approved(self, issue_id: str, p0_sha256: str) -> bool:
        """Whether this very page of this issue has been approved, not too long ago."""
        return any(
            approval.status.state is ApprovalState.APPROVED
            and _now(self.registry) - datetime.fromisoformat(approval.status.decided_at)
            <= timedelta(minutes=APPROVAL_MINUTES)
            and names_this_page(
                approval.status.claims,
                approval.ticket,
                case_id=approval.issue.request.case_id,
                issue_id=issue_id,
                p0_sha256=p0_sha256,
            )
            for approval in self.all.values()
        )


class FakeApprovalQueue:
    """Implements ``ApprovalQueue`` for one approver; ``person``: whose account it is, his own if empty."""

    def __init__(
        self,
        approvals: FakeApprovals,
        *,
        staff_id: str = "2003",
        name: str = "齋藤　明美",
        person: str = "",
    ) -> None:
        self.approvals = approvals
        self.staff_id, self.name, self.person = staff_id, name, person or staff_id
        self._registry = approvals.registry
        self._maker = self._registry.session()

    def waiting(self) -> tuple[WaitingApproval, ...]:
        def answer() -> tuple[WaitingApproval, ...]:
            self._refuse_clerk()
            lines = [self.approvals.now(approval_id) for approval_id in tuple(self.approvals.all)]
            return () if self._own else tuple(self._line(one) for one in lines if one.waits)

        return self._registry.reading("waiting", answer)

    def read(self, approval_id: str) -> ApprovalRecord:
        def answer() -> ApprovalRecord:
            self._refuse_maker()
            return self._record(self.approvals.waiting(approval_id))

        return self._registry.reading("read", answer)

    def approve(self, key: str, record: ApprovalRecord, p0_sha256: str) -> None:
        if p0_sha256 != record.p0_sha256:
            raise Refused(FailureCode.APPROVAL_DIFFERS)
        claims = self._claims(record)

        def effect() -> None:
            self._refuse_maker()
            approval = self.approvals.waiting(record.approval_id)
            self._registry.decided_again(approval.issue.issue_id)
            if claims != self._claims(self._record(approval)):
                raise Refused(FailureCode.APPROVAL_DIFFERS)
            self.approvals.decide(
                record.approval_id, ApprovalState.APPROVED, decided_by=self.name, claims=claims
            )

        return self._registry.writing("approve", key, claims, effect)

    def give_back(self, key: str, approval_id: str, reason: ReturnReason, note: str) -> None:
        def effect() -> None:
            self._refuse_maker()
            self.approvals.waiting(approval_id)
            self.approvals.decide(
                approval_id, ApprovalState.RETURNED, decided_by=self.name, reason=reason, note=note
            )

        return self._registry.writing("give_back", key, (approval_id, reason, note), effect)

    def _claims(self, record: ApprovalRecord) -> ApprovalClaims:
        return ApprovalClaims(
            town_code=TOWN,
            approval_id=record.approval_id,
            case_id=record.case_id,
            issue_id=record.issue_id,
            p0_sha256=record.p0_sha256,
            renderer_id=record.renderer_id,
            restriction_version=record.restriction_version,
            nonce=record.nonce,
            approver=self.staff_id,
        )

    @property
    def _own(self) -> bool:
        return self.person == self._maker.staff_id

    def _refuse_maker(self) -> None:
        self._refuse_clerk()
        if self._own:
            raise Refused(FailureCode.APPROVER_IS_MAKER)

    def _refuse_clerk(self) -> None:
        """The account that serves approves nothing, whosever case it is."""
        if self.staff_id == self._maker.staff_id:
            raise Refused(FailureCode.GATEWAY_REFUSED)

    def _line(self, approval: FakeApproval) -> WaitingApproval:
        request = approval.issue.request
        return WaitingApproval(
            approval_id=approval.ticket.approval_id,
            number=self._registry.cases[request.case_id].number,
            counter=self._maker.counter,
            certificate=approval.issue.model.kind.value,
            trigger=trigger_of(request),
            asked_at=approval.ticket.asked_at,
        )

    def _record(self, approval: FakeApproval) -> ApprovalRecord:
        issue, ticket = approval.issue, approval.ticket
        request, residents = issue.request, {one.resident_id: one for one in self._registry.town.residents}
        return ApprovalRecord(
            approval_id=ticket.approval_id,
            number=self._registry.cases[request.case_id].number,
            case_id=request.case_id,
            issue_id=issue.issue_id,
            clerk_name=self._maker.staff_name,
            counter=self._maker.counter,
            request=request,
            requester_name=residents[request.requester_id].name,
            persons=tuple(person.name for person in issue.model.persons),
            model=issue.model,
            stamps=issue.stamps,
            fee=issue.fee,
            p0_sha256=approval.p0_sha256,
            renderer_id=ticket.renderer_id,
            restriction_version=ticket.restriction_version,
            checked_at=_now(self._registry).isoformat(),
            earlier_issues=0,
            nonce=ticket.nonce,
            asked_at=ticket.asked_at,
        )

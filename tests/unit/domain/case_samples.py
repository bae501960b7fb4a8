"""One case, as it is known at each of its steps: what the samples of states and events are made of."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.approvals import (
    ApprovalClaims,
    ApprovalTicket,
)
from counter_app.domain.certificates import Scope, Selection
from counter_app.domain.fallback import DeliveryWay, TakenRequest
from counter_app.domain.identity import CredentialKind
from counter_app.domain.issuance.values import Candidate, CaseRef, Intake, Issue, Order, Tries
from counter_app.domain.render_model import RenderModel, SheetStamp, compose, paginate
from counter_app.domain.requests import (
    FormKind,
    Outcome,
    RequestForm,
    Rule,
    RuleResult,
    Verdict,
)
from counter_app.domain.sheet_code import sheet_number
from counter_app.domain.sheets import Payment, PaymentMethod
from tests.unit.domain.people import (
    FAMILY,
    PACK,
    PAPERS,
    TODAY,
    VISITOR,
)

REF = CaseRef(case_id="case", visit_id="visit", number="031")
TURN = 7
READER = "reader"
INTAKE = Intake(purpose="pension", destination="年金事務所")
TRIES = (Tries(credential=CredentialKind.CODE_B, left=10), Tries(credential=CredentialKind.TEXT_PIN, left=3))
LAST_TRY = (
    Tries(credential=CredentialKind.CODE_B, left=1),
    Tries(credential=CredentialKind.TEXT_PIN, left=0),
)
CANDIDATE = Candidate(
    resident_id="r1",
    household_id="h1",
    name="葛飾　春子",
    name_kana="カツシカ　ハルコ",
    birth="昭和55年2月17日",
    address="架空",
    head_name="葛飾　春子",
    held=False,
)
SELECTION = Selection(scope=Scope.PART_OF_HOUSEHOLD, resident_ids=("r1", "r2"))
FORM = RequestForm(kind=FormKind.PRINTED, number="031-06", signature_seen=True)
ORDER = Order(intake=INTAKE, identity=VISITOR, selection=SELECTION, form=FORM)
MODEL = compose(FAMILY, SELECTION, PACK, TODAY)
PAYMENT = Payment(method=PaymentMethod.CASH, amount=300, received=1000)
TAKEN = TakenRequest(
    slip_number="02-20261124-001",
    taken_at="2026-11-24T09:00:00+09:00",
    requester=None,
    name="葛飾　春子",
    name_kana=PAPERS.name_kana,
    birth_date=PAPERS.birth_date,
    contact="000-0000-0000",
    purpose="pension",
    delivery=DeliveryWay.RETURN,
    destination="年金事務所",
    papers=PAPERS.papers,
)
WITH_SLIP = replace(REF, number="", taken=TAKEN)


def verdict(outcome: Outcome = Outcome.OK) -> Verdict:
    """The gateway's answer to a check."""
    trace = (RuleResult(rule=Rule.FORM, outcome=outcome),)
    return Verdict(
        outcome=outcome, trace=trace, fee=300, issued_on=TODAY.isoformat(), restriction_version="1"
    )


def stamps(model: RenderModel, copies: int, first: int) -> tuple[SheetStamp, ...]:
    """Numbers for every sheet of every copy; each copy has its own serial from ``first`` on."""
    pages = paginate(model)
    return tuple(
        SheetStamp(
            number=sheet_number("999997", "02", TODAY, first + copy, (page, pages)),
            copy=copy,
            page=page,
            pages=pages,
            code="CODE",
        )
        for copy in range(1, copies + 1)
        for page in range(1, pages + 1)
    )


ISSUE = Issue(
    order=ORDER,
    verdict=verdict(),
    issue_id="issue-7",
    job="00000007",
    model=MODEL,
    stamps=stamps(MODEL, 1, 70),
    fee=300,
    p0_sha256="ab" * 32,
)


TICKET = ApprovalTicket(
    approval_id="approval-1",
    nonce="0f" * 16,
    restriction_version="1",
    renderer_id="renderer",
    asked_at="2026-11-24T09:30:00+09:00",
)
LAID = replace(ISSUE, verdict=verdict(Outcome.APPROVAL), approval=TICKET)
"""An issue whose page lies before an approver."""


def statement(issue: Issue, ticket: ApprovalTicket) -> ApprovalClaims:
    """What an approver signs over the page of ``issue``."""
    return ApprovalClaims(
        town_code="999997",
        approval_id=ticket.approval_id,
        case_id=REF.case_id,
        issue_id=issue.issue_id,
        p0_sha256=issue.p0_sha256,
        renderer_id=ticket.renderer_id,
        restriction_version=ticket.restriction_version,
        nonce=ticket.nonce,
        approver="2003",
    )

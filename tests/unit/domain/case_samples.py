"""One sample of every state of a case, and for any state everything that can be told to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counter_app.domain.approvals import (
    ApprovalClaims,
    ApprovalState,
    ApprovalStatus,
    ApprovalTicket,
    ReturnReason,
)
from counter_app.domain.certificates import Item, Scope, Selection
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.fallback import DeliveryWay, TakenRequest
from counter_app.domain.identity import CredentialKind, SpokenAttribute
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.transitions import advance
from counter_app.domain.issuance.values import Candidate, CaseRef, Intake, Issue, Order, Tries
from counter_app.domain.render_model import RenderModel, SheetStamp, compose, paginate
from counter_app.domain.requests import (
    FormKind,
    Outcome,
    RequesterKind,
    RequestForm,
    Rule,
    RuleResult,
    Verdict,
)
from counter_app.domain.sheet_code import sheet_number
from counter_app.domain.sheets import Payment, PaymentMethod, SheetOutcome, SheetState, SpoilReason
from tests.unit.domain.people import (
    AGENT_PAPERS,
    CARD,
    FAMILY,
    PACK,
    PAPERS,
    SPOKEN,
    TODAY,
    VISITOR,
    household,
    resident,
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


def _waiting() -> tuple[states.WaitingState, ...]:
    reading = {"ref": REF, "turn": TURN, "intake": INTAKE}
    issuing = {"ref": REF, "turn": TURN, "issue": ISSUE}
    paid = {"ref": REF, "turn": TURN, "issue": ISSUE, "payment": PAYMENT}
    return (
        states.Opening(ref=replace(REF, number=""), turn=TURN),
        states.Opening(ref=WITH_SLIP, turn=TURN),
        states.LookingAtCard(**reading, reader=READER),  # type: ignore[arg-type]
        states.ReadingCard(
            ref=REF,
            turn=TURN,
            intake=INTAKE,
            reader=READER,
            tries=TRIES,
            credential=CredentialKind.CODE_B,
            last_try_confirmed=False,
        ),
        states.Finding(**reading, evidence=CARD),  # type: ignore[arg-type]
        states.ReadingHousehold(**reading, evidence=CARD, candidate=CANDIDATE),  # type: ignore[arg-type]
        states.PrintingForm(ref=REF, turn=TURN, order=replace(ORDER, form=None)),
        states.Checking(ref=REF, turn=TURN, order=ORDER),
        states.Allotting(ref=REF, turn=TURN, order=ORDER, verdict=verdict(), model=MODEL),
        states.Rendering(ref=REF, turn=TURN, issue=replace(ISSUE, p0_sha256="")),
        states.Rendering(ref=REF, turn=TURN, issue=replace(LAID, p0_sha256="", approval=None)),
        states.Rendering(ref=REF, turn=TURN, issue=LAID),
        states.AskingApproval(ref=REF, turn=TURN, issue=replace(LAID, approval=None)),
        states.AwaitingApproval(ref=REF, turn=TURN, issue=LAID),
        states.RecallingApproval(ref=REF, turn=TURN, issue=LAID),
        states.Releasing(**issuing),  # type: ignore[arg-type]
        states.Releasing(ref=REF, turn=TURN, issue=LAID),
        states.Spooling(**issuing),  # type: ignore[arg-type]
        states.Printing(**issuing, job_id="1"),  # type: ignore[arg-type]
        states.RecordingCollation(**issuing),  # type: ignore[arg-type]
        states.RecordingPayment(**paid),  # type: ignore[arg-type]
        states.RecordingHandOver(**paid, receipt_number="R-1"),  # type: ignore[arg-type]
        states.RecordingOutcome(ref=REF, turn=TURN, outcome="held", reason="restriction"),
        states.RecordingOutcome(ref=REF, turn=TURN, outcome="withdrawn", reason="visitor"),
        states.RecordingOutcome(ref=REF, turn=TURN, outcome="withdrawn", reason="jam", voided=True),
        states.RecordingSpoil(**issuing, outcomes=(), reissue=True),  # type: ignore[arg-type]
        states.RecordingSpoil(**issuing, outcomes=(), reissue=False),  # type: ignore[arg-type]
        states.RecordingSpoil(
            ref=REF,
            turn=TURN,
            issue=LAID,
            outcomes=(
                SheetOutcome(number=LAID.numbers[0], state=SheetState.VOID, reason=SpoilReason.RETURNED),
            ),
            reissue=True,
        ),
    )


def _asking() -> tuple[states.AskingState, ...]:
    entering = states.EnteringCredential(
        ref=REF, turn=TURN, intake=INTAKE, reader=READER, tries=TRIES, credential=CredentialKind.CODE_B
    )
    return (
        states.AtReception(ref=REF, turn=TURN),
        states.AtReception(ref=REF, turn=TURN, known=VISITOR),
        states.AwaitingCard(ref=REF, turn=TURN, intake=INTAKE),
        entering,
        replace(entering, tries=LAST_TRY),
        replace(entering, tries=LAST_TRY, last_try_confirmed=True),
        replace(entering, tries=LAST_TRY, credential=CredentialKind.TEXT_PIN),
        states.EnteringPapers(ref=REF, turn=TURN, intake=INTAKE),
        states.EnteringPapers(
            ref=REF, turn=TURN, intake=replace(INTAKE, requester=RequesterKind.AGENT), said=AGENT_PAPERS
        ),
        states.ChoosingResident(
            ref=REF, turn=TURN, intake=INTAKE, evidence=PAPERS, candidates=(CANDIDATE, CANDIDATE)
        ),
        states.Comparing(
            ref=REF,
            turn=TURN,
            intake=INTAKE,
            evidence=PAPERS,
            resident_id="r1",
            household=FAMILY,
            spoken=SPOKEN,
        ),
        states.Comparing(
            ref=REF, turn=TURN, intake=INTAKE, evidence=CARD, resident_id="r1", household=FAMILY
        ),
        *_choosing_persons(),
        *_asking_from_items_on(),
        *_asking_without_the_line(),
    )


def _asking_without_the_line() -> tuple[states.AskingState, ...]:
    taking = states.TakingRequest(ref=replace(REF, number=""), turn=TURN)
    deferred = states.Deferred(ref=WITH_SLIP, turn=TURN, slip=states.SlipPrint.PRINTED)
    failed = Failure(code=FailureCode.PRINTER_STOPPED)
    return (
        taking,
        replace(taking, unsettled=True),
        deferred,
        replace(deferred, slip=states.SlipPrint.FAILED, unsettled=True, failure=failed),
    )


def _choosing_persons() -> tuple[states.ChoosingPersons, ...]:
    persons = states.ChoosingPersons(
        ref=REF,
        turn=TURN,
        intake=INTAKE,
        identity=VISITOR,
        scope=Scope.PART_OF_HOUSEHOLD,
        resident_ids=("r1",),
    )
    partly = replace(VISITOR, household=household(resident("r1"), resident("r2"), held=frozenset({"r2"})))
    return (
        persons,
        replace(persons, resident_ids=()),
        replace(persons, scope=Scope.PERSONAL),
        replace(persons, identity=partly, resident_ids=("r1", "r2")),
    )


def _asking_from_items_on() -> tuple[states.AskingState, ...]:
    failed = Failure(code=FailureCode.PRINT_ABORTED)
    return (
        states.ChoosingItems(ref=REF, turn=TURN, order=replace(ORDER, form=None)),
        states.AtRequestForm(ref=REF, turn=TURN, order=ORDER),
        states.AtRequestForm(ref=REF, turn=TURN, order=replace(ORDER, form=None)),
        states.Checked(ref=REF, turn=TURN, order=ORDER, verdict=verdict()),
        states.Checked(ref=REF, turn=TURN, order=ORDER, verdict=verdict(Outcome.APPROVAL)),
        states.ApprovalReturned(
            ref=REF,
            turn=TURN,
            issue=LAID,
            status=ApprovalStatus(
                approval_id="approval-1",
                state=ApprovalState.RETURNED,
                decided_by="齋藤　明美",
                reason=ReturnReason.ITEMS,
            ),
        ),
        states.PrintUncertain(ref=REF, turn=TURN, issue=ISSUE, failure=failed, job_id="1"),
        states.PrintUncertain(ref=REF, turn=TURN, issue=replace(ISSUE, p0_sha256=""), failure=failed),
        states.Collating(ref=REF, turn=TURN, issue=ISSUE),
        states.Paying(ref=REF, turn=TURN, issue=ISSUE),
        states.HandingOver(ref=REF, turn=TURN, issue=ISSUE, payment=PAYMENT, receipt_number="R-1"),
    )


def _troubles_of(waiting: tuple[states.WaitingState, ...]) -> Iterator[states.Troubled]:
    for state in waiting:
        for failed in told_from_outside(state, TURN):
            if isinstance(failed, events.EffectFailed):
                after = advance(state, failed).state
                if isinstance(after, states.Troubled):
                    yield after


def every_state() -> tuple[states.IssuanceState, ...]:
    """At least one of every state, several where what is known there decides."""
    waiting, asking = _waiting(), _asking()
    troubled = list(_troubles_of(waiting))
    return (
        *waiting,
        *asking,
        *troubled,
        states.Parked(ref=REF, turn=TURN, inside=asking[2], reason="queue"),
        states.Parked(ref=REF, turn=TURN, inside=troubled[0], reason="queue"),
        states.Held(ref=REF, turn=TURN, reason="restriction"),
        states.Closed(ref=REF, turn=TURN, outcome="handed_over"),
    )


def told_by_clerk(state: states.IssuanceState) -> tuple[events.Event, ...]:
    """Everything a clerk can do, right for ``state`` where it needs to be, and some of it wrong."""
    return (*_told_by_clerk_about_the_request(), *_told_by_clerk_about_paper(state))


def _told_by_clerk_about_the_request() -> tuple[events.Event, ...]:
    return (
        clerk.PurposeChosen(purpose="pension"),
        clerk.PurposeChosen(purpose="pension", requester=RequesterKind.AGENT),
        clerk.PurposeChosen(purpose="pension", requester=RequesterKind.PROFESSIONAL),
        clerk.TakingChosen(),
        *(clerk.RequestTaken(request=taken) for taken in (TAKEN, replace(TAKEN, contact=" "))),
        clerk.SlipPrintAsked(),
        clerk.PapersChosen(),
        *(clerk.CredentialKindChosen(credential=kind) for kind in CredentialKind),
        clerk.LastTryConfirmed(),
        *(clerk.CredentialEntered(credential=kind) for kind in CredentialKind),
        *(clerk.PapersEntered(evidence=evidence) for evidence in (PAPERS, AGENT_PAPERS)),
        *(clerk.ResidentChosen(resident_id=person) for person in ("r1", "stranger")),
        *(clerk.SpokenToggled(attribute=said) for said in SpokenAttribute),
        clerk.IdentityConfirmed(),
        *(clerk.ScopeChosen(scope=scope) for scope in Scope),
        *(clerk.PersonToggled(resident_id=person) for person in ("r1", "r2", "stranger")),
        clerk.PersonsConfirmed(),
        *(clerk.ItemToggled(item=item) for item in Item),
        *(clerk.CopiesSet(copies=copies) for copies in (0, 1, 2, 10)),
        clerk.ItemsConfirmed(),
        clerk.FormPrintAsked(),
        *(clerk.PaperFormRecorded(number=number) for number in ("A-1", " ")),
        clerk.SignatureToggled(),
        clerk.CheckAsked(),
    )


def _told_by_clerk_about_paper(state: states.IssuanceState) -> tuple[events.Event, ...]:
    issue: Issue = getattr(state, "issue", ISSUE)
    order: Order = getattr(state, "order", ORDER)
    model = compose(order.identity.household, order.selection, PACK, TODAY)
    exact = Payment(method=PaymentMethod.CASHLESS, amount=issue.fee, received=issue.fee)
    return (
        clerk.IssueAsked(model=model),
        clerk.ApprovalRecalled(),
        *(clerk.SheetScanned(number=number, job=issue.job) for number in issue.numbers),
        clerk.SheetScanned(number=ISSUE.numbers[0], job="ffffffff"),
        clerk.ScanRefused(failure=Failure(code=FailureCode.CODE_INVALID)),
        *(clerk.SheetsSeen(came_out=frozenset(seen)) for seen in (issue.numbers, (), ("stranger",))),
        *(clerk.SheetsSeen(came_out=frozenset(issue.numbers[:1])) for _ in issue.numbers[1:2]),
        clerk.PrintCancelled(),
        *(clerk.SheetsSpoiled(reason=SpoilReason.JAM, reissue=again) for again in (True, False)),
        clerk.PaymentTaken(payment=exact),
        clerk.PaymentTaken(payment=replace(exact, received=issue.fee + 1)),
        clerk.PaymentTaken(payment=replace(exact, method=PaymentMethod.CASH, received=issue.fee - 1)),
        clerk.PaymentTaken(payment=replace(exact, amount=issue.fee + 1, received=issue.fee + 1)),
        clerk.HandedOver(),
        clerk.WentBack(),
        clerk.Withdrew(),
        clerk.PutAside(reason="queue"),
        clerk.Resumed(),
        clerk.Retried(),
        clerk.Acknowledged(),
    )


FAILURES = (
    (FailureCode.GATEWAY_UNREACHABLE, Certainty.NOT_DONE),
    (FailureCode.GATEWAY_SLOW, Certainty.UNKNOWN),
    (FailureCode.GATEWAY_REFUSED, Certainty.NOT_DONE),
    (FailureCode.GATEWAY_ANSWER_MALFORMED, Certainty.NOT_DONE),
    (FailureCode.RECORD_CHANGED, Certainty.NOT_DONE),
    (FailureCode.ISSUE_HELD, Certainty.NOT_DONE),
    (FailureCode.APPROVAL_MISSING, Certainty.NOT_DONE),
    (FailureCode.APPROVAL_DIFFERS, Certainty.NOT_DONE),
)


def told_from_outside(state: states.IssuanceState, turn: int) -> tuple[events.Event, ...]:
    """Everything devices, gateway and printer can tell, as answers to the question of ``turn``."""
    return (
        *_told_until_checked(turn),
        *_told_from_allotment_on(state, turn),
        *_told_of_approval(state, turn),
    )


def _told_until_checked(turn: int) -> tuple[events.Event, ...]:
    hidden = household(None, resident("r2"))
    return (
        *(events.CardInserted(reader=reader) for reader in (READER,)),
        *(events.CardRemoved(reader=reader) for reader in (READER, "another")),
        events.CaseNumbered(turn=turn, number="031"),
        *(events.CardLooked(turn=turn, tries=tries) for tries in (TRIES, LAST_TRY)),
        events.CardWasRead(turn=turn, evidence=CARD),
        events.CredentialRefused(
            turn=turn, failure=Failure(code=FailureCode.CARD_CODE_WRONG), tries=LAST_TRY
        ),
        *(events.ResidentsFound(turn=turn, candidates=(CANDIDATE,) * count) for count in range(3)),
        *(events.HouseholdWasRead(turn=turn, household=home) for home in (FAMILY, hidden, household())),
        events.FormPrinted(turn=turn, number=f"031-{turn:02d}"),
        events.SlipPrinted(turn=turn),
        events.LineReturned(),
        *(events.RequestChecked(turn=turn, verdict=verdict(outcome)) for outcome in Outcome),
        events.RequestChecked(turn=turn, verdict=replace(verdict(Outcome.BLOCKED), outcome=Outcome.OK)),
    )


def _told_of_approval(state: states.IssuanceState, turn: int) -> tuple[events.Event, ...]:
    issue: Issue = getattr(state, "issue", LAID)
    ticket = issue.approval or replace(TICKET, approval_id=f"approval-{turn}")
    right = statement(issue, ticket)
    told = [ApprovalStatus(approval_id=ticket.approval_id, state=at) for at in ApprovalState]
    approved = ApprovalStatus(approval_id=ticket.approval_id, state=ApprovalState.APPROVED, claims=right)
    signed = (
        approved,
        replace(approved, claims=replace(right, p0_sha256="cd" * 32)),
        replace(approved, claims=replace(right, nonce="00" * 16)),
        replace(approved, approval_id="another"),
    )
    return (
        *(events.ApprovalMoved(approval_id=moved) for moved in ("", ticket.approval_id, "another")),
        events.ApprovalAsked(turn=turn, ticket=ticket),
        *(events.ApprovalTold(turn=turn, status=status) for status in (*told, *signed)),
    )


def _told_from_allotment_on(state: states.IssuanceState, turn: int) -> tuple[events.Event, ...]:
    order: Order = getattr(state, "order", ORDER)
    model: RenderModel = getattr(state, "model", MODEL)
    allotted = events.NumbersAllotted(
        turn=turn,
        issue_id=f"issue-{turn}",
        job=f"{turn:08x}",
        model=model,
        stamps=stamps(model, order.selection.copies, 10 * turn),
        fee=300,
    )
    return (
        allotted,
        replace(allotted, model=replace(model, address="別")),
        replace(allotted, stamps=allotted.stamps[1:]),
        events.PagesRendered(turn=turn, p0_sha256="ab" * 32),
        events.PagesReleased(turn=turn),
        events.PagesSpooled(turn=turn, job_id=f"{turn}"),
        events.DeviceReported(turn=turn, device="jammed"),
        events.PrintEnded(turn=turn, failure=None),
        events.PrintEnded(turn=turn, failure=Failure(code=FailureCode.PRINT_ABORTED)),
        events.Recorded(turn=turn, receipt_number="R-1"),
        *(
            events.EffectFailed(turn=turn, failure=Failure(code=code), certainty=certainty)
            for code, certainty in FAILURES
        ),
    )

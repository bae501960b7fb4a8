"""For any state of a case, everything that can be told to it."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.approvals import (
    ApprovalState,
    ApprovalStatus,
)
from counter_app.domain.certificates import Item, Scope
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.identity import CredentialKind, SpokenAttribute
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.values import Issue, Order
from counter_app.domain.render_model import RenderModel, compose
from counter_app.domain.requests import (
    Outcome,
    RequesterKind,
)
from counter_app.domain.sheets import Payment, PaymentMethod, SpoilReason
from tests.unit.domain.case_samples import (
    CANDIDATE,
    ISSUE,
    LAID,
    LAST_TRY,
    MODEL,
    ORDER,
    READER,
    TAKEN,
    TICKET,
    TRIES,
    stamps,
    statement,
    verdict,
)
from tests.unit.domain.people import (
    AGENT_PAPERS,
    CARD,
    FAMILY,
    PACK,
    PAPERS,
    TODAY,
    household,
    resident,
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

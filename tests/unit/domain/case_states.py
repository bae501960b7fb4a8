"""One sample of every state of a case, and several where what is known there decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counter_app.domain.approvals import (
    ApprovalState,
    ApprovalStatus,
    ReturnReason,
)
from counter_app.domain.certificates import Scope
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.identity import CredentialKind
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.transitions import advance
from counter_app.domain.requests import (
    Outcome,
    RequesterKind,
)
from counter_app.domain.sheets import SheetOutcome, SheetState, SpoilReason
from tests.unit.domain.case_samples import (
    CANDIDATE,
    INTAKE,
    ISSUE,
    LAID,
    LAST_TRY,
    MODEL,
    ORDER,
    PAYMENT,
    READER,
    REF,
    TRIES,
    TURN,
    WITH_SLIP,
    verdict,
)
from tests.unit.domain.case_told import (
    told_from_outside,
)
from tests.unit.domain.people import (
    AGENT_PAPERS,
    CARD,
    FAMILY,
    PAPERS,
    SPOKEN,
    VISITOR,
    household,
    resident,
)


def _waiting() -> tuple[states.WaitingState, ...]:
    reading = {"ref": REF, "turn": TURN, "intake": INTAKE}
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
        *_waiting_with_numbers(),
    )


def _waiting_with_numbers() -> tuple[states.WaitingState, ...]:
    issuing = {"ref": REF, "turn": TURN, "issue": ISSUE}
    paid = {"ref": REF, "turn": TURN, "issue": ISSUE, "payment": PAYMENT}
    returned = SheetOutcome(number=LAID.numbers[0], state=SheetState.VOID, reason=SpoilReason.RETURNED)
    return (
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
        states.RecordingSpoil(ref=REF, turn=TURN, issue=LAID, outcomes=(returned,), reissue=True),
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

"""発行, 照合, 手数料 and 交付: from numbers to paper in the visitor's hand."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.identifying import read_again
from counter_app.domain.issuance.steps import Step, asking, ending
from counter_app.domain.issuance.values import Issue, ScanTrouble
from counter_app.domain.render_model import paginate
from counter_app.domain.requests import Outcome
from counter_app.domain.sheets import PaymentMethod, SheetOutcome, SheetState, SpoilReason

REFUND_DUE = "refund_due"
"""Why a case is held whose sheets were spoiled after the fee had been taken."""
_SAID_NO = frozenset({FailureCode.GATEWAY_REFUSED, FailureCode.RECORD_CHANGED, FailureCode.ISSUE_HELD})


def issue(state: states.IssuanceState, event: events.Event) -> Step | None:
    """The steps of issuing; None if this is none of them."""
    return _produce(state, event) or _print(state, event) or _collate(state, event) or _finish(state, event)


def _produce(state: states.IssuanceState, event: events.Event) -> Step | None:
    ref, turn = state.ref, state.turn
    match state, event:
        case states.Checked(), clerk.IssueAsked(model=model):
            return asking(
                states.Allotting(ref=ref, turn=turn, order=state.order, verdict=state.verdict, model=model)
            )
        case states.Allotting(), events.NumbersAllotted():
            return _allotted(state, event)
        case states.Rendering(), events.PagesRendered(p0_sha256=digest):
            return _rendered(state, digest)
        case states.Releasing(), events.PagesReleased():
            return asking(states.Spooling(ref=ref, turn=turn, issue=state.issue))
        case states.Spooling(), events.PagesSpooled(job_id=job_id):
            return asking(states.Printing(ref=ref, turn=turn, issue=state.issue, job_id=job_id))
        case _:
            return None


def _rendered(state: states.Rendering, digest: str) -> Step:
    """To the approver where the rules said so: asked once for a page, and asked where it is ever after."""
    ref, turn, issue = state.ref, state.turn, replace(state.issue, p0_sha256=digest)
    if state.issue.p0_sha256 not in ("", digest):
        return _another_page(state)
    if issue.verdict.outcome is Outcome.OK:
        return asking(states.Releasing(ref=ref, turn=turn, issue=issue))
    if issue.approval is None:
        return asking(states.AskingApproval(ref=ref, turn=turn, issue=issue))
    return asking(states.AwaitingApproval(ref=ref, turn=turn, issue=issue))


def _another_page(state: states.Rendering) -> Step:
    """Rendered again, and not the page that was released: its sheets can only be spoiled."""
    differs = Failure(code=FailureCode.PAGE_DIFFERS_FROM_RECORD, facts={"difference": "p0"})
    return Step(
        states.Troubled(
            ref=state.ref, turn=state.turn, waiting=state, failure=differs, certainty=Certainty.NOT_DONE
        )
    )


def _allotted(state: states.Allotting, event: events.NumbersAllotted) -> Step:
    """The gateway's record must be, to the byte, what was composed here, with a number for every sheet.

    But for 個人番号 and 住民票コード, which the gateway alone knows: what was composed here is masked.
    """
    sheets = paginate(state.model) * state.order.selection.copies
    same = event.model.masked().sha256() == state.model.sha256()
    if not same or len({stamp.number for stamp in event.stamps}) != sheets:
        difference = "sheets" if same else "model"
        differs = Failure(code=FailureCode.PAGE_DIFFERS_FROM_RECORD, facts={"difference": difference})
        return Step(
            states.PrintUncertain(ref=state.ref, turn=state.turn, issue=_issue(state, event), failure=differs)
        )
    return asking(states.Rendering(ref=state.ref, turn=state.turn, issue=_issue(state, event)))


def _issue(state: states.Allotting, event: events.NumbersAllotted) -> Issue:
    return Issue(
        order=state.order,
        verdict=state.verdict,
        issue_id=event.issue_id,
        job=event.job,
        model=event.model,
        stamps=event.stamps,
        fee=event.fee,
    )


def _print(state: states.IssuanceState, event: events.Event) -> Step | None:
    match state, event:
        case states.Printing(), events.DeviceReported(device=device):
            return Step(replace(state, device=device))
        case states.Printing(), events.PrintEnded(failure=None):
            return Step(states.Collating(ref=state.ref, turn=state.turn + 1, issue=state.issue))
        case states.Printing(), events.PrintEnded(failure=Failure() as failure):
            return Step(unsure(state, failure))
        case states.Printing(job_id=job_id), clerk.PrintCancelled():
            uncertain = unsure(state, Failure(code=FailureCode.PRINT_CANCELLED))
            return Step(uncertain, (_cancel(uncertain, job_id),))
        case states.Printing(), clerk.SheetScanned() | clerk.ScanRefused():
            return _collate(_at_hand(state), event)
        case states.PrintUncertain(), clerk.SheetsSeen(came_out=came_out):
            return _seen(state, came_out)
        case states.PrintUncertain() | states.Collating() | states.Paying(), clerk.SheetsSpoiled():
            return spoiling(state, event.reason, reissue=event.reissue)
        case states.HandingOver(), clerk.SheetsSpoiled(reissue=False):
            return spoiling(state, event.reason, reissue=False)
        case states.Troubled(waiting=waiting), clerk.SheetsSpoiled() if isinstance(waiting, _Unprinted):
            return spoiling(replace(waiting, turn=state.turn), event.reason, reissue=event.reissue)
        case states.Troubled(waiting=states.RecordingCollation() as waiting), clerk.SheetsSpoiled() if (
            refused(state)
        ):
            return spoiling(replace(waiting, turn=state.turn), event.reason, reissue=event.reissue)
        case (
            states.Troubled(waiting=states.RecordingPayment() | states.RecordingHandOver() as waiting),
            clerk.SheetsSpoiled(reissue=False),
        ) if refused(state):
            return spoiling(replace(waiting, turn=state.turn), event.reason, reissue=False)
        case states.RecordingSpoil(reissue=True), events.Recorded():
            return _anew(state)
        case states.RecordingSpoil(), events.Recorded():
            return asking(_voided(state))
        case _:
            return None


def _anew(state: states.RecordingSpoil) -> Step:
    """Decided again before new numbers; where the record changed it is read again first.

    What an approver gave back, or the clerk took back, is corrected first, and the form with it.
    """
    order, ref = state.issue.order, replace(state.ref, spoiled_issue=state.issue.issue_id)
    reasons = {outcome.reason for outcome in state.outcomes}
    if SpoilReason.RETURNED in reasons:
        return Step(states.ChoosingItems(ref=ref, turn=state.turn, order=replace(order, form=None)))
    checking = states.Checking(ref=ref, turn=state.turn, order=order)
    return asking(read_again(checking, order) if SpoilReason.RECORD_CHANGED in reasons else checking)


def _voided(state: states.RecordingSpoil) -> states.RecordingOutcome:
    """The ledger ends the case too: a case that stays open there could never be closed for the day.

    Once the fee was taken it is held, not withdrawn: money goes back only by a refund, which another person
    decides (knowledge/domain.md 4.6).
    """
    if state.paid:
        return states.RecordingOutcome(ref=state.ref, turn=state.turn, outcome="held", reason=REFUND_DUE)
    reason = next((o.reason.value for o in state.outcomes if o.reason is not None), "voided")
    return states.RecordingOutcome(
        ref=state.ref, turn=state.turn, outcome="withdrawn", reason=reason, voided=True
    )


def unsure(state: states.Spooling | states.Printing, failure: Failure) -> states.PrintUncertain:
    """Where a person must look; the old job is no longer followed."""
    job_id = state.job_id if isinstance(state, states.Printing) else ""
    return states.PrintUncertain(
        ref=state.ref, turn=state.turn + 1, issue=state.issue, failure=failure, job_id=job_id
    )


def _seen(state: states.PrintUncertain, came_out: frozenset[str]) -> Step | None:
    """Sheet by sheet: all there are to be scanned; else what came out is 書損 and the rest void.

    The whole job is ended either way, and issued anew under new numbers. Sheets of a page that was never
    rendered cannot have come out.
    """
    possible = frozenset(state.issue.numbers) if state.issue.p0_sha256 else frozenset()
    if not came_out <= possible:
        return None
    if came_out == set(state.issue.numbers):
        return Step(_at_hand(state))
    jammed = state.failure.code is FailureCode.PRINTER_JAMMED
    spoiled = SpoilReason.JAM if jammed else SpoilReason.MISPRINT
    outcomes: list[SheetOutcome] = []
    for number in state.issue.numbers:
        if number in came_out:
            outcomes += _ways((number,), [SheetState.SPOOLED, SheetState.SPOILED], spoiled)
        else:
            outcomes += _ways((number,), [SheetState.VOID], SpoilReason.NOT_PRINTED)
    return _spoil(state, tuple(outcomes), reissue=True)


def _ways(numbers: tuple[str, ...], path: list[SheetState], reason: SpoilReason) -> tuple[SheetOutcome, ...]:
    return tuple(
        SheetOutcome(number=number, state=step, reason=None if step is SheetState.SPOOLED else reason)
        for step in path
        for number in numbers
    )


def _at_hand(state: states.Printing | states.PrintUncertain) -> states.Collating:
    """The sheets are looked at while the printer may still hold the job."""
    return states.Collating(ref=state.ref, turn=state.turn + 1, issue=state.issue, job_id=state.job_id)


def _cancel(stage: states.Stage, job_id: str) -> effects.CancelJob:
    return effects.CancelJob(case_id=stage.ref.case_id, turn=stage.turn, job_id=job_id)


_Approving = states.AskingApproval | states.AwaitingApproval | states.RecallingApproval
_Unprinted = states.Rendering | _Approving | states.Releasing | states.Spooling
_Paid = states.RecordingPayment | states.HandingOver | states.RecordingHandOver
_Spoilable = (
    states.PrintUncertain
    | states.Collating
    | states.RecordingCollation
    | states.Paying
    | states.ApprovalReturned
    | _Paid
    | _Unprinted
)


def refused(state: states.Troubled) -> bool:
    """Tell whether the gateway itself said no: the same again will not help."""
    said_no = state.failure.code in _SAID_NO
    return said_no and state.certainty is Certainty.NOT_DONE


def spoiling(state: _Spoilable, reason: SpoilReason, *, reissue: bool) -> Step:
    """The whole job is spoiled, or void if no sheet can exist; a sheet that appears later is 書損 (R-16).

    What the printer still holds is cancelled, and the pages are forgotten: a new issue renders its own. After
    payment nothing is issued anew in this case: the ledger keeps a fee with its issue and takes it once.
    """
    match state:
        case states.PrintUncertain() if not state.issue.p0_sha256:
            path = [SheetState.VOID]
        case states.Rendering() | states.Releasing() | states.Spooling():
            path = [SheetState.VOID]
        case (
            states.AskingApproval()
            | states.AwaitingApproval()
            | states.RecallingApproval()
            | states.ApprovalReturned()
        ):
            path = [SheetState.VOID]
        case states.Paying() | states.RecordingPayment() | states.HandingOver() | states.RecordingHandOver():
            path = [SheetState.SPOILED]
        case states.PrintUncertain() | states.Collating() | states.RecordingCollation():
            path = [SheetState.SPOOLED, SheetState.SPOILED]
    return _spoil(state, _ways(state.issue.numbers, path, reason), reissue=reissue)


def _spoil(state: _Spoilable, outcomes: tuple[SheetOutcome, ...], *, reissue: bool) -> Step:
    recording = states.RecordingSpoil(
        ref=state.ref,
        turn=state.turn,
        issue=state.issue,
        outcomes=outcomes,
        reissue=reissue,
        paid=isinstance(state, _Paid),
    )
    forget = effects.ForgetPages(case_id=state.ref.case_id, turn=state.turn)
    if isinstance(state, states.PrintUncertain | states.Collating) and state.job_id:
        return asking(recording, _cancel(state, state.job_id), forget)
    return asking(recording, forget)


def _collate(state: states.IssuanceState, event: events.Event) -> Step | None:
    match state, event:
        case states.Collating(), clerk.ScanRefused(failure=failure):
            return Step(replace(state, trouble=ScanTrouble(failure=failure)))
        case states.Collating(), clerk.SheetScanned(number=number, job=job):
            if job != state.issue.job or number not in state.issue.numbers:
                return _wrong_scan(state, FailureCode.SHEET_OF_OTHER_CASE, number)
            if number in state.scanned:
                return _wrong_scan(state, FailureCode.SHEET_ALREADY_SCANNED, number)
            scanned = state.scanned | {number}
            if scanned == set(state.issue.numbers):
                return asking(states.RecordingCollation(ref=state.ref, turn=state.turn, issue=state.issue))
            return Step(replace(state, scanned=scanned, trouble=None))
        case states.RecordingCollation(), events.Recorded():
            return Step(states.Paying(ref=state.ref, turn=state.turn, issue=state.issue))
        case _:
            return None


def _wrong_scan(state: states.Collating, code: FailureCode, number: str) -> Step:
    return Step(replace(state, trouble=ScanTrouble(failure=Failure(code=code), number=number)))


def _finish(state: states.IssuanceState, event: events.Event) -> Step | None:
    match state, event:
        case states.Paying(issue=paid), clerk.PaymentTaken(payment=payment) if payment.amount == paid.fee:
            exact = payment.method is PaymentMethod.CASH or payment.change == 0
            if payment.change < 0 or not exact:
                return None
            return asking(
                states.RecordingPayment(ref=state.ref, turn=state.turn, issue=paid, payment=payment)
            )
        case states.RecordingPayment(), events.Recorded(receipt_number=receipt_number):
            return Step(
                states.HandingOver(
                    ref=state.ref,
                    turn=state.turn,
                    issue=state.issue,
                    payment=state.payment,
                    receipt_number=receipt_number,
                )
            )
        case states.HandingOver(), clerk.HandedOver():
            return asking(
                states.RecordingHandOver(
                    ref=state.ref,
                    turn=state.turn,
                    issue=state.issue,
                    payment=state.payment,
                    receipt_number=state.receipt_number,
                )
            )
        case states.RecordingHandOver(), events.Recorded():
            return ending(states.Closed(ref=state.ref, turn=state.turn, outcome="handed_over"))
        case _:
            return None

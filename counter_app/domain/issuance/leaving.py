"""One step back, withdrawal, parking, trouble and retry: the moves that are the same everywhere."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.identifying import back_to_evidence, read_again
from counter_app.domain.issuance.issuing import refused, spoiling, unsure
from counter_app.domain.issuance.steps import Step, asking, ending, forget_all
from counter_app.domain.issuance.values import Intake, Order
from counter_app.domain.requests import RequesterKind
from counter_app.domain.sheets import SpoilReason


def leave(state: states.IssuanceState, event: events.Event) -> Step | None:
    """The moves that do not depend on the step; None if this is none of them."""
    match event:
        case clerk.WentBack():
            earlier = before(state)
            return None if earlier is None else Step(earlier, _forget_secrets(earlier))
        case clerk.Withdrew(reason=reason):
            return _withdraw(state, reason.value)
        case clerk.PutAside(reason=reason):
            return _park(state, reason)
        case clerk.Resumed() if isinstance(state, states.Parked):
            return Step(replace(state.inside, turn=state.turn + 1))
        case events.EffectFailed():
            return _trouble(state, event)
        case clerk.Retried() if isinstance(state, states.Troubled):
            return _retry(state)
        case events.Recorded() if isinstance(state, states.RecordingOutcome):
            return _recorded(state)
        case clerk.Acknowledged() if isinstance(state, states.Held):
            return ending(states.Closed(ref=state.ref, turn=state.turn, outcome="held"))
        case clerk.Acknowledged() if isinstance(state, states.Troubled):
            return _unrecorded(state)
        case _:
            return None


def _unrecorded(state: states.Troubled) -> Step | None:
    """The last record of a case was refused: the clerk knows it, and the ledger keeps the case open."""
    if not isinstance(state.waiting, states.RecordingOutcome | states.RecordingSpoil) or not refused(state):
        return None
    return ending(states.Closed(ref=state.ref, turn=state.turn, outcome="unrecorded"))


def _forget_secrets(state: states.IssuanceState) -> tuple[effects.Effect, ...]:
    if isinstance(state, states.AwaitingCard | states.EnteringPapers | states.AtReception):
        return (effects.ForgetSecrets(case_id=state.ref.case_id, turn=state.turn),)
    return ()


def before(state: states.IssuanceState) -> states.IssuanceState | None:
    """Where one step back leads; None where there is no way back. Late answers die with the old turn."""
    ref, turn = state.ref, state.turn + 1
    match state:
        case states.AwaitingCard():
            return states.AtReception(ref=ref, turn=turn, intake=state.intake)
        case states.EnteringPapers(intake=Intake(requester=RequesterKind.AGENT)):
            return states.AtReception(ref=ref, turn=turn, intake=state.intake)
        case states.LookingAtCard() | states.EnteringCredential() | states.EnteringPapers():
            return states.AwaitingCard(ref=ref, turn=turn, intake=state.intake)
        case states.ReadingCard():
            return states.AwaitingCard(ref=ref, turn=turn, intake=state.intake)
        case states.Finding() | states.ChoosingResident() | states.ReadingHousehold() | states.Comparing():
            return back_to_evidence(state, state.intake, state.evidence)
        case states.Troubled(waiting=states.Allotting() as waiting, certainty=Certainty.NOT_DONE):
            return states.Checked(ref=ref, turn=turn, order=waiting.order, verdict=waiting.verdict)
        case states.Troubled(certainty=Certainty.NOT_DONE):
            return before(replace(state.waiting, turn=state.turn))
        case states.Held():
            return None
        case _:
            return _before_choice(state, turn)


def _before_choice(state: states.IssuanceState, turn: int) -> states.IssuanceState | None:
    ref = state.ref
    match state:
        case states.ChoosingPersons(identity=identity):
            return states.Comparing(
                ref=ref,
                turn=turn,
                intake=state.intake,
                evidence=identity.evidence,
                resident_id=identity.resident_id,
                household=identity.household,
                spoken=identity.spoken,
            )
        case states.ChoosingItems(order=order):
            return states.ChoosingPersons(
                ref=ref,
                turn=turn,
                intake=order.intake,
                identity=order.identity,
                scope=order.selection.scope,
                resident_ids=order.selection.resident_ids,
            )
        case states.AtRequestForm(order=order):
            # a form that was printed or signed says what was chosen then: it does not survive a correction
            return states.ChoosingItems(ref=ref, turn=turn, order=replace(order, form=None))
        case states.PrintingForm(order=order) | states.Checking(order=order) | states.Checked(order=order):
            return states.AtRequestForm(ref=ref, turn=turn, order=order)
        case _:
            # numbers may have been allotted, or paper may exist: from here on sheets are spoiled, not unasked
            return None


_BEFORE_NUMBERS = (
    states.AtReception
    | states.AwaitingCard
    | states.LookingAtCard
    | states.EnteringCredential
    | states.ReadingCard
    | states.EnteringPapers
    | states.Finding
    | states.ChoosingResident
    | states.ReadingHousehold
    | states.Comparing
    | states.ChoosingPersons
    | states.ChoosingItems
    | states.AtRequestForm
    | states.PrintingForm
    | states.Checking
    | states.Checked
)


def _withdraw(state: states.IssuanceState, reason: str) -> Step | None:
    match state:
        case states.Troubled(waiting=states.Opening(), certainty=Certainty.NOT_DONE):
            # the gateway knows of no case; while its answer is awaited, the answer comes first
            return ending(states.Closed(ref=state.ref, turn=state.turn, outcome="withdrawn"))
        case states.Troubled(waiting=states.Opening()):
            return _recording_withdrawal(state, reason)
        case states.Parked(inside=inside):
            return _withdraw(replace(inside, turn=state.turn), reason)
        case (
            states.Rendering()
            | states.AskingApproval()
            | states.AwaitingApproval()
            | states.RecallingApproval()
            | states.ApprovalReturned()
            | states.Releasing()
        ):
            return spoiling(state, SpoilReason.VISITOR_LEFT, reissue=False)
        case states.Troubled():
            return _withdraw_in_trouble(state, reason)
        case _:
            return _recording_withdrawal(state, reason) if isinstance(state, _BEFORE_NUMBERS) else None


def _withdraw_in_trouble(state: states.Troubled, reason: str) -> Step | None:
    match state:
        case states.Troubled(waiting=states.Allotting()):
            # also while it is not known whether numbers were allotted: the gateway makes what is reserved for
            # a case that ends void, and allots nothing to it afterwards
            return _recording_withdrawal(state, reason)
        case states.Troubled(waiting=states.Spooling() as waiting, certainty=Certainty.NOT_DONE):
            # only while it is certain that the printer has nothing
            return spoiling(replace(waiting, turn=state.turn), SpoilReason.VISITOR_LEFT, reissue=False)
        case states.Troubled(waiting=waiting, certainty=Certainty.NOT_DONE):
            return _withdraw(replace(waiting, turn=state.turn), reason)
        case _:
            return None


def _recording_withdrawal(stage: states.Stage, reason: str) -> Step:
    recording = states.RecordingOutcome(ref=stage.ref, turn=stage.turn, outcome="withdrawn", reason=reason)
    return asking(recording, *forget_all(stage))


def _park(state: states.IssuanceState, reason: str) -> Step | None:
    """Cases with paper at the printer are finished first; a card's credential is typed anew later."""
    match state:
        case states.EnteringCredential(intake=intake):
            inside: states.AskingState = states.AwaitingCard(ref=state.ref, turn=state.turn, intake=intake)
        case (
            states.AtReception()
            | states.AwaitingCard()
            | states.EnteringPapers()
            | states.ChoosingResident()
            | states.Comparing()
            | states.ChoosingPersons()
            | states.ChoosingItems()
            | states.AtRequestForm()
            | states.Checked()
            | states.ApprovalReturned()
            | states.Paying()
            | states.HandingOver()
        ):
            inside = state
        case states.Troubled(waiting=waiting) if not isinstance(waiting, states.Spooling):
            return _aside(state, state, reason)
        case _:
            return None
    return _aside(state, inside, reason)


def _aside(stage: states.Stage, inside: states.AskingState | states.Troubled, reason: str) -> Step:
    parked = states.Parked(ref=stage.ref, turn=stage.turn + 1, inside=inside, reason=reason)
    return Step(parked, (effects.ForgetSecrets(case_id=stage.ref.case_id, turn=parked.turn),))


def _trouble(state: states.IssuanceState, event: events.EffectFailed) -> Step | None:
    match state:
        case states.Printing():
            return Step(unsure(state, event.failure))
        case states.Spooling() if event.certainty is Certainty.UNKNOWN:
            return Step(unsure(state, event.failure))
        case states.Allotting(order=order) if event.failure.code is FailureCode.ISSUE_HELD:
            return _held(state, order)
        case states.AskingApproval(issue=issue) | states.Releasing(issue=issue) if (
            event.failure.code is FailureCode.ISSUE_HELD
        ):
            return _held(state, issue.order)
        case waiting if isinstance(waiting, states.WaitingState):
            return Step(
                states.Troubled(
                    ref=state.ref,
                    turn=state.turn,
                    waiting=waiting,
                    failure=event.failure,
                    certainty=_certainty(waiting, event),
                )
            )
        case _:
            return None


def _held(state: states.Allotting | states.AskingApproval | states.Releasing, order: Order) -> Step:
    """A flag came after the check. The gateway makes numbers void that were reserved for the case."""
    recording = states.RecordingOutcome(
        ref=state.ref, turn=state.turn, outcome="held", reason="rules", intake=order.intake
    )
    return asking(recording, effects.ForgetPages(case_id=state.ref.case_id, turn=state.turn))


_DECIDED = frozenset({FailureCode.RECORD_CHANGED, FailureCode.ISSUE_HELD})
"""What the gateway says only of an allotment it has looked at: then nothing was recorded under its key."""
_UNREADABLE = frozenset({FailureCode.GATEWAY_ANSWER_MALFORMED, FailureCode.GATEWAY_RECEIPT_INVALID})
_RECORDING = (
    states.Opening
    | states.RecordingCollation
    | states.RecordingPayment
    | states.RecordingHandOver
    | states.RecordingOutcome
    | states.RecordingSpoil
)


def _certainty(waiting: states.WaitingState, event: events.EffectFailed) -> Certainty:
    """What is known of the effect. Reading, rendering and releasing leave nothing behind, however they fail.

    Nor does an approval, asked for or taken back: asked again, the earlier one lapses, and no paper hangs on
    it.

    Of an allotment only the gateway's own decision is certain: once an attempt may have been recorded, a line
    that is down at the next one proves nothing, nor does a mere refusal (the key may be another clerk's).
    """
    if isinstance(waiting, states.Allotting):
        if event.failure.code in _DECIDED:
            return Certainty.NOT_DONE
        unclear = waiting.unsettled or event.failure.code in _UNREADABLE
        return Certainty.UNKNOWN if unclear else event.certainty
    if isinstance(waiting, states.Opening) and waiting.unsettled:
        return Certainty.UNKNOWN
    return event.certainty if isinstance(waiting, _RECORDING) else Certainty.NOT_DONE


_NEW_NUMBERS = {
    FailureCode.RECORD_CHANGED: SpoilReason.RECORD_CHANGED,
    FailureCode.PAGE_DIFFERS_FROM_RECORD: SpoilReason.NOT_PRINTED,
    FailureCode.APPROVAL_DIFFERS: SpoilReason.NOT_PRINTED,
    FailureCode.APPROVAL_MISSING: SpoilReason.NOT_PRINTED,
}
"""What the same numbers cannot mend: they are void, nothing was printed, and the case is decided anew."""


def _retry(state: states.Troubled) -> Step:
    """Ask the same again under the same key; if the record has changed, read it again first."""
    waiting, code = replace(state.waiting, turn=state.turn), state.failure.code
    match waiting:
        case states.Allotting(order=order) if code is FailureCode.RECORD_CHANGED:
            return asking(read_again(waiting, order))
        case states.Opening() | states.Allotting():
            unsettled = waiting.unsettled or state.certainty is Certainty.UNKNOWN
            return asking(replace(waiting, unsettled=unsettled))
        case (
            states.Rendering()
            | states.AskingApproval()
            | states.AwaitingApproval()
            | states.Releasing()
            | states.Spooling()
        ) if code in _NEW_NUMBERS:
            return spoiling(waiting, _NEW_NUMBERS[code], reissue=True)
        case states.AskingApproval() if refused(state):
            # an answer that was lost may have been followed by a return: this page is laid there no more
            return spoiling(waiting, SpoilReason.NOT_PRINTED, reissue=True)
        case (
            states.AskingApproval(issue=issue)
            | states.AwaitingApproval(issue=issue)
            | states.Releasing(issue=issue)
            | states.Spooling(issue=issue)
        ):
            # by way of the page: a restart lost it, and only the PRINTER lane renders. The seal serves once:
            # it is asked for again under a new key, and restrictions with it
            return asking(states.Rendering(ref=state.ref, turn=state.turn, issue=issue))
        case states.LookingAtCard() | states.ReadingCard():
            return Step(states.AwaitingCard(ref=state.ref, turn=state.turn + 1, intake=waiting.intake))
        case _:
            return asking(waiting)


def _recorded(state: states.RecordingOutcome) -> Step:
    if state.outcome == "held":
        return ending(states.Held(ref=state.ref, turn=state.turn, reason=state.reason))
    outcome = "voided" if state.voided else state.outcome
    return ending(states.Closed(ref=state.ref, turn=state.turn, outcome=outcome))

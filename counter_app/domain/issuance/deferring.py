"""受付のみ・後日交付: from a line that is down to a case that the gateway knows.

The case keeps its id all the while, and with it the key under which it is opened: however often the program
is killed or an answer is lost, the gateway opens it once (knowledge/domain.md R-15).
"""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.fallback import DeliveryWay, TakenRequest, is_complete
from counter_app.domain.identity import PaperEvidence
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.steps import Step, asking, ending, forget_all
from counter_app.domain.issuance.values import Intake
from counter_app.domain.requests import ISSUABLE

LINE_DOWN = frozenset({FailureCode.GATEWAY_UNREACHABLE, FailureCode.GATEWAY_SLOW})
"""What a clerk is told of a line that is down; with it a request may be taken."""
_LATER = LINE_DOWN | {FailureCode.GATEWAY_FAULT, FailureCode.RESTARTED}
"""What keeps a taken request waiting: nothing about the request itself, so nobody has to look at it."""
DEFERRED = "deferred"
"""Why a settled case is put aside: it came from a slip, and waits for a clerk."""


def defer(state: states.IssuanceState, event: events.Event) -> Step | None:
    """The moves of a request taken while the line is down; None if this is none of them."""
    match state, event:
        case states.Opening() | states.Troubled(waiting=states.Opening()), _:
            return _at_the_line(state, event)
        case states.TakingRequest(), _:
            return _take(state, event)
        case states.Deferred(), _:
            return _wait(state, event)
        case states.Parked(inside=states.Troubled() as inside), events.LineReturned():
            return _at_the_line(replace(inside, turn=state.turn), event)
        case _:
            return None


def may_be_taken(state: states.IssuanceState) -> bool:
    """Tell whether the line may be what keeps this case from its number: then it may be taken instead."""
    match state:
        case states.Troubled(waiting=states.Opening(ref=ref), failure=failure):
            return ref.taken is None and failure.code in LINE_DOWN
        case _:
            return isinstance(state, states.Opening) and state.ref.taken is None


def _at_the_line(state: states.Opening | states.Troubled, event: events.Event) -> Step | None:
    match event:
        case clerk.TakingChosen() if may_be_taken(state):
            return _taking(state)
        case _ if state.ref.taken is None:
            return None
        case events.CaseNumbered(number=number) if isinstance(state, states.Opening):
            return _settled(state, state.ref.taken, number)
        case events.EffectFailed(failure=failure) if (
            isinstance(state, states.Opening) and failure.code in _LATER
        ):
            return Step(_deferred_again(state, event))
        case events.LineReturned() if isinstance(state, states.Troubled):
            return asking(_opening(state))
        case clerk.Withdrew(reason=reason) if isinstance(state, states.Troubled):
            # the visitor holds a number: how it ended is recorded, whether the gateway knows the case or not
            return _recording_withdrawal(state, reason)
        case _:
            return None


def _taking(state: states.Opening | states.Troubled) -> Step:
    """A question that is still under way may open the case; its answer comes too late."""
    opening = _opening(state)
    return Step(
        states.TakingRequest(
            ref=opening.ref,
            turn=opening.turn + 1,
            known=opening.known,
            unsettled=opening.unsettled or isinstance(state, states.Opening),
        )
    )


def _opening(state: states.Opening | states.Troubled) -> states.Opening:
    if isinstance(state, states.Opening):
        return state
    known = state.waiting.known if isinstance(state.waiting, states.Opening) else None
    was = isinstance(state.waiting, states.Opening) and state.waiting.unsettled
    unsettled = was or state.certainty is Certainty.UNKNOWN
    return states.Opening(ref=state.ref, turn=state.turn, known=known, unsettled=unsettled)


def _take(state: states.TakingRequest, event: events.Event) -> Step | None:
    match event:
        case clerk.RequestTaken(request=request) if is_complete(request):
            taken = states.Deferred(
                ref=replace(state.ref, taken=request),
                turn=state.turn,
                slip=states.SlipPrint.ASKED,
                unsettled=state.unsettled,
            )
            return _printing(taken, request)
        case clerk.WentBack():
            back = states.Opening(
                ref=state.ref, turn=state.turn, known=state.known, unsettled=state.unsettled
            )
            return asking(back)
        case clerk.Withdrew(reason=reason) if state.unsettled:
            return _recording_withdrawal(state, reason)
        case clerk.Withdrew():
            # the gateway knows of no case, and the visitor was given no number
            return ending(states.Closed(ref=state.ref, turn=state.turn, outcome="withdrawn"))
        case _:
            return None


def _recording_withdrawal(stage: states.Stage, reason: clerk.WithdrawalReason) -> Step:
    recording = states.RecordingOutcome(
        ref=stage.ref, turn=stage.turn, outcome="withdrawn", reason=reason.value
    )
    return asking(recording, *forget_all(stage))


def _printing(state: states.Deferred, taken: TakenRequest) -> Step:
    asked = replace(state, turn=state.turn + 1, slip=states.SlipPrint.ASKED, failure=None)
    slip = effects.PrintSlip(
        case_id=state.ref.case_id,
        turn=asked.turn,
        number=taken.slip_number,
        taken_at=taken.taken_at,
        delivery=taken.delivery,
        promised=taken.promised,
    )
    return Step(asked, (slip,))


def _wait(state: states.Deferred, event: events.Event) -> Step | None:
    taken = state.ref.taken
    match event:
        case clerk.SlipPrintAsked() if taken is not None:
            return _printing(state, taken)
        case events.SlipPrinted():
            return Step(replace(state, slip=states.SlipPrint.PRINTED, failure=None))
        case events.EffectFailed(failure=failure):
            return Step(replace(state, slip=states.SlipPrint.FAILED, failure=failure))
        case events.LineReturned() | clerk.Retried():
            return asking(states.Opening(ref=state.ref, turn=state.turn, unsettled=state.unsettled))
        case _:
            return None


def _deferred_again(state: states.Opening, event: events.EffectFailed) -> states.Deferred:
    """The line went again: the request waits for the next time. A restart is no trouble to speak of."""
    failure: Failure | None = event.failure
    if event.failure.code is FailureCode.RESTARTED:
        failure = None
    return states.Deferred(
        ref=state.ref,
        turn=state.turn,
        slip=states.SlipPrint.UNKNOWN,
        unsettled=state.unsettled or event.certainty is Certainty.UNKNOWN,
        failure=failure,
    )


def _settled(state: states.Opening, taken: TakenRequest, number: str) -> Step:
    """A case like any other from here on, put aside until a clerk takes it up with what was said.

    A class of requester without rules goes back to the reception, where it is recorded as held like any other
    (knowledge/domain.md 1.3): what nobody may be asked there is not asked here either.
    """
    ref, turn = replace(state.ref, number=number), state.turn + 1
    intake = Intake(
        purpose=taken.purpose,
        destination=taken.destination,
        requester=taken.requester,
        ticket=taken.ticket,
    )
    inside: states.AskingState
    if taken.requester is None or taken.requester in ISSUABLE:
        # who comes again may be another, with a slip that he found: the papers are laid before the clerk anew
        shown = taken.papers if taken.delivery is DeliveryWay.MAIL else ()
        said = PaperEvidence(name_kana=taken.name_kana, birth_date=taken.birth_date, papers=shown)
        inside = states.EnteringPapers(ref=ref, turn=turn, intake=intake, said=said)
    else:
        inside = states.AtReception(ref=ref, turn=turn, intake=intake)
    parked = states.Parked(ref=ref, turn=turn, inside=inside, reason=DEFERRED)
    return Step(parked, (effects.ForgetSecrets(case_id=ref.case_id, turn=turn),))


def waits_for_line(state: states.IssuanceState) -> bool:
    """Tell whether a taken request is not known to the gateway yet, put aside or not."""
    match state:
        case states.Deferred():
            return True
        case states.Opening(ref=ref) | states.Troubled(waiting=states.Opening(ref=ref)):
            return ref.taken is not None
        case states.Parked(inside=states.Troubled() as inside):
            return waits_for_line(inside)
        case _:
            return False

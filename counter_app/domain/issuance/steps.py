"""A step of a case: the state after an event, and the effects that follow from having reached it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import effects, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.entering import on_entering


class NotAllowed(Exception):
    """This event means nothing in this state. Not listed means not allowed."""

    def __init__(self, state: object, event: object) -> None:
        super().__init__(f"{type(event).__name__} in {type(state).__name__}")


@dataclass(frozen=True, slots=True)
class Step:
    """Where the case is now, and what the program does next. Effects run only after the step is durable."""

    state: states.IssuanceState
    effects: tuple[effects.Effect, ...] = ()


def asking(state: states.WaitingState, *before: effects.Effect) -> Step:
    """Enter a waiting state: a new turn, its question, and ``before`` it what must be forgotten first."""
    entered = replace(state, turn=state.turn + 1)
    return Step(entered, (*before, on_entering(entered)))


def malformed(waiting: states.WaitingState) -> Step:
    """The gateway's answer cannot be: what it should have told is asked again, or the clerk steps back."""
    failure = Failure(code=FailureCode.GATEWAY_ANSWER_MALFORMED)
    troubled = states.Troubled(
        ref=waiting.ref, turn=waiting.turn, waiting=waiting, failure=failure, certainty=Certainty.NOT_DONE
    )
    return Step(troubled)


def forget_all(stage: states.Stage) -> tuple[effects.Effect, ...]:
    """Every exit releases: credential, photo, card, pages, seal (design.md 3)."""
    case_id, turn = stage.ref.case_id, stage.turn
    return (
        effects.ForgetSecrets(case_id=case_id, turn=turn),
        effects.ForgetPages(case_id=case_id, turn=turn),
    )


def ending(state: states.Held | states.Closed) -> Step:
    """Enter a final state."""
    return Step(state, forget_all(state))

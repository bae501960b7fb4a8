"""The moves that must never change, each told as one sentence. All others: docs/issuance-table.md."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.entering import on_entering
from counter_app.domain.issuance.steps import NotAllowed, Step
from counter_app.domain.issuance.transitions import advance
from counter_app.domain.sheets import SheetState, SpoilReason
from tests.unit.domain.case_samples import (
    ISSUE,
    MODEL,
    TURN,
    stamps,
)
from tests.unit.domain.case_states import (
    every_state,
)


def state_of(kind: type[Any], **facts: Any) -> Any:
    """The first sample of ``kind`` with ``facts``."""
    found = next(state for state in every_state() if type(state) is kind)
    return replace(found, **facts)


def after(state: states.IssuanceState, *told: events.Event) -> Step:
    step = Step(state)
    for event in told:
        step = advance(step.state, event)
    return step


def failed(code: FailureCode, certainty: Certainty = Certainty.NOT_DONE) -> events.EffectFailed:
    return events.EffectFailed(turn=TURN, failure=Failure(code=code), certainty=certainty)


REFUSED = failed(FailureCode.GATEWAY_REFUSED)
SPOILED = clerk.SheetsSpoiled(reason=SpoilReason.MISPRINT, reissue=False)
SPOILED_AGAIN = replace(SPOILED, reissue=True)


def asked(step: Step) -> set[str]:
    return {type(effect).__name__ for effect in step.effects}


def test_a_form_does_not_survive_a_correction() -> None:
    step = after(state_of(states.AtRequestForm), clerk.WentBack())
    assert isinstance(step.state, states.ChoosingItems)
    assert step.state.order.form is None


@pytest.mark.parametrize(
    "state", [s for s in every_state() if isinstance(s, states.Allotting | states.Spooling | states.Printing)]
)
def test_there_is_no_way_back_while_numbers_or_paper_may_be_made(state: states.IssuanceState) -> None:
    for event in (clerk.WentBack(), clerk.Withdrew(), clerk.PutAside(reason="queue")):
        with pytest.raises(NotAllowed):
            advance(state, event)


@pytest.mark.parametrize("code", [FailureCode.GATEWAY_UNREACHABLE, FailureCode.GATEWAY_REFUSED])
def test_neither_a_lost_line_nor_a_mere_refusal_settles_an_allotment_in_doubt(code: FailureCode) -> None:
    doubtful = after(state_of(states.Allotting, unsettled=True), failed(code)).state

    assert isinstance(doubtful, states.Troubled)
    assert doubtful.certainty is Certainty.UNKNOWN
    with pytest.raises(NotAllowed):
        advance(doubtful, clerk.WentBack())


def test_the_gateways_own_decision_settles_an_allotment_in_doubt() -> None:
    doubtful = state_of(states.Allotting, unsettled=True)
    changed = after(doubtful, failed(FailureCode.RECORD_CHANGED), clerk.WentBack())
    assert isinstance(changed.state, states.Checked)


@pytest.mark.parametrize("certainty", list(Certainty))
def test_a_case_may_be_withdrawn_while_its_allotment_is_in_doubt_and_the_gateway_is_told(
    certainty: Certainty,
) -> None:
    step = after(state_of(states.Allotting), failed(FailureCode.GATEWAY_SLOW, certainty), clerk.Withdrew())
    assert isinstance(step.state, states.RecordingOutcome)
    assert {"RecordOutcome", "ForgetPages", "ForgetSecrets"} <= asked(step)


def test_asking_again_keeps_the_key_and_the_doubt() -> None:
    allotting = state_of(states.Allotting)
    first = on_entering(allotting)
    step = after(allotting, failed(FailureCode.GATEWAY_SLOW, Certainty.UNKNOWN), clerk.Retried())

    assert isinstance(step.state, states.Allotting)
    assert step.state.unsettled
    assert isinstance(first, effects.AllotNumbers)
    assert [e.key for e in step.effects if isinstance(e, effects.AllotNumbers)] == [first.key]


def _released_again(state: states.IssuanceState, failure: events.EffectFailed) -> Step:
    rendering = after(state, failure, clerk.Retried()).state
    return after(rendering, events.PagesRendered(turn=rendering.turn, p0_sha256=ISSUE.p0_sha256))


def test_every_try_of_a_release_has_a_key_of_its_own_so_that_no_old_answer_can_serve_it() -> None:
    releasing = state_of(states.Releasing)
    again = _released_again(releasing, failed(FailureCode.GATEWAY_SLOW, Certainty.UNKNOWN))
    after_printer = _released_again(state_of(states.Spooling), failed(FailureCode.PRINTER_UNREACHABLE))
    tries = [on_entering(releasing), *again.effects, *after_printer.effects]
    keys = [effect.key for effect in tries if isinstance(effect, effects.ReleasePages)]
    assert len(keys) == 3
    assert keys[0] not in keys[1:]


def test_a_spoiled_issue_is_never_answered_again_whatever_is_corrected() -> None:
    spoiling = state_of(states.RecordingSpoil, reissue=True)
    checking = after(spoiling, events.Recorded(turn=TURN)).state
    assert isinstance(checking, states.Checking)
    again = on_entering(state_of(states.Allotting, ref=checking.ref))
    before = on_entering(state_of(states.Allotting))

    assert checking.ref.spoiled_issue == ISSUE.issue_id
    assert isinstance(again, effects.AllotNumbers)
    assert isinstance(before, effects.AllotNumbers)
    assert again.key != before.key


@pytest.mark.parametrize(
    ("state", "path"),
    [
        (state_of(states.Collating), [SheetState.SPOOLED, SheetState.SPOILED]),
        (state_of(states.PrintUncertain), [SheetState.SPOOLED, SheetState.SPOILED]),
        (state_of(states.PrintUncertain, issue=replace(ISSUE, p0_sha256="")), [SheetState.VOID]),
        (state_of(states.Paying), [SheetState.SPOILED]),
    ],
    ids=["collating", "uncertain", "never rendered", "paying"],
)
def test_spoiling_covers_every_sheet_of_the_job(state: Any, path: list[SheetState]) -> None:
    two = replace(state.issue, stamps=stamps(MODEL, 2, 70))
    spoiled = clerk.SheetsSpoiled(reason=SpoilReason.JAM, reissue=True)
    step = after(replace(state, issue=two), spoiled)

    assert isinstance(step.state, states.RecordingSpoil)
    for number in two.numbers:
        assert [o.state for o in step.state.outcomes if o.number == number] == path
    assert {"ForgetPages", "RecordSheets"} <= asked(step)


def test_what_the_printer_still_holds_is_cancelled_before_sheets_are_spoiled() -> None:
    step = after(state_of(states.PrintUncertain, job_id="5"), clerk.SheetsSeen(came_out=frozenset()))
    assert [e.job_id for e in step.effects if isinstance(e, effects.CancelJob)] == ["5"]


def test_each_sheet_of_an_uncertain_job_ends_as_the_clerk_saw_it() -> None:
    two = replace(ISSUE, stamps=stamps(MODEL, 2, 70))
    first, second = two.numbers
    uncertain = state_of(states.PrintUncertain, issue=two)
    step = after(uncertain, clerk.SheetsSeen(came_out=frozenset({second})))

    assert isinstance(step.state, states.RecordingSpoil)
    assert step.state.reissue
    assert [(o.number, o.state, o.reason) for o in step.state.outcomes] == [
        (first, SheetState.VOID, SpoilReason.NOT_PRINTED),
        (second, SheetState.SPOOLED, None),
        (second, SheetState.SPOILED, SpoilReason.MISPRINT),
    ]
    both = after(uncertain, clerk.SheetsSeen(came_out=frozenset(two.numbers)))
    assert isinstance(both.state, states.Collating)


@pytest.mark.parametrize("issue", [ISSUE, replace(ISSUE, p0_sha256="")], ids=["stranger", "never rendered"])
def test_no_sheet_is_seen_that_cannot_be_there(issue: Any) -> None:
    seen = {"stranger"} if issue.p0_sha256 else set(issue.numbers)
    with pytest.raises(NotAllowed):
        advance(state_of(states.PrintUncertain, issue=issue), clerk.SheetsSeen(came_out=frozenset(seen)))


@pytest.mark.parametrize(
    ("before", "cancelled"),
    [
        (clerk.ScanRefused(failure=Failure(code=FailureCode.CODE_INVALID)), ["1"]),
        (events.PrintEnded(turn=TURN, failure=None), []),
    ],
    ids=["still printing", "completed"],
)
def test_a_job_that_is_spoiled_while_the_first_sheets_are_scanned_is_cancelled_if_it_still_prints(
    before: events.Event, cancelled: list[str]
) -> None:
    step = after(state_of(states.Printing), before, SPOILED)
    assert isinstance(step.state, states.RecordingSpoil)
    assert [e.job_id for e in step.effects if isinstance(e, effects.CancelJob)] == cancelled


@pytest.mark.parametrize("certainty", list(Certainty))
def test_a_printer_that_is_lost_while_it_prints_is_a_question_to_the_clerk(certainty: Certainty) -> None:
    step = after(state_of(states.Printing), failed(FailureCode.PRINTER_UNREACHABLE, certainty))
    assert isinstance(step.state, states.PrintUncertain)
    assert step.state.job_id == "1"
    assert not step.effects


def test_a_page_that_may_have_been_sent_is_a_question_to_the_clerk_and_never_sent_again() -> None:
    step = after(state_of(states.Spooling), failed(FailureCode.PRINT_OUTCOME_UNKNOWN, Certainty.UNKNOWN))
    assert isinstance(step.state, states.PrintUncertain)
    for event in (clerk.Retried(), clerk.WentBack(), clerk.Withdrew()):
        with pytest.raises(NotAllowed):
            advance(step.state, event)


def test_a_page_that_was_surely_not_sent_is_released_anew_before_it_is_sent() -> None:
    step = after(state_of(states.Spooling), failed(FailureCode.PRINTER_UNREACHABLE), clerk.Retried())
    assert isinstance(step.state, states.Rendering)
    assert asked(step) == {"RenderPages"}
    rendered = events.PagesRendered(turn=step.state.turn, p0_sha256=ISSUE.p0_sha256)
    assert asked(after(step.state, rendered)) == {"ReleasePages"}


@pytest.mark.parametrize("kind", [states.Releasing, states.Spooling])
def test_a_page_that_comes_out_otherwise_when_it_is_rendered_again_is_not_released(kind: type[Any]) -> None:
    again = after(state_of(kind), failed(FailureCode.GATEWAY_UNREACHABLE), clerk.Retried())
    other = events.PagesRendered(turn=again.state.turn, p0_sha256="cd" * 32)
    step = after(again.state, other)

    assert isinstance(step.state, states.Troubled)
    assert step.state.failure.code is FailureCode.PAGE_DIFFERS_FROM_RECORD
    assert not step.effects
    assert isinstance(after(step.state, SPOILED_AGAIN).state, states.RecordingSpoil)


def test_sheets_of_a_page_that_cannot_be_made_are_void_and_may_be_issued_anew() -> None:
    troubled = after(state_of(states.Releasing), failed(FailureCode.RECORD_CHANGED)).state
    step = after(troubled, clerk.SheetsSpoiled(reason=SpoilReason.RECORD_CHANGED, reissue=True))
    assert isinstance(step.state, states.RecordingSpoil)
    assert {outcome.state for outcome in step.state.outcomes} == {SheetState.VOID}


def test_a_case_whose_sheets_are_spoiled_for_good_ends_in_the_ledger_before_it_is_closed() -> None:
    spoiled = clerk.SheetsSpoiled(reason=SpoilReason.VISITOR_LEFT, reissue=False)
    recording = after(state_of(states.Collating), spoiled).state
    ledger = after(recording, events.Recorded(turn=recording.turn))
    closed = after(ledger.state, events.Recorded(turn=ledger.state.turn))

    assert [(e.outcome, e.reason) for e in ledger.effects if isinstance(e, effects.RecordOutcome)] == [
        ("withdrawn", "visitor_left")
    ]
    assert isinstance(closed.state, states.Closed)
    assert closed.state.outcome == "voided"


@pytest.mark.parametrize(
    "paid",
    [
        state_of(states.HandingOver),
        after(state_of(states.RecordingPayment), REFUSED).state,
        after(state_of(states.RecordingHandOver), REFUSED).state,
    ],
    ids=["handing over", "payment refused", "hand-over refused"],
)
def test_after_payment_sheets_are_spoiled_and_the_case_is_held_for_the_refund(paid: Any) -> None:
    step = after(paid, SPOILED)
    ledger = after(step.state, events.Recorded(turn=step.state.turn))
    ended = after(ledger.state, events.Recorded(turn=ledger.state.turn), clerk.Acknowledged())

    assert isinstance(step.state, states.RecordingSpoil)
    assert {outcome.state for outcome in step.state.outcomes} == {SheetState.SPOILED}
    assert [(e.outcome, e.reason) for e in ledger.effects if isinstance(e, effects.RecordOutcome)] == [
        ("held", "refund_due")
    ]
    assert isinstance(ended.state, states.Closed)
    with pytest.raises(NotAllowed):
        advance(paid, SPOILED_AGAIN)


def test_after_a_refused_collation_new_sheets_may_be_printed() -> None:
    troubled = after(state_of(states.RecordingCollation), REFUSED).state
    step = after(troubled, SPOILED_AGAIN)
    assert isinstance(step.state, states.RecordingSpoil)
    assert [o.state for o in step.state.outcomes] == [SheetState.SPOOLED, SheetState.SPOILED]
    assert step.state.reissue


@pytest.mark.parametrize(
    "kind", [states.RecordingCollation, states.RecordingPayment, states.RecordingHandOver]
)
@pytest.mark.parametrize("code", [FailureCode.GATEWAY_UNREACHABLE, FailureCode.SIGN_IN_EXPIRED])
def test_a_record_that_could_not_be_asked_for_is_asked_for_again_and_nothing_is_spoiled(
    kind: type[Any], code: FailureCode
) -> None:
    with pytest.raises(NotAllowed):
        advance(after(state_of(kind), failed(code)).state, SPOILED)


@pytest.mark.parametrize("kind", [states.RecordingOutcome, states.RecordingSpoil])
def test_an_end_that_the_gateway_refuses_to_record_is_closed_as_unrecorded(kind: type[Any]) -> None:
    step = after(state_of(kind), REFUSED, clerk.Acknowledged())
    assert isinstance(step.state, states.Closed)
    assert step.state.outcome == "unrecorded"
    assert asked(step) == {"ForgetSecrets", "ForgetPages"}

    lost = after(state_of(kind), failed(FailureCode.GATEWAY_SLOW, Certainty.UNKNOWN)).state
    with pytest.raises(NotAllowed):
        advance(lost, clerk.Acknowledged())

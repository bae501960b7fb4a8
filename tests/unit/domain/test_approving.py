"""承認: the page waits for a second person, and only a statement given for exactly it lets it go on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from counter_app.application.recovery import after_restart
from counter_app.domain.approvals import ApprovalClaims, ApprovalState, ApprovalStatus, ReturnReason
from counter_app.domain.certificates import Item
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.steps import NotAllowed, Step
from counter_app.domain.issuance.transitions import advance, is_stale
from counter_app.domain.render_model import Numbers, compose
from counter_app.domain.requests import Outcome
from counter_app.domain.sheets import SheetState, SpoilReason
from tests.unit.domain.case_samples import LAID, ORDER, REF, TICKET, TURN, stamps, statement, verdict
from tests.unit.domain.people import FAMILY, PACK, TODAY
from tests.unit.domain.test_issuance_moves import after, asked, failed

UNASKED = replace(LAID, approval=None, p0_sha256="")
AWAITING = states.AwaitingApproval(ref=REF, turn=TURN, issue=LAID)
ASKING = states.AskingApproval(ref=REF, turn=TURN, issue=replace(LAID, approval=None))
RECALLING = states.RecallingApproval(ref=REF, turn=TURN, issue=LAID)
RETURN = ApprovalStatus(
    approval_id=TICKET.approval_id,
    state=ApprovalState.RETURNED,
    decided_by="齋藤　明美",
    reason=ReturnReason.ITEMS,
    note="本籍が要るか",
)
RETURNED = states.ApprovalReturned(ref=REF, turn=TURN, issue=LAID, status=RETURN)
CLAIMS = statement(LAID, TICKET)


def told(claims: ApprovalClaims | None = CLAIMS, **changes: Any) -> events.ApprovalTold:
    approved = ApprovalStatus(
        approval_id=TICKET.approval_id, state=ApprovalState.APPROVED, decided_by="齋藤　明美", claims=claims
    )
    return events.ApprovalTold(turn=TURN, status=replace(approved, **changes))


def outcomes(step: Step) -> set[tuple[SheetState, SpoilReason | None]]:
    assert isinstance(step.state, states.RecordingSpoil)
    assert {outcome.number for outcome in step.state.outcomes} == set(LAID.numbers)
    return {(outcome.state, outcome.reason) for outcome in step.state.outcomes}


# asking


@pytest.mark.parametrize("outcome", [Outcome.OK, Outcome.APPROVAL])
def test_what_the_rules_allow_with_or_without_an_approval_may_be_issued(outcome: Outcome) -> None:
    checking = states.Checking(ref=REF, turn=TURN, order=ORDER)
    step = after(checking, events.RequestChecked(turn=TURN, verdict=verdict(outcome)))

    assert step.state == states.Checked(ref=REF, turn=TURN, order=ORDER, verdict=verdict(outcome))


@pytest.mark.parametrize(("claimed", "by_trace"), [("ok", "approval"), ("approval", "ok")])
def test_an_answer_that_its_own_trace_denies_is_none(claimed: str, by_trace: str) -> None:
    denied = replace(verdict(Outcome(claimed)), trace=verdict(Outcome(by_trace)).trace)
    step = after(
        states.Checking(ref=REF, turn=TURN, order=ORDER), events.RequestChecked(turn=TURN, verdict=denied)
    )
    assert isinstance(step.state, states.Troubled)


def test_a_page_that_needs_no_approval_is_released_at_once_and_any_other_laid_before_an_approver() -> None:
    drawn = events.PagesRendered(turn=TURN, p0_sha256=LAID.p0_sha256)
    free = replace(UNASKED, verdict=verdict())

    assert isinstance(after(states.Rendering(ref=REF, turn=TURN, issue=free), drawn).state, states.Releasing)
    step = after(states.Rendering(ref=REF, turn=TURN, issue=UNASKED), drawn)
    assert isinstance(step.state, states.AskingApproval)
    (effect,) = step.effects
    assert isinstance(effect, effects.AskApproval)
    assert effect.issue.p0_sha256 == LAID.p0_sha256
    key = effects.key("approval", LAID.issue_id, LAID.p0_sha256, str(TURN + 1))
    assert (effect.turn, effect.key) == (TURN + 1, key)


def test_once_it_lies_there_it_is_asked_where_it_is_and_a_page_drawn_again_asks_no_second_time() -> None:
    laid = after(ASKING, events.ApprovalAsked(turn=TURN, ticket=TICKET))
    assert laid.state == replace(AWAITING, turn=TURN + 1)
    read = effects.ReadApproval(case_id="case", turn=TURN + 1, approval_id=TICKET.approval_id)
    assert laid.effects == (read,)

    again = after(
        states.Rendering(ref=REF, turn=TURN, issue=LAID),
        events.PagesRendered(turn=TURN, p0_sha256=LAID.p0_sha256),
    )
    assert (again.state, again.effects) == (laid.state, laid.effects)


def test_another_page_than_the_one_that_lies_there_goes_to_nobody() -> None:
    step = after(
        states.Rendering(ref=REF, turn=TURN, issue=LAID),
        events.PagesRendered(turn=TURN, p0_sha256="cd" * 32),
    )
    assert isinstance(step.state, states.Troubled)
    assert step.state.failure.code is FailureCode.PAGE_DIFFERS_FROM_RECORD
    assert not step.effects


def test_the_counter_compares_the_page_without_the_numbers_that_it_may_not_know() -> None:
    items = replace(ORDER.selection, items=frozenset({Item.MY_NUMBER}))
    order = replace(ORDER, selection=items)
    masked = compose(FAMILY, items, PACK, TODAY)
    numbers = {
        one: Numbers(my_number=f"00000000000{one[1]}", resident_code=f"0000000000{one[1]}")
        for one in ("r1", "r2")
    }
    full = compose(FAMILY, items, PACK, TODAY, numbers=numbers)
    allotting = states.Allotting(
        ref=REF, turn=TURN, order=order, verdict=verdict(Outcome.APPROVAL), model=masked
    )
    answer = events.NumbersAllotted(
        turn=TURN, issue_id="issue-8", job="00000008", model=full, stamps=stamps(full, 1, 80), fee=300
    )

    step = after(allotting, answer)
    assert isinstance(step.state, states.Rendering)
    assert step.state.issue.model == full
    moved = replace(full, address="別")
    other = after(allotting, replace(answer, model=moved)).state
    assert isinstance(other, states.PrintUncertain)


# what is told


def test_an_approval_of_this_very_page_lets_it_be_released() -> None:
    step = after(AWAITING, told())
    assert step.state == states.Releasing(ref=REF, turn=TURN + 1, issue=LAID)
    assert asked(step) == {"ReleasePages"}


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        *(
            replace(CLAIMS, **{name: value})
            for name, value in (
                ("p0_sha256", "cd" * 32),
                ("issue_id", "issue-6"),
                ("case_id", "another"),
                ("approval_id", "approval-2"),
                ("nonce", "00" * 16),
                ("restriction_version", "2"),
                ("renderer_id", "another"),
                ("town_code", "999998"),
                ("approver", ""),
            )
        ),
    ],
    ids=lambda claims: "none" if claims is None else "",
)
def test_a_statement_of_anything_else_prints_nothing_and_the_numbers_are_void(
    wrong: ApprovalClaims | None,
) -> None:
    step = after(AWAITING, told(wrong))

    assert isinstance(step.state, states.Troubled)
    assert step.state.waiting == AWAITING
    assert (step.state.failure.code, step.state.certainty) == (
        FailureCode.APPROVAL_DIFFERS,
        Certainty.NOT_DONE,
    )
    assert not step.effects
    void = after(step.state, clerk.Retried())
    assert outcomes(void) == {(SheetState.VOID, SpoilReason.NOT_PRINTED)}
    assert asked(void) == {"ForgetPages", "RecordSheets"}
    anew = after(void.state, events.Recorded(turn=void.state.turn))
    assert isinstance(anew.state, states.Checking)


def test_nobody_approves_his_own_work_whatever_the_gateway_says() -> None:
    own = replace(AWAITING, ref=replace(REF, staff_id="1001"))
    step = after(own, told(replace(CLAIMS, approver="1001")))

    assert isinstance(step.state, states.Troubled)
    assert isinstance(after(own, told(replace(CLAIMS, approver="1002"))).state, states.Releasing)


def test_an_answer_about_another_approval_is_no_answer() -> None:
    for state in ApprovalState:
        step = after(AWAITING, told(approval_id="approval-2", state=state))
        assert isinstance(step.state, states.Troubled)
        assert step.state.failure.code is FailureCode.GATEWAY_ANSWER_MALFORMED
        assert isinstance(after(step.state, clerk.Retried()).state, states.Rendering)


def test_while_it_waits_nothing_happens_until_it_is_said_to_move() -> None:
    step = after(AWAITING, told(None, state=ApprovalState.WAITING))
    assert (step.state, step.effects) == (AWAITING, ())

    for moved in ("", TICKET.approval_id):
        again = after(AWAITING, events.ApprovalMoved(approval_id=moved))
        assert again.state == replace(AWAITING, turn=TURN + 1)
        assert asked(again) == {"ReadApproval"}
        assert is_stale(again.state, told())
    with pytest.raises(NotAllowed):
        advance(AWAITING, events.ApprovalMoved(approval_id="approval-2"))
    assert asked(after(AWAITING, clerk.Retried())) == {"ReadApproval"}


@pytest.mark.parametrize(
    "code", [FailureCode.GATEWAY_UNREACHABLE, FailureCode.GATEWAY_SLOW, FailureCode.GATEWAY_FAULT]
)
def test_without_the_line_the_case_goes_on_waiting(code: FailureCode) -> None:
    step = after(AWAITING, failed(code))
    assert (step.state, step.effects) == (AWAITING, ())


@pytest.mark.parametrize(
    "code", [FailureCode.SIGN_IN_EXPIRED, FailureCode.GATEWAY_REFUSED, FailureCode.INTERNAL]
)
def test_an_answer_that_trying_again_does_not_mend_is_told_to_the_clerk(code: FailureCode) -> None:
    troubled = after(AWAITING, failed(code)).state
    assert isinstance(troubled, states.Troubled)
    assert isinstance(after(troubled, clerk.Retried()).state, states.Rendering)
    assert outcomes(after(troubled, clerk.Withdrew())) == {(SheetState.VOID, SpoilReason.VISITOR_LEFT)}


def test_a_statement_whose_signature_does_not_hold_ends_like_one_of_another_page() -> None:
    void = after(AWAITING, failed(FailureCode.APPROVAL_DIFFERS), clerk.Retried())
    assert outcomes(void) == {(SheetState.VOID, SpoilReason.NOT_PRINTED)}


# given back, and taken back


@pytest.mark.parametrize("state", [ApprovalState.RETURNED, ApprovalState.RECALLED, ApprovalState.LAPSED])
def test_what_was_not_approved_is_read_and_then_corrected_under_new_numbers(state: ApprovalState) -> None:
    status = replace(RETURN, state=state)
    given_back = after(AWAITING, events.ApprovalTold(turn=TURN, status=status))
    assert given_back.state == replace(RETURNED, status=status)

    void = after(given_back.state, clerk.Acknowledged())
    assert outcomes(void) == {(SheetState.VOID, SpoilReason.RETURNED)}
    step = after(void.state, events.Recorded(turn=void.state.turn))
    assert isinstance(step.state, states.ChoosingItems)
    assert step.state.order == replace(ORDER, form=None)
    assert step.state.ref.spoiled_issue == LAID.issue_id


def test_recalled_in_time_it_is_corrected_as_if_it_had_been_given_back() -> None:
    step = after(AWAITING, clerk.ApprovalRecalled())
    assert step.state == replace(RECALLING, turn=TURN + 1)
    key = effects.key("recall", TICKET.approval_id)
    recall = effects.RecallApproval(case_id="case", turn=TURN + 1, key=key, approval_id=TICKET.approval_id)
    assert step.effects == (recall,)
    assert outcomes(after(RECALLING, events.Recorded(turn=TURN))) == {(SheetState.VOID, SpoilReason.RETURNED)}


def test_recalled_too_late_what_was_decided_is_asked_for_by_way_of_the_page() -> None:
    drawn = after(RECALLING, failed(FailureCode.GATEWAY_REFUSED))
    assert drawn.state == states.Rendering(ref=REF, turn=TURN + 1, issue=LAID)
    step = after(drawn.state, events.PagesRendered(turn=TURN + 1, p0_sha256=LAID.p0_sha256))
    assert step.state == replace(AWAITING, turn=TURN + 2)
    assert asked(step) == {"ReadApproval"}


def test_an_approval_told_while_it_is_recalled_releases_nothing() -> None:
    recalling = after(AWAITING, clerk.ApprovalRecalled()).state
    assert is_stale(recalling, told())
    with pytest.raises(NotAllowed):
        advance(RECALLING, told())
    with pytest.raises(NotAllowed):
        advance(RECALLING, events.ApprovalMoved(approval_id=TICKET.approval_id))


def test_a_recall_whose_answer_is_lost_is_sent_again_under_the_same_key() -> None:
    lost = failed(FailureCode.GATEWAY_SLOW, Certainty.UNKNOWN)
    step = after(RECALLING, lost, clerk.Retried())

    assert step.state == replace(RECALLING, turn=TURN + 1)
    assert [effect.key for effect in step.effects if isinstance(effect, effects.RecallApproval)] == [
        effects.key("recall", TICKET.approval_id)
    ]


# the ways out


@pytest.mark.parametrize("state", [ASKING, AWAITING, RECALLING, RETURNED], ids=lambda s: type(s).__name__)
def test_a_visitor_who_leaves_meanwhile_leaves_void_sheets_and_a_closed_case(
    state: states.IssuanceState,
) -> None:
    void = after(state, clerk.Withdrew())
    assert outcomes(void) == {(SheetState.VOID, SpoilReason.VISITOR_LEFT)}
    ended = after(void.state, events.Recorded(turn=void.state.turn))
    assert isinstance(ended.state, states.RecordingOutcome)
    assert (ended.state.outcome, ended.state.voided) == ("withdrawn", True)


@pytest.mark.parametrize("state", [ASKING, AWAITING, RECALLING, RETURNED], ids=lambda s: type(s).__name__)
def test_there_is_no_step_back_from_an_approval(state: states.IssuanceState) -> None:
    with pytest.raises(NotAllowed):
        advance(state, clerk.WentBack())


def test_a_case_that_was_given_back_may_be_put_aside_and_one_that_waits_has_nothing_to_put() -> None:
    parked = after(RETURNED, clerk.PutAside(reason="queue")).state
    assert isinstance(parked, states.Parked)
    resumed = after(parked, clerk.Resumed()).state
    assert resumed == replace(RETURNED, turn=resumed.turn)
    with pytest.raises(NotAllowed):
        advance(AWAITING, clerk.PutAside(reason="queue"))


def test_a_flag_that_came_meanwhile_holds_the_case() -> None:
    step = after(ASKING, failed(FailureCode.ISSUE_HELD))
    assert isinstance(step.state, states.RecordingOutcome)
    assert (step.state.outcome, step.state.reason) == ("held", "rules")


def test_a_record_that_changed_before_it_was_laid_there_is_read_again_under_new_numbers() -> None:
    void = after(ASKING, failed(FailureCode.RECORD_CHANGED), clerk.Retried())
    assert outcomes(void) == {(SheetState.VOID, SpoilReason.RECORD_CHANGED)}


def test_a_question_whose_answer_was_lost_is_asked_anew_under_another_key() -> None:
    first = effects.key("approval", LAID.issue_id, LAID.p0_sha256, str(TURN))
    step = after(ASKING, failed(FailureCode.GATEWAY_SLOW, Certainty.UNKNOWN), clerk.Retried())
    assert isinstance(step.state, states.Rendering)
    drawn = events.PagesRendered(turn=step.state.turn, p0_sha256=LAID.p0_sha256)
    (effect,) = after(step.state, drawn).effects
    assert isinstance(effect, effects.AskApproval)
    assert effect.key != first


def test_a_page_that_may_not_be_laid_there_again_gets_new_numbers() -> None:
    """Its first laying may have been returned, and only the answer to it was lost."""
    void = after(ASKING, failed(FailureCode.GATEWAY_REFUSED), clerk.Retried())
    assert outcomes(void) == {(SheetState.VOID, SpoilReason.NOT_PRINTED)}
    assert isinstance(after(void.state, events.Recorded(turn=void.state.turn)).state, states.Checking)


def test_a_release_refused_for_want_of_an_approval_voids_the_numbers_and_decides_anew() -> None:
    releasing = states.Releasing(ref=REF, turn=TURN, issue=LAID)
    troubled = after(releasing, failed(FailureCode.APPROVAL_MISSING))
    assert isinstance(troubled.state, states.Troubled)
    void = after(troubled.state, clerk.Retried())
    assert outcomes(void) == {(SheetState.VOID, SpoilReason.NOT_PRINTED)}
    assert isinstance(after(void.state, events.Recorded(turn=void.state.turn)).state, states.Checking)


@pytest.mark.parametrize("state", [ASKING, AWAITING, RECALLING], ids=lambda s: type(s).__name__)
def test_after_a_restart_one_key_leads_back_to_where_the_approval_is(state: states.WaitingState) -> None:
    troubled = after_restart(state)
    assert isinstance(troubled, states.Troubled)
    assert troubled.failure == Failure(code=FailureCode.RESTARTED)

    step = after(troubled, clerk.Retried())
    if isinstance(state, states.RecallingApproval):
        assert asked(step) == {"RecallApproval"}
        return
    assert isinstance(step.state, states.Rendering)
    assert asked(step) == {"RenderPages"}
    drawn = events.PagesRendered(turn=step.state.turn, p0_sha256=LAID.p0_sha256)
    again = after(step.state, drawn).state
    assert again == replace(state, turn=again.turn)


def test_what_was_given_back_is_still_there_after_a_restart() -> None:
    assert after_restart(RETURNED) is RETURNED

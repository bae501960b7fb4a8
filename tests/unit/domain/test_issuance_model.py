"""The case against a gateway, a printer and a visitor of its own: nothing is printed, paid or ended twice.

The world below keeps what really happened, also where the case is told that it failed or is told nothing. A
rule asks the world what it would answer; the program under test is ``advance`` alone.
"""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from counter_app.application.recovery import after_restart
from counter_app.domain.approvals import ApprovalState
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.steps import NotAllowed, Step
from counter_app.domain.issuance.transitions import advance, is_stale
from counter_app.domain.requests import Outcome
from counter_app.domain.sheets import SheetState, SpoilReason
from tests.unit.domain.case_samples import PAYMENT, REF, verdict
from tests.unit.domain.case_world import ENDS, MODEL, TWO, Laid, Refusal, World

BEGINNINGS = (0, 1, 2, 3, 4, 4, 4, 4, 4, 5, 5, 6, 7, 8, 9, 10)
"""How many steps go well first; four lead to the spooler, or to the approver, where most can go wrong."""
APPROVING = states.AskingApproval | states.AwaitingApproval | states.RecallingApproval


class OneCase(RuleBasedStateMachine):
    """A case from its check on: answers come, are lost or never come; the program dies and comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.state: states.IssuanceState = states.Checked(ref=REF, turn=1, order=TWO, verdict=verdict())
        self.asked: list[effects.Effect] = []
        self.sent: list[effects.Effect] = []
        self.scanned: set[str] = set()
        self.refused = False

    def take(self, event: events.Event) -> bool:
        """Tell the case; what it does not allow does not happen."""
        try:
            step: Step = advance(self.state, event)
        except NotAllowed:
            return False
        self.state = step.state
        forget = effects.ForgetSecrets | effects.ForgetPages
        for effect in step.effects:
            if isinstance(effect, effects.SpoolPages):
                printed = [number for numbers in self.world.jobs.values() for number in numbers]
                assert not set(printed) & set(effect.issue.numbers), "printed twice"
            if isinstance(effect, effects.ReleasePages):
                self.nothing_is_asked_free_without_a_statement_of_this_page(effect)
            if not isinstance(effect, forget | effects.CancelJob):
                self.asked = [effect]
                self.sent.append(effect)
        return True

    def nothing_is_asked_free_without_a_statement_of_this_page(self, effect: effects.ReleasePages) -> None:
        laid = [one for one in self.world.laid if one.ticket == effect.issue.approval]
        if self.world.outcome is Outcome.APPROVAL:
            assert [(one.state, one.forged) for one in laid] == [(ApprovalState.APPROVED, False)]

    @property
    def waiting(self) -> bool:
        return bool(self.asked) and isinstance(self.state, states.WaitingState)

    def fail(self, failure: Failure, certainty: Certainty) -> None:
        self.take(events.EffectFailed(turn=self.state.turn, failure=failure, certainty=certainty))

    @precondition(lambda self: self.waiting)
    @rule(luck=st.randoms(use_true_random=False))
    def it_is_done_and_said(self, luck: random.Random) -> None:
        try:
            answer = self.world.answer(self.asked[-1], luck)
        except Refusal as refusal:
            self.refused = True
            self.fail(refusal.failure, Certainty.NOT_DONE)
        else:
            if isinstance(answer, events.NumbersAllotted):
                kept = {self.world.sheets[stamp.number] for stamp in answer.stamps}
                assert kept == {SheetState.RESERVED}, "numbers that have had their end"
            assert self.take(answer), f"{type(answer).__name__} in {type(self.state).__name__}"

    @precondition(lambda self: self.waiting)
    @rule(luck=st.randoms(use_true_random=False))
    def it_is_done_and_the_answer_is_lost(self, luck: random.Random) -> None:
        try:
            self.world.answer(self.asked[-1], luck)
        except Refusal:
            self.refused = True
        self.fail(Failure(code=FailureCode.GATEWAY_SLOW), Certainty.UNKNOWN)

    @precondition(lambda self: self.waiting)
    @rule(luck=st.randoms(use_true_random=False), steps=st.integers(0, 4))
    def the_answer_is_lost_and_the_clerk_tries_again(self, luck: random.Random, steps: int) -> None:
        self.it_is_done_and_the_answer_is_lost(luck)
        self.take(clerk.Retried())
        self.all_goes_well_for_a_while(luck, steps)

    @initialize(
        luck=st.randoms(use_true_random=False),
        steps=st.sampled_from(BEGINNINGS),
        outcome=st.sampled_from((Outcome.OK, Outcome.APPROVAL)),
    )
    def all_begins_well(self, luck: random.Random, steps: int, outcome: Outcome) -> None:
        self.world.outcome = outcome
        self.state = states.Checked(ref=REF, turn=1, order=TWO, verdict=verdict(outcome))
        self.all_goes_well_for_a_while(luck, steps)

    @rule(luck=st.randoms(use_true_random=False), steps=st.integers(1, 12))
    def all_goes_well_for_a_while(self, luck: random.Random, steps: int) -> None:
        for _ in range(steps):
            if isinstance(self.state, states.AwaitingApproval):
                self.world.decide(ApprovalState.APPROVED)
            if self.waiting:
                self.it_is_done_and_said(luck)
            elif isinstance(self.state, states.Collating):
                self.a_sheet_of_the_tray_is_scanned(luck.randint(0, 3))
            elif isinstance(self.state, states.PrintUncertain):
                self.the_clerk_looks_into_the_tray()
            else:
                self.the_clerk_goes_on()

    @precondition(lambda self: self.waiting)
    @rule()
    def it_is_not_done_and_said(self) -> None:
        self.fail(Failure(code=FailureCode.GATEWAY_UNREACHABLE), Certainty.NOT_DONE)

    @precondition(lambda self: self.waiting)
    @rule(luck=st.randoms(use_true_random=False), done=st.booleans())
    def the_program_dies_and_comes_back(self, luck: random.Random, *, done: bool) -> None:
        if done:
            try:
                self.world.answer(self.asked[-1], luck)
            except Refusal:
                self.refused = True
        self.state = after_restart(self.state)

    @precondition(lambda self: isinstance(self.state, states.Troubled))
    @rule()
    def the_clerk_tries_again(self) -> None:
        self.take(clerk.Retried())

    @rule(again=st.booleans())
    def the_clerk_spoils(self, *, again: bool) -> None:
        self.take(clerk.SheetsSpoiled(reason=SpoilReason.JAM, reissue=again))

    @rule()
    def the_clerk_goes_on(self) -> None:
        for event in (
            clerk.IssueAsked(model=MODEL),
            clerk.CheckAsked(),
            clerk.SignatureToggled(),
            clerk.PaperFormRecorded(number="A-1"),
            clerk.ItemsConfirmed(),
            clerk.PaymentTaken(payment=replace(PAYMENT, amount=300, received=300)),
            clerk.HandedOver(),
        ):
            if self.take(event):
                return

    @precondition(lambda self: isinstance(self.state, states.ApprovalReturned))
    @rule(luck=st.randoms(use_true_random=False))
    def the_clerk_reads_why_it_was_given_back_and_corrects_it(self, luck: random.Random) -> None:
        given_back = self.state.issue.issue_id if isinstance(self.state, states.WithNumbers) else ""
        assert self.take(clerk.Acknowledged())
        self.it_is_done_and_said(luck)
        assert isinstance(self.state, states.ChoosingItems)
        assert self.state.order.form is None
        assert self.state.ref.spoiled_issue == given_back
        self.all_goes_well_for_a_while(luck, 5)
        assert isinstance(self.state, states.Checked | states.Checking)

    @rule(leave=st.sampled_from([clerk.Withdrew(), clerk.WentBack(), clerk.Acknowledged()]))
    def the_clerk_leaves(self, leave: events.Event) -> None:
        self.take(leave)

    @precondition(lambda self: isinstance(self.state, states.AwaitingApproval))
    @rule(
        luck=st.randoms(use_true_random=False),
        decided=st.sampled_from((ApprovalState.APPROVED, ApprovalState.RETURNED, ApprovalState.LAPSED)),
        forged=st.booleans(),
        heard=st.booleans(),
    )
    def the_approver_decides(
        self, luck: random.Random, decided: ApprovalState, *, forged: bool, heard: bool
    ) -> None:
        self.world.decide(decided, forged=forged)
        if heard:
            assert self.take(events.ApprovalMoved(approval_id=self.world.laid[-1].ticket.approval_id))
            self.it_is_done_and_said(luck)
            self.only_what_was_approved_goes_on(self.world.laid[-1])

    def only_what_was_approved_goes_on(self, laid: Laid) -> None:
        approved = laid.state is ApprovalState.APPROVED
        match self.state:
            case states.Releasing():
                assert approved
                assert not laid.forged
            case states.Troubled(failure=failure):
                assert approved
                assert laid.forged
                assert failure.code is FailureCode.APPROVAL_DIFFERS
            case states.ApprovalReturned(status=status):
                assert not approved
                assert status.state is laid.state
            case other:
                raise AssertionError(type(other).__name__)

    @precondition(lambda self: isinstance(self.state, APPROVING))
    @rule()
    def the_stream_is_there_again(self) -> None:
        self.take(events.ApprovalMoved(approval_id=""))

    @precondition(lambda self: isinstance(self.state, states.AwaitingApproval))
    @rule(luck=st.randoms(use_true_random=False), decided=st.sampled_from(list(ApprovalState)))
    def the_clerk_takes_it_back_while_it_is_decided(
        self, luck: random.Random, decided: ApprovalState
    ) -> None:
        assert self.take(clerk.ApprovalRecalled())
        if decided is not ApprovalState.RECALLED:
            self.world.decide(decided)
        self.it_is_done_and_said(luck)

    @precondition(lambda self: len(self.sent) > 1)
    @rule(luck=st.randoms(use_true_random=False), place=st.integers(0, 20))
    def an_old_answer_comes_at_last(self, luck: random.Random, place: int) -> None:
        """What was asked of approvers before arrives only now, and its answer with it."""
        old = self.sent[:-1][place % (len(self.sent) - 1)]
        if not isinstance(old, effects.AskApproval | effects.RecallApproval | effects.ReadApproval):
            return
        try:
            answer = self.world.answer(old, luck)
        except Refusal as refusal:
            answer = events.EffectFailed(turn=old.turn, failure=refusal.failure)
        assert is_stale(self.state, answer)

    @precondition(lambda self: isinstance(self.state, states.Printing | states.Collating))
    @rule(place=st.integers(0, 3))
    def a_sheet_of_the_tray_is_scanned(self, place: int) -> None:
        out = sorted(self.world.tray)
        if out and isinstance(self.state, states.WithNumbers):
            number = out[place % len(out)]
            if number in self.state.issue.numbers:
                self.scanned.add(number)
            self.take(clerk.SheetScanned(number=number, job=self.state.issue.job))

    @precondition(lambda self: isinstance(self.state, states.PrintUncertain))
    @rule()
    def the_clerk_looks_into_the_tray(self) -> None:
        if isinstance(self.state, states.PrintUncertain):
            seen = frozenset(self.state.issue.numbers) & self.world.tray
            assert self.take(clerk.SheetsSeen(came_out=seen))
        if isinstance(self.state, states.RecordingSpoil):
            ends = {outcome.number: outcome.state for outcome in self.state.outcomes}
            for number in self.state.issue.numbers:
                out = number in self.world.tray
                assert ends[number] is (SheetState.SPOILED if out else SheetState.VOID)

    @invariant()
    def no_sheet_is_in_two_jobs(self) -> None:
        numbers = [number for job in self.world.jobs.values() for number in job]
        assert len(numbers) == len(set(numbers))

    @invariant()
    def who_is_handed_sheets_has_all_of_them_scanned_and_paid_for(self) -> None:
        if isinstance(self.state, states.Closed) and self.state.outcome == "handed_over":
            handed = [n for n, now in self.world.sheets.items() if now is SheetState.HANDED_OVER]
            assert handed
            assert set(handed) <= self.scanned
            assert [i for i, numbers in self.world.issues.items() if set(numbers) == set(handed)] == [
                i for i in self.world.issues if i in self.world.paid
            ]

    @invariant()
    def a_case_that_is_over_has_an_end_for_every_sheet(self) -> None:
        match self.state:
            case states.Closed(outcome="unrecorded"):
                assert self.refused
            case states.Closed() | states.Held():
                assert self.world.ended
                assert set(self.world.sheets.values()) <= ENDS
            case _:
                pass


OneCase.TestCase.settings = settings(
    max_examples=450, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
TestOneCase = OneCase.TestCase

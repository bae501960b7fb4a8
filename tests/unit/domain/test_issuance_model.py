"""The case against a gateway, a printer and a visitor of its own: nothing is printed, paid or ended twice.

The world below keeps what really happened, also where the case is told that it failed or is told nothing. A
rule asks the world what it would answer; the program under test is ``advance`` alone.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from counter_app.application.recovery import after_restart
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.steps import NotAllowed, Step
from counter_app.domain.issuance.transitions import advance
from counter_app.domain.render_model import compose
from counter_app.domain.sheets import SheetOutcome, SheetState, SpoilReason, may_become
from tests.unit.domain.case_samples import ORDER, PAYMENT, REF, verdict
from tests.unit.domain.case_samples import stamps as stamps_of
from tests.unit.domain.people import FAMILY, PACK, TODAY

ENDS = {SheetState.HANDED_OVER, SheetState.SPOILED, SheetState.VOID}
TWO = replace(ORDER, selection=replace(ORDER.selection, copies=2))
MODEL = compose(FAMILY, TWO.selection, PACK, TODAY)
BEGINNINGS = (0, 1, 2, 3, 4, 4, 4, 5, 5, 6, 7, 8, 9, 10)
"""How many steps go well first; four lead to the spooler, where most can go wrong."""
NO = Failure(code=FailureCode.GATEWAY_REFUSED)


class Refusal(Exception):
    """The gateway says no, and nothing has happened there."""


@dataclass
class World:
    """What is true outside: sheets by number, answers by key, jobs, paper in the tray, money."""

    sheets: dict[str, SheetState] = field(default_factory=dict)
    issues: dict[str, tuple[str, ...]] = field(default_factory=dict)
    answers: dict[str, events.Event] = field(default_factory=dict)
    jobs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tray: set[str] = field(default_factory=set)
    paid: set[str] = field(default_factory=set)
    ended: str = ""

    def answer(self, effect: effects.Effect, luck: random.Random) -> events.Event:
        """Do what ``effect`` asks, once per key, and answer; raises Refusal."""
        key = getattr(effect, "key", "")
        told = self.answers.get(key) or self._do(effect, luck)
        if key and not isinstance(effect, effects.ReleasePages):
            self.answers[key] = told
        return replace(told, turn=effect.turn)  # type: ignore[arg-type]

    def _do(self, effect: effects.Effect, luck: random.Random) -> events.Event:
        match effect:
            case effects.CheckRequest():
                return events.RequestChecked(turn=0, verdict=verdict())
            case effects.RenderPages():
                return events.PagesRendered(turn=0, p0_sha256="ab" * 32)
            case effects.SpoolPages(issue=issue):
                return self._print(issue.numbers, luck)
            case effects.WatchJob():
                aborted = Failure(code=FailureCode.PRINT_ABORTED)
                return events.PrintEnded(turn=0, failure=luck.choice((None, aborted)))
            case _:
                return self._record(effect)

    def _record(self, effect: effects.Effect) -> events.Event:
        if self.ended:
            raise Refusal
        match effect:
            case effects.AllotNumbers():
                return self._allot()
            case effects.ReleasePages(issue=issue):
                return self._release(issue.numbers)
            case effects.RecordSheets(outcomes=outcomes):
                self._move(outcomes)
            case effects.RecordPayment(issue_id=issue_id):
                self.paid.add(issue_id)
                return events.Recorded(turn=0, receipt_number="R-1")
            case effects.RecordHandOver(issue_id=issue_id):
                self._hand_over(issue_id)
            case effects.RecordOutcome(outcome=outcome):
                self._end(outcome)
        return events.Recorded(turn=0)

    def _release(self, numbers: tuple[str, ...]) -> events.Event:
        if any(self.sheets[number] is not SheetState.RESERVED for number in numbers):
            raise Refusal
        return events.PagesReleased(turn=0)

    def _move(self, outcomes: tuple[SheetOutcome, ...]) -> None:
        after = dict(self.sheets)
        for outcome in outcomes:
            if not may_become(after[outcome.number], outcome.state):
                raise Refusal
            after[outcome.number] = outcome.state
        self.sheets = after

    def _allot(self) -> events.Event:
        serial = len(self.issues) + 1
        stamps = stamps_of(MODEL, 2, 10 * serial)
        self.issues[f"issue-{serial}"] = tuple(stamp.number for stamp in stamps)
        assert not self.sheets.keys() & set(self.issues[f"issue-{serial}"])
        self.sheets |= {stamp.number: SheetState.RESERVED for stamp in stamps}
        return events.NumbersAllotted(
            turn=0, issue_id=f"issue-{serial}", job=f"{serial:08x}", model=MODEL, stamps=stamps, fee=300
        )

    def _print(self, numbers: tuple[str, ...], luck: random.Random) -> events.Event:
        job = str(len(self.jobs) + 1)
        self.jobs[job] = numbers
        self.tray |= set(luck.sample(numbers, luck.choice((0, 1, len(numbers), len(numbers)))))
        return events.PagesSpooled(turn=0, job_id=job)

    def _hand_over(self, issue_id: str) -> None:
        mine = self.issues[issue_id]
        if issue_id not in self.paid or any(self.sheets[n] is not SheetState.COLLATED for n in mine):
            raise Refusal
        self.sheets |= dict.fromkeys(mine, SheetState.HANDED_OVER)
        self.ended = "handed_over"

    def _end(self, outcome: str) -> None:
        loose = {now for now in self.sheets.values() if now not in ENDS}
        if loose - {SheetState.RESERVED} or (outcome == "withdrawn" and self.paid):
            raise Refusal
        self.sheets = {n: now if now in ENDS else SheetState.VOID for n, now in self.sheets.items()}
        self.ended = outcome


class OneCase(RuleBasedStateMachine):
    """A case from its check on: answers come, are lost or never come; the program dies and comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.state: states.IssuanceState = states.Checked(ref=REF, turn=1, order=TWO, verdict=verdict())
        self.asked: list[effects.Effect] = []
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
            if not isinstance(effect, forget | effects.CancelJob):
                self.asked = [effect]
        return True

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
        except Refusal:
            self.refused = True
            self.fail(NO, Certainty.NOT_DONE)
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
        steps=st.sampled_from((0, 1, 2, 3, 4, 4, 4, 5, 5, 6, 7, 8, 9, 10)),
    )
    def all_begins_well(self, luck: random.Random, steps: int) -> None:
        self.all_goes_well_for_a_while(luck, steps)

    @rule(luck=st.randoms(use_true_random=False), steps=st.integers(1, 12))
    def all_goes_well_for_a_while(self, luck: random.Random, steps: int) -> None:
        for _ in range(steps):
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
            clerk.PaymentTaken(payment=replace(PAYMENT, amount=300, received=300)),
            clerk.HandedOver(),
        ):
            if self.take(event):
                return

    @rule(leave=st.sampled_from([clerk.Withdrew(), clerk.WentBack(), clerk.Acknowledged()]))
    def the_clerk_leaves(self, leave: events.Event) -> None:
        self.take(leave)

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

"""A gateway, an approver, a printer and a tray of their own, that keep what really happened."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

from counter_app.domain.approvals import ApprovalState, ApprovalStatus, ApprovalTicket
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import effects, events
from counter_app.domain.issuance.values import Issue
from counter_app.domain.render_model import compose
from counter_app.domain.requests import Outcome
from counter_app.domain.sheets import SheetOutcome, SheetState, may_become
from tests.unit.domain.case_samples import ORDER, TICKET, statement, verdict
from tests.unit.domain.case_samples import stamps as stamps_of
from tests.unit.domain.people import FAMILY, PACK, TODAY

ENDS = {SheetState.HANDED_OVER, SheetState.SPOILED, SheetState.VOID}
TWO = replace(ORDER, selection=replace(ORDER.selection, copies=2))
MODEL = compose(FAMILY, TWO.selection, PACK, TODAY)


class Refusal(Exception):
    """The gateway says no, and nothing has happened there."""

    def __init__(self, code: FailureCode = FailureCode.GATEWAY_REFUSED) -> None:
        super().__init__(code.value)
        self.failure = Failure(code=code)


@dataclass
class Laid:
    """A page that lies before an approver. ``forged``: the statement that is told is not of this page."""

    issue: Issue
    ticket: ApprovalTicket
    state: ApprovalState = ApprovalState.WAITING
    forged: bool = False

    def status(self) -> ApprovalStatus:
        """What the gateway tells of it."""
        claims = statement(self.issue, self.ticket)
        if self.forged:
            claims = replace(claims, p0_sha256="cd" * 32)
        approved = self.state is ApprovalState.APPROVED
        return ApprovalStatus(
            approval_id=self.ticket.approval_id, state=self.state, claims=claims if approved else None
        )


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
    outcome: Outcome = Outcome.OK
    laid: list[Laid] = field(default_factory=list)

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
                return events.RequestChecked(turn=0, verdict=verdict(self.outcome))
            case effects.RenderPages():
                return events.PagesRendered(turn=0, p0_sha256="ab" * 32)
            case effects.SpoolPages(issue=issue):
                assert self.approved(issue), "printed without an approval of this very page"
                return self._print(issue.numbers, luck)
            case effects.ReadApproval(approval_id=approval_id):
                return events.ApprovalTold(turn=0, status=self._laid(approval_id).status())
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
                return self._release(issue)
            case effects.AskApproval(issue=issue):
                return self._lay(issue)
            case effects.RecallApproval(approval_id=approval_id):
                self._recall(approval_id)
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

    def approved(self, issue: Issue) -> bool:
        """Whether nothing is to be approved, or exactly this page has been."""
        return self.outcome is Outcome.OK or any(
            one.state is ApprovalState.APPROVED
            and (one.issue.issue_id, one.issue.p0_sha256) == (issue.issue_id, issue.p0_sha256)
            for one in self.laid
        )

    def _returned(self, issue: Issue) -> bool:
        mine = [one.state for one in self.laid if one.issue.issue_id == issue.issue_id]
        return ApprovalState.RETURNED in mine

    def _release(self, issue: Issue) -> events.Event:
        if any(self.sheets[number] is not SheetState.RESERVED for number in issue.numbers):
            raise Refusal
        if self._returned(issue) or not self.approved(issue):
            raise Refusal(FailureCode.APPROVAL_MISSING)
        return events.PagesReleased(turn=0)

    def _laid(self, approval_id: str) -> Laid:
        """An approval as it is now: it lapses with its sheets."""
        one = next(one for one in self.laid if one.ticket.approval_id == approval_id)
        ended = any(self.sheets[number] is not SheetState.RESERVED for number in one.issue.numbers)
        if one.state is ApprovalState.WAITING and ended:
            one.state = ApprovalState.LAPSED
        return one

    def _lay(self, issue: Issue) -> events.Event:
        if any(self.sheets[number] is not SheetState.RESERVED for number in issue.numbers):
            raise Refusal
        if self._returned(issue):
            raise Refusal
        for earlier in self.laid:
            if earlier.issue.issue_id == issue.issue_id and earlier.state is ApprovalState.WAITING:
                earlier.state = ApprovalState.LAPSED
        serial = len(self.laid) + 1
        ticket = replace(TICKET, approval_id=f"approval-{serial}", nonce=f"{serial:032x}")
        self.laid.append(Laid(issue, ticket))
        return events.ApprovalAsked(turn=0, ticket=ticket)

    def _recall(self, approval_id: str) -> None:
        one = self._laid(approval_id)
        if one.state is not ApprovalState.WAITING:
            raise Refusal
        one.state = ApprovalState.RECALLED

    def decide(self, state: ApprovalState, *, forged: bool = False) -> None:
        """Let the approver decide what waits, or the time of it be over."""
        for one in self.laid:
            if self._laid(one.ticket.approval_id).state is ApprovalState.WAITING:
                one.state, one.forged = state, forged

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

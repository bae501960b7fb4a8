"""A random case, and a gateway's and printer's side of it that keeps count of every sheet."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from counter_app.domain.approvals import ApprovalState, ApprovalStatus
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.steps import NotAllowed, Step
from counter_app.domain.issuance.transitions import advance, is_stale, open_case
from counter_app.domain.issuance.values import Issue
from counter_app.domain.requests import Outcome
from counter_app.domain.sheets import SheetState, may_become
from tests.unit.domain.case_samples import statement
from tests.unit.domain.case_told import (
    told_by_clerk,
    told_from_outside,
)

SAYS_NO = frozenset({FailureCode.RECORD_CHANGED, FailureCode.ISSUE_HELD})
REFUSES = SAYS_NO | {FailureCode.GATEWAY_REFUSED}
UNREADABLE = frozenset({FailureCode.GATEWAY_ANSWER_MALFORMED, FailureCode.GATEWAY_RECEIPT_INVALID})


@dataclass(slots=True)
class Ledger:
    """What really happened outside: sheets by number, allotments in doubt, spoolings, keys used."""

    sheets: dict[str, SheetState] = field(default_factory=dict)
    in_doubt: set[str] = field(default_factory=set)
    allotted: dict[str, str] = field(default_factory=dict)
    spooled: set[str] = field(default_factory=set)
    asked: effects.Effect | None = None
    refused: bool = False
    told_of: tuple[effects.Effect | None, ApprovalStatus] | None = None

    def hear(self, event: events.Event) -> None:
        """What ``event`` means outside, as the answer to what was asked last."""
        if isinstance(event, events.EffectFailed):
            self._failed(event)
        match event, self.asked:
            case events.NumbersAllotted(), effects.AllotNumbers(key=key):
                self._allotted(key, event)
            case events.Recorded(), effects.RecordSheets(outcomes=outcomes):
                for outcome in outcomes:
                    self._become(outcome.number, outcome.state)
            case events.Recorded(), effects.RecordOutcome():
                self._ended()
            case events.ApprovalTold(status=status), effects.ReadApproval():
                self.told_of = (self.asked, status)
            case events.Recorded(), effects.RecordHandOver():
                for number, now in self.sheets.items():
                    if now is SheetState.COLLATED:
                        self.sheets[number] = SheetState.HANDED_OVER

    def _failed(self, event: events.EffectFailed) -> None:
        not_done = event.certainty is Certainty.NOT_DONE
        match self.asked:
            case effects.AllotNumbers(key=key):
                self._not_allotted(key, event)
            case effects.SpoolPages(issue=issue) if not_done:
                self.spooled.discard(issue.issue_id)
            case effects.RecordOutcome() | effects.RecordSheets():
                self.refused = event.failure.code in REFUSES and not_done

    def _allotted(self, key: str, event: events.NumbersAllotted) -> None:
        assert key not in self.allotted, "a key of an issue that was allotted already"
        self.allotted[key] = event.issue_id
        self.in_doubt.discard(key)
        for stamp in event.stamps:
            self.sheets[stamp.number] = SheetState.RESERVED

    def _not_allotted(self, key: str, event: events.EffectFailed) -> None:
        if event.failure.code in SAYS_NO:
            self.in_doubt.discard(key)
        elif event.certainty is Certainty.UNKNOWN or event.failure.code in UNREADABLE:
            self.in_doubt.add(key)

    def _ended(self) -> None:
        """A case that ends voids what is reserved for it, also what the counter never heard of."""
        self.in_doubt.clear()
        for number, now in self.sheets.items():
            if now is SheetState.RESERVED:
                self.sheets[number] = SheetState.VOID

    def _become(self, number: str, then: SheetState) -> None:
        assert may_become(self.sheets[number], then), f"{self.sheets[number]} cannot become {then}"
        self.sheets[number] = then

    def told(self, step: Step) -> None:
        """What the program does next."""
        for effect in step.effects:
            if isinstance(effect, effects.ReleasePages):
                self._approved(effect.issue)
            if isinstance(effect, effects.SpoolPages):
                assert effect.issue.issue_id not in self.spooled, "sent to the printer twice"
                assert not self._void(effect.issue.numbers), "printed under void numbers"
                self.spooled.add(effect.issue.issue_id)
            if not isinstance(effect, effects.ForgetSecrets | effects.ForgetPages | effects.CancelJob):
                self.asked = effect

    def _approved(self, issue: Issue) -> None:
        """Where the rules want an approval, the last answer before a release was one of this very page."""
        if issue.verdict.outcome is Outcome.OK:
            return
        assert issue.approval is not None
        assert self.told_of is not None, "released without an approval"
        asked, status = self.told_of
        assert asked is self.asked, "released on an answer to another question"
        assert status.state is ApprovalState.APPROVED
        assert status.claims == statement(issue, issue.approval)

    def _void(self, numbers: tuple[str, ...]) -> bool:
        return any(self.sheets[number] is not SheetState.RESERVED for number in numbers)


@dataclass(slots=True)
class Run:
    """A case on its way: every step with the state before it, and the events that were taken."""

    ledger: Ledger = field(default_factory=Ledger)
    steps: list[tuple[states.IssuanceState, events.Event, Step]] = field(default_factory=list)

    @property
    def state(self) -> states.IssuanceState:
        return self.steps[-1][2].state if self.steps else open_case("case", "visit").state


def _choices(state: states.IssuanceState) -> list[tuple[events.Event, Step]]:
    allowed = []
    for event in (*told_by_clerk(state), *told_from_outside(state, state.turn)):
        try:
            allowed.append((event, advance(state, event)))
        except NotAllowed:
            continue
    return allowed


MAIN_JOB = (
    *("CaseNumbered", "PurposeChosen", "CardInserted", "CardLooked", "CredentialEntered", "CardWasRead"),
    *("ResidentsFound", "HouseholdWasRead", "SpokenToggled", "SpokenToggled", "IdentityConfirmed"),
    *(
        "PersonsConfirmed",
        "ItemsConfirmed",
        "FormPrintAsked",
        "FormPrinted",
        "SignatureToggled",
        "CheckAsked",
    ),
    *("RequestChecked", "IssueAsked", "NumbersAllotted", "PagesRendered", "PagesReleased", "PagesSpooled"),
    *("PrintEnded", "SheetScanned", "Recorded", "PaymentTaken", "Recorded", "HandedOver", "Recorded"),
)


_OK = MAIN_JOB.index("PagesReleased")
APPROVED_JOB = (*MAIN_JOB[:_OK], "ApprovalAsked", "ApprovalTold", *MAIN_JOB[_OK:])
"""The main job where the rules want a second person."""


def begin() -> Run:
    """A case that has just been opened."""
    run = Run()
    run.ledger.told(open_case("case", "visit"))
    return run


def take(run: Run, event: events.Event, step: Step) -> None:
    """Take ``event`` on both sides."""
    assert not is_stale(run.state, event)
    run.ledger.hear(event)
    run.ledger.told(step)
    run.steps.append((run.state, event, step))


def follow(run: Run, name: str, wanted: Outcome = Outcome.OK) -> None:
    """Take the next event of this kind that leads on: of two alike the one that was not just taken.

    ``wanted``: what the rules are to answer.
    """
    choices = [
        (event, step)
        for event, step in _choices(run.state)
        if type(event).__name__ == name
        and (not isinstance(event, events.RequestChecked) or event.verdict.outcome is wanted)
        and (not isinstance(event, events.ApprovalTold) or isinstance(step.state, states.Releasing))
    ]
    taken = [event for _, event, _ in run.steps]
    found = name == "ResidentsFound"
    event, step = next(c for c in (choices[1:] if found else choices) if found or c[0] not in taken)
    take(run, event, step)


@st.composite
def runs(draw: st.DrawFn, longest: int = 20) -> Run:
    """A case that follows the main job for a while, and then goes anywhere that is allowed."""
    run = begin()
    job, wanted = draw(st.sampled_from(((MAIN_JOB, Outcome.OK), (APPROVED_JOB, Outcome.APPROVAL))))
    for name in job[: draw(st.integers(0, len(job)))]:
        follow(run, name, wanted)
    for _ in range(draw(st.integers(0, longest))):
        choices = _choices(run.state)
        if not choices:
            break
        take(run, *draw(st.sampled_from(choices)))
    return run

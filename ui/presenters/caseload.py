"""The open cases as this screen follows them: last state, typed so far, since when, and today's counts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import PaperEvidence
from counter_app.domain.issuance import states
from counter_app.domain.issuance.values import Identity, Intake
from counter_app.domain.sheets import SheetState
from ui.presenters.deferring import at_the_line
from ui.presenters.frame import identity_of
from ui.presenters.page import Draft, leaving_actions
from ui.presenters.papers import papers_again
from ui.view_models import Action, Counts


@dataclass(slots=True)
class Followed:
    """One case. ``since``: monotonic seconds at which its word in the list began to hold.

    ``backed``: the clerk stepped back, so a card lying there is not read by itself.
    ``entered``: a credential is on its way, and none is taken until something has come of it.
    ``renewed``: the clerk has signed in since its trouble, so asking again is enough.
    ``news``: what an approver decided while the case was not on the screen; empty once it was.
    ``identity``: who stands here, once established; a held case knows it no more, the visitor is still there.
    """

    state: states.IssuanceState
    draft: Draft = field(default_factory=Draft)
    word: str = ""
    since: float = 0.0
    backed: bool = False
    entered: bool = False
    renewed: bool = False
    news: str = ""
    identity: Identity | None = None

    def described(self, word: str, now: float) -> int:
        """Whole seconds for which the case has been ``word``."""
        if word != self.word:
            self.word, self.since = word, now
        return max(0, int(now - self.since))


def expired(state: states.IssuanceState) -> bool:
    """Tell whether the case waits for the clerk to sign in again."""
    return isinstance(state, states.Troubled) and state.failure.code is FailureCode.SIGN_IN_EXPIRED


class Caseload:
    """What is dropped with its case; nothing in here outlives one."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.followed: dict[str, Followed] = {}

    def seen(self, case_id: str, state: states.IssuanceState) -> states.IssuanceState | None:
        """The case has reached ``state``; returns the one before. A new page begins with an empty draft."""
        known = self.followed.get(case_id)
        if known is None:
            self.followed[case_id] = Followed(state, draft=_said(_place(state)) or Draft())
            return None
        before, known.state, known.entered = known.state, state, False
        known.identity = identity_of(state) or identity_of(before) or known.identity
        if isinstance(before, states.WaitingState):
            known.renewed = False
        if type(before) is not type(state):
            known.draft = _asking_why(state, known.draft, _kept(before, state, known.draft))
            self._count(before, state)
        return before

    def renew(self) -> None:
        """The clerk has signed in anew."""
        for followed in self.followed.values():
            followed.renewed = True

    def gone(self, case_id: str) -> states.IssuanceState | None:
        """The case is closed: forget it; returns its last state."""
        known = self.followed.pop(case_id, None)
        if known is None:
            return None
        self._count(known.state, None)
        return known.state

    def counted(self, now: datetime) -> Counts:
        """What happened today while this program looked; a new day, or a new start, begins with nothing.

        The journal forgets a case once it is closed, so an earlier part of the day is not known here: the
        time since which it is counted is part of the figure.
        """
        day = now.date().isoformat()
        if self.counts.day != day:
            self.counts = Counts(day=day, since=f"{now:%H:%M}")
        return self.counts

    def _count(self, before: states.IssuanceState, after: states.IssuanceState | None) -> None:
        if isinstance(after, states.Troubled):
            return
        match before:
            case states.RecordingHandOver(issue=issue):
                handed_over = self.counts.handed_over + len(issue.numbers)
                self.counts = replace(self.counts, handed_over=handed_over)
            case states.RecordingSpoil(outcomes=outcomes):
                spoiled = sum(outcome.state is SheetState.SPOILED for outcome in outcomes)
                self.counts = replace(self.counts, spoiled=self.counts.spoiled + spoiled)
            case states.RecordingOutcome(outcome="held"):
                self.counts = replace(self.counts, refused=self.counts.refused + 1)


def _asking_why(after: states.IssuanceState, asked: Draft, draft: Draft) -> Draft:
    """The question why a request is withdrawn stays while the program goes on beneath it."""
    if not asked.withdrawing or Action.WITHDRAW not in leaving_actions(after):
        return draft
    return replace(draft, withdrawing=True, withdrawal=asked.withdrawal)


def _kept(before: states.IssuanceState, after: states.IssuanceState, draft: Draft) -> Draft:
    """What is typed while the reception number comes is kept; what was said there, or papers, come back.

    Every other page begins empty. A case put aside at the reception keeps its page: whoever comes back to it
    must not find an agent turned into the person himself.
    """
    if all(isinstance(_place(state), states.AtReception) for state in (before, after)):
        return draft
    if (said := _said(after)) is not None:
        return said
    if at_the_line(before) and at_the_line(after):
        return draft
    opened = isinstance(before, states.Opening | states.Troubled) and isinstance(after, states.AtReception)
    return draft if opened else Draft()


def _said(state: states.IssuanceState) -> Draft | None:
    """The page of ``state`` as it was left for the next step, where the case remembers that."""
    match state:
        case states.AtReception(intake=Intake() as said):
            return Draft(
                purpose=said.purpose,
                destination=said.destination,
                requester=said.requester,
                ticket=said.ticket,
            )
        case states.EnteringPapers(said=PaperEvidence() as entered):
            return papers_again(entered)
        case _:
            return None


def _place(state: states.IssuanceState) -> states.IssuanceState:
    return state.inside if isinstance(state, states.Parked) else state

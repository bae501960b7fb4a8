"""One page of a case: what stands in the middle, which buttons it has, and what was typed there so far.

The modules beside this one turn each state into a ``Page``; all of them are pure functions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from counter_app.application.case_memory import CaseMemory
from counter_app.application.registry_port import StaffSession
from counter_app.domain.failures import Failure
from counter_app.domain.issuance import clerk_events, events, states
from counter_app.domain.issuance.leaving import before
from counter_app.domain.issuance.steps import NotAllowed
from counter_app.domain.issuance.transitions import advance
from counter_app.domain.issuance.values import Issue
from counter_app.domain.requests import RequesterKind
from counter_app.domain.sheets import SpoilReason
from ui.presenters.devices import Devices
from ui.presenters.line import NO_TAKING, Line
from ui.presenters.taking_draft import NOTHING_HEARD, TakingDraft
from ui.view_models import (
    Action,
    ActionButton,
    AgentEntry,
    Body,
    BottomBar,
    PageImage,
    PaperEntry,
    Primary,
    PrimaryButton,
    SheetRow,
    Step,
    Trouble,
)

NO_AGENT = AgentEntry("", "", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was ticked or typed on this page and is nobody's business until Enter. New with every page.

    ``requester`` None: the person himself or the household. ``answers``: sheet number → did it come out.
    ``agent``, ``original_seen``: who came with a 委任状, and whether it is the original.
    ``entries``: the papers as typed when Enter was pressed last; ``faults``: what stops which of them.
    ``attempt`` rises when fields must be emptied. Secrets are never in here.
    """

    purpose: str = ""
    requester: RequesterKind | None = None
    destination: str = ""
    ticket: str = ""
    name_kana: str = ""
    birth_date: str = ""
    papers: frozenset[str] = frozenset()
    agent: AgentEntry = NO_AGENT
    original_seen: bool = False
    entries: tuple[PaperEntry, ...] = ()
    faults: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    resident_id: str = ""
    method: str = "cash"
    received: int | None = None
    ticks: frozenset[str] = frozenset()
    spoiling: bool = False
    spoil_reason: str = ""
    withdrawing: bool = False
    withdrawal: str = ""
    answers: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    failure: Failure | None = None
    attempt: int = 0
    taking: TakingDraft = NOTHING_HEARD


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """The sheets as they would print, while F9 is held; ``failure`` is what would stop them."""

    held: bool = False
    sheets: tuple[PageImage, ...] = ()
    failure: Failure | None = None


NOT_AHEAD = Ahead()


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a page needs besides its state. ``now`` is the gateway's time, None where nothing waits by it."""

    staff: StaffSession
    memory: CaseMemory
    devices: Devices
    draft: Draft = Draft()
    ahead: Ahead = NOT_AHEAD
    line: Line = NO_TAKING
    now: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The parts of a screen that one state decides. ``extra`` stands between Esc and the leaving buttons.

    ``aside``: only Esc leads away from it, back to the page it lies over.
    """

    step: Step
    body: Body
    primary: PrimaryButton | None = None
    extra: tuple[Action, ...] = ()
    trouble: Trouble | None = None
    aside: bool = False


def working(label: Primary) -> PrimaryButton:
    """The blue button while the program is at work."""
    return PrimaryButton(label=label, enabled=False, working=True)


def trouble_of(failure: Failure | None) -> Trouble | None:
    """A failure as the page shows it."""
    if failure is None:
        return None
    return Trouble(code=failure.code.value, facts=tuple(sorted(failure.facts.items())))


def may(state: states.IssuanceState, event: events.Event) -> bool:
    """Tell whether ``event`` means anything now: the domain's own answer, never a second table."""
    try:
        advance(state, event)
    except NotAllowed:
        return False
    return True


_IN_HAND = states.RecordingCollation | states.RecordingPayment | states.HandingOver | states.RecordingHandOver


def may_spoil(state: states.IssuanceState) -> bool:
    """Tell whether the sheets of this page can be declared 書損: they are out, or may be."""
    at = state.waiting if isinstance(state, states.Troubled) else state
    out = isinstance(at, states.PrintUncertain | states.Collating | states.Paying | _IN_HAND)
    return out and may(state, clerk_events.SheetsSpoiled(reason=SpoilReason.MISPRINT, reissue=False))


def may_reissue(state: states.IssuanceState) -> bool:
    """Tell whether new sheets may follow spoiled ones in the same case: not once the fee was taken."""
    return may(state, clerk_events.SheetsSpoiled(reason=SpoilReason.MISPRINT, reissue=True))


def leaving_actions(state: states.IssuanceState) -> tuple[Action, ...]:
    """Park and withdraw where the domain lets them be. A file on its way to the printer is waited for.

    What lies before an approver is taken back first: one key, and the page then says what can be done.
    """
    offered: list[Action] = []
    if may(state, clerk_events.PutAside(reason="")):
        offered.append(Action.PARK)
    waited_for = isinstance(state, states.Spooling | states.AwaitingApproval)
    if not waited_for and may(state, clerk_events.Withdrew()):
        offered.append(Action.WITHDRAW)
    return tuple(offered)


def bottom_of(state: states.IssuanceState, page: Page) -> BottomBar:
    """The bottom bar: back, what the page offers, then the ways out."""
    if page.aside:
        return BottomBar(buttons=(ActionButton(action=Action.BACK),), primary=page.primary)
    back = (Action.BACK,) if before(state) is not None or Action.BACK in page.extra else ()
    own = tuple(action for action in page.extra if action is not Action.BACK)
    actions = (*back, *own, *leaving_actions(state))
    return BottomBar(buttons=tuple(ActionButton(action=action) for action in actions), primary=page.primary)


def pages_of(memory: CaseMemory) -> tuple[PageImage, ...]:
    """The previews as the view draws them."""
    return tuple(PageImage(width=p.width, height=p.height, rgba=p.rgba) for p in memory.previews)


def sheets_of(issue: Issue, state: str) -> tuple[SheetRow, ...]:
    """A row per sheet, in the order of the file."""
    total = len(issue.numbers)
    return tuple(
        SheetRow(number=number, index=index, total=total, state=state)
        for index, number in enumerate(issue.numbers, start=1)
    )

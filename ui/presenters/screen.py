"""From the open cases to one whole screen. Pure but for the waiting times the caseload keeps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from counter_app.application.case_memory import CaseMemory
from counter_app.application.clock_port import Clock
from counter_app.application.registry_port import StaffSession
from counter_app.domain.failures import Failure
from counter_app.domain.issuance import states
from ui.presenters import frame
from ui.presenters.approval import needs_approval
from ui.presenters.caseload import Caseload
from ui.presenters.deferring import with_slip
from ui.presenters.devices import Devices, chips
from ui.presenters.line import NO_TAKING, Line, banner_of, mode_of
from ui.presenters.page import NOT_AHEAD, Ahead, Around, Draft, Page, bottom_of, trouble_of
from ui.presenters.paging import page_of
from ui.presenters.practice import hint_at, strip_at
from ui.presenters.whose import all_aside
from ui.view_models import (
    Action,
    ActionButton,
    BottomBar,
    CaseRow,
    ClosedBody,
    ExerciseStrip,
    Primary,
    PrimaryButton,
    ScreenModel,
)


class ScreenView(Protocol):
    """The window, as a presenter knows it."""

    def render(self, screen: ScreenModel) -> None:
        """Show ``screen``; on the thread that owns the screen."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What the screen is to show: which case, or what to say when there is none.

    ``practice``: the training's strip, open or not; ``exercise``: while it is open.
    ``unwritten``: why the journal did not take what happened last; ``to_write``: it waits there to be taken.
    """

    staff: StaffSession
    devices: Devices
    selected: str = ""
    memory: CaseMemory | None = None
    closed: ClosedBody
    exercise: ExerciseStrip | None = None
    practice: ExerciseStrip | None = None
    ahead: Ahead = NOT_AHEAD
    unwritten: Failure | None = None
    to_write: bool = False
    line: Line = NO_TAKING


def screen_of(showing: Showing, load: Caseload, clock: Clock) -> ScreenModel:
    """The screen. Without a case on it, it holds numbers and nothing of anybody."""
    followed = load.followed.get(showing.selected)
    memory = showing.memory
    state = None if followed is None else followed.state
    device_chips = chips(
        showing.devices,
        reading=isinstance(state, states.LookingAtCard | states.ReadingCard),
        was_read=isinstance(state, states.Comparing) and bool(memory and memory.card),
        unsent=sum(frame.is_unsent(other.state) for other in load.followed.values()),
    )
    empty = ScreenModel(
        top=frame.top_bar(showing.staff, clock, device_chips, mode_of(showing.line)),
        banner=banner_of(showing.line),
        bottom=_idle_bottom(showing, load),
        body=showing.closed,
        cases=_rows(showing, load, clock),
        counts=load.counted(clock.now()),
        exercise=showing.exercise,
    )
    if followed is None or memory is None or isinstance(followed.state, states.Parked):
        return empty
    around = _around(showing, memory, followed.draft, clock)
    page = page_of(followed.state, around)
    if showing.unwritten is not None:
        page = _not_written(page, showing.unwritten, waiting=showing.to_write)
    hint, fact = hint_at(showing.practice, followed.state, page.body)
    return replace(
        empty,
        bottom=_case_bottom(showing, followed.state, page),
        body=page.body,
        case_id=showing.selected,
        step=page.step,
        with_approval=needs_approval(followed.state),
        summary=with_slip(frame.summary(followed.state, around), followed.state, around),
        trouble=page.trouble,
        exercise=strip_at(showing.exercise, followed.state, page.body),
        exercise_hint=hint,
        exercise_fact=fact,
        attempt=_attempt(followed.state, followed.draft),
    )


def _around(showing: Showing, memory: CaseMemory, draft: Draft, clock: Clock) -> Around:
    return Around(
        staff=showing.staff,
        memory=memory,
        devices=showing.devices,
        draft=draft,
        ahead=showing.ahead,
        now=clock.now(),
        line=showing.line,
    )


def _not_written(page: Page, failure: Failure, *, waiting: bool) -> Page:
    """What happened could not be kept: the page stays. What the outside told waits, and Enter writes it.

    What the clerk did is simply done again, by the same key.
    """
    primary = PrimaryButton(label=Primary.RETRY) if waiting else page.primary
    return replace(page, trouble=trouble_of(failure), primary=primary)


def _attempt(state: states.IssuanceState, draft: Draft) -> int:
    """Fields are emptied by purpose only; a credential's, with every question put to the card."""
    return draft.attempt + (state.turn if isinstance(state, states.EnteringCredential) else 0)


def _rows(showing: Showing, load: Caseload, clock: Clock) -> tuple[CaseRow, ...]:
    """The cases in the order in which they were opened."""
    rows = []
    for case_id, followed in load.followed.items():
        word = frame.row_state(followed.state)
        rows.append(
            frame.case_row(
                case_id,
                followed.state,
                word,
                waiting=followed.described(word, clock.monotonic()),
                selected=case_id == showing.selected,
                news=followed.news,
            )
        )
    return tuple(rows)


def _everywhere(showing: Showing, state: states.IssuanceState | None = None) -> tuple[ActionButton, ...]:
    """A new case may begin on every screen but the one that is just beginning one."""
    exercise = (ActionButton(action=Action.EXERCISE),) if showing.practice is not None else ()
    opening = isinstance(state, states.Opening)
    return (ActionButton(action=Action.NEW_CASE, enabled=not opening), *exercise)


def _idle_bottom(showing: Showing, load: Caseload) -> BottomBar:
    """Signing out waits until every open case is parked: nobody else takes over somebody's paper."""
    aside = all_aside(load)
    return BottomBar(
        buttons=(ActionButton(action=Action.SIGN_OUT, enabled=aside), *_everywhere(showing)),
        primary=PrimaryButton(label=Primary.NEW_CASE),
    )


def may_ask_for_more(state: states.IssuanceState) -> bool:
    """A further request of the same visit: the visitor is identified, and the program is not at work.

    After every hold, so that what the page offers tells nobody why it came to one.
    """
    if isinstance(state, states.Held):
        return True
    asking = isinstance(state, states.AskingState) and not isinstance(state, states.AtReception)
    return asking and frame.identity_of(state) is not None


def _case_bottom(showing: Showing, state: states.IssuanceState, page: Page) -> BottomBar:
    bottom, open_to_more = bottom_of(state, page), not page.aside and may_ask_for_more(state)
    more = (ActionButton(action=Action.NEXT_REQUEST),) if open_to_more else ()
    return replace(bottom, buttons=(*bottom.buttons, *more, *_everywhere(showing, state)))

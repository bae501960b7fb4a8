"""From the queue and the open record to the approver's whole screen. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from counter_app.application.approval_port import WaitingApproval
from counter_app.application.approver_work import Examined
from counter_app.application.clock_port import Clock
from counter_app.application.registry_port import StaffSession
from counter_app.domain.approvals import ReturnReason
from counter_app.domain.failures import Failure, FailureCode
from ui.presenters.approver_comparing import any_differs
from ui.presenters.frame import top_bar
from ui.presenters.page import trouble_of, working
from ui.view_models import (
    Action,
    ActionButton,
    BottomBar,
    Chip,
    Device,
    Mode,
    PageImage,
    Primary,
    PrimaryButton,
    ScreenModel,
    Tone,
)
from ui.view_models.approver import ComparedLine, ExamineBody, QueueBody, QueueRow, ReturnBody

KEPT = "kept"
"""The outcome of a record that still waits: looked at, and put off."""
_SCOPES = {"J01": "whole_household", "J02": "part_of_household", "J03": "personal"}
_LINE_DOWN = frozenset({FailureCode.GATEWAY_UNREACHABLE, FailureCode.GATEWAY_SLOW})
_ALWAYS = (Action.TO_LIST, Action.PARK)


class Phase(StrEnum):
    """Where the approver is with the record that is open."""

    READING = "reading"
    LOOKING = "looking"
    ASKING = "asking"
    SIGNING = "signing"
    RETURNING = "returning"
    SENDING_BACK = "sending_back"


@dataclass(slots=True, kw_only=True)
class Opened:
    """The one record on the screen; it is dropped whole when it is left.

    ``seen``: the sheets that were seen to their end. ``failure``: what came of the last thing tried;
    ``refused``: the gateway took no approval of it; ``unsettled``: it is not known whether it took it.
    """

    approval_id: str
    number: str
    phase: Phase = Phase.READING
    examined: Examined | None = field(default=None, repr=False)
    lines: tuple[ComparedLine, ...] = field(default=(), repr=False)
    sheet: PageImage | None = field(default=None, repr=False)
    at: int = 0
    seen: frozenset[int] = frozenset()
    reason: ReturnReason | None = None
    failure: Failure | None = None
    refused: bool = False
    unsettled: bool = False
    large: bool = False

    @property
    def sheets(self) -> int:
        """How many sheets there are to be seen; 0 while or where they could not be drawn."""
        pages = None if self.examined is None else self.examined.pages
        return 0 if pages is None else pages.page_count

    @property
    def stop(self) -> str:
        """Why it cannot be approved here whatever the approver thinks of it; empty: it can."""
        if self.examined is not None and self.examined.failure is not None:
            return "page"
        return "lines" if any_differs(self.lines) else ""

    @property
    def approvable(self) -> bool:
        """Seen to the end, drawn alike, nothing 不一致, and no answer that was no."""
        whole = self.sheets > 0 and len(self.seen) == self.sheets
        return whole and bool(self.lines) and not self.stop and not self.refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """What waits, as the gateway said last. ``waiting`` None: it has not said yet. ``failure``: why not."""

    waiting: tuple[WaitingApproval, ...] | None = None
    selected: str = ""
    number: str = ""
    outcome: str = ""
    failure: Failure | None = None

    @property
    def cut_off(self) -> bool:
        """What waits now is not known: the line does not carry."""
        return self.failure is not None and self.failure.code in _LINE_DOWN

    def after(self, waiting: tuple[WaitingApproval, ...]) -> Queue:
        """What holds after the gateway's answer: the line chosen stays chosen, else the first is."""
        ids = [line.approval_id for line in waiting]
        selected = self.selected if self.selected in ids else next(iter(ids), "")
        return replace(self, waiting=waiting, selected=selected, failure=None)

    def left(self, opened: Opened, outcome: str) -> Queue:
        """What holds once ``opened`` is off the screen: with an outcome, the hands go on to the next line."""
        ids = [line.approval_id for line in self.waiting or ()]
        if not outcome or opened.approval_id not in ids:
            return replace(self, outcome=outcome, number=opened.number if outcome else "")
        place = ids.index(opened.approval_id)
        following = [*ids[place + 1 :], *ids[:place]]
        if outcome == KEPT:
            return replace(
                self, selected=next(iter(following), self.selected), outcome=outcome, number=opened.number
            )
        waiting = tuple(line for line in self.waiting or () if line.approval_id != opened.approval_id)
        return replace(
            self,
            waiting=waiting,
            selected=next(iter(following), ""),
            outcome=outcome,
            number=opened.number,
        )


def approver_screen(staff: StaffSession, clock: Clock, queue: Queue, opened: Opened | None) -> ScreenModel:
    """The screen. Without a record on it, it names nobody."""
    rows = _rows(queue, clock)
    mode = Mode.LINE_DOWN if queue.cut_off else Mode.NORMAL
    top = replace(top_bar(staff, clock, _chips(queue)), counter=0, approving=True, mode=mode)
    around = ScreenModel(top=top, bottom=_idle_bottom(queue), body=_list(queue), queue=rows)
    if opened is None:
        trouble = None if queue.failure is None else trouble_of(queue.failure)
        return replace(around, trouble=trouble)
    failure = opened.failure or (None if opened.examined is None else opened.examined.failure)
    return replace(
        around,
        bottom=_bottom(opened),
        body=_body(opened),
        case_id=opened.approval_id,
        trouble=None if failure is None else trouble_of(failure),
    )


def _rows(queue: Queue, clock: Clock) -> tuple[QueueRow, ...]:
    now = clock.now()
    return tuple(
        QueueRow(
            approval_id=line.approval_id,
            number=line.number,
            counter=int("".join(filter(str.isdecimal, line.counter)) or 0),
            scope=_SCOPES.get(line.certificate, line.certificate),
            trigger=line.trigger,
            waiting=max(0, int((now - datetime.fromisoformat(line.asked_at)).total_seconds())),
            selected=line.approval_id == queue.selected,
        )
        for line in queue.waiting or ()
    )


def _chips(queue: Queue) -> tuple[Chip, ...]:
    if queue.waiting is None:
        return ()
    tone = Tone.ATTENTION if queue.waiting else Tone.QUIET
    return (Chip(device=Device.APPROVALS, state="", tone=tone, count=len(queue.waiting)),)


def _list(queue: Queue) -> QueueBody:
    waiting = None if queue.waiting is None or queue.cut_off else len(queue.waiting)
    return QueueBody(waiting=waiting, number=queue.number, outcome=queue.outcome)


def _idle_bottom(queue: Queue) -> BottomBar:
    return BottomBar(
        buttons=(ActionButton(action=Action.SIGN_OUT),),
        primary=PrimaryButton(label=Primary.EXAMINE, enabled=bool(queue.selected)),
    )


def _body(opened: Opened) -> ExamineBody | ReturnBody:
    if opened.phase in (Phase.RETURNING, Phase.SENDING_BACK):
        return ReturnBody(
            number=opened.number,
            reasons=tuple(reason.value for reason in ReturnReason),
            chosen="" if opened.reason is None else opened.reason.value,
        )
    examined = opened.examined
    pages = None if examined is None else examined.pages
    return ExamineBody(
        number=opened.number,
        phase=opened.phase.value,
        page=opened.sheet,
        at=opened.at,
        sheets=opened.sheets,
        seen=opened.seen,
        digest="" if pages is None else f"{pages.sha256[:4]}…{pages.sha256[-4:]}",
        lines=opened.lines,
        stop=opened.stop,
        large=opened.large,
    )


def _bottom(opened: Opened) -> BottomBar:
    """Esc takes back what was only begun; it leads to the list where nothing was."""
    match opened.phase:
        case Phase.SENDING_BACK:
            return BottomBar(buttons=(), primary=working(Primary.GIVE_BACK))
        case Phase.SIGNING:
            return BottomBar(buttons=(), primary=working(Primary.SIGN))
        case Phase.RETURNING:
            label = Primary.RETRY if opened.failure else Primary.GIVE_BACK
            chosen = PrimaryButton(label=label, enabled=opened.reason is not None)
            return BottomBar(buttons=(ActionButton(action=Action.BACK),), primary=chosen)
        case Phase.ASKING:
            label = Primary.RETRY if opened.failure else Primary.SIGN
            return BottomBar(
                buttons=(ActionButton(action=Action.BACK),),
                primary=PrimaryButton(label=label, enabled=opened.approvable),
            )
        case Phase.READING | Phase.LOOKING:
            looking = opened.phase is Phase.LOOKING
            actions = (Action.TO_LIST, Action.GIVE_BACK, Action.PARK, Action.PREVIEW)
            return BottomBar(
                buttons=tuple(
                    ActionButton(action=action, enabled=looking or action in _ALWAYS) for action in actions
                ),
                primary=PrimaryButton(label=Primary.TO_SIGN, enabled=looking and opened.approvable),
            )

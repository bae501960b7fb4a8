"""What an approver's window is made of once somebody has signed in: queue, pages, the event stream."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from counter_app.application.approval_port import ApprovalQueue, Events
from counter_app.application.approver_work import ApproverDesk, ApproverWork
from counter_app.application.event_watch import EventWatch
from ui.presenters.approver import ApproverPresenter
from ui.presenters.outside import Outside

if TYPE_CHECKING:
    from counter_app.application.clock_port import Clock
    from counter_app.application.lanes_port import Lanes
    from counter_app.application.paper_ports import Pages
    from counter_app.application.registry_port import StaffSession
    from ui.presenters.screen import ScreenView
    from ui.runtime.turns import Seat


class Window(Protocol):
    """What of the window (``CounterWindow``) an approver's presenter draws on."""

    @property
    def screen(self) -> ScreenView:
        """What is rendered to."""
        ...

    @property
    def lanes(self) -> Lanes:
        """The lanes of this process."""
        ...

    def say(self, state: str, **keys: object) -> None:
        """Tell an exercise something."""
        ...


class SignIns(Outside, Protocol):
    """Whose turn it is (``Turns``)."""

    def opened(self, seat: Seat, begin: Callable[[StaffSession], None], staff: StaffSession) -> None:
        """All is built: ``staff`` goes on to it."""
        ...


class ApproverLine(Protocol):
    """The line to the gateway, as far as an approver needs it."""

    @property
    def events(self) -> Events:
        """What moves, as it moves."""
        ...

    def approval_queue(self, staff: StaffSession) -> ApprovalQueue:
        """The queue of ``staff``; one for each sign-in."""
        ...


def seat_approver(
    *,
    window: Window,
    turns: SignIns,
    clock: Clock,
    line: ApproverLine,
    pages: Pages,
    staff: StaffSession,
    bug: Callable[[BaseException], None],
) -> None:
    """Let ``staff``, and whoever signs in after him, go on to the queue."""
    presenter = ApproverPresenter(
        view=window.screen,
        clock=clock,
        outside=turns,
        tell=lambda state, keys: window.say(state, **keys),
    )
    presenter.watch = EventWatch(
        line.events, window.lanes, clock, moved=presenter.moved, line=presenter.line, bug=bug
    )

    def begin(staff: StaffSession) -> None:
        desk = ApproverDesk(queue=line.approval_queue(staff), pages=pages, staff=staff)
        presenter.begin(ApproverWork(desk, window.lanes))

    turns.opened(presenter, begin, staff)

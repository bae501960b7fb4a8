"""An approver's window put together: his queue at every sign-in, and the event stream of his own line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from counter_app.application.approval_port import Events
from counter_app.application.lanes_port import Lane
from counter_app.application.registry_port import StaffSession
from tests.fakes.clock import FakeClock
from tests.fakes.lanes import FakeLanes
from tests.fakes.pages import FakePages
from tests.fakes.planted_queue import PlantedQueue
from tests.unit.presenters.approver_under_test import APPROVER, record
from tests.unit.presenters.counter_under_test import Program, Window
from ui import view_models as vm
from ui.runtime.approver_window import seat_approver
from ui.runtime.turns import Seat


@dataclass
class Stream:
    """Implements ``Events``: tells what it was given, once, and ends."""

    moved: list[str] = field(default_factory=list)

    def follow(self, heard: Callable[[str], None], wanted: Callable[[], bool]) -> None:
        assert wanted()
        for approval_id in self.moved:
            heard(approval_id)
        self.moved = []


@dataclass
class Line:
    """Implements ``ApproverLine``; ``queues`` are those that were asked for, by staff id."""

    events: Events
    queues: dict[str, PlantedQueue] = field(default_factory=dict)

    def approval_queue(self, staff: StaffSession) -> PlantedQueue:
        self.queues[staff.staff_id] = PlantedQueue()
        self.queues[staff.staff_id].put(record())
        return self.queues[staff.staff_id]


@dataclass
class Place:
    """Implements ``Window``: a window without a window."""

    screen: Window = field(default_factory=Window)
    lanes: FakeLanes = field(default_factory=FakeLanes)
    said: list[str] = field(default_factory=list)

    def say(self, state: str, **keys: object) -> None:
        self.said.append(state)


@dataclass(slots=True)
class Entrance(Program):
    """Implements ``SignIns``: lets somebody in, and somebody else after him."""

    seat: Seat | None = None
    begin: Callable[[StaffSession], None] | None = None

    def opened(self, seat: Seat, begin: Callable[[StaffSession], None], staff: StaffSession) -> None:
        self.seat, self.begin = seat, begin
        begin(staff)


class Upstairs:
    """The window upstairs, and who sits there."""

    def __init__(self) -> None:
        self.stream, self.place, self.entrance = Stream(), Place(), Entrance()
        self.line, self.clock = Line(self.stream), FakeClock()
        seat_approver(
            window=self.place,
            turns=self.entrance,
            clock=self.clock,
            line=self.line,
            pages=FakePages(),
            staff=APPROVER,
            bug=self.entrance.bug,
        )
        self.place.lanes.run_all()

    @property
    def seat(self) -> Seat:
        assert self.entrance.seat is not None
        return self.entrance.seat

    @property
    def body(self) -> object:
        return self.place.screen.screens[-1].body


def test_the_queue_is_on_the_screen_as_soon_as_somebody_has_signed_in() -> None:
    upstairs = Upstairs()

    assert upstairs.body == vm.QueueBody(waiting=1)
    assert upstairs.place.said == ["ApproverQueue", "ApproverQueue"]


def test_whoever_signs_in_next_has_a_queue_of_his_own() -> None:
    upstairs = Upstairs()
    upstairs.seat.end()
    assert upstairs.entrance.begin is not None

    upstairs.entrance.begin(replace(APPROVER, staff_id="2004", staff_name="架空　次郎"))
    upstairs.place.lanes.run_all()

    assert set(upstairs.line.queues) == {APPROVER.staff_id, "2004"}
    assert upstairs.place.screen.screens[-1].top.clerk == "架空　次郎"


def test_what_the_stream_tells_has_the_queue_asked_for_on_the_network() -> None:
    upstairs = Upstairs()
    queue = upstairs.line.queues[APPROVER.staff_id]
    queue.recall("a030")
    upstairs.stream.moved = ["", "a030"]

    upstairs.seat.tick()
    lane = upstairs.place.lanes.step()
    upstairs.place.lanes.run_all()

    assert lane is Lane.EVENTS
    assert upstairs.body == vm.QueueBody(waiting=0)


def test_nobody_listens_while_nobody_is_signed_in() -> None:
    upstairs = Upstairs()
    upstairs.seat.end()

    upstairs.seat.tick()

    assert not upstairs.place.lanes.waiting

"""The watch over the line: what it tells of the stream, and when it says that the gateway is gone."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import timedelta

import pytest

from counter_app.application.event_watch import AGAIN_AFTER_S, EventWatch
from counter_app.application.lanes_port import Lane
from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode
from tests.fakes.clock import FakeClock
from tests.fakes.lanes import FakeLanes

Following = Callable[[Callable[[str], None], Callable[[], bool]], None]
GONE = FailureCode.GATEWAY_UNREACHABLE


class ScriptedEvents:
    """Implements ``Events``: each following goes as the next of ``plan`` says, for ever as its last."""

    def __init__(self, *plan: Following) -> None:
        self.plan = deque(plan)
        self.begun = 0

    def follow(self, heard: Callable[[str], None], wanted: Callable[[], bool]) -> None:
        self.begun += 1
        (self.plan.popleft() if len(self.plan) > 1 else self.plan[0])(heard, wanted)


def fails(error: BaseException) -> Following:
    """No gateway to be heard."""

    def following(_heard: Callable[[str], None], _wanted: Callable[[], bool]) -> None:
        raise error

    return following


def tells(*ids: str, then: BaseException | None = None) -> Following:
    """Connected, some events, and an end."""

    def following(heard: Callable[[str], None], _wanted: Callable[[], bool]) -> None:
        for approval_id in ("", *ids):
            heard(approval_id)
        if then is not None:
            raise then

    return following


class BusyScreen(FakeLanes):
    """Lanes whose owner thread gets to what is posted when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.posted: list[Callable[[], None]] = []

    def post(self, call: Callable[[], None]) -> None:
        self.posted.append(call)


class Watched:
    """A watch over ``events``, and all it told."""

    def __init__(self, *plan: Following, lanes: FakeLanes | None = None) -> None:
        self.events = ScriptedEvents(*plan)
        self.lanes, self.clock = lanes or FakeLanes(), FakeClock()
        self.moved: list[str] = []
        self.lines: list[bool] = []
        self.bugs: list[BaseException] = []
        self.on_moved: Callable[[], None] = lambda: None
        self.watch = EventWatch(
            self.events,
            self.lanes,
            self.clock,
            moved=self._moved,
            line=self.lines.append,
            bug=self.bugs.append,
        )

    def _moved(self, approval_id: str) -> None:
        self.moved.append(approval_id)
        self.on_moved()

    def second(self) -> None:
        """One beat of the counter, and whatever its lanes do meanwhile."""
        self.watch.tick()
        self.lanes.run_all()
        self.clock.advance(1)

    def attempts(self, count: int) -> None:
        """Let ``count`` followings begin and end."""
        until = self.events.begun + count
        while self.events.begun < until:
            self.second()


def test_it_follows_on_its_own_lane_and_never_on_the_screens_thread() -> None:
    rig = Watched(tells())

    rig.watch.tick()

    assert rig.events.begun == 0
    assert rig.lanes.step() is Lane.EVENTS


def test_one_following_at_a_time() -> None:
    rig = Watched(tells())

    for _ in range(5):
        rig.watch.tick()

    assert len(rig.lanes.waiting) == 1


def test_once_connected_the_line_is_up_and_everything_is_to_be_asked_again() -> None:
    rig = Watched(tells("a-1", "a-2"))

    rig.attempts(1)

    assert rig.lines == [True]
    assert rig.moved == ["", "a-1", "a-2"]
    assert rig.watch.up is True


def test_what_is_heard_is_told_on_the_owner_thread_only() -> None:
    screen = BusyScreen()
    rig = Watched(tells("a-1"), lanes=screen)

    rig.attempts(1)
    assert rig.moved == []
    for call in screen.posted:
        call()

    assert rig.moved == ["", "a-1"]


def test_a_stream_that_ended_is_followed_again_after_two_seconds_and_not_before() -> None:
    rig = Watched(tells(then=Unavailable(GONE)))
    rig.attempts(1)

    rig.clock.advance(AGAIN_AFTER_S - 1.1)
    rig.watch.tick()
    assert not rig.lanes.waiting
    rig.clock.advance(0.1)
    rig.watch.tick()

    assert len(rig.lanes.waiting) == 1


def test_a_hiccup_is_no_outage() -> None:
    rig = Watched(tells(then=Unavailable(GONE)), fails(Unavailable(GONE)), tells())

    rig.attempts(3)

    assert rig.lines == [True]
    assert rig.moved == ["", ""]
    assert rig.watch.down_since is None


def test_a_line_that_comes_and_goes_is_no_outage_as_long_as_it_comes() -> None:
    rig = Watched(tells(then=Unavailable(GONE)))

    rig.attempts(9)

    assert rig.lines == [True]


def test_three_attempts_in_a_row_make_an_outage_told_once_and_dated_from_the_first() -> None:
    rig = Watched(fails(Unavailable(GONE)))
    began = rig.clock.now()

    rig.attempts(2)
    assert (rig.lines, rig.watch.down_since) == ([], None)
    rig.attempts(3)

    assert rig.lines == [False]
    assert rig.watch.up is False
    assert rig.watch.down_since == began


def test_the_cut_of_a_stream_is_the_first_of_the_three() -> None:
    rig = Watched(tells(then=Unavailable(GONE)), fails(Unavailable(FailureCode.GATEWAY_SLOW)))
    rig.clock.advance(600)
    cut = rig.clock.now()

    rig.attempts(3)

    assert rig.lines == [True, False]
    assert rig.watch.down_since == cut
    assert rig.clock.now() - cut < timedelta(seconds=10)


def test_the_line_is_up_again_with_the_next_stream_and_the_outage_is_over() -> None:
    down = [fails(Unavailable(GONE))] * 3
    rig = Watched(*down, tells(then=Unavailable(GONE)), *down[:1], tells())

    rig.attempts(6)

    assert rig.lines == [False, True]
    assert rig.watch.down_since is None


@pytest.mark.parametrize(
    "code",
    [
        FailureCode.GATEWAY_ANSWER_MALFORMED,
        FailureCode.GATEWAY_CERTIFICATE_WRONG,
        FailureCode.GATEWAY_REFUSED,
    ],
)
def test_a_refusal_says_nothing_of_the_line_and_is_tried_again(code: FailureCode) -> None:
    rig = Watched(fails(Refused(code)))

    rig.attempts(4)

    assert rig.lines == []
    assert not rig.watch.stopped


def test_an_expired_sign_in_is_not_asked_again_until_somebody_has_signed_in() -> None:
    rig = Watched(fails(Refused(FailureCode.SIGN_IN_EXPIRED)), tells("a-1"))
    rig.attempts(1)

    for _ in range(60):
        rig.second()
    assert rig.events.begun == 1
    assert rig.watch.stopped
    rig.watch.resume()
    rig.second()

    assert rig.moved == ["", "", "a-1"]


def test_who_waits_to_hear_of_something_is_had_to_ask_when_nothing_more_will_be_heard() -> None:
    rig = Watched(tells(then=Unavailable(GONE)), fails(Refused(FailureCode.SIGN_IN_EXPIRED)))

    rig.attempts(2)

    assert rig.moved == ["", ""]
    assert rig.watch.stopped


def test_who_stops_the_watch_as_he_is_told_stays_told() -> None:
    rig = Watched(fails(Refused(FailureCode.SIGN_IN_EXPIRED)))
    rig.on_moved = rig.watch.stop

    rig.attempts(1)
    rig.watch.resume()
    rig.attempts(1)

    assert rig.moved == ["", ""]


def test_whoever_is_told_to_sign_in_again_was_answered_so_the_outage_is_over() -> None:
    rig = Watched(*[fails(Unavailable(GONE))] * 3, fails(Refused(FailureCode.SIGN_IN_EXPIRED)))

    rig.attempts(4)

    assert rig.lines == [False, True]
    assert rig.watch.down_since is None


def test_after_a_stop_nothing_is_told_and_nothing_followed() -> None:
    wants: list[bool] = []

    def following(heard: Callable[[str], None], wanted: Callable[[], bool]) -> None:
        wants.append(wanted())
        rig.watch.stop()
        wants.append(wanted())
        heard("a-1")
        raise Unavailable(GONE)

    rig = Watched(following)
    rig.attempts(1)
    for _ in range(9):
        rig.second()

    assert wants == [True, False]
    assert (rig.moved, rig.lines, rig.events.begun) == ([], [], 1)


def test_what_the_last_following_still_says_is_not_taken_for_the_next_ones() -> None:
    late: list[Callable[[str], None]] = []
    rig = Watched(lambda heard, _wanted: late.append(heard))
    rig.attempts(1)
    rig.watch.stop()
    rig.watch.resume()
    rig.second()

    late[0]("of-the-first")
    late[1]("of-the-second")

    assert rig.moved == ["of-the-second"]


def test_resuming_what_goes_on_changes_nothing() -> None:
    rig = Watched(tells())
    rig.watch.tick()

    rig.watch.resume()
    rig.watch.tick()

    assert len(rig.lanes.waiting) == 1


def test_a_bug_is_told_to_the_log_and_the_watch_goes_on() -> None:
    broken = ZeroDivisionError()
    rig = Watched(fails(broken), tells())

    rig.attempts(2)

    assert rig.bugs == [broken]
    assert rig.lines == [True]

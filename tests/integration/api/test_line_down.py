"""The watch over a real line: cut and mended, the gateway killed, stopped and started again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from queue import Empty, Queue
from urllib.parse import urlsplit

import pytest

from counter_app.application.event_watch import EventWatch
from counter_app.application.lanes_port import Lane, Value
from counter_app.application.port_errors import PortError, Unavailable
from counter_app.infrastructure.api import GatewayConnection
from player.parts.line import Line
from tests.integration.api.gateway_rig import GatewayRig

SOON_S = 20.0


class ThreadLanes:
    """Implements ``Lanes``: each work has a thread; what is posted is done by whoever owns the screen."""

    def __init__(self) -> None:
        self._posted: Queue[Callable[[], None]] = Queue()
        self.threads: list[threading.Thread] = []

    def run(
        self,
        lane: Lane,
        work: Callable[[], Value],
        deliver: Callable[[Value | None, BaseException | None], None],
    ) -> None:
        def job() -> None:
            try:
                value = work()
            except PortError as error:
                failure = error
                self.post(lambda: deliver(None, failure))
            else:
                self.post(lambda: deliver(value, None))

        self.threads.append(threading.Thread(target=job, name=lane.value))
        self.threads[-1].start()

    def post(self, call: Callable[[], None]) -> None:
        self._posted.put(call)

    def do_next(self, timeout_s: float) -> None:
        """Do what was posted, or nothing if nothing is for so long."""
        try:
            call = self._posted.get(timeout=timeout_s)
        except Empty:
            return
        call()


class Counter:
    """A counter that does nothing but watch its line."""

    def __init__(self, connection: GatewayConnection, rig: GatewayRig) -> None:
        self.lanes = ThreadLanes()
        self.moved: list[str] = []
        self.lines: list[bool] = []
        self.bugs: list[BaseException] = []
        self.watch = EventWatch(
            connection.events,
            self.lanes,
            rig.clock,
            moved=self.moved.append,
            line=self.lines.append,
            bug=self.bugs.append,
        )

    def until(self, happened: Callable[[], bool]) -> float:
        """Serve until it ``happened``; returns the seconds that took. Fails after ``SOON_S``."""
        began = time.monotonic()
        while not happened():
            assert time.monotonic() - began < SOON_S, (self.lines, self.moved)
            self.watch.tick()
            self.lanes.do_next(0.1)
        return time.monotonic() - began

    def close(self) -> None:
        self.watch.stop()
        for thread in self.lanes.threads:
            thread.join(10)
        assert not any(thread.is_alive() for thread in self.lanes.threads)
        assert self.bugs == []


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GatewayRig]:
    running = GatewayRig(tmp_path_factory.mktemp("gateway"))
    yield running
    running.stop()


@pytest.fixture
def line(gateway: GatewayRig) -> Iterator[Line]:
    port = urlsplit(gateway.installation.gateway_url).port
    assert port is not None
    opened = Line(port)
    yield opened
    opened.stop()


@pytest.fixture
def connection(gateway: GatewayRig, line: Line) -> Iterator[GatewayConnection]:
    opened = gateway.connect(port=line.port)
    gateway.sign_in(opened)
    yield opened
    opened.close()


@pytest.fixture
def counter(gateway: GatewayRig, connection: GatewayConnection) -> Iterator[Counter]:
    opened = Counter(connection, gateway)
    opened.until(lambda: opened.lines == [True])
    yield opened
    opened.close()


def test_a_line_that_is_cut_is_down_within_ten_seconds_and_up_again_once_mended(
    counter: Counter, line: Line, gateway: GatewayRig
) -> None:
    cut_at = gateway.clock.now()
    line.cut()

    took = counter.until(lambda: counter.lines == [True, False])
    assert took < 10
    assert counter.watch.down_since is not None
    assert abs(counter.watch.down_since - cut_at) < timedelta(seconds=2)
    line.mend()
    counter.until(lambda: counter.lines == [True, False, True])

    assert counter.watch.down_since is None
    assert counter.moved == ["", ""]


def test_a_line_that_is_mended_at_once_was_never_down(counter: Counter, line: Line) -> None:
    line.cut()
    line.mend()

    counter.until(lambda: counter.moved == ["", ""])

    assert counter.lines == [True]


def test_a_gateway_that_is_killed_is_down_and_after_its_restart_up_for_the_same_sign_in(
    counter: Counter, gateway: GatewayRig
) -> None:
    gateway.process.kill()

    counter.until(lambda: counter.lines == [True, False])
    gateway.process.start()
    counter.until(lambda: counter.lines == [True, False, True])

    assert not counter.watch.stopped


def test_a_gateway_that_is_stopped_lets_its_listeners_go_and_ends(
    counter: Counter, gateway: GatewayRig
) -> None:
    began = time.monotonic()

    gateway.process.stop()

    assert time.monotonic() - began < 5
    gateway.process.start()
    counter.until(lambda: counter.moved == ["", ""])
    assert counter.lines == [True]


def test_a_sign_in_that_ended_during_an_outage_does_not_hide_that_the_gateway_is_back(
    counter: Counter, connection: GatewayConnection, line: Line
) -> None:
    line.cut()
    counter.until(lambda: counter.lines == [True, False])
    connection.sign_in.sign_out()
    line.mend()

    counter.until(lambda: counter.lines == [True, False, True])

    assert counter.watch.stopped


def test_a_connection_that_is_closed_while_somebody_listens_ends_that_as_a_line_does(
    gateway: GatewayRig, line: Line
) -> None:
    opened = gateway.connect(port=line.port)
    gateway.sign_in(opened)
    connected, ended = threading.Event(), list[BaseException]()

    def follow() -> None:
        try:
            opened.events.follow(lambda _id: connected.set(), lambda: True)
        except PortError as error:
            ended.append(error)

    thread = threading.Thread(target=follow)
    thread.start()
    assert connected.wait(SOON_S)
    opened.close()
    thread.join(SOON_S)

    assert [type(error) for error in ended] == [Unavailable]

"""Lanes: order within one, results on the GUI thread, nothing after the end, and no drifting reference."""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.application.lanes_port import Lane
from ui.runtime.lanes import LaneRunner
from ui.runtime.timer import Ticking


@pytest.fixture
def lanes(qapp: QApplication) -> Iterator[LaneRunner]:
    runner = LaneRunner(qapp)
    yield runner
    runner.shutdown()


def test_a_result_comes_back_on_the_gui_thread(lanes: LaneRunner, qtbot: QtBot) -> None:
    threads: list[str] = []
    results: list[object] = []

    def deliver(value: object, error: BaseException | None) -> None:
        threads.append(threading.current_thread().name)
        results.append((value, error))

    lanes.run(Lane.CARD, lambda: threading.current_thread().name, deliver)

    qtbot.waitUntil(lambda: len(results) == 1)
    assert results == [("lane-card_0", None)]
    assert threads == [threading.main_thread().name]


def test_a_lane_keeps_its_order_and_waits_for_no_other(lanes: LaneRunner, qtbot: QtBot) -> None:
    release = threading.Event()
    order: list[int] = []

    def keep(number: int) -> Callable[[object, BaseException | None], None]:
        return lambda _value, _error: order.append(number)

    lanes.run(Lane.STORE, lambda: release.wait(10), keep(1))
    lanes.run(Lane.STORE, lambda: None, keep(2))
    lanes.run(Lane.NETWORK, lambda: None, keep(3))

    qtbot.waitUntil(lambda: order == [3])
    release.set()
    qtbot.waitUntil(lambda: order == [3, 1, 2])


def test_an_error_is_delivered_and_the_lane_goes_on(lanes: LaneRunner, qtbot: QtBot) -> None:
    outcomes: list[object] = []
    fault = ValueError("one bad job")

    def fail() -> None:
        raise fault

    lanes.run(Lane.PRINTER, fail, lambda value, error: outcomes.append((value, error)))
    lanes.run(Lane.PRINTER, lambda: 7, lambda value, error: outcomes.append((value, error)))

    qtbot.waitUntil(lambda: len(outcomes) == 2)
    assert outcomes == [(None, fault), (7, None)]


def test_any_thread_can_post_to_the_gui_thread(lanes: LaneRunner, qtbot: QtBot) -> None:
    seen: list[str] = []

    poster = threading.Thread(target=lambda: lanes.post(lambda: seen.append(threading.current_thread().name)))
    poster.start()
    poster.join()

    qtbot.waitUntil(lambda: len(seen) == 1)
    assert seen == [threading.main_thread().name]


def test_many_jobs_on_all_lanes_lose_nothing(lanes: LaneRunner, qtbot: QtBot) -> None:
    dice = random.Random(11)  # noqa: S311 the same shuffle every time
    values: list[int] = []
    errors: list[BaseException] = []

    def work(number: int) -> int:
        if number % 97 == 0:
            raise ValueError(number)
        return number

    def deliver(value: int | None, error: BaseException | None) -> None:
        if error is not None:
            errors.append(error)
        elif value is not None:
            values.append(value)

    for number in range(4000):
        lane = dice.choice(tuple(Lane))
        lanes.run(lane, partial(work, number), deliver)

    qtbot.waitUntil(lambda: len(values) + len(errors) == 4000, timeout=20000)
    assert sorted(values) == [number for number in range(4000) if number % 97]
    assert len(errors) == 42


def test_nothing_is_delivered_after_the_end_and_the_end_is_quick(qapp: QApplication, qtbot: QtBot) -> None:
    runner = LaneRunner(qapp)
    release = threading.Event()
    started = threading.Event()
    ran: list[int] = []
    delivered: list[object] = []

    def first() -> None:
        started.set()
        release.wait(10)

    runner.run(Lane.NETWORK, first, lambda value, _error: delivered.append(value))
    for number in range(200):
        runner.run(Lane.NETWORK, partial(ran.append, number), lambda value, _e: delivered.append(value))
    started.wait(10)

    runner.shutdown()
    runner.shutdown()
    runner.run(Lane.NETWORK, partial(ran.append, -1), lambda value, _error: delivered.append(value))
    runner.post(lambda: delivered.append("late"))
    release.set()

    done: list[bool | None] = []
    other = LaneRunner(qapp)
    other.run(Lane.STORE, lambda: True, lambda value, _error: done.append(value))
    qtbot.waitUntil(lambda: done == [True])
    other.shutdown()
    assert ran == []
    assert delivered == []


def test_five_thousand_signals_lose_no_reference(qapp: QApplication) -> None:
    """The canary of the PySide6 pin: one release lost a reference to True at each emit and died at last."""

    class Sender(QObject):
        fired = Signal()

    sender = Sender()
    heard: list[int] = []
    sender.fired.connect(lambda: heard.append(1))
    before = sys.getrefcount(True)  # noqa: FBT003 the object itself is counted

    for _ in range(5000):
        sender.fired.emit()

    assert len(heard) == 5000
    assert abs(sys.getrefcount(True) - before) < 100  # noqa: FBT003 the object itself is counted


def test_a_beat_comes_until_it_is_stopped(qapp: QApplication, qtbot: QtBot) -> None:
    beats: list[int] = []
    ticking = Ticking(lambda: beats.append(1), qapp, every_ms=5)

    ticking.start()
    qtbot.waitUntil(lambda: len(beats) >= 2)
    ticking.stop()
    count = len(beats)
    other: list[int] = []
    later = Ticking(lambda: other.append(1), qapp, every_ms=5)
    later.start()
    qtbot.waitUntil(lambda: len(other) >= 4)
    later.stop()

    assert len(beats) == count

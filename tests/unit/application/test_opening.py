from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from counter_app.application.lanes_port import Lane
from counter_app.application.opening import Order, build_in_order
from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from tests.fakes.lanes import FakeLanes


class Opened:
    """What came of an opening."""

    def __init__(self) -> None:
        self.lanes = FakeLanes()
        self.made: list[str] = []
        self.done: list[Mapping[str, Any]] = []
        self.failed: list[BaseException] = []

    def making(self, name: str) -> Callable[[], str]:
        def make() -> str:
            self.made.append(name)
            return name.upper()

        return make

    def build(self, *orders: Order) -> None:
        build_in_order(self.lanes, orders, self.done.append, self.failed.append)


def _refusing() -> str:
    raise Unavailable(FailureCode.STORE_LOCKED)


def test_each_part_is_built_on_its_own_lane_after_the_one_before() -> None:
    opened = Opened()
    opened.build(
        ("store", Lane.STORE, opened.making("store")), ("readers", Lane.CARD, opened.making("readers"))
    )

    assert [lane for lane, _work in opened.lanes.waiting] == [Lane.STORE]
    assert opened.lanes.step() is Lane.STORE
    assert opened.made == ["store"]
    assert opened.done == []
    assert opened.lanes.step() is Lane.CARD
    assert opened.done == [{"store": "STORE", "readers": "READERS"}]
    assert opened.failed == []


def test_the_first_failure_ends_it_and_nothing_after_it_is_built() -> None:
    opened = Opened()
    opened.build(
        ("store", Lane.STORE, opened.making("store")),
        ("queue", Lane.PRINTER, _refusing),
        ("readers", Lane.CARD, opened.making("readers")),
    )

    opened.lanes.run_all()

    assert opened.made == ["store"]
    assert opened.done == []
    (failure,) = opened.failed
    assert isinstance(failure, Unavailable)
    assert failure.failure.code is FailureCode.STORE_LOCKED


def test_a_part_may_be_none_without_being_a_failure() -> None:
    opened = Opened()
    opened.build(("practice", Lane.DELIVERY, lambda: None))

    opened.lanes.run_all()

    assert opened.done == [{"practice": None}]


def test_nothing_to_build_is_done_at_once() -> None:
    opened = Opened()
    opened.build()

    assert opened.done == [{}]

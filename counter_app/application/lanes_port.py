"""Lanes: one thread each for what blocks; results come back on the thread that owns the screen."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeVar

Value = TypeVar("Value")


class Lane(StrEnum):
    """One thread each, so that work of one kind keeps its order and one device has one user."""

    CARD = "card"
    WATCH = "watch"
    PRINTER = "printer"
    NETWORK = "network"
    EVENTS = "events"
    DELIVERY = "delivery"
    STORE = "store"


class Lanes(Protocol):
    """Runs blocking work away from the screen."""

    def run(
        self,
        lane: Lane,
        work: Callable[[], Value],
        deliver: Callable[[Value | None, BaseException | None], None],
    ) -> None:
        """Run ``work`` on ``lane``, then deliver (value, None) or (None, error) on the owner thread.

        Work of one lane runs in order. Nothing is delivered after the lanes have been shut down.
        """
        ...

    def post(self, call: Callable[[], None]) -> None:
        """Run ``call`` soon on the owner thread; may be called from any thread."""
        ...

"""The screen of a counter under exercise: shows as ever, and tells the player what it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from counter_app.application.exercise_feed import ExerciseFeed
from ui.runtime.timer import after
from ui.view_models import ScreenModel
from ui.views.main_window import SETTLE_MS


class Screen(Protocol):
    """The window."""

    def render(self, screen: ScreenModel) -> None:
        """Show ``screen``."""
        ...


class ExercisedScreen:
    """Also the ``Browser`` of an exercise: whoever plays the clerk opens the sign-in page himself."""

    def __init__(
        self, screen: Screen, feed: ExerciseFeed, post: Callable[[Callable[[], None]], None]
    ) -> None:
        self._screen = screen
        self._feed = feed
        self._post = post

    def render(self, screen: ScreenModel) -> None:
        """Show ``screen``; say what is pending as soon as the window hears keys on it."""
        self._screen.render(screen)
        lines, name = self._feed.take(), type(screen.body).__name__
        if lines:
            after(SETTLE_MS + 50, lambda: self._feed.write(lines, name))

    def open(self, url: str) -> None:
        """See ``Browser.open``; called on a lane."""
        self._post(lambda: self._feed.say("signing_in", sign_in=url))

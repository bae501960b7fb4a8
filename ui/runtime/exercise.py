"""The screen of a counter under exercise: shows as ever, and tells the player what it shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ui.runtime.timer import after
from ui.view_models import ScreenModel, SignInBody
from ui.views.main_window import SETTLE_MS

if TYPE_CHECKING:
    from counter_app.application.exercise_feed import ExerciseFeed


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
        self.feed = feed
        self._screen = screen
        self._post = post

    def render(self, screen: ScreenModel) -> None:
        """Show ``screen``; say what is pending as soon as the window hears keys on it."""
        self._screen.render(screen)
        lines, name = self.feed.take(), type(screen.body).__name__
        if lines:
            after(SETTLE_MS + 50, lambda: self.feed.write(lines, name))

    def open(self, url: str) -> None:
        """See ``Browser.open``; called on a lane. Told at once, as a browser opens: no key is waited for."""
        self._post(lambda: self._opened(url))

    def _opened(self, url: str) -> None:
        self.feed.say("signing_in", sign_in=url)
        self.feed.write(self.feed.take(), SignInBody.__name__)


def exercised_screen(
    screen: Screen,
    path: Path,
    now: Callable[[], datetime],
    post: Callable[[Callable[[], None]], None],
) -> ExercisedScreen:
    """Return the screen of a counter that tells the player at ``path`` what it shows."""
    from counter_app.application.exercise_feed import ExerciseFeed  # noqa: PLC0415 - exercises only

    return ExercisedScreen(screen, ExerciseFeed(path, now), post)

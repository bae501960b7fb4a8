"""The window of a running counter and what drives it: Qt, lanes, the beat, the first paint, the end."""

from __future__ import annotations

import signal
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ui import view_models as vm
from ui.runtime.application import open_application, report_bugs_to
from ui.runtime.exercise import ExercisedScreen, Screen, exercised_screen
from ui.runtime.first_paint import FirstPaint
from ui.runtime.lanes import LaneRunner
from ui.runtime.timer import Ticking
from ui.views.main_window import MainWindow
from ui.widgets.theme import HIGH_CONTRAST, NORMAL, Theme

if TYPE_CHECKING:
    from counter_app.application.exercise_feed import ExerciseFeed


class Front(Protocol):
    """The presenter whose turn it is."""

    def tick(self) -> None:
        """Once a second."""
        ...

    def handle(self, intent: vm.Intent) -> None:
        """What the clerk did."""
        ...


class CounterWindow:
    """One application with one window, full screen. Raises FontAbsent or TranslationAbsent when made.

    ``screen`` is what presenters render to. Under exercise ``feed`` tells the player at that path what is
    shown, and ``browser`` has him sign in; both are None at a counter. ``bug`` gets what nobody caught.
    """

    def __init__(
        self,
        *,
        scale_percent: int,
        high_contrast: bool,
        feed: Path | None,
        now: Callable[[], datetime],
        bug: Callable[[BaseException], None],
    ) -> None:
        theme = Theme(tokens=HIGH_CONTRAST if high_contrast else NORMAL, factor=scale_percent / 100)
        self.application = open_application(["madoguchi"], theme)
        self.lanes = LaneRunner()
        self.main = MainWindow(theme)
        exercised = exercised_screen(self.main, feed, now, self.lanes.post) if feed else None
        self.feed: ExerciseFeed | None = exercised.feed if exercised else None
        self.screen: Screen = exercised or self.main
        self.browser: ExercisedScreen | None = exercised
        report_bugs_to(bug)

    def say(self, state: str, **keys: object) -> None:
        """Tell an exercise something about the program."""
        if self.feed is not None:
            self.feed.say(state, **keys)

    def serve(self, front: Callable[[], Front], *, seen: Callable[[], None]) -> int:
        """Show the window and serve until it is closed; returns the exit code.

        ``front`` is asked anew for every intent and every second; ``seen`` is called once, after the first
        paint.
        """
        self.main.intent.connect(lambda intent: front().handle(intent))
        ticking, _first = Ticking(lambda: front().tick()), FirstPaint(self.main, seen)
        self.main.setGeometry(self.application.primaryScreen().availableGeometry())
        self.main.showMaximized()
        ticking.start()
        for ending in (signal.SIGTERM, signal.SIGINT):
            # Heard at the next beat of the ticking: Python answers signals between its own instructions.
            signal.signal(ending, lambda _number, _frame: self.application.quit())
        code = self.application.exec()
        self.lanes.shutdown()
        return code

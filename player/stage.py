"""A lab with a display, and the program between them. The player survives what it kills."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from player.feed import Feed, WaitedInVain
from player.lab import PROJECT, Lab
from player.paper import PaperUnreadable, PrintedFile
from player.parts.display import Display
from player.scenario import Scenario
from player.window import Window

_WINDOW_SECONDS = 30.0
_STOP_SECONDS = 10.0
_LOOK_SECONDS = 0.2


class Stage(Lab):
    """Everything of one run. ``out`` takes what is worth keeping. Use ``opened`` to have it stopped."""

    def __init__(self, scenario: Scenario, directory: Path, out: Path, ending: contextlib.ExitStack) -> None:
        super().__init__(scenario.personas, directory, ending)
        self._out = out
        self._program: subprocess.Popen[bytes] | None = None
        self._tick = threading.Event()
        self.feed = Feed(directory / "feed")
        ending.callback(self.feed.close)
        display = Display(directory / "display", scenario.window)
        ending.callback(display.stop)
        self.environment |= display.environment
        self.window = Window(display.environment)
        ending.callback(self.end_program)

    def start_program(self, profile: str) -> None:
        """Start the counter and wait for its window; raises WindowAbsent."""
        self.end_program()
        arguments = self.furnish(profile)
        with (self._out / "program.log").open("ab") as log:
            self._program = subprocess.Popen(
                [sys.executable, *arguments, "--exercise-feed", str(self.feed.path)],
                cwd=PROJECT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.window.wait_shown(self._program.pid, _WINDOW_SECONDS)

    def program_runs(self) -> bool:
        """Tell whether the program still runs."""
        return self._program is not None and self._program.poll() is None

    def end_program(self) -> None:
        """End the program as a person closing the PC would; kill it if it does not."""
        if self._program is None:
            return
        if self._program.poll() is None:
            self._program.terminate()
        try:
            self._program.wait(timeout=_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._program.kill()
            self._program.wait()
        self._program = None

    def sign_in_address(self, seconds: float, since: int) -> str:
        """The address the program sends its user to: as said in the feed."""
        for _ in range(max(1, int(seconds / _LOOK_SECONDS))):
            if said := [line["sign_in"] for line in self.feed.lines[since:] if line.get("sign_in")]:
                return str(said[-1])
            self._tick.wait(_LOOK_SECONDS)
        raise WaitedInVain("the program asked nobody to sign in")

    def last_certificate(self, seconds: float, scanned: frozenset[Path]) -> PrintedFile:
        """The last certificate that was not ``scanned``, waited for; raises PaperUnreadable."""
        for _ in range(max(1, int(seconds / _LOOK_SECONDS))):
            if found := [printed for printed in self.certificates() if printed.path not in scanned]:
                return found[-1]
            self._tick.wait(_LOOK_SECONDS)
        raise PaperUnreadable("no sheet with a code came out of the printer")


@contextlib.contextmanager
def opened(scenario: Scenario, out: Path) -> Iterator[Stage]:
    """Start every part, and stop them all again in the reverse order, whatever happens."""
    with contextlib.ExitStack() as ending:
        # Short and private: sockets lie below it, and the people of the run.
        directory = Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="play-")))
        yield Stage(scenario, directory, out, ending)

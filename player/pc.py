"""One PC of the office: a display, a feed, and the program between them. It survives the program it kills."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from player.feed import Feed, WaitedInVain
from player.parts.display import Display
from player.window import Window

PROJECT = Path(__file__).resolve().parent.parent
_WINDOW_SECONDS = 30.0
_STOP_SECONDS = 10.0
_LOOK_SECONDS = 0.2


class Pc:
    """``environment`` is added to by the display; ``log`` takes what the program writes to its console."""

    def __init__(
        self, directory: Path, size: tuple[int, int], environment: dict[str, str], log: Path
    ) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.feed = Feed(directory / "feed")
        self._log = log
        self._program: subprocess.Popen[bytes] | None = None
        self._tick = threading.Event()
        self._display = Display(directory / "display", size)
        self.environment = environment
        self.environment |= self._display.environment
        self.window = Window(self._display.environment)

    def start_program(self, arguments: Sequence[str]) -> None:
        """Start the program and wait for its window; raises WindowAbsent."""
        self.end_program()
        with self._log.open("ab") as log:
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

    def kill_program(self) -> None:
        """End the program at once, as a power cut does. The half line it may leave in the feed is ended."""
        if self._program is None:
            return
        self._program.kill()
        self._program.wait()
        self._program = None
        with self.feed.path.open("a", encoding="utf-8") as feed:
            feed.write("\n")

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

    def stop(self) -> None:
        """End everything of this PC; may be called twice."""
        self.end_program()
        self._display.stop()
        self.feed.close()

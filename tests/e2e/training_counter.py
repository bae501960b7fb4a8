"""``main.py --simulated`` as a process on a display of its own, served as the player serves a counter."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from player import paper, personas, sign_in
from player.feed import Feed, Line, WaitedInVain
from player.paper import PaperUnreadable, PrintedFile
from player.parts.display import Display
from player.window import Window

PROJECT = Path(__file__).resolve().parents[2]
WINDOW_SECONDS = 30.0
SIGN_IN_SECONDS = 30.0
END_SECONDS = 10.0
TURN_SECONDS = 0.05
PRACTICE_KEYS = {"watanabe": "1"}


class PracticeCards:
    """The slot of the simulated reader: F12 opens the strip, a digit lays a card, 0 takes it away."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def insert(self, persona: str) -> None:
        self._window.press(["F12", PRACTICE_KEYS[persona]])

    def remove(self) -> None:
        self._window.press(["F12", "0"])

    def command(self, text: str) -> str:
        raise AssertionError(f"a practice card does not misbehave: {text}")


class NoDial:
    """The simulated printer has no dial on the screen."""

    def set_mode(self, mode: str) -> None:
        raise AssertionError(f"the simulated printer stays as it is, not {mode}")


class TrainingCounter:
    """One training counter; implements ``player.stage_parts.Parts``, so a scenario can be played on it."""

    def __init__(self, directory: Path, display: Display, feed: Feed) -> None:
        self.home = directory / "home"
        self.profile = self.home / "training"
        self.window = Window(display.environment)
        self.cards = PracticeCards(self.window)
        self.printer = NoDial()
        self.feed = feed
        self.log = directory / "program.log"
        self.personas: Mapping[str, personas.Persona] = personas.fetch({"watanabe"}, PROJECT)
        self._environment = {**os.environ, **display.environment, "MADOGUCHI_HOME": str(self.home)}
        self._process: subprocess.Popen[bytes] | None = None
        self._others: list[subprocess.Popen[bytes]] = []

    @property
    def process(self) -> subprocess.Popen[bytes]:
        assert self._process is not None
        return self._process

    def start_program(self, profile: str = "training", program: tuple[str, ...] = ("main.py",)) -> None:
        """Start the counter and wait for its window."""
        self._process = self.start([*program, "--simulated", "--profile", profile])
        self.window.wait_shown(self._process.pid, WINDOW_SECONDS)

    def start_approver(self) -> None:
        """Start the second person's window of this training and wait for it."""
        self._process = self.start(["main.py", "approve", "--simulated"])
        self.window.wait_shown(self._process.pid, WINDOW_SECONDS)

    def start(self, arguments: list[str]) -> subprocess.Popen[bytes]:
        """Start Python with ``arguments``, the feed added."""
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, *arguments, "--exercise-feed", str(self.feed.path)],
                cwd=PROJECT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self._others.append(process)
        return process

    def program_runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def wait(self, state: str, *, since: int = 0, seconds: float = 30.0) -> int:
        """Wait until the program says ``state``; returns the number of lines up to it."""

        def said(line: Line) -> bool:
            return bool(line["state"] == state)

        return self.feed.wait(said, since=since, seconds=seconds, alive=self.program_runs) + 1

    def sign_in(self, username: str, *, since: int) -> int:
        """Sign in by Enter and the issuer's page; returns the number of lines up to ``ready``."""
        self.window.press(["Return"])
        address = self.sign_in_address(SIGN_IN_SECONDS, since)
        sign_in.answer(address, username, self.password_of(username))
        return self.wait("ready", since=since)

    def sign_in_address(self, seconds: float, since: int) -> str:
        at = self.feed.wait(
            lambda line: bool(line.get("sign_in")), since=since, seconds=seconds, alive=self.program_runs
        )
        return str(self.feed.lines[at]["sign_in"])

    def password_of(self, username: str) -> str:
        told = json.loads((self.profile / "gateway" / "exercise-staff.json").read_text(encoding="utf-8"))
        return next(str(one["password"]) for one in told["staff"] if one["username"] == username)

    def tap(self, persona: str) -> None:
        self.cards.insert(persona)

    def last_certificate(self, seconds: float, scanned: frozenset[Path]) -> PrintedFile:
        """The last certificate that came out and was not ``scanned``."""
        found: list[PrintedFile] = []

        def printed() -> bool:
            paths = sorted((self.profile / "printed").glob("*.pdf"))
            fresh = [paper.read(path) for path in paths if path not in scanned]
            found[:] = [each for each in fresh if any(each.codes)]
            return bool(found)

        if not holds(printed, seconds):
            raise PaperUnreadable("no sheet with a code came out of the printer")
        return found[-1]

    def child_of(self, program: str) -> int:
        """The process id of the child whose command line contains ``program``; 0 if there is none."""
        for entry in Path("/proc").iterdir():
            with contextlib.suppress(OSError, IndexError, ValueError):
                if not entry.name.isdigit():
                    continue
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                if parent == self.process.pid and program in (entry / "cmdline").read_text():
                    return int(entry.name)
        return 0

    def close(self) -> None:
        """End everything that was started here."""
        for process in self._others:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
            try:
                process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def holds(condition: Callable[[], bool], seconds: float) -> bool:
    """Tell whether ``condition`` becomes true within ``seconds``."""
    ends, turn = time.monotonic() + seconds, threading.Event()
    while not condition():
        if time.monotonic() > ends:
            return False
        turn.wait(TURN_SECONDS)
    return True


def gone(pid: int, seconds: float) -> bool:
    """Tell whether the process ends within ``seconds``; a zombie has ended."""

    def ended() -> bool:
        try:
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
        except OSError:
            return True

    return holds(ended, seconds)


@contextlib.contextmanager
def training_counter(directory: Path, seat: str = "") -> Iterator[TrainingCounter]:
    """A training counter that is not started yet; all is ended in the end.

    ``seat``: another window on the same training, with a display of its own.
    """
    with contextlib.ExitStack() as ending:
        feed = Feed(directory / f"feed{seat}")
        ending.callback(feed.close)
        display = Display(directory / f"display{seat}")
        ending.callback(display.stop)
        counter = TrainingCounter(directory, display, feed)
        ending.callback(counter.close)
        yield counter


__all__ = ["NoDial", "PracticeCards", "TrainingCounter", "WaitedInVain", "gone", "holds", "training_counter"]

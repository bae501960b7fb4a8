"""Kills a process at every point of the main job, and lets the oracle say what was lost or doubled.

One lab serves the whole run: after each kill of the counter it is started again on the same profile and the
clerk ends what it still holds; another process comes back by itself while the clerk goes on. Then the oracle
compares, the next visitor comes and the next point is armed.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from player.broken_line import LEDGER
from player.chaos.approver import Approver
from player.chaos.clerk import Clerk, Killed, Lost
from player.chaos.kill_points import How, KillPoints, Kind, Point
from player.chaos.misfortune import misfortune_of
from player.chaos.plan import Victim
from player.chaos.visits import DESK, Visit, stage_for
from player.feed import WaitedInVain
from player.lab import PROJECT
from player.sign_in import SignInFailed
from player.stage import Stage
from player.window import WindowAbsent

HAPPENED = "happened"
STUCK = "stuck"
_ORACLE_SECONDS = 120.0
_IN_PEACE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What dies how in which kind of visit."""

    how: How
    victim: Victim = Victim.COUNTER
    visit: Visit = Visit.MAIN

    def __str__(self) -> str:
        return f"{self.how} {self.victim} ({self.visit})"


class KillRun:
    """A lab under test; use ``opened``. ``out`` takes pictures of what went wrong."""

    def __init__(self, stage: Stage, out: Path, task: Task, ending: contextlib.ExitStack) -> None:
        self._stage = stage
        self._out = out
        self._how = task.how
        self._victim = task.victim
        self._points = KillPoints(stage.directory / "chaos")
        ending.callback(self._points.close)
        self._put_under_test()
        self._approver = Approver(stage) if task.visit is Visit.APPROVAL else None
        self._clerk = Clerk(stage, task.visit, self._approver)

    def _put_under_test(self) -> None:
        stage, points = self._stage, self._points
        gateway = urlsplit(stage.gateway.info.api_url).port or 0
        match self._victim:
            case Victim.GATEWAY:
                stage.gateway.stop()
                stage.gateway.environment |= points.environment(store=LEDGER, gateway=gateway)
                stage.gateway.start()
            case Victim.APPROVER:
                stage.at(DESK).environment |= points.environment(store="", gateway=gateway)
            case _:
                stage.environment |= points.environment(
                    store="counter.db",
                    gateway=stage.line.port or gateway,
                    printer=urlsplit(stage.printer.uri).port or 0,
                    cards="pcscd.comm",
                )

    def count(self) -> dict[Kind, int]:
        """Serve visitors in peace; returns how many points of each kind every one of them had.

        The counter asks the gateway from time to time by itself, so one may have a request more than another.
        """
        if self._approver is not None:
            self._approver.sit_down()
        self._clerk.open_counter()
        counted = [self._in_peace() for _ in range(_IN_PEACE)]
        return {kind: min(each[kind] for each in counted) for kind in Kind}

    def _in_peace(self) -> dict[Kind, int]:
        self._points.disarm()
        outcome = self._clerk.serve()
        if outcome != "handed_over":
            raise Lost(f"a visit in peace ended as {outcome}")
        return self._points.counted()

    def kill(self, point: Point) -> tuple[str, list[str]]:
        """Serve one visitor with ``point`` armed and go on after it; returns what happened, what is wrong."""
        self._points.arm(point, self._how, hold=not self._victim.counts_itself)
        wrong: list[str] = []
        try:
            outcome = self._serve()
        except Killed:
            told, wrong = HAPPENED, self._go_on(point)
            if self._victim is not Victim.COUNTER:
                wrong.append(f"stuck: the counter itself ended at {point}")
        except (Lost, WaitedInVain, WindowAbsent) as failure:
            self._photograph(point)
            told, wrong = STUCK, [f"stuck: {type(failure).__name__} {failure}", *self._go_on(point)]
        else:
            told = f"not reached ({outcome})" if self._points.armed() else HAPPENED
            self._points.disarm()
        return told, wrong + self._oracle()

    def _serve(self) -> str:
        if self._victim is Victim.COUNTER:
            return self._clerk.serve()
        misfortune = misfortune_of(self._victim, self._stage, self._points, self._approver)
        with misfortune.watching():
            return self._clerk.serve()

    def _go_on(self, point: Point) -> list[str]:
        self._points.disarm()
        try:
            self._clerk.open_counter()
        except (Lost, Killed, SignInFailed, WaitedInVain, WindowAbsent) as failure:
            self._photograph(point)
            return [f"stuck: {type(failure).__name__} {failure}"]
        return []

    def _photograph(self, point: Point) -> None:
        with contextlib.suppress(WindowAbsent):
            self._stage.window.photograph(self._out / f"{str(point).replace(':', '-')}.png")

    def _oracle(self) -> list[str]:
        visits = self._stage.directory / "visits.json"
        visits.write_text(json.dumps(self._clerk.told()), encoding="utf-8")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "player.chaos.oracle"),
                *("--ledger", str(self._stage.directory / "gateway" / "ledger.sqlite3")),
                *("--printer", str(self._stage.directory / "printer" / "received")),
                *("--visits", str(visits)),
            ],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            timeout=_ORACLE_SECONDS,
            check=False,
        )
        if done.returncode not in (0, 1):
            return [f"the oracle itself failed: {done.stderr[-300:]}"]
        return done.stdout.splitlines()


@contextlib.contextmanager
def opened(out: Path, task: Task) -> Iterator[KillRun]:
    """Start every part; stop them all whatever happens."""
    with contextlib.ExitStack() as ending:
        directory = Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="chaos-")))
        ending.callback(
            shutil.copytree, directory / "pcs" / "counter-1" / "logs", out / "logs", dirs_exist_ok=True
        )
        stage = Stage(stage_for(task.visit), directory, out, ending)
        yield KillRun(stage, out, task, ending)

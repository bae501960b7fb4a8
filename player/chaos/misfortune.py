"""Another process than the counter dies at a point, and comes back a little later: somebody saw to it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

from player.chaos.kill_points import KillPoints
from player.chaos.plan import Victim
from player.stage import Stage

_LOOK_SECONDS = 0.05
_AWAY_SECONDS = 1.5
_END_SECONDS = 90.0


class Misfortune:
    """Watches one visit. ``points``: of the victim, or of the counter, which stands still meanwhile."""

    def __init__(self, stage: Stage, victim: Victim, points: KillPoints) -> None:
        self._stage = stage
        self._victim = victim
        self._points = points
        self._over = threading.Event()
        self._away = threading.Event()

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Kill, and start again. At the end of it the victim runs, whatever happened."""
        watcher = threading.Thread(target=self._watch, name="misfortune")
        watcher.start()
        try:
            yield
        finally:
            self._over.set()
            watcher.join(_END_SECONDS)

    def _watch(self) -> None:
        while not self._over.wait(_LOOK_SECONDS):
            if self._died():
                self._away.wait(_AWAY_SECONDS)
                self._come_back()
                return
        if self._died():
            self._come_back()

    def _died(self) -> bool:
        if self._victim is Victim.GATEWAY:
            return not self._stage.gateway.runs()
        if not self._points.held():
            return False
        self._stage.kill("printer" if self._victim is Victim.PRINTER else "pcscd", "")
        self._points.let_go()
        return True

    def _come_back(self) -> None:
        match self._victim:
            case Victim.GATEWAY:
                self._stage.gateway.kill()  # what is left of it: its pipes
                self._stage.start("gateway", "")
            case Victim.PRINTER:
                self._stage.start("printer", "")
            case Victim.PCSCD:
                self._stage.start("pcscd", "")
            case Victim.COUNTER:
                return

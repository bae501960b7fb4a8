"""Another process than the counter dies at a point, and comes back a little later: somebody saw to it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator

from player.chaos.approver import Approver
from player.chaos.kill_points import KillPoints
from player.chaos.plan import Victim
from player.stage import Stage
from player.steps import PartName

_LOOK_SECONDS = 0.05
_AWAY_SECONDS = 1.5
_END_SECONDS = 120.0


class Misfortune:
    """Watches one visit. ``died``: tells whether the victim is gone; ``come_back`` starts it again."""

    def __init__(self, died: Callable[[], bool], come_back: Callable[[], None]) -> None:
        self._died = died
        self._come_back = come_back
        self._over = threading.Event()
        self._away = threading.Event()

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Start it again where it dies. At the end of it the victim runs, whatever happened."""
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


def misfortune_of(victim: Victim, stage: Stage, points: KillPoints, approver: Approver | None) -> Misfortune:
    """The one of ``victim``. Printer and card service die while the counter stands still at its point."""
    part: PartName = "printer" if victim is Victim.PRINTER else "pcscd"

    def killed_meanwhile() -> bool:
        if points.held():
            stage.kill(part, "")
            points.let_go()
            return True
        return False

    def gateway_again() -> None:
        stage.gateway.kill()  # what is left of it: its pipes
        stage.start("gateway", "")

    if victim is Victim.GATEWAY:
        return Misfortune(lambda: not stage.gateway.runs(), gateway_again)
    if victim is Victim.APPROVER and approver is not None:
        return Misfortune(lambda: not approver.runs(), approver.sit_down)
    return Misfortune(killed_meanwhile, lambda: stage.start(part, ""))

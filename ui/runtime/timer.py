"""The one-second beat by which waiting times advance on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot


def after(milliseconds: int, call: Callable[[], None]) -> None:
    """Call ``call`` once on the GUI thread, after so long."""
    QTimer.singleShot(milliseconds, call)


class Ticking(QObject):
    """Calls ``beat`` on the GUI thread about once a second, from ``start`` to ``stop``."""

    def __init__(
        self, beat: Callable[[], None], parent: QObject | None = None, *, every_ms: int = 1000
    ) -> None:
        super().__init__(parent)
        self._beat = beat
        self._timer = QTimer(self)
        self._timer.setInterval(every_ms)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._on_timeout)

    @Slot()
    def _on_timeout(self) -> None:
        self._beat()

    def start(self) -> None:
        """Begin; starting twice changes nothing."""
        self._timer.start()

    def stop(self) -> None:
        """End; no beat comes after this returns."""
        self._timer.stop()

"""Tells when a window is painted, active and has the keyboard, on the clock that its parent reads too."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class _Watch(QObject):
    """Looks at every event of ``window`` until it has been painted and a widget in it has the focus."""

    def __init__(self, application: QApplication, window: QWidget) -> None:
        super().__init__(application)
        self._application = application
        self._window = window
        self._painted = False
        self._told = False
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look, and let every event pass."""
        if watched is self._window and event.type() == QEvent.Type.Paint:
            self._painted = True
        focused = self._application.focusWidget()
        active = self._window.isActiveWindow() and focused is not None
        if self._painted and active and not self._told:
            self._told = True
            QTimer.singleShot(0, self._tell)  # the paint under way is finished first
        return False

    def _tell(self) -> None:
        print(f"ready {time.monotonic()}", flush=True)
        self._application.quit()


def tell_when_ready(application: QApplication, window: QWidget) -> None:
    """Print ``ready`` and the monotonic time once ``window`` is ready, and end the application."""
    _Watch(application, window)

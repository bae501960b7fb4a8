"""One dressed application for all view tests; a screen is shown at a size and a scale."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.runtime.application import dress
from ui.view_models import Intent, ScreenModel
from ui.views.main_window import MainWindow
from ui.widgets.theme import Theme

NORMAL = (1366, 768, 1.0)
LARGE = (1920, 1080, 1.5)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with its fonts, words and style."""
    dress(qapp, Theme())
    return qapp


class Shown:
    """A window that shows screens, and what it asked for."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.intents: list[Intent] = []
        window.intent.connect(self.intents.append)

    def show(self, model: ScreenModel) -> Shown:
        """Render and let layouts settle."""
        self.window.render(model)
        for _ in range(4):
            QApplication.processEvents()
        return self


@pytest.fixture
def open_window(dressed: QApplication, qtbot: QtBot) -> Callable[..., Shown]:
    """A window at a size and scale; ``settle_ms`` as the window's."""
    # Windows of earlier tests go now: no event loop ends here, so none would, and every style is put on all.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def build(
        size: tuple[int, int, float] = NORMAL, *, settle_ms: int = 0, theme: Theme | None = None
    ) -> Shown:
        width, height, factor = size
        chosen = theme if theme is not None else Theme(factor=factor)
        dressed.setStyleSheet(chosen.stylesheet())
        window = MainWindow(chosen, settle_ms=settle_ms)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        qtbot.waitExposed(window)
        return Shown(window)

    return build

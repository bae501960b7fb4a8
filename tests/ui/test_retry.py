"""もう一度試す: whatever failed, its page lets the clerk ask for it again by Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from counter_app.domain.issuance import states
from tests.ui.conftest import Shown
from tests.unit.presenters.test_every_state import in_trouble, screen


@pytest.mark.parametrize("kind", get_args(states.WaitingState), ids=lambda kind: kind.__name__)
def test_enter_asks_again_for_whatever_failed(open_window: Callable[..., Shown], kind: type) -> None:
    shown = open_window().show(screen(in_trouble(kind)))
    blue = shown.window.findChild(QPushButton, "primary")
    assert blue is not None
    assert blue.isEnabled()

    QTest.keyClick(shown.window.focusWidget() or shown.window, Qt.Key.Key_Return)

    assert len(shown.intents) == 1

"""Training only: a scanner's keystrokes without the device."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.scan_edit import ScanEdit


def wedge_into(window: QWidget) -> Callable[[str], None]:
    """Return what types a line and Enter into ``window``'s scan field, key by key, while that has the focus.

    A device would type into any other field too; a person who practises has moved on by then, so it does not.
    """

    def type_line(line: str) -> None:
        field = window.focusWidget()
        if not isinstance(field, ScanEdit):
            return
        for character in line:
            _press(field, Qt.Key(ord(character)), character)
        _press(field, Qt.Key.Key_Return, "\r")

    return type_line


def _press(field: QWidget, key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

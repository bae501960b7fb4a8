"""The field a keyboard-wedge barcode reader types into: IME off, one line per scan."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class ScanEdit(QLineEdit):
    """``scanned`` carries a line when the reader ends it with Enter; the field is then empty again.

    Enter in the empty field is not a scan and goes on to the screen.
    """

    scanned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("size", "big")
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand over a line; keep Enter from the screen while there is one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            line = self.text().strip()
            self.clear()
            event.accept()
            self.scanned.emit(line)
            return
        super().keyPressEvent(event)

"""An edit field for names and kana: no maximum length, and no selector is ever lost silently."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from resources.glyphs import clusters


class NameEdit(QLineEdit):
    """Free text by IME. Backspace and Delete take a whole printed character, selector included.

    Qt's own Backspace removes only the selector and so turns a name into its base form
    (knowledge/stack.md 1.6).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLowercase)

    @property
    def composing(self) -> bool:
        """Whether the IME holds text that is not committed yet; Enter then belongs to the IME."""
        return bool(self._preedit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete by printed character; everything else is Qt's."""
        if event.key() == Qt.Key.Key_Backspace and not self.hasSelectedText() and not event.modifiers():
            self._remove(before=True)
        elif event.key() == Qt.Key.Key_Delete and not self.hasSelectedText() and not event.modifiers():
            self._remove(before=False)
        else:
            super().keyPressEvent(event)

    def _remove(self, *, before: bool) -> None:
        """Remove the cluster beside the cursor; Qt counts in UTF-16 units."""
        at = 0
        for cluster in clusters(self.text()):
            units = len(cluster.encode("utf-16-le")) // 2
            hit = (
                at < self.cursorPosition() <= at + units
                if before
                else at <= self.cursorPosition() < at + units
            )
            if hit:
                self.setSelection(at, units)
                self.del_()
                return
            at += units

"""Digits only, typed or scanned, with the IME off; full-width digits count as digits."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.labels import TextLabel
from ui.widgets.theme import Theme


def only_digits(text: str) -> str:
    """The ASCII digits in ``text`` after NFKC; anything else is dropped."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c in "0123456789")


class NumberEdit(QLineEdit):
    """A field for a number. ``length`` digits make it full (0: any number of digits).

    ``filled`` carries the digits that did not fit, so that typing and pasting run on into the next box.
    ``secret`` shows dots, keeps no undo and cannot be copied. ``by_hand``: a person counts what is typed
    here, so no bar code fills it.
    """

    filled = Signal(str)
    emptied_back = Signal()

    def __init__(
        self, length: int = 0, *, secret: bool = False, by_hand: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._length = length
        self.by_hand = by_hand
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.textChanged.connect(self._keep_digits)

    @property
    def full(self) -> bool:
        """Whether all digits are there."""
        return len(self.text()) == self._length if self._length else bool(self.text())

    @property
    def room(self) -> int:
        """Digits that may be typed on from here, running on into the next boxes; 0: any number."""
        boxes = self.parentWidget()
        return boxes.room if isinstance(boxes, DigitBoxes) else self._length

    @Slot(str)
    def _keep_digits(self, text: str) -> None:
        digits = only_digits(text)
        rest = digits[self._length :] if self._length else ""
        kept = digits[: len(digits) - len(rest)]
        if kept != text:
            self.setText(kept)
        if rest or (self._length and len(kept) == self._length and kept == text):
            self.filled.emit(rest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace in an empty box goes back to the one before; letters are left to the screen."""
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.text().isascii() and event.text().isalpha() and not held:
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied_back.emit()
            return
        super().keyPressEvent(event)


class DigitBoxes(QWidget):
    """Several number boxes that run on into one another. ``changed`` after every edit.

    Args:
        lengths: digits per box.
        captions: what is written above each box; also its accessible name.

    """

    changed = Signal()

    def __init__(
        self, theme: Theme, lengths: tuple[int, ...], captions: tuple[str, ...], *, secret: bool = False
    ) -> None:
        super().__init__()
        self.room = sum(lengths)
        self.boxes = tuple(NumberEdit(length, secret=secret) for length in lengths)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        for index, (box, caption) in enumerate(zip(self.boxes, captions, strict=True)):
            box.setProperty("size", "digits")
            box.setFixedWidth(theme.px(28 + 24 * max(lengths[index], 4)))
            box.setAccessibleName(caption)
            column = QVBoxLayout()
            column.setSpacing(theme.px(8))
            label: QLabel = TextLabel(caption, "caption")
            label.setBuddy(box)
            column.addWidget(label)
            column.addWidget(box)
            row.addLayout(column)
            box.filled.connect(self._on_filled)
            box.emptied_back.connect(self._on_emptied)
            box.textChanged.connect(self._on_changed)
        row.addStretch(1)

    def text(self) -> str:
        """All digits in order."""
        return "".join(box.text() for box in self.boxes)

    @property
    def full(self) -> bool:
        """Whether every box is full."""
        return all(box.full for box in self.boxes)

    def clear(self) -> None:
        """Empty every box."""
        for box in self.boxes:
            box.clear()

    @Slot(str)
    def _on_filled(self, rest: str) -> None:
        index = next((at for at, box in enumerate(self.boxes) if box is self.sender()), len(self.boxes))
        if index + 1 < len(self.boxes):
            following = self.boxes[index + 1]
            if self.boxes[index].hasFocus():
                following.setFocus()
            if rest:
                following.setText(rest)

    @Slot()
    def _on_emptied(self) -> None:
        index = next((at for at, box in enumerate(self.boxes) if box is self.sender()), 0)
        if index:
            self.boxes[index - 1].setFocus()
            self.boxes[index - 1].backspace()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

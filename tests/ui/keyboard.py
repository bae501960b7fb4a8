"""Keys as the window system gives them to a window: with their own times, before any widget sees them."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tests.ui.conftest import Shown

ENTER = "\r"
VECTORS = json.loads(
    (Path(__file__).parents[2] / "resources" / "api" / "sheet-code-vectors.json").read_text(encoding="utf-8")
)
CODES = {
    **{f"valid_{index}": str(vector["payload"]) for index, vector in enumerate(VECTORS["valid"])},
    **{str(vector["name"]): str(vector["payload"]) for vector in VECTORS["invalid"]},
}
TYPED = {name: code for name, code in CODES.items() if code and code.isascii()}
"""What a wedge reader can type: an empty code is no scan, and it has no keys for kanji."""


class Keyboard:
    """Presses keys at ``shown``; ``at`` is the time of the last one, in ms."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self.at = 10_000

    def type(self, text: str, *, gap: int) -> None:
        """Type ``text``, each key ``gap`` ms after the one before."""
        for character in text:
            self.press(character, gap=gap)

    def press(self, key: str | Qt.Key, *, gap: int) -> None:
        """Press and release one key."""
        self.at += gap
        self.send(QEvent.Type.KeyPress, key)
        self.send(QEvent.Type.KeyRelease, key)

    def send(self, kind: QEvent.Type, key: str | Qt.Key) -> None:
        """One half of a stroke, at the time it is."""
        text = key if isinstance(key, str) else ""
        code = key if isinstance(key, Qt.Key) else Qt.Key.Key_Return if key == ENTER else ord(key.upper())
        event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(self.at)
        QCoreApplication.sendEvent(self._shown.window.windowHandle(), event)

    def scan(self, code: str, *, gap: int = 12) -> None:
        """Do as a reader does: the code, then Enter, after a pause in which nobody typed."""
        self.at += 2_000
        self.type(code + ENTER, gap=gap)

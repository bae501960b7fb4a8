"""Labels for data: plain text always, a role of the type scale, never elided."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def fill(template: str, *values: object) -> str:
    """Put ``values`` into the places ``%1`` … ``%9`` of a translated sentence, all at once.

    One pass, so a ``%2`` inside a value stays what it is.
    """
    return re.sub(r"%([1-9])", lambda found: str(values[int(found[1]) - 1]), template)


class TextLabel(QLabel):
    """Plain text in one role of the type scale. ``wrap``: takes as many lines as it needs."""

    def __init__(self, text: str = "", role: str = "table", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self.setText(text)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a dynamic property that the style sheet reads, and apply it where it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)

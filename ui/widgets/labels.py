"""Labels for data: plain text always, a role of the type scale, never elided."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LINE = 1.35
"""Height of a line in wrapped text, of the font's own height: the gothic's is one em and looks cramped."""


def fill(template: str, *values: object) -> str:
    """Put ``values`` into the places ``%1`` … ``%9`` of a translated sentence, all at once.

    One pass, so a ``%2`` inside a value stays what it is.
    """
    return re.sub(r"%([1-9])", lambda found: str(values[int(found[1]) - 1]), template)


class TextLabel(QLabel):
    """Plain text in one role of the type scale. ``wrap``: takes as many lines as it needs."""

    def __init__(self, text: str = "", role: str = "table", *, wrap: bool = False) -> None:
        super().__init__()
        self._wrapped = wrap
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self.setText(text)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def _step(self) -> int:
        return round(self.fontMetrics().height() * _LINE)

    def laid_out(self, width: int) -> QTextLayout:
        """The text broken into lines of ``width`` pixels."""
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top + (self._step() - line.height()) / 2))
            top += self._step()
            line = layout.createLine()
        layout.endLayout()
        return layout

    def heightForWidth(self, width: int) -> int:
        """The height of all lines, where the text wraps."""
        if not self._wrapped:
            return super().heightForWidth(width)
        self.ensurePolished()
        inside = width - (self.width() - self.contentsRect().width())
        return max(self.laid_out(inside).lineCount(), 1) * self._step()

    def sizeHint(self) -> QSize:
        """All in one line, where the text wraps."""
        if not self._wrapped:
            return super().sizeHint()
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, self._step())

    def minimumSizeHint(self) -> QSize:
        """Eight characters of one line, where the text wraps."""
        if not self._wrapped:
            return super().minimumSizeHint()
        hint = self.sizeHint()
        return QSize(min(hint.width(), 8 * self.fontMetrics().height()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw wrapped text with room between its lines."""
        if not self._wrapped:
            super().paintEvent(event)
            return
        area = self.contentsRect()
        layout = self.laid_out(area.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        top = area.top() + max(0, (area.height() - layout.lineCount() * self._step()) / 2)
        layout.draw(painter, QPointF(area.left(), top))
        painter.end()


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a dynamic property that the style sheet reads, and apply it where it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)

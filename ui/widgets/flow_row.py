"""Widgets in a row that goes on in the next line instead of being cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.theme import Theme


class FlowRow(QWidget):
    """Lays its widgets out from left to right at their own size, line by line. ``gap`` in px at 100 %."""

    def __init__(self, theme: Theme, *, gap: int = 12) -> None:
        super().__init__()
        self._gap = theme.px(gap)
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Replace what is in the row; what was there is deleted."""
        for old in self._widgets:
            if old not in widgets:
                old.hide()
                old.deleteLater()
        self._widgets = list(widgets)
        for widget in self._widgets:
            widget.setParent(self)
            widget.show()
        self.updateGeometry()
        self._place()

    def _rects(self, width: int) -> list[QRect]:
        rects: list[QRect] = []
        left, top, tallest = 0, 0, 0
        for widget in self._widgets:
            size = widget.sizeHint()
            if left and left + size.width() > width:
                left, top, tallest = 0, top + tallest + self._gap // 2, 0
            rects.append(QRect(left, top, size.width(), size.height()))
            left += size.width() + self._gap
            tallest = max(tallest, size.height())
        return rects

    def heightForWidth(self, width: int) -> int:
        """The height that all lines need."""
        return max((rect.bottom() + 1 for rect in self._rects(width)), default=0)

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        width = sum(widget.sizeHint().width() + self._gap for widget in self._widgets)
        return QSize(width, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QSize:
        """The widest and the tallest widget; ``heightForWidth`` says the rest."""
        sizes = [widget.sizeHint() for widget in self._widgets]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        for widget, rect in zip(self._widgets, self._rects(self.width()), strict=True):
            widget.setGeometry(rect)

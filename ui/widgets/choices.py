"""Numbered choices: boxes that are ticked and rows of which one is chosen, by digit or by Space."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy

from ui.widgets.theme import GOTHIC, Theme


def draw_tick_box(painter: QPainter, box: QRectF, theme: Theme, *, ticked: bool, enabled: bool) -> None:
    """Draw a box, filled with a white tick where ``ticked``."""
    tokens = theme.tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(tokens.primary if enabled else tokens.hint)
    corner = theme.px(3)
    if not ticked:
        painter.setPen(QPen(QColor(tokens.second if enabled else tokens.line), theme.px(2)))
        painter.setBrush(QColor(tokens.paper))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), corner, corner)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, corner, corner)
    pen = QPen(QColor(tokens.on_colour), theme.px(3))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    width, height = box.width(), box.height()
    corners = [(0.22, 0.52), (0.43, 0.72), (0.78, 0.30)]
    painter.drawPolyline([QPointF(box.x() + width * x, box.y() + height * y) for x, y in corners])


class TickBox(QAbstractButton):
    """A box with its words and its key. The presenter decides what is ticked: a click only asks."""

    def __init__(self, theme: Theme, text: str, key: str, *, role_px: int = 16) -> None:
        super().__init__()
        self._theme = theme
        self._key = key
        self._font = QFont(GOTHIC)
        self._font.setPixelSize(theme.px(role_px))
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(f"{text} {key}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Do nothing: the next ``render`` ticks the box."""

    def sizeHint(self) -> QSize:
        """Box, words, key."""
        metrics = QFontMetrics(self._font)
        width = (
            self._theme.px(26 + 10 + 10)
            + metrics.horizontalAdvance(self.text())
            + metrics.horizontalAdvance(self._key)
        )
        return QSize(width + self._theme.px(8), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """Nothing is ever cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, words and key."""
        painter = QPainter(self)
        side = self._theme.px(26)
        box = QRectF(self._theme.px(2), (self.height() - side) / 2, side, side)
        draw_tick_box(painter, box, self._theme, ticked=self.isChecked(), enabled=self.isEnabled())
        painter.setFont(self._font)
        metrics = QFontMetrics(self._font)
        left = round(box.right()) + self._theme.px(10)
        text = QRectF(left, 0, metrics.horizontalAdvance(self.text()) + 2, self.height())
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.waiting_text))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setPen(QColor(tokens.second))
        key = QRectF(
            text.right() + self._theme.px(10), 0, metrics.horizontalAdvance(self._key) + 2, self.height()
        )
        painter.drawText(key, Qt.AlignmentFlag.AlignVCenter, self._key)
        painter.end()


class ChoiceButton(QPushButton):
    """One of several: its words at left, its key in front. The presenter decides which is chosen."""

    def __init__(self, text: str, key: str) -> None:
        super().__init__(f"{key}　{text}")
        self.setProperty("choice", "true")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{text} {key}")

    def nextCheckState(self) -> None:
        """Do nothing: the next ``render`` shows the choice."""

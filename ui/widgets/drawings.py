"""Small drawings for the clerk's eye: the card on the reader, where the code is printed, a person."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ui.widgets.theme import GOTHIC, Theme


class Drawing(QWidget):
    """A fixed-size drawing; ``name`` says it to a screen reader."""

    def __init__(self, theme: Theme, width: int, height: int, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(theme.px(width), theme.px(height)))
        self.setAccessibleName(name)

    def _painter(self) -> QPainter:
        """A painter in the drawing's own units at 100 %."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._theme.factor, self._theme.factor)
        return painter

    def _colour(self, name: str) -> QColor:
        return QColor(str(getattr(self._theme.tokens, name)))


class CardOnReader(Drawing):
    """A card lying on a reader, with the arrow of putting it there."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, 260, 200, name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw reader, card, arrow."""
        painter = self._painter()
        painter.setPen(QPen(self._colour("second"), 2))
        painter.setBrush(self._colour("waiting"))
        painter.drawRoundedRect(QRectF(20, 130, 220, 56), 10, 10)
        painter.setBrush(self._colour("selected"))
        painter.setPen(QPen(self._colour("primary"), 2))
        painter.drawRoundedRect(QRectF(62, 40, 136, 84), 8, 8)
        painter.drawRoundedRect(QRectF(150, 54, 34, 44), 3, 3)
        painter.drawLine(76, 60, 134, 60)
        painter.drawLine(76, 74, 134, 74)
        painter.drawLine(76, 106, 184, 106)
        painter.setPen(QPen(self._colour("primary"), 4))
        painter.drawLine(130, 128, 130, 154)
        painter.drawLine(130, 154, 120, 144)
        painter.drawLine(130, 154, 140, 144)
        painter.end()


class CodeBPlaces(Drawing):
    """The face of the card with the three numbers of 照合番号B: birth date, expiry year, security code.

    The order is that of the 券面事項確認 AP (knowledge/card.md): 6 + 4 + 4 digits.
    """

    def __init__(self, theme: Theme, name: str, captions: tuple[str, str, str]) -> None:
        super().__init__(theme, 314, 200, name)
        self._captions = captions

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face and number the three places."""
        painter = self._painter()
        painter.setPen(QPen(self._colour("second"), 2))
        painter.setBrush(self._colour("paper"))
        painter.drawRoundedRect(QRectF(4, 6, 306, 186), 12, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("waiting"))
        painter.drawRoundedRect(QRectF(22, 24, 92, 112), 4, 4)
        for top, width in ((24, 110), (44, 164), (60, 140)):
            painter.drawRoundedRect(QRectF(128, top, width, 9), 4, 4)
        font = QFont(GOTHIC)
        font.setPixelSize(13)
        font.setBold(True)
        painter.setFont(font)
        places = (QRectF(128, 76, 172, 28), QRectF(128, 112, 172, 28), QRectF(16, 150, 172, 28))
        for number, (place, caption) in enumerate(zip(places, self._captions, strict=True), start=1):
            painter.setPen(QPen(self._colour("primary"), 2))
            painter.setBrush(self._colour("selected"))
            painter.drawRoundedRect(place, 6, 6)
            painter.setPen(self._colour("primary"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{number}　{caption}")
        painter.end()


class Portrait(Drawing):
    """The photo of the card's face, or a grey figure where none was read."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, 132, 168, name)
        self._photo = QPixmap()

    def show_png(self, png: bytes) -> None:
        """Show the photo; empty bytes forget it."""
        photo = QPixmap()
        if png:
            photo.loadFromData(png, "PNG")
        self._photo = photo
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the photo inside its frame without cropping a face."""
        painter = self._painter()
        frame = QRectF(0, 0, 132, 168)
        painter.fillRect(frame, QColor("#dcdcdc"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._photo.isNull():
            painter.setClipRect(frame)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#b0b0b0"))
            painter.drawEllipse(QRectF(38, 30, 56, 66))
            painter.drawRoundedRect(QRectF(16, 106, 100, 80), 26, 26)
        else:
            fitted = self._photo.size().scaled(QSize(132, 168), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (132 - fitted.width()) / 2, (168 - fitted.height()) / 2
            place = QRectF(left, top, fitted.width(), fitted.height())
            painter.drawPixmap(place, self._photo, QRectF(self._photo.rect()))
        painter.end()

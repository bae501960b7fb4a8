"""One sheet, as wide as its place allows, and scrolled by keys: it is to be read, not only recognised."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.view_models import PageImage
from ui.widgets.page_preview import image_of
from ui.widgets.theme import Theme

_STEP = 0.8
"""How much of what is seen moves on with a key: something of it stays, so that no line is missed."""


class SheetPicture(QWidget):
    """The sheet at the width it is given; the height follows."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def empty(self) -> bool:
        """No sheet is shown."""
        return self._image.isNull()

    def show_page(self, page: PageImage | None) -> None:
        """Show ``page``; None forgets the one before."""
        self._image = image_of(page) if page is not None else QImage()
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """The whole sheet at ``width``; an empty A4 sheet where there is none yet."""
        size = QSize(210, 297) if self._image.isNull() else self._image.size()
        return round(width * size.height() / size.width())

    def sizeHint(self) -> QSize:
        """A sheet of usual width."""
        width = self._theme.px(420)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet with a thin edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self.rect().adjusted(0, 0, -1, -1)
        painter.fillRect(place, QColor("#ffffff"))
        if not self._image.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = self._image.scaled(
                place.size() * self.devicePixelRatioF(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth
            )
            painter.drawImage(place, scaled)
        painter.setPen(QPen(QColor(self._theme.tokens.line), 1))
        painter.drawRect(place)
        painter.end()


class SheetArea(QScrollArea):
    """Shows one sheet. ``end_seen`` whenever its end is in sight, once the layout has settled."""

    end_seen = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._picture = SheetPicture(theme, name)
        self.setWidgetResizable(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidget(self._picture)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._look)
        self.verticalScrollBar().valueChanged.connect(self._settle)

    def show_page(self, page: PageImage | None) -> None:
        """Show ``page`` from its top; None forgets the one before."""
        self._picture.show_page(page)
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._settling.start()

    def scroll_by(self, change: int) -> bool:
        """Move on (1) or back (-1) within the sheet; False where there is no more of it."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + change * max(1, round(self.viewport().height() * _STEP)))
        return bar.value() != before

    def to_end(self) -> None:
        """Show the end of the sheet."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sheet takes the width it is given; what is being read stays in sight."""
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        read = bar.value() / self._picture.height() if self._picture.height() else 0.0
        self._fit()
        bar.setValue(round(read * self._picture.height()))
        self._settling.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Not the area's business."""
        event.ignore()

    def _fit(self) -> None:
        width = self.viewport().width()
        self._picture.setFixedSize(width, self._picture.heightForWidth(width))

    def _settle(self, _value: int) -> None:
        self._settling.start()

    def _look(self) -> None:
        bar = self.verticalScrollBar()
        if self.isVisible() and not self._picture.empty and bar.value() >= bar.maximum():
            self.end_seen.emit()

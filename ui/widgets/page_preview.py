"""A page as it will print, from its raster; drawn smooth, never cropped."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.view_models import PageImage
from ui.widgets.theme import Theme


def image_of(page: PageImage) -> QImage:
    """An image that owns its pixels, so that nothing keeps the model's bytes."""
    image = QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888)
    return image.copy()


class PagePreview(QWidget):
    """Shows one page at the largest size that fits, with a thin edge."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_page(self, page: PageImage | None) -> None:
        """Show ``page``; None forgets the one before."""
        self._image = image_of(page) if page is not None else QImage()
        self.update()

    def sizeHint(self) -> QSize:
        """An A4 page, small."""
        return QSize(self._theme.px(240), self._theme.px(340))

    def minimumSizeHint(self) -> QSize:
        """Still recognisable as a page."""
        return QSize(self._theme.px(150), self._theme.px(212))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = QSize(210, 297) if self._image.isNull() else self._image.size()
        fitted = size.scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF((self.width() - fitted.width()) / 2, 1, fitted.width(), fitted.height())
        painter.fillRect(place, QColor("#ffffff"))
        if not self._image.isNull():
            painter.drawImage(place, self._image)
        painter.setPen(QPen(QColor(self._theme.tokens.line), 1))
        painter.drawRect(place)
        painter.end()

"""A name drawn with its real glyphs: Qt's own text shows the base form of every variation sequence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QPainter, QPaintEvent, QPen, QRawFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.glyphs import FAMILY, FontAbsent, PlacedGlyph, screen_glyphs
from ui.widgets.theme import Theme

_SPACES = (" ", "　")


@lru_cache(maxsize=8)
def _raw_font(size: int) -> QRawFont:
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    raw = QRawFont.fromFont(font)
    glyphs = int.from_bytes(raw.fontTable("maxp").data()[4:6], "big")
    if raw.familyName() != FAMILY or glyphs != screen_glyphs().glyph_count:
        raise FontAbsent(FAMILY)
    return raw


@dataclass(frozen=True, slots=True)
class _Line:
    glyphs: tuple[PlacedGlyph, ...]
    advances: tuple[float, ...]


def _advances(glyphs: tuple[PlacedGlyph, ...], size: int) -> tuple[float, ...]:
    raw = _raw_font(size)
    points = raw.advancesForGlyphIndexes([glyph.glyph_id for glyph in glyphs])
    return tuple(
        point.x() if glyph.glyph_id else float(size) for glyph, point in zip(glyphs, points, strict=True)
    )


def _break_lines(glyphs: tuple[PlacedGlyph, ...], size: int, width: float) -> tuple[_Line, ...]:
    """Fill lines of ``width``; after a space where there is one, else between two printed characters."""
    advances = _advances(glyphs, size)
    lines: list[_Line] = []
    start, space, used = 0, -1, 0.0
    for index, advance in enumerate(advances):
        blank = glyphs[index].cluster in _SPACES
        if used + advance > width and index > start and not blank:
            end = space + 1 if space >= start else index
            lines.append(_Line(glyphs[start:end], advances[start:end]))
            start, used = end, sum(advances[end:index])
        used += advance
        if blank:
            space = index
    lines.append(_Line(glyphs[start:], advances[start:]))
    return tuple(lines)


class ResidentNameLabel(QWidget):
    """Shows ``text`` in IPAmj明朝, wrapped and never cut; shrinks from ``size`` to ``least`` to save a line.

    Sizes in logical pixels at 100 %. The accessible name is the text with its selectors.
    A character that the font lacks is a dashed red box.
    """

    def __init__(self, theme: Theme, text: str = "", *, size: int = 34, least: int = 30) -> None:
        super().__init__()
        self._theme = theme
        self._sizes = tuple(theme.px(step) for step in range(size, least - 1, -2))
        self._glyphs: tuple[PlacedGlyph, ...] = ()
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    def text(self) -> str:
        """The text as given, selectors included."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show ``text``."""
        if text != self._text or not self._glyphs:
            self._text = text
            self._glyphs = screen_glyphs().resolve(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def lines_for(self, width: int) -> tuple[int, tuple[_Line, ...]]:
        """The pixel size and the lines that ``width`` pixels lead to."""
        if not self._glyphs:
            return self._sizes[0], ()
        broken = [(size, _break_lines(self._glyphs, size, max(width, size))) for size in self._sizes]
        fewest = min(len(lines) for _, lines in broken)
        return next((size, lines) for size, lines in broken if len(lines) == fewest)

    def _line_height(self, size: int) -> int:
        return round(size * 1.25)

    def heightForWidth(self, width: int) -> int:
        """The height that shows every line at ``width``."""
        size, lines = self.lines_for(width)
        return max(1, len(lines)) * self._line_height(size)

    def sizeHint(self) -> QSize:
        """One line if there is room."""
        size = self._sizes[0]
        width = sum(_advances(self._glyphs, size)) if self._glyphs else size
        return QSize(round(width) + 2, self._line_height(size))

    def minimumSizeHint(self) -> QSize:
        """Four characters wide, and as high as the present width needs."""
        width = (
            self.width()
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Created)
            else self.sizeHint().width()
        )
        return QSize(min(self.sizeHint().width(), self._sizes[-1] * 4), self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw outlines by glyph id."""
        size, lines = self.lines_for(self.width())
        raw = _raw_font(size)
        painter = QPainter(self)
        colour = self._theme.tokens.text if self.isEnabled() else self._theme.tokens.waiting_text
        height = self._line_height(size)
        top = (self.height() - height * len(lines)) / 2
        for line in lines:
            baseline = top + (height - size) / 2 + size * 0.88
            painter.setPen(QColor(colour))
            self._draw_line(painter, raw, line, QPointF(0.0, baseline), size)
            top += height
        painter.end()

    def _draw_line(self, painter: QPainter, raw: QRawFont, line: _Line, at: QPointF, size: int) -> None:
        ids: list[int] = []
        positions: list[QPointF] = []
        for glyph, advance in zip(line.glyphs, line.advances, strict=True):
            if glyph.glyph_id:
                ids.append(glyph.glyph_id)
                positions.append(QPointF(at))
            else:
                painter.save()
                painter.setPen(QPen(QColor(self._theme.tokens.stop), 2, Qt.PenStyle.DashLine))
                painter.drawRect(QRectF(at.x() + 2, at.y() - size * 0.85, size - 4, size - 4))
                painter.restore()
            at = QPointF(at.x() + advance, at.y())
        run = QGlyphRun()
        run.setRawFont(raw)
        run.setGlyphIndexes(ids)
        run.setPositions(positions)
        painter.drawGlyphRun(QPointF(0.0, 0.0), run)

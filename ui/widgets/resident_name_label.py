"""A name drawn with its real glyphs: Qt's own text shows the base form of every variation sequence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QPainter, QPaintEvent, QPen, QRawFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.glyphs import FAMILY, FontAbsent, PlacedGlyph, screen_glyphs
from ui.widgets.theme import GOTHIC, Theme

_SPACES = (" ", "　", "-")


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


@lru_cache(maxsize=8)
def _gothic_font(size: int) -> QRawFont:
    font = QFont(GOTHIC)
    font.setPixelSize(size)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return QRawFont.fromFont(font)


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A printed character and the font it is drawn from; id 0 where neither has it."""

    cluster: str
    glyph_id: int
    gothic: bool


@dataclass(frozen=True, slots=True)
class _Line:
    glyphs: tuple[_Glyph, ...]
    advances: tuple[float, ...]


@lru_cache(maxsize=4096)
def _gothic_id(character: str) -> int:
    found = _gothic_font(16).glyphIndexesForString(character)
    return int(found[0]) if found else 0


def _place(placed: PlacedGlyph, *, gothic: bool) -> _Glyph:
    """Take a plain character of running text from the gothic, and everything rare from IPAmj明朝."""
    if gothic and len(placed.cluster) == 1 and (found := _gothic_id(placed.cluster)):
        return _Glyph(placed.cluster, found, gothic=True)
    return _Glyph(placed.cluster, placed.glyph_id, gothic=False)


@lru_cache(maxsize=8192)
def _advance(glyph: _Glyph, size: int) -> float:
    if not glyph.glyph_id:
        return float(size)
    raw = _gothic_font(size) if glyph.gothic else _raw_font(size)
    return float(raw.advancesForGlyphIndexes([glyph.glyph_id])[0].x())


def _break_lines(glyphs: tuple[_Glyph, ...], size: int, width: float) -> tuple[_Line, ...]:
    """Fill lines of ``width``; after a space where there is one, else between two printed characters."""
    advances = tuple(_advance(glyph, size) for glyph in glyphs)
    lines: list[_Line] = []
    start, space, used = 0, -1, 0.0
    for index, advance in enumerate(advances):
        blank = glyphs[index].cluster in _SPACES
        hanging = glyphs[index].cluster in _SPACES[:2]
        if used + advance > width and index > start and not hanging:
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
    ``running``: plain characters in the gothic of the rest of the screen (addresses, sentences), only the
    rare ones in IPAmj明朝. A character that the font lacks is a dashed red box.
    """

    def __init__(
        self, theme: Theme, text: str = "", *, size: int = 34, least: int = 30, running: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._running = running
        self._sizes = tuple(theme.px(step) for step in range(size, least - 1, -2))
        self._glyphs: tuple[_Glyph, ...] = ()
        self._broken: dict[int, tuple[int, tuple[_Line, ...]]] = {}
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
            placed = screen_glyphs().resolve(text)
            self._glyphs = tuple(_place(glyph, gothic=self._running) for glyph in placed)
            self._broken = {}
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def lines_for(self, width: int) -> tuple[int, tuple[_Line, ...]]:
        """The pixel size and the lines that ``width`` pixels lead to."""
        if not self._glyphs:
            return self._sizes[0], ()
        if width not in self._broken:
            tried = [(size, _break_lines(self._glyphs, size, max(width, size))) for size in self._sizes]
            fewest = min(len(lines) for _, lines in tried)
            self._broken[width] = next((size, lines) for size, lines in tried if len(lines) == fewest)
        return self._broken[width]

    def _line_height(self, size: int) -> int:
        return round(size * 1.25)

    def heightForWidth(self, width: int) -> int:
        """The height that shows every line at ``width``."""
        size, lines = self.lines_for(width)
        return max(1, len(lines)) * self._line_height(size)

    def sizeHint(self) -> QSize:
        """One line if there is room."""
        size = self._sizes[0]
        width = sum(_advance(glyph, size) for glyph in self._glyphs) if self._glyphs else size
        return QSize(round(width) + 2, self._line_height(size))

    def minimumSizeHint(self) -> QSize:
        """Four characters wide and one line high; ``heightForWidth`` says the rest."""
        width = min(self.sizeHint().width(), self._sizes[-1] * 4)
        return QSize(width, self._line_height(self._sizes[-1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw outlines by glyph id."""
        size, lines = self.lines_for(self.width())
        painter = QPainter(self)
        colour = self._theme.tokens.text if self.isEnabled() else self._theme.tokens.waiting_text
        height = self._line_height(size)
        top = (self.height() - height * len(lines)) / 2
        for line in lines:
            baseline = top + (height - size) / 2 + size * 0.88
            painter.setPen(QColor(colour))
            self._draw_line(painter, line, QPointF(0.0, baseline), size)
            top += height
        painter.end()

    def _draw_line(self, painter: QPainter, line: _Line, at: QPointF, size: int) -> None:
        runs: dict[bool, tuple[list[int], list[QPointF]]] = {True: ([], []), False: ([], [])}
        for glyph, advance in zip(line.glyphs, line.advances, strict=True):
            if glyph.glyph_id:
                ids, positions = runs[glyph.gothic]
                ids.append(glyph.glyph_id)
                positions.append(QPointF(at))
            else:
                painter.save()
                painter.setPen(QPen(QColor(self._theme.tokens.stop), 2, Qt.PenStyle.DashLine))
                painter.drawRect(QRectF(at.x() + 2, at.y() - size * 0.85, size - 4, size - 4))
                painter.restore()
            at = QPointF(at.x() + advance, at.y())
        for gothic, (ids, positions) in runs.items():
            run = QGlyphRun()
            run.setRawFont(_gothic_font(size) if gothic else _raw_font(size))
            run.setGlyphIndexes(ids)
            run.setPositions(positions)
            painter.drawGlyphRun(QPointF(0.0, 0.0), run)

"""The strokes a page is made of: fitted text, rules, the code, the 訓練 mark, within a reportlab document.

Nothing here knows what a certificate is. The document is invariant and uncompressed, so that the same strokes
give the same bytes (design.md 6, "Deterministic"). Operators are written here and handed over as literals:
reportlab's own way writes each number in a dozen steps, and a page has thousands (docs/benchmarks.md).
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from printing.code_symbol import QUIET_ZONE, dark_runs
from printing.glyph_font import RESOURCE_NAME, GlyphFont
from printing.glyphs import GlyphTable
from printing.layout_text import Box, PlacedText, fit

TRAINING_WORDS = "訓練"
TRAINING_SIZE = 230.0
TRAINING_GREY = 0.9
DRAFT_WORDS = "見本"
DRAFT_GREY = 0.8
TRAINING_ANGLE = 52


def number(value: float) -> str:
    """Write a number for a content stream (ISO 32000-1 7.3.3): thousandths, no exponent, nothing idle."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


class _PathPen:
    """Draws glyph outlines (TrueType, quadratic) into a reportlab path, placed and scaled."""

    def __init__(self, path: Any, scale: float, dx: float) -> None:
        self._path = path
        self._scale = scale
        self._dx = dx
        self._at = (0.0, 0.0)

    def _point(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] * self._scale + self._dx, point[1] * self._scale

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802  (the pen protocol's)
        self._at = point
        self._path.moveTo(*self._point(point))

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802  (the pen protocol's)
        self._at = point
        self._path.lineTo(*self._point(point))

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802  (the pen protocol's)
        start = self._at
        first = tuple(s + 2 / 3 * (c - s) for s, c in zip(start, control, strict=True))
        second = tuple(e + 2 / 3 * (c - e) for e, c in zip(end, control, strict=True))
        self._at = end
        self._path.curveTo(
            *self._point((first[0], first[1])), *self._point((second[0], second[1])), *self._point(end)
        )

    def curveTo(  # noqa: N802  (the pen protocol's)
        self, first: tuple[float, float], second: tuple[float, float], end: tuple[float, float]
    ) -> None:
        self._at = end
        self._path.curveTo(*self._point(first), *self._point(second), *self._point(end))

    def closePath(self) -> None:  # noqa: N802  (the pen protocol's)
        self._path.close()


class PageCanvas:
    """One document being drawn, in memory."""

    def __init__(self, font: GlyphFont, title: str, author: str, size: tuple[float, float]) -> None:
        self._font = font
        self._table: GlyphTable = font.table
        self._size = size
        self._buffer = io.BytesIO()
        make: Any = Canvas  # its stub has a number for the name of the first font
        self._canvas: Any = make(
            self._buffer, pagesize=size, initialFontName=font.register(), pageCompression=0, invariant=1
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Madoguchi")
        self._canvas.setProducer("Madoguchi")
        self._canvas.setSubject("")

    def training_mark(self) -> None:
        """Draw 訓練 across the page: it is seen on paper and is not in the text layer."""
        self._mark(TRAINING_WORDS, TRAINING_GREY)

    def draft_mark(self) -> None:
        """Draw 見本 across the page, darker than 訓練: nobody takes it for a certificate."""
        self._mark(DRAFT_WORDS, DRAFT_GREY)

    def _mark(self, words: str, grey: float) -> None:
        """Draw two large characters across the page as outlines."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillGray(grey)
        canvas.translate(self._size[0] / 2, self._size[1] / 2)
        canvas.rotate(TRAINING_ANGLE)
        scale = TRAINING_SIZE / self._table.face.upem
        path = canvas.beginPath()
        x = -TRAINING_SIZE * len(words) * 1.1 / 2
        canvas.translate(0, -TRAINING_SIZE * 0.38)
        for glyph in self._table.resolve(words):
            self._table.draw(glyph.glyph_id, _PathPen(path, scale, x))
            x += TRAINING_SIZE * 1.2
        canvas.drawPath(path, stroke=0, fill=1, fillMode=1)
        canvas.restoreState()

    def texts(self, texts: Iterable[PlacedText]) -> None:
        """Draw texts, each fitted to its box, each run at a place of its own.

        Raises Refused(TEXT_DOES_NOT_FIT) or Refused(GLYPH_MISSING).
        """
        document = self._canvas._doc  # noqa: SLF001  (what a reportlab font knows a document by)
        operators = ["BT"]
        size = 0.0
        for placed in texts:
            for line in fit(self._table.width, placed):
                if line.size != size:
                    size = line.size
                    operators.append(f"/{RESOURCE_NAME} {number(size)} Tf")
                cids = self._font.cids(line.text, document).hex()
                operators.append(f"1 0 0 1 {number(line.x)} {number(line.y)} Tm <{cids}> Tj")
        self._canvas.addLiteral("\n".join((*operators, "ET")))

    def frames(self, boxes: Iterable[Box], width: float) -> None:
        """Rule boxes with a line of ``width`` points, as one path: an edge of two boxes is inked once."""
        rectangles = (
            f"{number(box.x)} {number(box.y)} {number(box.width)} {number(box.height)} re" for box in boxes
        )
        self._canvas.addLiteral("\n".join((f"{number(width)} w", *rectangles, "S")))

    def rule(self, x: float, y: float, length: float, width: float = 0.6) -> None:
        """Draw one level line."""
        self._canvas.setLineWidth(width)
        self._canvas.line(x, y, x + length, y)

    def dashed_frame(self, box: Box, width: float = 0.7) -> None:
        """Rule a box with dashes."""
        self._canvas.saveState()
        self._canvas.setDash(3, 2.2)
        self._canvas.setStrokeGray(0.35)
        self.frames((box,), width)
        self._canvas.restoreState()

    def code(self, text: str, box: Box) -> None:
        """Draw a QR code with its quiet zone inside ``box``: one path, its unit the edge of a module."""
        modules, runs = dark_runs(text)
        edge = box.width / (modules + 2 * QUIET_ZONE)
        left, top = box.x + QUIET_ZONE * edge, box.y + box.height - QUIET_ZONE * edge
        self._canvas.addLiteral(
            "\n".join(
                (
                    f"q {edge:.6f} 0 0 {-edge:.6f} {number(left)} {number(top)} cm",
                    *(f"{column} {row} {length} 1 re" for row, column, length in runs),
                    "f Q",
                )
            )
        )

    def end_page(self) -> None:
        """Finish the page."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the document."""
        self._canvas.save()
        return self._buffer.getvalue()

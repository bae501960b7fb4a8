"""Reads a finished file back: its text runs with their glyph ids, its seal, its code, its raster.

Uses none of the libraries that wrote it: pikepdf for structure, pypdfium2 for text and raster, fontTools
for the embedded outlines, zxing-cpp for the code.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

import pikepdf
import pypdfium2
import zxingcpp
from fontTools.ttLib import TTFont

from printing.layout_text import Box

SCAN_DPI = 150
POINTS_PER_INCH = 72
CODE_DPI = 200
QR_ONLY = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)

_MAPPING = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
Outline = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One piece of text: where its baseline starts (points), what it says and the outline of each glyph."""

    x: float
    y: float
    size: float
    clusters: tuple[str, ...]
    outlines: tuple[Outline, ...]


class EmbeddedFont:
    """The Type0 font inside a file: CID to characters, and CID to outline through CIDToGIDMap."""

    def __init__(self, font: Any) -> None:
        descendant = font.DescendantFonts[0]
        self._map = bytes(descendant.CIDToGIDMap.read_bytes())
        file = bytes(descendant.FontDescriptor.FontFile2.read_bytes())
        self._glyphs: Any = TTFont(io.BytesIO(file), lazy=True)["glyf"]
        self._characters = {
            int(cid, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for cid, text in _MAPPING.findall(bytes(font.ToUnicode.read_bytes()))
        }
        self._outlines: dict[int, Outline] = {}

    def cluster(self, cid: int) -> str:
        """The characters a CID stands for; KeyError where ToUnicode says nothing."""
        return self._characters[cid]

    def outline(self, cid: int) -> Outline:
        """The outline a CID draws, read once for each; KeyError for .notdef."""
        if cid not in self._outlines:
            glyph_id = int.from_bytes(self._map[2 * cid : 2 * cid + 2], "big")
            if not glyph_id:
                raise KeyError(cid)
            self._outlines[cid] = outline_of(self._glyphs, self._glyphs.glyphOrder[glyph_id])
        return self._outlines[cid]


def outline_of(glyphs: Any, name: str) -> Outline:
    """Return a glyph's points, contour ends and on-curve flags from a fontTools ``glyf`` table."""
    points, ends, flags = glyphs[name].getCoordinates(glyphs)
    return points.array.tobytes(), tuple(ends), tuple(flag & 1 for flag in flags)


def _runs(page: Any) -> list[Run]:
    """Return the text runs of a page; KeyError or ValueError where a font or operator is not as we write."""
    fonts = {name: EmbeddedFont(font) for name, font in page.Resources.Font.items()}
    runs: list[Run] = []
    font: EmbeddedFont | None = None
    size = 0.0
    at: tuple[float, float] | None = None
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            case "Tm":
                if [Decimal(operand) for operand in operands[:4]] != [1, 0, 0, 1]:
                    raise ValueError("a turned or scaled text")
                at = (float(operands[4]), float(operands[5]))
            case "Tj":
                if font is None or at is None:
                    raise ValueError("a text without a font or a place")
                raw = bytes(operands[0])
                cids = [int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)]
                clusters = tuple(font.cluster(cid) for cid in cids)
                outlines = tuple(font.outline(cid) for cid in cids)
                runs.append(Run(x=at[0], y=at[1], size=size, clusters=clusters, outlines=outlines))
            case "T*":
                at = None
            case "TJ" | "'" | '"' | "Td" | "TD" | "Tr" | "Ts" | "Tz":
                raise ValueError("a text operator we do not write")
    return runs


class FinishedFile:
    """A PDF opened for reading back. Use as a context manager."""

    def __init__(self, pdf: bytes) -> None:
        self._structure = pikepdf.open(io.BytesIO(pdf))
        self._raster = pypdfium2.PdfDocument(pdf)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self._raster.close()
        self._structure.close()

    @property
    def page_count(self) -> int:
        """Pages in the file; 0 where the two readers disagree."""
        count = len(self._structure.pages)
        return count if count == len(self._raster) else 0

    def runs(self, page: int) -> list[Run]:
        """The text runs of a page, in drawing order."""
        return _runs(self._structure.pages[page])

    def text(self, page: int) -> str:
        """The text layer as a reader's copy gives it."""
        text: str = self._raster[page].get_textpage().get_text_range()
        return text

    def annotated(self, page: int) -> bool:
        """Tell whether anything lies over the page: annotations, or forms in the file."""
        return "/Annots" in self._structure.pages[page] or "/AcroForm" in self._structure.Root

    def images(self, page: int) -> list[Box]:
        """Where the page's images stand."""
        kinds = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
        bounds = [image.get_bounds() for image in self._raster[page].get_objects(filter=kinds)]
        return [
            Box(x=left, y=low, width=right - left, height=high - low) for left, low, right, high in bounds
        ]

    def greys(self, page: int, dpi: int = SCAN_DPI) -> Any:
        """The page as grey levels, a Pillow image."""
        bitmap = self._raster[page].render(scale=dpi / POINTS_PER_INCH, grayscale=True)
        return bitmap.to_pil().convert("L")

    def codes(self, page: int) -> list[str]:
        """The texts of all QR codes seen on the page; a sheet bears no code of another kind.

        Looking for every kind takes seven times as long, and a foreign one shows in the raster anyway.
        """
        grey = self.greys(page, CODE_DPI)
        return [found.text for found in zxingcpp.read_barcodes(grey, formats=QR_ONLY)]

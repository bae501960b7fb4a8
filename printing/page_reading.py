"""Reads a finished file back: its text runs with their glyph ids, its seal, its code, its raster.

Uses none of the libraries that wrote it: pikepdf for structure, pypdfium2 for text and raster, fontTools
for the embedded font, zxing-cpp for the code.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

import pikepdf
import pypdfium2
import zxingcpp
from fontTools.ttLib import TTFont, TTLibError

from printing.layout_text import Box
from printing.outlines import GlyphOutlines, Outline

READING_DPI = 200
POINTS_PER_INCH = 72
QR_ONLY = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)

_MAPPING = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_READ = ("q", "Q", "cm", "Tf", "Tm", "Tj")
_NOT_OURS = ("TJ", "'", '"', "Td", "TD", "T*", "Tr", "Ts", "Tz", "Tc", "Tw")


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
        try:
            self._glyphs = GlyphOutlines(TTFont(io.BytesIO(file), lazy=True))
        except TTLibError as error:
            raise ValueError("an embedded font that cannot be read") from error
        self._characters = {
            int(cid, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for cid, text in _MAPPING.findall(bytes(font.ToUnicode.read_bytes()))
        }
        self._outlines: dict[int, Outline] = {}

    def outline(self, cid: int) -> Outline:
        """The outline a CID draws, read once for each; KeyError for .notdef."""
        if cid not in self._outlines:
            glyph_id = int.from_bytes(self._map[2 * cid : 2 * cid + 2], "big")
            if not glyph_id:
                raise KeyError(cid)
            self._outlines[cid] = self._glyphs.outline(glyph_id)
        return self._outlines[cid]

    def run(self, at: tuple[float, float], size: float, raw: bytes) -> Run:
        """Return the text of ``raw``, two bytes to a CID; KeyError for one that the font does not explain."""
        cids = [int.from_bytes(raw[start : start + 2], "big") for start in range(0, len(raw), 2)]
        characters, outline = self._characters, self.outline
        return Run(
            x=at[0],
            y=at[1],
            size=size,
            clusters=tuple([characters[cid] for cid in cids]),
            outlines=tuple([outline(cid) for cid in cids]),
        )


def _instructions(page: Any) -> Iterable[tuple[str, Any]]:
    """Yield the operators that place text, with their operands; ValueError for one that we do not write."""
    for instruction in pikepdf.parse_content_stream(page, " ".join(_READ + _NOT_OURS)):
        operator = str(instruction.operator)
        if operator in _NOT_OURS:
            raise ValueError("a text operator we do not write")
        yield operator, instruction.operands


def _runs(page: Any) -> list[Run]:
    """Return the text runs of a page; KeyError or ValueError where a font or operator is not as we write."""
    fonts = {name: EmbeddedFont(font) for name, font in page.Resources.Font.items()}
    runs: list[Run] = []
    font: EmbeddedFont | None = None
    size = 0.0
    at: tuple[float, float] | None = None
    turned = [False]  # one for each state saved: whether the page's own axes are left
    for operator, operands in _instructions(page):
        match operator:
            case "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            case "Tm":
                *axes, x, y = operands
                if axes != [1, 0, 0, 1]:
                    raise ValueError("a turned or scaled text")
                at = (float(x), float(y))
            case "Tj":
                if font is None or at is None or turned[-1]:
                    raise ValueError("a text without a font or a place")
                runs.append(font.run(at, size, bytes(operands[0])))
                at = None  # the next one stands where this one ends, and says nothing of its place
            case "q":
                turned.append(turned[-1])
            case "Q":
                turned.pop()
            case "cm":
                turned[-1] = turned[-1] or list(operands) != [1, 0, 0, 1, 0, 0]
    return runs


def codes_in(grey: Any) -> list[str]:
    """The texts of all QR codes seen anywhere on a page; a sheet bears no code of another kind.

    Looking for every kind takes seven times as long, and a foreign one shows in the raster anyway.
    """
    return [found.text for found in zxingcpp.read_barcodes(grey, formats=QR_ONLY)]


class FinishedFile:
    """A PDF opened for reading back. Use as a context manager."""

    def __init__(self, pdf: bytes) -> None:
        self._structure = pikepdf.open(io.BytesIO(pdf))
        self._raster = pypdfium2.PdfDocument(pdf)
        self._loaded: dict[int, Any] = {}

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

    def _seen(self, page: int) -> Any:
        """The page as PDFium has read it, once for text, images and raster."""
        if page not in self._loaded:
            self._loaded[page] = self._raster[page]
        return self._loaded[page]

    def text(self, page: int) -> str:
        """The text layer as a reader's copy gives it."""
        text: str = self._seen(page).get_textpage().get_text_range()
        return text

    def annotated(self, page: int) -> bool:
        """Tell whether anything lies over the page: annotations, or forms in the file."""
        return "/Annots" in self._structure.pages[page] or "/AcroForm" in self._structure.Root

    def images(self, page: int) -> list[Box]:
        """Where the page's images stand."""
        kinds = (pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,)
        bounds = [image.get_bounds() for image in self._seen(page).get_objects(filter=kinds)]
        return [
            Box(x=left, y=low, width=right - left, height=high - low) for left, low, right, high in bounds
        ]

    def greys(self, page: int) -> Any:
        """The page as grey levels, a Pillow image of READING_DPI: one for the codes and for comparing."""
        return (
            self._seen(page).render(scale=READING_DPI / POINTS_PER_INCH, grayscale=True).to_pil().convert("L")
        )

    def codes(self, page: int) -> list[str]:
        """The texts of all QR codes seen on the page (``codes_in``)."""
        return codes_in(self.greys(page))

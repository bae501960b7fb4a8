"""Glyph ids of the certificate font for names on the screen, variation sequences included.

Plain text engines draw the base form and drop the selector (knowledge/stack.md 2.3); HarfBuzz resolves
base + selector to the one glyph id that the font's cmap 14 names. Nothing here draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FAMILY = "IPAmjMincho"
_PLACES = (
    Path(__file__).parent / "fonts" / "ipamjm.ttf",
    Path("/usr/share/fonts/truetype/ipamj/ipamjm.ttf"),
    Path("C:/Windows/Fonts/ipamjm.ttf"),
)


class FontAbsent(Exception):
    """IPAmj明朝 is not installed: names cannot be shown, so the program does not start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedGlyph:
    """One printed character: its source ``cluster`` and glyph id; ``glyph_id`` 0 means the font lacks it."""

    cluster: str
    glyph_id: int


def _is_selector(character: str) -> bool:
    return 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF


def clusters(text: str) -> tuple[str, ...]:
    """Split ``text`` into printed characters, each with the selector that belongs to it."""
    found: list[str] = []
    for character in text:
        if found and _is_selector(character):
            found[-1] += character
        else:
            found.append(character)
    return tuple(found)


def font_path() -> Path:
    """Where IPAmj明朝 lies: beside the program, else where Debian or Windows keep it. Raises FontAbsent."""
    for place in _PLACES:
        if place.is_file():
            return place
    raise FontAbsent(FAMILY)


class GlyphTable:
    """Resolves text to glyph ids of one font file; ids are those of QRawFont for the same file."""

    def __init__(self, path: Path) -> None:
        import uharfbuzz  # noqa: PLC0415 - no name is on the first page, and the window is painted sooner

        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
        self._font = uharfbuzz.Font(face)
        self.glyph_count = int(face.glyph_count)

    def resolve(self, text: str) -> tuple[PlacedGlyph, ...]:
        """One glyph per printed character; a sequence the font lacks gets id 0, never the base form."""
        return tuple(
            PlacedGlyph(cluster=cluster, glyph_id=self._glyph_id(cluster)) for cluster in clusters(text)
        )

    def _glyph_id(self, cluster: str) -> int:
        if len(cluster) == 1:
            return int(self._font.get_nominal_glyph(ord(cluster)) or 0)
        if len(cluster) == 2:
            return int(self._font.get_variation_glyph(ord(cluster[0]), ord(cluster[1])) or 0)
        return 0


@lru_cache(maxsize=1)
def screen_glyphs() -> GlyphTable:
    """The glyph table of the font found by ``font_path``; opened once."""
    return GlyphTable(font_path())

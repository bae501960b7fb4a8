"""Outlines as a font file holds them, to be compared byte for byte: IPAmj明朝 as installed, or as embedded.

fontTools finds the tables; a glyph's own bytes are compared as they lie there (OpenType 1.9, "glyf"), without
making points of them. Equal bytes draw the same; the subsetter keeps them but for the instructions, which
draw nothing on paper and are left out on both sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

CMAP_VARIATIONS = 14
HEADER_BYTES = 10

Outline = bytes


class GlyphOutlines:
    """The outlines of one font file, by glyph id; the file itself is not kept open."""

    def __init__(self, font: Any) -> None:
        self._offsets: Sequence[int] = font["loca"].locations
        self._glyphs: bytes = font.getTableData("glyf")

    def outline(self, glyph_id: int) -> Outline:
        """Return contour ends, flags and coordinates of a glyph; nothing for one that draws nothing.

        Zeros at the end are padding or coordinates that a reader would find anyway: they are left out. Raises
        KeyError for no glyph of the font, ValueError for one put together from others: IPAmj明朝 has none.
        """
        if not 0 <= glyph_id < len(self._offsets) - 1:
            raise KeyError(glyph_id)
        data = self._glyphs[self._offsets[glyph_id] : self._offsets[glyph_id + 1]]
        contours = int.from_bytes(data[:2], "big", signed=True)
        if contours < 0:
            raise ValueError("an outline put together from others")
        ends = HEADER_BYTES + 2 * contours
        instructions = int.from_bytes(data[ends : ends + 2], "big")
        return (data[:ends] + data[ends + 2 + instructions :]).rstrip(b"\0")


class InstalledFont:
    """The installed IPAmj明朝 read with fontTools: which outline a character must have."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _tables(self) -> tuple[dict[int, int], dict[tuple[int, int], int], GlyphOutlines]:
        """Nominal glyphs, glyphs of sequences (cmap 14) and outlines; the file is read once and closed."""
        with TTFont(self._path, lazy=True) as font:
            ids = font.getReverseGlyphMap()
            nominal = font.getBestCmap()
            variations = {
                (base, selector): ids[name or nominal[base]]
                for table in font["cmap"].tables
                if table.format == CMAP_VARIATIONS
                for selector, entries in table.uvsDict.items()
                for base, name in entries
            }
            return {point: ids[name] for point, name in nominal.items()}, variations, GlyphOutlines(font)

    def outline(self, cluster: str) -> Outline:
        """The outline of one cluster; KeyError where the font holds none."""
        base, *selector = (ord(character) for character in cluster)
        nominal, variations, outlines = self._tables
        return outlines.outline(variations[base, selector[0]] if selector else nominal[base])

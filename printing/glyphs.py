"""Which glyph each printed character is: cmap 14 of IPAmj明朝 through HarfBuzz, by id and never by fall-back.

A sequence the font does not hold is refused, never replaced by the base form (design.md promise 5;
knowledge/stack.md 2.1: an unmapped selector silently becomes the base glyph everywhere else).
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import uharfbuzz

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.names import clusters, describe

FONT_FILE = "ipamjm.ttf"
FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("C:/Windows/Fonts"),
)
EM = 1000
HEAD_BOUNDS_OFFSET = 36


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph id with the characters it stands for (base and, where there is one, selector)."""

    glyph_id: int
    cluster: str


def find_font(configured: Path | None = None) -> Path:
    """Return the file of IPAmj明朝: the configured one, or the first found in the system's font folders.

    Raises Refused(FONT_ABSENT).
    """
    if configured is not None:
        if configured.is_file():
            return configured
        raise Refused(FailureCode.FONT_ABSENT)
    for folder in FONT_FOLDERS:
        found = sorted(folder.rglob(FONT_FILE)) if folder.is_dir() else []
        if found:
            return found[0]
    raise Refused(FailureCode.FONT_ABSENT)


class GlyphTable:
    """The shipped font, opened once: characters to glyph ids, widths and outlines."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.face: Any = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
        self._font: Any = uharfbuzz.Font(self.face)
        self._found: dict[str, int] = {}
        self._advances: dict[int, float] = {}

    @cached_property
    def subset_source(self) -> Any:
        """The face as subsets are cut from it, its character map walked once and not for each document.

        It holds nothing of any document, and the subsets are the same bytes (tests/integration/printing).
        """
        return uharfbuzz.subset_preprocess(self.face)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the font file, in hex: part of ``renderer_id`` (design.md 6)."""
        with self.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()

    @cached_property
    def bounds(self) -> tuple[int, int, int, int]:
        """The box around every glyph (xMin, yMin, xMax, yMax) in thousandths of an em."""
        head = self.face.reference_table("head").data
        corners = struct.unpack_from(">4h", head, HEAD_BOUNDS_OFFSET)
        left, low, right, high = (round(corner * EM / self.face.upem) for corner in corners)
        return left, low, right, high

    @cached_property
    def ascent(self) -> int:
        """Ascender in thousandths of an em."""
        ascender: int = self._font.get_font_extents("ltr").ascender
        return round(ascender * EM / int(self.face.upem))

    @cached_property
    def descent(self) -> int:
        """Descender in thousandths of an em, negative."""
        descender: int = self._font.get_font_extents("ltr").descender
        return round(descender * EM / int(self.face.upem))

    def glyph_id(self, cluster: str) -> int | None:
        """Return the glyph of one cluster, None where the font holds none (.notdef is none)."""
        if cluster not in self._found:
            base, *selector = (ord(character) for character in cluster)
            if not selector:
                found = self._font.get_nominal_glyph(base)
            elif len(selector) == 1:
                found = self._font.get_variation_glyph(base, selector[0])
            else:
                found = None
            self._found[cluster] = found or 0
        return self._found[cluster] or None

    def require(self, texts: Iterable[str]) -> None:
        """Check that every character of ``texts`` has a glyph.

        Raises Refused(GLYPH_MISSING) with all missing characters in the fact ``characters``.
        """
        missing = dict.fromkeys(
            cluster for text in texts for cluster in clusters(text) if self.glyph_id(cluster) is None
        )
        if missing:
            named = "、".join(describe(cluster) for cluster in missing)
            raise Refused(FailureCode.GLYPH_MISSING, characters=named)

    def resolve(self, text: str) -> tuple[Glyph, ...]:
        """Return the glyphs of ``text`` in order; raises Refused(GLYPH_MISSING) naming all missing."""
        found = [Glyph(self.glyph_id(cluster) or 0, cluster) for cluster in clusters(text)]
        if not all(glyph.glyph_id for glyph in found):
            self.require((text,))
        return tuple(found)

    def advance(self, glyph_id: int) -> float:
        """Width of a glyph in thousandths of an em."""
        if glyph_id not in self._advances:
            self._advances[glyph_id] = self._font.get_glyph_h_advance(glyph_id) * EM / self.face.upem
        return self._advances[glyph_id]

    def width(self, text: str, size: float) -> float:
        """Width of ``text`` at ``size`` points, in points; raises Refused(GLYPH_MISSING)."""
        glyph_ids = [self.glyph_id(cluster) for cluster in (clusters(text) if len(text) > 1 else text)]
        if not all(glyph_ids):
            self.require((text,))
        return sum([self.advance(glyph_id or 0) for glyph_id in glyph_ids]) * size / EM

    def draw(self, glyph_id: int, pen: object) -> None:
        """Draw a glyph's outline, in font units (``face.upem`` to the em), into a fontTools-style pen."""
        self._font.draw_glyph_with_pen(glyph_id, pen)

"""Outlines compared as bytes: the subsetter keeps them, and nothing that draws otherwise compares equal."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from printing.glyphs import GlyphTable
from printing.outlines import GlyphOutlines, InstalledFont


class OneGlyph:
    """A font of one glyph, as fontTools hands one over."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __getitem__(self, tag: str) -> Any:
        assert tag == "loca"
        return self

    @property
    def locations(self) -> list[int]:
        return [0, len(self._data)]

    def getTableData(self, tag: str) -> bytes:  # noqa: N802  (fontTools')
        assert tag == "glyf"
        return self._data


def outline(data: bytes) -> bytes:
    return GlyphOutlines(OneGlyph(data)).outline(0)


TRIANGLE = bytes.fromhex("0001 0000 0000 0064 0064 0002")  # one contour, its box, its last point
POINTS = bytes.fromhex("01 01 01 0000 0064 0000 0000 0000 0064")


def simple(*, instructions: bytes = b"", points: bytes = POINTS, padding: int = 0) -> bytes:
    return TRIANGLE + len(instructions).to_bytes(2, "big") + instructions + points + bytes(padding)


def test_instructions_and_padding_make_no_difference() -> None:
    assert outline(simple(instructions=b"\xb0\x01", padding=3)) == outline(simple())


@pytest.mark.parametrize("at", range(len(POINTS)))
def test_any_other_byte_makes_one(at: int) -> None:
    changed = bytearray(POINTS)
    changed[at] ^= 0x10

    assert outline(simple(points=bytes(changed))) != outline(simple())


def test_an_outline_put_together_from_others_is_refused_and_a_missing_one_told() -> None:
    with pytest.raises(ValueError, match="put together"):
        outline(bytes.fromhex("ffff 0000 0000 0064 0064 0002 0001 0000"))
    with pytest.raises(KeyError):
        GlyphOutlines(OneGlyph(simple())).outline(1)


def test_the_subsetter_keeps_the_outlines_of_the_installed_font(
    glyph_table: GlyphTable, font_path: Path
) -> None:
    with TTFont(font_path, lazy=True) as font:
        installed = GlyphOutlines(font)
        count = font["maxp"].numGlyphs
    wanted = range(1, count, 17)
    request = uharfbuzz.SubsetInput()
    request.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).update(wanted)
    request.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    plans = [uharfbuzz.SubsetPlan(face, request) for face in (glyph_table.face, glyph_table.subset_source)]
    plain, prepared = (bytes(plan.execute().blob.data) for plan in plans)
    subset = GlyphOutlines(TTFont(io.BytesIO(prepared), lazy=True))
    renumbered = dict(plans[1].old_to_new_glyph_mapping)

    assert prepared == plain
    differing = [g for g in wanted if subset.outline(renumbered[g]) != installed.outline(g)]
    assert differing == []
    assert len({installed.outline(g) for g in wanted}) > len(wanted) * 0.99


def test_a_variant_has_the_outline_of_its_own_glyph_and_an_unknown_one_none(
    glyph_table: GlyphTable, font_path: Path
) -> None:
    font = InstalledFont(font_path)

    assert font.outline("葛\U000e0102") != font.outline("葛")
    assert glyph_table.glyph_id("葛\U000e0102") != glyph_table.glyph_id("葛")
    with pytest.raises(KeyError):
        font.outline("葛\U000e0100")

"""All 11,474 variation sequences of IPAmj明朝: right glyph on paper, right characters in the text layer."""

from __future__ import annotations

import subprocess
from pathlib import Path

from fontTools.ttLib import TTFont

from printing.glyph_font import GlyphFont
from printing.glyphs import GlyphTable
from printing.layout_text import Box, PlacedText
from printing.page_canvas import PageCanvas

A_ROW, ROWS = 48, 60
SIZE = 10.0


def test_every_sequence_of_the_font_prints_as_its_glyph_and_copies_as_its_characters(
    glyph_table: GlyphTable, font_path: Path, tmp_path: Path
) -> None:
    with TTFont(font_path, lazy=True) as font:
        table = next(t for t in font["cmap"].tables if t.format == 14)
        best = font.getBestCmap()
        wanted = {
            chr(base) + chr(selector): font.getGlyphID(name or best[base])
            for selector, entries in table.uvsDict.items()
            for base, name in entries
        }
    assert len(wanted) == 11_474

    assert [sequence for sequence, gid in wanted.items() if glyph_table.glyph_id(sequence) != gid] == []

    canvas = PageCanvas(GlyphFont(glyph_table), "字形", "架空町", (595, 842))
    sequences = list(wanted)
    rows = ["".join(sequences[at : at + A_ROW]) for at in range(0, len(sequences), A_ROW)]
    for first in range(0, len(rows), ROWS):
        for index, row in enumerate(rows[first : first + ROWS]):
            box = Box(x=20, y=815 - index * 13, width=550, height=13)
            canvas.texts([PlacedText(name="行", text=row, box=box, size=SIZE)])
        canvas.end_page()
    path = tmp_path / "all.pdf"
    path.write_bytes(canvas.finish())
    copied = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, timeout=100
    ).stdout.decode()

    assert "".join(copied.split()) == "".join(sequences)


def test_characters_beyond_the_bmp_keep_their_code_points(glyph_table: GlyphTable, tmp_path: Path) -> None:
    canvas = PageCanvas(GlyphFont(glyph_table), "字形", "架空町", (595, 842))
    text = "𠮷野家髙橋﨑𡈽"
    canvas.texts([PlacedText(name="行", text=text, box=Box(x=20, y=700, width=500, height=20), size=14)])
    canvas.end_page()
    path = tmp_path / "p.pdf"
    path.write_bytes(canvas.finish())

    copied = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, timeout=30)

    assert copied.stdout.decode().strip() == text


def test_a_sequence_the_font_does_not_hold_is_not_the_base_form(glyph_table: GlyphTable) -> None:
    assert glyph_table.glyph_id("葛") is not None
    assert glyph_table.glyph_id("葛\U000e0102") is not None
    assert glyph_table.glyph_id("葛\U000e0100") is None
    assert glyph_table.glyph_id("\U000e0102") is None
    assert glyph_table.glyph_id("葛\U000e0102\U000e0103") is None

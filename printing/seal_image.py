"""Draws the seal of a fictitious town: six characters in two columns within a square. For exercises only.

``python -m printing.seal_image WORDS OUT.png`` made ``resources/seal/999997.png`` (24 mm, 600 dpi, 1 bit).
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from printing.glyphs import find_font

COLUMNS = 2
ROWS = 3
EDGE_MM = 24.0
DOTS_PER_MM = 600 / 25.4
RULE = 0.05
MARGIN = 0.09


def draw_seal(words: str, font_file: Path) -> Image.Image:
    """Return a seal of six characters as a square one-bit image, read down from the right column."""
    edge = round(EDGE_MM * DOTS_PER_MM)
    image = Image.new("1", (edge, edge), 1)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, edge - 1, edge - 1), outline=0, width=round(edge * RULE))
    inner = edge * (1 - 2 * MARGIN)
    wide, high = inner / COLUMNS, inner / ROWS
    font = ImageFont.truetype(font_file, round(edge * 0.5))
    for column in range(COLUMNS):
        for row, word in enumerate(words[column * ROWS : (column + 1) * ROWS]):
            left, top, right, bottom = font.getbbox(word)
            stamp = Image.new("L", (round(right - left), round(bottom - top)), 255)
            ImageDraw.Draw(stamp).text((-left, -top), word, font=font, fill=0, stroke_width=2)
            fitted = stamp.resize((round(wide * 0.92), round(high * 0.94)), Image.Resampling.LANCZOS)
            x = edge * MARGIN + (COLUMNS - 1 - column) * wide + wide * 0.04
            y = edge * MARGIN + row * high + high * 0.03
            image.paste(fitted.convert("1", dither=Image.Dither.NONE), (round(x), round(y)))
    return image


def main(words: str, out: str) -> None:
    """Write the seal to ``out``."""
    draw_seal(words, find_font()).save(out, dpi=(600, 600), optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:3])

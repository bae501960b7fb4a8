"""The code as a symbol: every dark module once, and read back as the text it was made of."""

from __future__ import annotations

import segno
import zxingcpp
from PIL import Image, ImageDraw

from printing.code_symbol import MASK, QUIET_ZONE, dark_runs
from printing.page_canvas import number
from tests.integration.printing.samples import code

DOTS_A_MODULE = 3
"""What a module of the sheet's code is at 150 dpi, rounded."""


def picture(text: str) -> Image.Image:
    modules, runs = dark_runs(text)
    edge = (modules + 2 * QUIET_ZONE) * DOTS_A_MODULE
    image = Image.new("L", (edge, edge), 255)
    pen = ImageDraw.Draw(image)
    for row, column, length in runs:
        x, y = ((QUIET_ZONE + at) * DOTS_A_MODULE for at in (column, row))
        pen.rectangle((x, y, x + length * DOTS_A_MODULE - 1, y + DOTS_A_MODULE - 1), fill=0)
    return image


def test_every_dark_module_is_in_one_run_and_no_light_one() -> None:
    text = code("999997-02-20261123-000030-1/1")
    matrix = segno.make_qr(text, error="m", boost_error=False, mask=MASK).matrix
    modules, runs = dark_runs(text)

    drawn = [(row, column + step) for row, column, length in runs for step in range(length)]

    assert modules == len(matrix)
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == {
        (row, column) for row, line in enumerate(matrix) for column, dark in enumerate(line) if dark
    }


def test_codes_of_many_sheets_are_read_back_at_the_resolution_of_the_scan() -> None:
    texts = [code(f"999997-02-20261123-{serial:06d}-1/1") for serial in range(60)]

    read = [[found.text for found in zxingcpp.read_barcodes(picture(text))] for text in texts]

    assert read == [[text] for text in texts]


def test_a_symbol_tells_which_mask_it_bears() -> None:
    assert segno.make_qr(code("x"), error="m", boost_error=False, mask=MASK).designator == "8-M"
    modules, runs = dark_runs(code("x"))
    dark = {(row, column + step) for row, column, length in runs for step in range(length)}
    # ISO/IEC 18004 7.9: format information, its five data bits (level, mask) under the mask 10101
    bits = "".join("1" if (8, column) in dark else "0" for column in range(5))

    assert modules == 49
    assert int(bits, 2) ^ 0b10101 == MASK


def test_numbers_are_written_to_the_thousandth_without_idle_digits() -> None:
    written = [number(value) for value in (0, 10.0, 100, 0.5, 1 / 3, 841.8898, -1.541649, 0.00001)]

    assert written == ["0", "10", "100", "0.5", "0.333", "841.89", "-1.542", "0"]

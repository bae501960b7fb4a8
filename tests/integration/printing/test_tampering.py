"""What makes the identity check quick hides nothing: bytes of outlines, places of runs, codes anywhere."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
import segno

from counter_app.application.paper_ports import RenderedPages
from counter_app.application.registry_port import Seal
from printing.pages import CertificatePages
from tests.integration.printing import samples
from tests.integration.printing.tampering import altered, difference, in_content

JOB = samples.job(samples.model(samples.FAMILY))
DARK, LIGHT = "0 g", "1 g"


@pytest.fixture(scope="module")
def rendered(pages: CertificatePages) -> RenderedPages:
    return pages.render(JOB)


def drawn_code(*, module: float, x: float, y: float, axes: str = "1 0 0 1", inverted: bool = False) -> bytes:
    """Draw a code that is not the sheet's at (x, y), a module ``module`` points wide, on its own ground."""
    matrix = segno.make_qr("別の紙", error="m").matrix
    ground, ink = (DARK, LIGHT) if inverted else (LIGHT, DARK)
    edge = module * (len(matrix) + 8)
    dots = [
        f"{module * (4 + column):.3f} {module * (4 + row):.3f} {module:.3f} {module:.3f} re"
        for row, line in enumerate(matrix)
        for column, dark in enumerate(line)
        if dark
    ]
    drawing = f" q {axes} {x} {y} cm {ground} 0 0 {edge:.3f} {edge:.3f} re f {ink} {' '.join(dots)} f Q "
    return drawing.encode()


def added(drawing: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(pdf.pages[0].Contents.read_bytes() + drawing)

    return change


@pytest.mark.parametrize(
    "drawing",
    [
        drawn_code(module=0.5, x=560, y=2),
        drawn_code(module=2, x=200, y=300, axes="0 1 -1 0"),
        drawn_code(module=2, x=200, y=300, axes="0.8 0.6 -0.6 0.8"),
        drawn_code(module=2, x=200, y=300, axes="1 0 0 -1"),
        drawn_code(module=2, x=200, y=300, inverted=True),
        drawn_code(module=12, x=40, y=160),
    ],
    ids=[
        "modules of 0.18 mm, in the corner",
        "upside",
        "askew",
        "mirrored",
        "light on dark",
        "over half the page",
    ],
)
def test_a_foreign_code_is_caught_wherever_and_however_it_is_drawn(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages, drawing: bytes
) -> None:
    other = altered(rendered, added(drawing))

    assert difference(pages, pages.finish(other, seal), other, JOB) == "code"


def test_the_right_code_twice_is_caught(pages: CertificatePages, seal: Seal, rendered: RenderedPages) -> None:
    def repeat(pdf: pikepdf.Pdf) -> None:
        content = pdf.pages[0].Contents.read_bytes()
        start = content.index(b"q 1.54")
        code = content[start : content.index(b"f Q", start) + 3]
        pdf.pages[0].Contents = pdf.make_stream(content + b" q 1 0 0 1 -420 0 cm " + code + b" Q ")

    other = altered(rendered, repeat)

    assert difference(pages, pages.finish(other, seal), other, JOB) == "code"


def test_one_point_of_one_outline_that_is_moved_is_caught(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    def move(pdf: pikepdf.Pdf) -> None:
        descriptor = pdf.pages[0].Resources.Font.G1.DescendantFonts[0].FontDescriptor
        file = bytearray(descriptor.FontFile2.read_bytes())
        glyf = file.index(b"glyf")
        start = int.from_bytes(file[glyf + 8 : glyf + 12], "big")
        length = int.from_bytes(file[glyf + 12 : glyf + 16], "big")
        file[start + length - 3] ^= 1  # among the coordinates of the last glyph
        descriptor.FontFile2 = pdf.make_stream(bytes(file), Length1=len(file))

    other = altered(rendered, move)

    assert difference(pages, pages.finish(other, seal), other, JOB) == "glyph"


def test_a_font_that_cannot_be_read_is_refused(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        descriptor = pdf.pages[0].Resources.Font.G1.DescendantFonts[0].FontDescriptor
        descriptor.FontFile2 = pdf.make_stream(b"OTTO" + bytes(60))

    other = altered(rendered, spoil)

    assert difference(pages, pages.finish(other, seal), other, JOB) == "structure"


def test_a_run_that_stands_in_the_cell_beside_its_own_is_caught(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    other = altered(rendered, in_content(b"1 0 0 1 122.455 767.462 Tm", b"1 0 0 1 122.455 755.273 Tm"))

    assert difference(pages, pages.finish(other, seal), other, JOB) == "text"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"BT\n", b"q 1 0 0 1 0 -12.189 cm BT\n"),
        (b"BT\n", b"BT\n3 Tc\n"),
        (b" Tj\n", b" Tj <0001> Tj\n"),
        (b" Tj\n", b" Tj T* <0001> Tj\n"),
        (b"BT\n", b"Q Q Q Q BT\n"),
        (b"1 0 0 1 49.02 ", b"1 0 0.2 1 49.02 "),
        (b"/G1 7.5 Tf", b"/G2 7.5 Tf"),
    ],
    ids=["axes moved", "spaced out", "no place", "next line", "states", "slanted", "another font"],
)
def test_a_text_whose_place_cannot_be_told_is_refused(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages, old: bytes, new: bytes
) -> None:
    other = altered(rendered, in_content(old, new))

    assert difference(pages, pages.finish(other, seal), other, JOB) == "structure"


def test_a_faint_hairline_drawn_by_the_update_is_caught(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    finished = pages.finish(rendered, seal)
    drawing = finished.rindex(b"q 1 g ")
    end = finished.index(b" re f", drawing) + len(b" re f")
    hairline = finished[:drawing] + b"q .97 g 40 40 60 .2 re f"
    padded = hairline + b" " * (end - len(hairline)) + finished[end:]

    assert len(padded) == len(finished)
    assert difference(pages, padded, rendered, JOB) == "raster"

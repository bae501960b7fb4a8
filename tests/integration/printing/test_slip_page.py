"""The slip says number, time and what happens next, and names nobody."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from counter_app.application.paper_ports import SlipContent
from counter_app.domain.fallback import DeliveryWay
from printing import slip_page
from printing.glyphs import GlyphTable
from printing.layout_text import fit
from printing.pages import CertificatePages

SLIP = SlipContent(
    town_name="架空町",
    office="住民課",
    number="02-20261124-007",
    taken_at="令和8年11月24日 9:05",
    delivery=DeliveryWay.RETURN,
)


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) == 1
        return "".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "")
    finally:
        document.close()


def raster(pages: CertificatePages, pdf: bytes) -> Image.Image:
    width, height, rgba = pages.preview(pdf, 0, 72)
    return Image.frombytes("RGBA", (width, height), rgba).convert("L")


@pytest.mark.parametrize("way", DeliveryWay)
def test_a_slip_says_number_time_and_what_happens_next(pages: CertificatePages, way: DeliveryWay) -> None:
    said = words(pages.request_slip(replace(SLIP, delivery=way)))

    for part in (
        "架空町",
        "住民課",
        "受付票",
        SLIP.number,
        SLIP.taken_at,
        slip_page.NEXT[way],
        slip_page.FEE,
    ):
        assert part in said
    assert [slip_page.NEXT[other] in said for other in DeliveryWay].count(True) == 1


def test_a_day_that_was_promised_stands_on_the_slip(pages: CertificatePages) -> None:
    said = words(pages.request_slip(replace(SLIP, promised="令和8年11月26日")))

    assert f"{slip_page.PROMISED}令和8年11月26日" in said
    assert slip_page.PROMISED not in words(pages.request_slip(SLIP))


def test_the_number_is_the_largest_thing_on_the_slip_and_stands_on_one_line(glyph_table: GlyphTable) -> None:
    texts, _ = slip_page.describe_slip(SLIP)
    sizes = {text.name: [line.size for line in fit(glyph_table.width, text)] for text in texts}

    (of_number,) = sizes.pop("受付番号")
    assert of_number > max(size for lines in sizes.values() for size in lines)


def test_the_same_slip_is_the_same_file(pages: CertificatePages) -> None:
    assert pages.request_slip(SLIP) == pages.request_slip(SLIP)


def test_a_slip_of_a_training_is_marked_across_the_page(pages: CertificatePages) -> None:
    plain, marked = (
        raster(pages, pages.request_slip(replace(SLIP, training=training))) for training in (False, True)
    )

    grey = round(255 * 0.9)
    assert marked.histogram()[grey] > 5_000 > plain.histogram()[grey]

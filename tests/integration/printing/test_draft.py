"""The page drawn ahead says everything the certificate will say, and is none."""

from __future__ import annotations

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from printing.pages import CertificatePages
from tests.integration.printing import samples


def raster(pages: CertificatePages, pdf: bytes) -> Image.Image:
    width, height, rgba = pages.preview(pdf, 0, 150)
    return Image.frombytes("RGBA", (width, height), rgba).convert("L")


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_a_draft_has_every_sheet_and_neither_number_nor_code(pages: CertificatePages) -> None:
    model = samples.model(samples.FAMILY)
    job = samples.job(model)
    issued, draft = pages.render(job), pages.draft(model)

    assert len(zxingcpp.read_barcodes(raster(pages, issued.pdf))) == 1
    assert not zxingcpp.read_barcodes(raster(pages, draft))
    assert job.stamps[0].number in words(issued.pdf)
    assert job.stamps[0].number not in words(draft)
    document = pypdfium2.PdfDocument(draft)
    assert len(document) == issued.page_count
    document.close()
    assert model.persons[0].birth in words(draft)


def test_a_draft_is_marked_across_the_page_unlike_a_certificate(pages: CertificatePages) -> None:
    model = samples.model()
    issued, draft = (raster(pages, pdf) for pdf in (pages.render(samples.job(model)).pdf, pages.draft(model)))

    # the mark is the only area of its grey; elsewhere that grey is but the edge of a stroke
    grey = 204
    marked = draft.histogram()[grey]
    assert marked > draft.width * draft.height * 0.02
    assert issued.histogram()[grey] < marked / 10


def test_a_character_without_a_glyph_is_named_before_any_number_is_allotted(
    pages: CertificatePages,
) -> None:
    model = samples.model((samples.person(name="架空　\U000f0000"),))

    with pytest.raises(Refused) as refused:
        pages.draft(model)

    assert refused.value.failure.code is FailureCode.GLYPH_MISSING

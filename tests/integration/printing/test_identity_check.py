"""What will print is what was recorded: each planted difference is caught and named impersonally."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
import segno
from PIL import Image

from counter_app.application.paper_ports import RenderedPages
from counter_app.application.port_errors import Refused
from counter_app.application.registry_port import Seal
from printing.pages import CertificatePages
from tests.integration.printing import samples
from tests.integration.printing.tampering import altered, difference, in_content

JOB = samples.job(samples.model(samples.FAMILY))


@pytest.fixture(scope="module")
def rendered(pages: CertificatePages) -> RenderedPages:
    return pages.render(JOB)


def test_a_page_as_recorded_passes_and_begins_with_p0(
    pages: CertificatePages, rendered: RenderedPages, seal: Seal
) -> None:
    finished = pages.finish(rendered, seal)

    assert finished.startswith(rendered.pdf)
    assert len(finished) > len(rendered.pdf)
    pages.verify(finished, rendered, JOB)


def test_a_page_with_the_training_mark_passes(pages: CertificatePages, seal: Seal) -> None:
    job = samples.job(samples.model(training=True), copies=2)
    training = pages.render(job)

    pages.verify(pages.finish(training, seal), training, job)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "葛\U000e0103飾　太郎"},
        {"name": "葛飾　太郎"},
        {"birth": "昭和45年3月4日"},
        {"honseki": "架空県架空町1番地"},
    ],
    ids=["other variant", "base form", "other date", "an item not recorded"],
)
def test_another_persons_page_is_caught(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages, change: dict[str, str]
) -> None:
    other = samples.job(
        samples.model((samples.person(**({"relationship": "世帯主"} | change)), *samples.FAMILY[1:]))
    )

    assert difference(pages, pages.finish(rendered, seal), rendered, other) == "text"


def test_two_persons_swapped_are_caught(pages: CertificatePages, seal: Seal, rendered: RenderedPages) -> None:
    first, second, *others = samples.FAMILY
    swapped = samples.job(samples.model((second, first, *others)))

    assert difference(pages, pages.finish(rendered, seal), rendered, swapped) == "text"


def test_a_glyph_that_is_not_its_characters_is_caught_though_the_text_is_right(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    def swap_outlines(pdf: pikepdf.Pdf) -> None:
        font = pdf.pages[0].Resources.Font.G1
        cid_font = font.DescendantFonts[0]
        table = bytearray(cid_font.CIDToGIDMap.read_bytes())
        table[20:22], table[22:24] = table[22:24], table[20:22]
        cid_font.CIDToGIDMap = pdf.make_stream(bytes(table))

    other = altered(rendered, swap_outlines)

    assert difference(pages, pages.finish(other, seal), other, JOB) == "glyph"


def test_a_sheet_number_of_another_case_is_caught(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    stamps = tuple(replace(s, number=s.number.replace("000030", "000031")) for s in JOB.stamps)

    assert difference(pages, pages.finish(rendered, seal), rendered, replace(JOB, stamps=stamps)) == "text"


def test_another_code_is_caught(pages: CertificatePages, seal: Seal, rendered: RenderedPages) -> None:
    stamps = (JOB.stamps[0], replace(JOB.stamps[1], code=samples.code("another")))

    assert difference(pages, pages.finish(rendered, seal), rendered, replace(JOB, stamps=stamps)) == "code"


def test_a_second_code_is_caught_though_the_right_one_is_there(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    matrix = segno.make_qr(samples.code("another"), error="m").matrix
    dots = [
        f"{200 + 2 * column} {500 - 2 * row} 2 2 re"
        for row, line in enumerate(matrix)
        for column, dark in enumerate(line)
        if dark
    ]
    drawing = f" q 1 g 180 390 140 140 re f 0 g {' '.join(dots)} f Q ".encode()

    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Contents = pdf.make_stream(pdf.pages[1].Contents.read_bytes() + drawing)

    other = altered(rendered, add)

    assert difference(pages, pages.finish(other, seal), other, JOB) == "code"


def test_a_text_added_outside_the_cells_is_caught(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    extra = b" BT /G1 9 Tf 1 0 0 1 300 20 Tm (\x00\x01) Tj ET "

    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(pdf.pages[0].Contents.read_bytes() + extra)

    other = altered(rendered, add)

    assert difference(pages, pages.finish(other, seal), other, JOB) == "extra_text"


def test_a_text_operator_that_we_do_not_write_is_caught(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    other = altered(rendered, in_content(b" Tj", b" Tj 3 Tr"))

    assert difference(pages, pages.finish(other, seal), other, JOB) == "structure"


def test_an_annotation_over_the_page_is_caught(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    def annotate(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[0, 0, 9, 9])
        pdf.pages[0].Annots = pikepdf.Array([note])

    other = altered(rendered, annotate)

    assert difference(pages, pages.finish(other, seal), other, JOB) == "structure"


def test_a_changed_prefix_is_caught(pages: CertificatePages, seal: Seal, rendered: RenderedPages) -> None:
    finished = bytearray(pages.finish(rendered, seal))
    finished[len(rendered.pdf) // 2] ^= 1

    assert difference(pages, bytes(finished), rendered, JOB) == "prefix"


def test_a_prefix_that_is_not_the_approved_digest_is_caught(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    approved = replace(rendered, sha256="0" * 64)

    assert difference(pages, pages.finish(rendered, seal), approved, JOB) == "prefix"


def test_a_page_without_its_seal_is_caught(pages: CertificatePages, rendered: RenderedPages) -> None:
    assert difference(pages, rendered.pdf, rendered, JOB) == "seal_missing"


def test_a_seal_beside_its_box_is_caught(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    finished = pages.finish(rendered, seal)
    update = finished[len(rendered.pdf) :]
    place = update.index(b" cm /MadoguchiSeal")
    moved = update[: place - 6] + b"99.000" + update[place:]

    assert difference(pages, rendered.pdf + moved, rendered, JOB) == "seal"


def test_a_file_that_bears_a_seal_is_not_sealed_again(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    once = pages.finish(rendered, seal)

    with pytest.raises(Refused):
        pages.finish(replace(rendered, pdf=once), seal)


def test_a_second_seal_is_caught(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = pages.finish(rendered, seal)
    monkeypatch.setattr("printing.seal.SEAL_NAME", "/AnotherSeal")
    twice = pages.finish(replace(rendered, pdf=once), seal)

    assert difference(pages, twice, rendered, JOB) == "seal"


def test_a_page_too_many_is_caught(pages: CertificatePages, seal: Seal, rendered: RenderedPages) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page(page_size=(595, 842))

    other = altered(rendered, add)

    assert difference(pages, pages.finish(other, seal), other, JOB) == "pages"


def test_a_stroke_drawn_by_the_update_outside_the_box_is_caught(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages
) -> None:
    finished = pages.finish(rendered, seal)
    with pikepdf.open(io.BytesIO(finished)) as pdf:
        content = pdf.pages[1].Contents
        length = int(content[-1].Length)
    assert length > 0
    drawing = finished.rindex(b"q 1 g ")
    stroke = finished[:drawing] + b"q 0 g " + b"40 40 60.000 60.000 re f"
    end = finished.index(b" re f", drawing) + len(b" re f")
    padded = stroke + b" " * (end - len(stroke)) + finished[end:]

    assert len(padded) == len(finished)
    assert difference(pages, padded, rendered, JOB) == "raster"


@pytest.mark.parametrize("edge", [24.5, 0.0, -1.0])
def test_a_seal_that_does_not_fit_its_box_is_refused(
    pages: CertificatePages, seal: Seal, rendered: RenderedPages, edge: float
) -> None:
    with pytest.raises(Refused):
        pages.finish(rendered, replace(seal, edge_mm=edge))


def test_a_seal_that_is_blank_or_no_picture_is_refused(
    pages: CertificatePages, rendered: RenderedPages
) -> None:
    blank = io.BytesIO()
    Image.new("1", (100, 100), 1).save(blank, format="PNG")

    for png in (blank.getvalue(), b"", b"GIF89a"):
        with pytest.raises(Refused):
            pages.finish(rendered, Seal(png=png, edge_mm=24.0))

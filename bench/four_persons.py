"""A 住民票 of four persons whose names need variation sequences, and the same page as Typst source."""

from __future__ import annotations

import base64
import hashlib
import io
import json

import segno

from counter_app.domain.certificates import CertificateKind
from counter_app.domain.render_model import PrintedPerson, RenderJob, RenderModel, SheetStamp, paginate
from printing.code_symbol import MASK
from printing.layout_page import CODE_BOX, PAGE_HEIGHT, PAGE_WIDTH, SEAL_BOX, PageDescription, describe_sheets
from printing.layout_text import Box

NAMES = (
    ("渡邊\U000e010e　直\U000e0102人", "ワタナベ　ナオト", "世帯主"),
    ("渡邊\U000e010e　葛\U000e0102美", "ワタナベ　カツミ", "妻"),
    ("渡邊\U000e010e　蓮\U000e0104", "ワタナベ　レン", "子"),
    ("𠮷田　辻\U000e0102子", "ヨシダ　ツジコ", "妻の母"),
)


def _person(name: str, kana: str, relationship: str) -> PrintedPerson:
    return PrintedPerson(
        name=name,
        name_kana=kana,
        second_name_label="旧氏",
        second_name="",
        second_name_kana="",
        birth="昭和45年3月3日",
        sex="男",
        relationship=relationship,
        my_number="省略",
        resident_code="省略",
        resident_since="平成10年4月1日",
        address_since="平成20年10月10日",
        notified_on="平成10年4月5日",
        honseki="架空県架空町大字中原12番地",
        hittousha="渡邊\U000e010e　直\U000e0102人",
        previous_address="架空県隣架空市本町一丁目1番1号",
        notes=(),
    )


def job(serial: int) -> RenderJob:
    """Return one copy; number and code differ with ``serial``, so that no round repeats the last."""
    model = RenderModel(
        kind=CertificateKind.WHOLE_HOUSEHOLD,
        town_code="999997",
        town_name="架空町",
        title="住民票",
        address="架空県架空町大字中原12番地3　架空ハイツ203号",
        head_name=NAMES[0][0],
        persons=tuple(_person(*person) for person in NAMES),
        attestation="この写しは、世帯全員の住民票の原本と相違ないことを証明する。",
        issued_on="2026-11-23",
        issued_on_printed="令和8年11月23日",
        mayor_title="架空町長",
        mayor_name="架空　太郎",
        training=False,
    )
    pages = paginate(model)
    numbers = [f"999997-02-20261123-{serial:06d}-{page}/{pages}" for page in range(1, pages + 1)]
    stamps = (
        SheetStamp(number=number, copy=1, page=page, pages=pages, code=_code(number))
        for page, number in enumerate(numbers, start=1)
    )
    return RenderJob(model=model, stamps=tuple(stamps))


def _code(number: str) -> str:
    """Return a text as long and of the same alphabet as a sheet's signed code."""
    digest = hashlib.sha512(number.encode()).digest() * 2
    return base64.b32encode(digest)[:200].decode().replace("=", "")


def typst_source(content: RenderJob) -> tuple[str, str]:
    """Return the job's single sheet as Typst source, and its code as SVG; same boxes, sizes and texts."""
    (page,) = describe_sheets(content)
    lines = [
        f"#set page(width: {PAGE_WIDTH}pt, height: {PAGE_HEIGHT}pt, margin: 0pt)",
        '#set text(font: "IPAmjMincho", top-edge: "ascender", bottom-edge: "descender")',
        "#set par(leading: 0pt)",
        *_frames(page),
        *(
            _put(
                text.box,
                f"align({_SIDES[text.align]} + horizon, text(size: {text.size}pt, {_text(text.text)}))",
            )
            for text in page.texts
        ),
        _put(CODE_BOX, f'image("code.svg", width: {CODE_BOX.width}pt)'),
    ]
    svg = io.BytesIO()
    segno.make_qr(page.code, error="m", boost_error=False, mask=MASK).save(svg, kind="svg", border=4)
    return "\n".join(lines), svg.getvalue().decode()


_SIDES = {"left": "left", "right": "right", "center": "center", "spread": "center"}


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _frames(page: PageDescription) -> list[str]:
    ruled = [(box, 0.4) for box in (*page.frames, SEAL_BOX)] + [(box, 1.1) for box in page.heavy]
    return [
        _put(box, f"rect(width: {box.width}pt, height: {box.height}pt, stroke: {stroke}pt)")
        for box, stroke in ruled
    ]


def _put(box: Box, what: str) -> str:
    top = PAGE_HEIGHT - box.y - box.height
    return (
        f"#place(top + left, dx: {box.x}pt, dy: {top}pt, "
        f"box(width: {box.width}pt, height: {box.height}pt, {what}))"
    )

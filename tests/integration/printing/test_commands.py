"""``render`` and ``verify`` as their commands call them, and the request form."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pypdfium2
import pytest

from counter_app.application.paper_ports import FormContent
from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from printing.model_json import read_model, schema, write_model
from printing.pages import CertificatePages
from printing.render_command import render
from printing.verify_command import verify
from tests.integration.printing import samples

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[3] / "resources" / "api" / "sheet-code-vectors.json").read_text(encoding="utf-8")
)
KEYS = [VECTORS["key"]]
PAYLOAD: str = VECTORS["valid"][0]["payload"]
JOB = samples.job(samples.model(samples.FAMILY))


def coded(*codes: str) -> bytes:
    """P0 of a one- or two-page job bearing ``codes``."""
    job = samples.job(samples.model(samples.FAMILY[: 4 * len(codes)]))
    from printing.glyphs import find_font  # noqa: PLC0415  (one helper needs it)

    stamps = tuple(replace(stamp, code=code) for stamp, code in zip(job.stamps, codes, strict=True))
    return CertificatePages(find_font()).render(replace(job, stamps=stamps)).pdf


def test_a_model_comes_back_from_json_as_it_was() -> None:
    assert read_model(write_model(JOB)) == JOB


def test_the_schema_accepts_a_model_and_refuses_an_unknown_key() -> None:
    document = json.loads(write_model(JOB))
    jsonschema.validate(document, schema())

    document["model"]["colour"] = "red"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema())


@pytest.mark.parametrize(
    ("change", "location"),
    [
        (lambda d: d["model"].update(colour="red"), "model.colour"),
        (lambda d: d["model"]["persons"][1].pop("name"), "model.persons[1].name"),
        (lambda d: d["model"]["persons"][0].update(extra=1), "model.persons[0].extra"),
        (lambda d: d["model"].update(kind="J99"), "model.kind"),
        (lambda d: d["stamps"][0].update(page="1"), "stamps[0].page"),
        (lambda d: d["model"].update(schema=2), "model.schema"),
        (lambda d: d.pop("stamps"), "stamps"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_model_is_refused_with_its_place_and_never_a_value(change: Any, location: str) -> None:
    document = json.loads(write_model(JOB))
    change(document)

    with pytest.raises(Refused) as refused:
        read_model(json.dumps(document))

    assert refused.value.failure.code is FailureCode.RENDER_MODEL_INVALID
    assert refused.value.failure.facts == {"location": location}


def test_what_is_no_json_is_refused_with_line_and_column() -> None:
    with pytest.raises(Refused) as refused:
        read_model('{\n  "model": ?\n}')

    assert refused.value.failure.facts == {"location": "2:12"}


def test_render_writes_the_page_of_the_model(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text(write_model(JOB), encoding="utf-8")

    rendered = render(tmp_path / "model.json", tmp_path / "out.pdf")

    assert (tmp_path / "out.pdf").read_bytes() == rendered.pdf
    copied = subprocess.run(
        ["pdftotext", str(tmp_path / "out.pdf"), "-"], capture_output=True, check=True, timeout=30
    )
    assert "葛\U000e0102飾" in copied.stdout.decode()
    assert "𠮷田" in copied.stdout.decode()


def test_render_refuses_a_model_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        render(tmp_path / "none.json", tmp_path / "out.pdf")

    assert refused.value.failure.facts == {"location": "none.json"}


def test_verify_reads_a_payload() -> None:
    told = verify(PAYLOAD, KEYS)

    assert told["valid"] is True
    assert told["sheets"][0]["number"] == VECTORS["valid"][0]["claims"]["number"]
    json.dumps(told)


def test_verify_reads_the_codes_of_a_pdf_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "sheets.pdf"
    path.write_bytes(coded(PAYLOAD, VECTORS["invalid"][0]["payload"]))

    told = verify(str(path), KEYS)

    assert [sheet["valid"] for sheet in told["sheets"]] == [True, False]
    assert told["sheets"][1]["failure"] == {"code": "CODE_INVALID"}
    assert told["valid"] is False


def test_verify_reads_a_picture(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(coded(PAYLOAD))
    document[0].render(scale=150 / 72, grayscale=True).to_pil().save(tmp_path / "sheet.png")
    document.close()

    assert verify(str(tmp_path / "sheet.png"), KEYS)["valid"] is True


def test_verify_says_so_where_there_is_no_code_or_no_page(tmp_path: Path) -> None:
    (tmp_path / "blank.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "noise.png").write_bytes(b"noise")

    for name in ("blank.pdf", "noise.png"):
        told = verify(str(tmp_path / name), KEYS)
        assert told == {"valid": False, "sheets": [{"valid": False, "failure": {"code": "SHEET_UNREADABLE"}}]}
    assert verify("架空", KEYS)["valid"] is False
    assert verify("\0", KEYS)["valid"] is False


def test_the_request_form_bears_its_lines_and_a_place_to_sign(
    pages: CertificatePages, tmp_path: Path
) -> None:
    lines = (("請求者", "本人"), ("氏名", "葛\U000e0102飾　太郎"), ("対象者", "架空　" * 30))
    content = FormContent(town_name="架空町", number="031", printed_on="令和8年11月23日", lines=lines)
    path = tmp_path / "form.pdf"
    path.write_bytes(pages.request_form(content))

    copied = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, timeout=30
    )
    text = "".join(copied.stdout.decode().split())
    for words in (
        "請求書",
        "受付番号031",
        "架空町長",
        "葛\U000e0102飾太郎",
        "令和8年11月23日",
        "署名",
        "架空" * 30,
    ):
        assert words in text
    with pytest.raises(Refused):
        pages.request_form(replace(content, lines=(("氏名", "葛\U000e0100"),)))


def test_the_training_form_looks_different(pages: CertificatePages) -> None:
    content = FormContent(
        town_name="架空町", number="1", printed_on="令和8年1月1日", lines=(("氏名", "架空"),)
    )

    plain = pages.preview(pages.request_form(content), 0, 30)
    training = pages.preview(pages.request_form(replace(content, training=True)), 0, 30)

    assert plain[:2] == training[:2]
    assert plain[2] != training[2]


def test_a_preview_is_rgba_row_by_row(pages: CertificatePages) -> None:
    width, height, pixels = pages.preview(pages.render(JOB).pdf, 1, 72)

    assert abs(width - 595) <= 1
    assert abs(height - 842) <= 1
    assert len(pixels) == width * height * 4
    assert set(pixels[3::4]) == {255}

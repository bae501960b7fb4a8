"""P0 is the same bytes everywhere, and says of itself nothing personal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from printing.pages import CertificatePages
from tests.integration.printing import samples

ROOT = Path(__file__).parents[3]
RECORDED = Path(__file__).with_name("p0.sha256")
RENDER = (
    "from printing.glyphs import find_font;from printing.pages import CertificatePages;"
    "from tests.integration.printing import samples as s;"
    "pages=CertificatePages(find_font()).render(s.job(s.model(s.FAMILY), copies=2));print(pages.sha256)"
)


def test_the_digest_of_p0_is_the_one_recorded_in_the_repository(pages: CertificatePages) -> None:
    rendered = pages.render(samples.job(samples.model(samples.FAMILY), copies=2))

    assert rendered.sha256 == RECORDED.read_text().strip()
    assert rendered.page_count == 4


@pytest.mark.parametrize("seed", ["0", "1", "4294967295"])
def test_p0_does_not_depend_on_the_hash_seed_the_time_zone_or_the_process(seed: str) -> None:
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    run = subprocess.run(
        [sys.executable, "-c", RENDER],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert run.stdout.strip() == RECORDED.read_text().strip()


def test_p0_is_the_same_after_other_pages_were_rendered_in_between(pages: CertificatePages) -> None:
    job = samples.job(samples.model())
    first = pages.render(job)
    pages.render(samples.job(samples.model(samples.FAMILY, training=True)))

    assert pages.render(job).pdf == first.pdf


def test_the_file_lists_one_embedded_font_and_no_personal_data_in_its_metadata(
    pages: CertificatePages, tmp_path: Path
) -> None:
    rendered = pages.render(samples.job(samples.model(samples.FAMILY)))
    path = tmp_path / "p0.pdf"
    path.write_bytes(rendered.pdf)

    with pikepdf.open(path) as pdf:
        about = {key: str(value) for key, value in pdf.docinfo.items()}
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert about["/Title"] == "住民票の写し"
    assert not any(name in value for value in about.values() for name in ("太郎", "葛", "架空県"))
    assert len(fonts) == 1
    assert next(iter(fonts)).endswith("+IPAmjMincho")


def test_the_training_mark_is_on_every_page_and_not_in_its_text(pages: CertificatePages) -> None:
    plain = pages.render(samples.job(samples.model(samples.FAMILY)))
    training = pages.render(samples.job(samples.model(samples.FAMILY, training=True)))

    for page in range(2):
        width, height, pixels = pages.preview(training.pdf, page, 40)
        _, _, without = pages.preview(plain.pdf, page, 40)
        changed = sum(a != b for a, b in zip(pixels[::4], without[::4], strict=True))
        assert changed > width * height * 0.04


def test_all_missing_characters_of_all_pages_are_named_at_once(pages: CertificatePages) -> None:
    persons = (
        samples.person("葛\U000e0100飾　太郎"),
        *samples.FAMILY[1:4],
        samples.person("\U0001f600　花子"),
    )

    with pytest.raises(Refused) as refused:
        pages.render(samples.job(samples.model(persons)))

    assert refused.value.failure.code is FailureCode.GLYPH_MISSING
    named = refused.value.failure.facts["characters"]
    assert named == "葛 (U+845B U+E0100)、\U0001f600 (U+1F600)"


def test_a_text_that_cannot_fit_is_refused_by_the_name_of_its_cell_and_never_cut(
    pages: CertificatePages,
) -> None:
    persons = (samples.person("架" * 200),)

    with pytest.raises(Refused) as refused:
        pages.render(samples.job(samples.model(persons)))

    assert refused.value.failure.code is FailureCode.TEXT_DOES_NOT_FIT
    assert refused.value.failure.facts == {"field": "氏名"}


def test_stamps_that_do_not_number_every_sheet_are_refused(pages: CertificatePages) -> None:
    job = samples.job(samples.model(samples.FAMILY))
    short = type(job)(model=job.model, stamps=job.stamps[:1])

    with pytest.raises(Refused) as refused:
        pages.render(short)

    assert refused.value.failure.code is FailureCode.RENDER_MODEL_INVALID

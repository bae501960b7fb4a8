"""個人番号 and 住民票コード on the page: the mask drawn ahead, the digits printed and read back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from counter_app.application.port_errors import Refused
from counter_app.application.registry_port import Seal
from counter_app.domain.failures import FailureCode
from counter_app.domain.render_model import MASKED_NUMBER, RenderModel
from printing.pages import CertificatePages
from tests.integration.printing import samples
from tests.integration.printing.test_draft import words

MY_NUMBER, RESIDENT_CODE = "999900000010", "99990000001"


def numbered() -> RenderModel:
    one = samples.model((samples.person(my_number=MY_NUMBER, resident_code=RESIDENT_CODE),))
    assert one.masked() != one
    return one


def test_the_page_drawn_ahead_has_the_mask_and_nothing_of_a_number(pages: CertificatePages) -> None:
    text = words(pages.draft(numbered().masked()))

    assert text.count(MASKED_NUMBER) == 2
    assert MY_NUMBER not in text
    assert RESIDENT_CODE not in text


def test_the_numbers_are_printed_where_they_were_asked_for_and_read_back(
    pages: CertificatePages, seal: Seal
) -> None:
    job = samples.job(numbered())
    rendered = pages.render(job)
    finished = pages.finish(rendered, seal)
    pages.verify(finished, rendered, job)

    text = words(finished)
    assert MY_NUMBER in text
    assert RESIDENT_CODE in text
    assert MASKED_NUMBER not in text


@pytest.mark.parametrize("field", ["my_number", "resident_code"])
def test_a_page_with_another_number_than_the_records_does_not_print(
    pages: CertificatePages, seal: Seal, field: str
) -> None:
    job = samples.job(numbered())
    change: dict[str, Any] = {field: "999900000029"}
    first = replace(job.model.persons[0], **change)
    rendered = pages.render(job)
    finished = pages.finish(rendered, seal)

    with pytest.raises(Refused) as refusal:
        pages.verify(finished, rendered, replace(job, model=replace(job.model, persons=(first,))))
    assert refusal.value.failure.code is FailureCode.PAGE_DIFFERS_FROM_RECORD

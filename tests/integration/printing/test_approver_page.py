"""The approver's page with the real renderer: the counter's bytes, or none that could be approved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from counter_app.application.approval_port import ApprovalRecord
from counter_app.application.approver_work import drawn
from counter_app.application.paper_ports import Pages
from counter_app.domain.failures import FailureCode
from counter_app.domain.render_model import RenderJob
from printing import open_printing
from tests.integration.printing.samples import job, model
from tests.unit.presenters.approver_under_test import record


@pytest.fixture(scope="module")
def pages() -> Pages:
    return open_printing(None, []).pages


@pytest.fixture(scope="module")
def asked(pages: Pages) -> ApprovalRecord:
    """A record whose page the counter's PC has drawn."""
    whole = job(model(), copies=2)
    one = replace(record(), model=whole.model, stamps=whole.stamps)
    rendered = pages.render(RenderJob(model=one.model, stamps=one.stamps))
    return replace(one, p0_sha256=rendered.sha256, renderer_id=rendered.renderer_id)


def test_the_same_record_gives_the_counters_page_to_the_byte(pages: Pages, asked: ApprovalRecord) -> None:
    examined = drawn(asked, pages)

    assert examined.failure is None
    assert examined.pages is not None
    assert examined.pages.page_count == 2


@pytest.mark.parametrize("field", ["name", "birth", "relationship", "previous_address"])
def test_one_character_of_the_record_gives_another_page(
    pages: Pages, asked: ApprovalRecord, field: str
) -> None:
    first, *others = asked.model.persons
    change: dict[str, Any] = {field: f"{getattr(first, field)}子"}
    person = replace(first, **change)

    examined = drawn(replace(asked, model=replace(asked.model, persons=(person, *others))), pages)

    assert examined.failure is not None
    assert examined.failure.code is FailureCode.APPROVAL_DIFFERS


def test_another_code_on_the_sheet_gives_another_page(pages: Pages, asked: ApprovalRecord) -> None:
    stamps = (replace(asked.stamps[0], code=f"{asked.stamps[0].code}A"), *asked.stamps[1:])

    examined = drawn(replace(asked, stamps=stamps), pages)

    assert examined.failure is not None
    assert examined.failure.code is FailureCode.APPROVAL_DIFFERS


def test_an_older_program_at_the_counter_is_said_as_that(pages: Pages, asked: ApprovalRecord) -> None:
    examined = drawn(replace(asked, renderer_id="of last year"), pages)

    assert examined.failure is not None
    assert examined.failure.code is FailureCode.RENDERER_DIFFERS

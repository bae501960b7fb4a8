"""What a slip's number looks like, and when a request is complete enough to be kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from counter_app.domain.fallback import TakenRequest, is_complete, is_slip_number, slip_number
from tests.unit.domain.case_samples import TAKEN

DAY = date(2026, 11, 24)


def test_a_slip_is_numbered_by_pc_day_and_serial() -> None:
    assert slip_number("02", DAY, 7) == "02-20261124-007"


def test_after_999_the_serial_grows_and_does_not_begin_again() -> None:
    assert slip_number("02", DAY, 1000) == "02-20261124-1000"


@pytest.mark.parametrize(("terminal", "serial"), [("2", 1), ("002", 1), ("x2", 1), ("02", 0), ("02", -1)])
def test_no_number_is_made_of_what_is_no_pc_or_no_serial(terminal: str, serial: int) -> None:
    with pytest.raises(ValueError, match="not a slip"):
        slip_number(terminal, DAY, serial)


@pytest.mark.parametrize(
    "text", ["", "031", "02-20261124-000", "02-20261324-001", "02-20261124-01", "０２-20261124-001"]
)
def test_what_is_no_slips_number_is_told(text: str) -> None:
    assert is_slip_number("02-20261124-001")
    assert not is_slip_number(text)


@pytest.mark.parametrize(
    "request_",
    [
        replace(TAKEN, slip_number="031"),
        replace(TAKEN, taken_at=""),
        replace(TAKEN, name="　"),
        replace(TAKEN, name_kana=""),
        replace(TAKEN, birth_date="19800231"),
        replace(TAKEN, contact=" "),
        replace(TAKEN, purpose=""),
    ],
    ids=["number", "time", "name", "kana", "birth", "contact", "purpose"],
)
def test_who_cannot_be_found_or_reached_again_has_made_no_request_yet(request_: TakenRequest) -> None:
    assert is_complete(TAKEN)
    assert not is_complete(request_)


def test_a_request_without_papers_or_destination_is_complete() -> None:
    assert is_complete(replace(TAKEN, papers=(), destination="", ticket=""))

"""The code on a sheet: its order is frozen, and nothing else is read as one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.sheet_code import (
    ClaimsInvalid,
    SheetClaims,
    from_fields,
    is_sheet_number,
    sheet_number,
)

CLAIMS = SheetClaims(
    town_code="999997",
    terminal="02",
    issued_on=date(2026, 11, 24),
    serial=12,
    page=1,
    pages=3,
    kind="J01",
    model_hash=bytes(range(16)),
    job=bytes(range(8)),
)
FIELDS = [1, "999997", "02", 20261124, 12, 1, 3, "J01", bytes(range(16)), bytes(range(8)), 0]

claims = st.builds(
    SheetClaims,
    town_code=st.from_regex(r"[0-9]{6}", fullmatch=True),
    terminal=st.from_regex(r"[0-9]{2,4}", fullmatch=True),
    issued_on=st.dates(min_value=date(2000, 1, 1)),
    serial=st.integers(0, 999_999),
    page=st.just(1),
    pages=st.integers(1, 99),
    kind=st.sampled_from(["J01", "J02", "J03"]),
    model_hash=st.binary(min_size=16, max_size=16),
    job=st.binary(min_size=8, max_size=8),
    as_of=st.integers(0, 2**40),
)


def test_the_order_of_the_fields_is_frozen() -> None:
    assert CLAIMS.as_fields() == FIELDS
    assert from_fields(FIELDS) == CLAIMS


@given(claims)
def test_claims_are_read_back_as_they_were_written(claim: SheetClaims) -> None:
    assert from_fields(claim.as_fields()) == claim
    assert is_sheet_number(claim.number)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        *((0, 2), (0, "1"), (1, 999997), (1, "99999"), (1, "99999７"), (2, "1"), (2, "x2")),
        *((3, "20261124"), (3, 20261301), (3, 0), (3, -20261124), (3, 2**80), (4, "12"), (4, -1), (4, 10**6)),
        *((5, 0), (5, 4), (5, -1), (6, 0), (6, 100), (7, 1), (8, b"short"), (8, "x" * 16), (9, bytes(9))),
        (10, "0"),
    ],
)
def test_a_field_that_is_wrong_is_refused(place: int, value: object) -> None:
    fields: list[Any] = [*FIELDS]
    fields[place] = value
    with pytest.raises(ClaimsInvalid):
        from_fields(fields)


@pytest.mark.parametrize("fields", [None, [], FIELDS[:-1], [*FIELDS, 0], {"version": 1}, "1", b"1"])
def test_anything_but_the_whole_array_is_refused(fields: object) -> None:
    with pytest.raises(ClaimsInvalid):
        from_fields(fields)


@given(st.lists(st.one_of(st.integers(), st.text(max_size=8), st.binary(max_size=16)), max_size=12))
def test_no_array_breaks_the_reading(fields: list[object]) -> None:
    with pytest.raises(ClaimsInvalid):
        from_fields(fields)


def test_a_sheet_number_is_town_terminal_day_serial_and_place() -> None:
    printed = sheet_number("999997", "02", date(2026, 11, 24), 12, (1, 3))
    assert printed == "999997-02-20261124-000012-1/3"
    assert CLAIMS.number == printed


@pytest.mark.parametrize(
    "text",
    [
        *("", "999997-02-20261124-000012-1", "999997-2-20261124-000012-1/3", "999997-02-20261124-12-1/3"),
        *(
            "999997-02-20261124-000012-1/3\n",
            " 999997-02-20261124-000012-1/3",
            "99999７-02-20261124-000012-1/3",
        ),
    ],
)
def test_what_is_not_exactly_a_number_is_none(text: str) -> None:
    assert not is_sheet_number(text)

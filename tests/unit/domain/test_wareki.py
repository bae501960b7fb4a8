"""Eras to the day, and what a clerk may type."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain import wareki


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(1868, 1, 25), "明治元年1月25日"),
        (date(1912, 7, 29), "明治45年7月29日"),
        (date(1912, 7, 30), "大正元年7月30日"),
        (date(1926, 12, 24), "大正15年12月24日"),
        (date(1926, 12, 25), "昭和元年12月25日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1989, 1, 8), "平成元年1月8日"),
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(2026, 11, 24), "令和8年11月24日"),
    ],
)
def test_an_era_ends_and_begins_on_its_day(day: date, printed: str) -> None:
    assert wareki.print_wareki(day) == printed
    assert wareki.parse_entry(printed) == day


def test_there_is_no_era_before_meiji() -> None:
    with pytest.raises(ValueError, match="1868-01-24"):
        wareki.era_of(date(1868, 1, 24))


def test_the_western_calendar_is_printed_without_leading_zeros() -> None:
    assert wareki.print_western(date(1980, 2, 7)) == "1980年2月7日"


@pytest.mark.parametrize(
    "entry",
    [
        *("S55.2.17", "s55.2.17", "S550217", "S55-2-17", "S55/02/17", "昭55.2.17", "昭和55年2月17日"),
        *("昭和55年2月17", "昭和 55年2月17日", "1980-02-17", "1980/2/17", "1980.2.17", "1980年2月17日"),
        *("19800217", "  S55.2.17 ", "Ｓ５５．２．１７", "昭和５５年２月１７日"),
    ],
)
def test_fast_forms_of_one_day_are_read_alike(entry: str) -> None:
    assert wareki.parse_entry(entry) == date(1980, 2, 17)


@pytest.mark.parametrize(
    ("entry", "day"),
    [
        ("R元.5.1", date(2019, 5, 1)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("R1.5.1", date(2019, 5, 1)),
        ("H010108", date(1989, 1, 8)),
        ("T元年7月30日", date(1912, 7, 30)),
    ],
)
def test_the_first_year_may_be_written_as_gannen_or_one(entry: str, day: date) -> None:
    assert wareki.parse_entry(entry) == day


@pytest.mark.parametrize(
    "entry",
    [
        *(
            "",
            "昭和",
            "S55",
            "S55.2",
            "きのう",
            "2.17",
            "X55.2.17",
            "S55x2y17",
            "平和5年1月1日",
            "S550217\n1",
        ),
        *("昭和64年1月8日", "H010107", "S640108", "R010430", "平成31年5月1日", "S00.1.1", "M450730"),
        *("S55.2.30", "S55.13.1", "1980-02-30", "19801301", "0000-01-01"),
        *("198011", "1980111", "1980-0217", "S5502170"),
    ],
)
def test_what_is_no_day_of_the_era_named_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        wareki.parse_entry(entry)


@given(st.dates(min_value=date(1868, 1, 25), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_how_it_prints(day: date) -> None:
    assert wareki.parse_entry(wareki.print_wareki(day)) == day
    assert wareki.parse_entry(wareki.print_western(day)) == day
    assert wareki.parse_entry(f"{day:%Y%m%d}") == day


@given(st.dates(min_value=date(1868, 1, 26), max_value=date(2099, 12, 31)))
def test_years_rise_by_one_or_begin_anew(day: date) -> None:
    before = day - timedelta(days=1)
    same = wareki.era_of(before) is wareki.era_of(day)
    assert wareki.era_year(day) == (wareki.era_year(before) + (day.year - before.year) if same else 1)


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_a_value_error(text: str) -> None:
    try:
        day = wareki.parse_entry(text)
    except ValueError:
        return
    assert isinstance(day, date)

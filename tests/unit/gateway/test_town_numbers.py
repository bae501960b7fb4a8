from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.town.numbers import check_digit, invalid_my_number
from tests.unit.gateway.town_under_test import whole_town


def ministry_check_digit(body: str) -> int:
    """Return the check digit by domain.md 3.5, written as there: P_n and Q_n from the right."""
    p = [int(body[-n]) for n in range(1, 12)]
    q = [2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6]
    r = sum(a * b for a, b in zip(p, q, strict=True)) % 11
    return 0 if r <= 1 else 11 - r


def test_the_published_example_has_check_digit_8() -> None:
    assert check_digit("12345678901") == 8


@given(st.from_regex(r"\A[0-9]{11}\Z"))
def test_our_check_digit_is_the_formula_of_the_ordinance(body: str) -> None:
    assert check_digit(body) == ministry_check_digit(body)


def test_no_resident_has_a_number_that_could_be_anyones() -> None:
    numbers = [r.my_number for r in whole_town().residents]

    assert all(re.fullmatch(r"[0-9]{12}", number) for number in numbers)
    assert all(int(number[-1]) != ministry_check_digit(number[:11]) for number in numbers)
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("last", range(9))
def test_the_wrong_digit_is_wrong_for_every_kind_of_id(last: int) -> None:
    number = invalid_my_number(str(10_000_000 + last))

    assert int(number[-1]) != ministry_check_digit(number[:11])


def test_resident_codes_are_eleven_digits_of_a_fictitious_range() -> None:
    codes = [r.resident_code for r in whole_town().residents]

    assert all(re.fullmatch(r"9999[0-9]{7}", code) for code in codes)
    assert len(set(codes)) == len(codes)

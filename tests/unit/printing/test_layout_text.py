"""A text is made smaller, then broken, then refused: what is printed is always the whole of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.names import is_variation_selector
from printing.layout_text import SMALLEST, Box, PlacedText, fit

CELL = Box(x=100, y=200, width=200, height=24)


def measure(text: str, size: float) -> float:
    """Every character but a selector is one em wide."""
    return sum(not is_variation_selector(character) for character in text) * size


def placed(text: str, **changes: object) -> PlacedText:
    fields: dict[str, object] = {"name": "氏名", "text": text, "box": CELL, "size": 12.0}
    return PlacedText(**(fields | changes))  # type: ignore[arg-type]


def test_a_short_text_keeps_its_size_and_stands_in_the_middle() -> None:
    (line,) = fit(measure, placed("架空太郎"))

    assert line.size == 12
    assert line.x == pytest.approx(103.4)
    assert line.y == pytest.approx(212 - 0.38 * 12)


def test_a_longer_text_is_made_smaller_before_it_is_broken() -> None:
    (line,) = fit(measure, placed("架" * 30))

    assert SMALLEST <= line.size < 12
    assert measure(line.text, line.size) <= 200


def test_a_text_too_long_for_one_line_is_broken_at_a_space() -> None:
    lines = fit(measure, placed("架" * 20 + " " + "空" * 20))

    assert [line.text for line in lines] == ["架" * 20 + " ", "空" * 20]
    assert lines[0].y > lines[1].y


def test_two_lines_come_before_one_that_is_smaller_than_wanted() -> None:
    assert len(fit(measure, placed("架" * 30))) == 1
    assert len(fit(measure, placed("架" * 30, one_line=8.0))) == 2


def test_a_text_that_fits_nowhere_is_refused_with_the_name_of_its_cell() -> None:
    with pytest.raises(Refused) as refused:
        fit(measure, placed("架" * 120))

    assert refused.value.failure.code is FailureCode.TEXT_DOES_NOT_FIT
    assert refused.value.failure.facts == {"field": "氏名"}


def test_an_empty_text_draws_nothing() -> None:
    assert fit(measure, placed("")) == []


def test_a_label_is_spread_over_its_cell() -> None:
    first, last = fit(measure, placed("氏名", align="spread"))

    assert (first.text, last.text) == ("氏", "名")
    assert first.x - CELL.x == pytest.approx(CELL.x + CELL.width - (last.x + 12))


def test_text_to_the_right_and_in_the_centre_ends_where_it_should() -> None:
    (right,) = fit(measure, placed("架空", align="right"))
    (centre,) = fit(measure, placed("架空", align="center"))

    assert right.x + 24 == pytest.approx(300 - 3.4)
    assert centre.x + 12 == pytest.approx(200)


CLUSTERS = st.lists(st.sampled_from(["葛\U000e0102", "架", "A", " ", "　", "𠮷"]), max_size=120)


@given(CLUSTERS, st.sampled_from(["left", "center", "right"]))
def test_nothing_is_ever_lost_or_cut_and_no_selector_leaves_its_base(parts: list[str], align: str) -> None:
    text = "".join(parts)
    try:
        lines = fit(measure, placed(text, align=align))
    except Refused:
        assert measure(text, SMALLEST) > CELL.width - 7
        return

    assert "".join(line.text for line in lines) == text
    assert not any(is_variation_selector(line.text[0]) for line in lines)
    for line in lines:
        assert measure(line.text.rstrip(), line.size) <= CELL.width - 6.8 + 0.001
        assert CELL.y <= line.y + 0.38 * line.size <= CELL.y + CELL.height

"""The standard grid: everything in its place, nothing overlapping, nothing left out."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from printing.layout_grid import BLOCK, BLOCK_ROWS, COLUMNS, HEADER, HEADER_ROWS, ROWS, Cell
from printing.layout_page import (
    CODE_BOX,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SEAL_BOX,
    arrange_notes,
    describe_sheets,
)
from printing.layout_text import Box
from tests.integration.printing import samples


def squares(cell: Cell) -> set[tuple[int, int]]:
    return {
        (row, column)
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x + 0.01 < other.x + other.width
        and other.x + 0.01 < one.x + one.width
        and one.y + 0.01 < other.y + other.height
        and other.y + 0.01 < one.y + one.height
    )


def test_the_grid_is_the_standards() -> None:
    assert (COLUMNS, ROWS) == (40, 53)
    assert HEADER_ROWS + 4 * BLOCK_ROWS == ROWS


def test_the_cells_of_a_block_fill_it_without_overlapping() -> None:
    covered = [square for cell in BLOCK for square in squares(cell)]

    assert len(covered) == len(set(covered)) == BLOCK_ROWS * COLUMNS


def test_the_header_holds_address_and_head_over_the_whole_width() -> None:
    covered = [square for cell in HEADER for square in squares(cell)]

    assert set(covered) == {(row, column) for row in (3, 4) for column in range(COLUMNS)}
    assert len(covered) == 2 * COLUMNS


def test_the_day_of_issue_stands_at_the_top_right_and_with_the_attestation_on_every_sheet() -> None:
    for page in describe_sheets(samples.job(samples.model(samples.FAMILY), copies=2)):
        above, below = (text for text in page.texts if text.name == "発行年月日")
        number = next(text for text in page.texts if text.name == "枚数")
        grid = max(box.y + box.height for box in page.frames)

        assert above.text == below.text == "令和8年11月23日"
        assert above.align == number.align == "right"
        assert above.box.x + above.box.width == number.box.x + number.box.width > PAGE_WIDTH - 16 * MM
        assert above.box.y >= number.box.y + number.box.height - 0.01
        assert number.box.y >= grid > below.box.y


def test_no_two_texts_share_ground_and_all_stand_on_the_page() -> None:
    page = describe_sheets(samples.job(samples.model(samples.FAMILY)))[0]
    boxes = [text.box for text in page.texts] + [SEAL_BOX, CODE_BOX]

    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    margin = 8 * MM
    for box in boxes:
        assert margin <= box.x
        assert box.x + box.width <= PAGE_WIDTH - margin
        assert margin <= box.y
        assert box.y + box.height <= PAGE_HEIGHT - margin


def test_the_code_is_at_most_32_mm_and_outside_the_grid() -> None:
    page = describe_sheets(samples.job(samples.model()))[0]

    assert CODE_BOX.width / MM <= 32
    assert not any(overlap(CODE_BOX, frame) for frame in page.frames)


def test_labels_are_spelled_as_the_standard_spells_them() -> None:
    page = describe_sheets(samples.job(samples.model(samples.FAMILY)))[0]
    labels = [text.text for text in page.texts if not text.field]

    for label in (
        "〔1〕氏名の振り仮名",
        "氏名",
        "旧氏の振り仮名",
        "旧氏",
        "住民となった年月日",
        "住所を定めた年月日",
    ):
        assert label in labels
    assert "通称の振り仮名" in labels
    assert "住　民　票" in labels


def test_persons_go_four_a_sheet_and_blocks_without_one_stay_empty() -> None:
    first, second = describe_sheets(samples.job(samples.model(samples.FAMILY)))

    assert [text.text for text in first.texts if text.field == "name"] == [
        person.name for person in samples.FAMILY[:4]
    ]
    assert [text.text for text in second.texts if text.field == "name"] == ["架空　五郎", "", "", ""]
    header, blocks = len(HEADER), len(BLOCK)
    empty = second.texts[header + blocks : header + 4 * blocks]
    assert {text.text for text in empty if text.field} == {""}
    assert "氏名の振り仮名" in {text.text for text in empty}


def test_blocks_follow_one_another_from_the_top() -> None:
    page = describe_sheets(samples.job(samples.model()))[0]
    tops = [text.box.y for text in page.texts if text.field == "name"]

    assert all(upper > lower for upper, lower in pairwise(tops))


@pytest.mark.parametrize("count", range(12))
def test_no_note_is_ever_left_out(count: int) -> None:
    notes = tuple(f"備考{number}" * (1 if number % 3 else 12) for number in range(count))

    printed = "　".join(arrange_notes(notes).values())

    assert all(note in printed for note in notes)


def test_free_cells_that_are_not_used_are_marked_so_that_nothing_can_be_added() -> None:
    assert arrange_notes(("備考",)) == {
        "free0": "備考",
        "free1": "＊＊＊",
        "free2": "＊＊＊",
        "free3": "＊＊＊",
        "remark0": "",
    }

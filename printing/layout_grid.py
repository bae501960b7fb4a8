"""The standard grid of a 住民票 as a table: 40 columns × 53 rows, five of them header, four blocks of twelve.

Rows and columns count from the top left. The table says where each label and each field stands; nothing here
draws. Source: knowledge/domain.md 1.6.1 (総務省標準仕様).
"""

from __future__ import annotations

from dataclasses import dataclass

COLUMNS = 40
ROWS = 53
HEADER_ROWS = 5
BLOCK_ROWS = 12
FREE_CELLS = 4
REMARK_ROWS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its place in the grid, and a fixed ``label`` or the ``field`` it shows. ``size`` in points.

    ``name`` is what the cell is called to the clerk when its text does not fit.
    """

    row: int
    column: int
    rows: int
    columns: int
    name: str
    field: str = ""
    size: float = 9.0
    align: str = "left"
    one_line: float = 6.0


def _label(row: int, column: int, columns: int, text: str, rows: int = 1) -> Cell:
    return Cell(row, column, rows, columns, text, size=7.5, align="center")


HEADER = (
    _label(3, 0, 6, "住所"),
    Cell(3, 6, 1, 34, "住所", "address"),
    _label(4, 0, 6, "世帯主"),
    Cell(4, 6, 1, 34, "世帯主", "head_name"),
)

BLOCK = (
    _label(0, 0, 6, "氏名の振り仮名"),
    Cell(0, 6, 1, 18, "氏名の振り仮名", "name_kana", size=8),
    _label(1, 0, 6, "氏名", rows=2),
    Cell(1, 6, 2, 18, "氏名", "name", size=13, one_line=8.5),
    _label(3, 0, 6, "{second}の振り仮名"),
    Cell(3, 6, 1, 18, "{second}の振り仮名", "second_name_kana", size=8),
    _label(4, 0, 6, "{second}"),
    Cell(4, 6, 1, 18, "{second}", "second_name"),
    _label(5, 0, 6, "生年月日"),
    Cell(5, 6, 1, 7, "生年月日", "birth"),
    _label(5, 13, 3, "性別"),
    Cell(5, 16, 1, 2, "性別", "sex", align="center"),
    _label(5, 18, 3, "続柄"),
    Cell(5, 21, 1, 3, "続柄", "relationship", align="center"),
    _label(0, 24, 7, "個人番号"),
    Cell(0, 31, 1, 9, "個人番号", "my_number"),
    _label(1, 24, 7, "住民票コード"),
    Cell(1, 31, 1, 9, "住民票コード", "resident_code"),
    _label(2, 24, 7, "住民となった年月日"),
    Cell(2, 31, 1, 9, "住民となった年月日", "resident_since"),
    _label(3, 24, 7, "住所を定めた年月日"),
    Cell(3, 31, 1, 9, "住所を定めた年月日", "address_since"),
    _label(4, 24, 7, "届出日"),
    Cell(4, 31, 1, 9, "届出日", "notified_on"),
    _label(5, 24, 7, "筆頭者"),
    Cell(5, 31, 1, 9, "筆頭者", "hittousha"),
    _label(6, 0, 6, "本籍"),
    Cell(6, 6, 1, 34, "本籍", "honseki"),
    _label(7, 0, 6, "転入前住所"),
    Cell(7, 6, 1, 34, "転入前住所", "previous_address"),
    Cell(8, 0, 1, 20, "備考", "free0", size=8),
    Cell(8, 20, 1, 20, "備考", "free1", size=8),
    Cell(9, 0, 1, 20, "備考", "free2", size=8),
    Cell(9, 20, 1, 20, "備考", "free3", size=8),
    _label(10, 0, 6, "備考", rows=2),
    Cell(10, 6, 1, 34, "備考", "remark0", size=8),
    Cell(11, 6, 1, 34, "備考", "remark1", size=8),
)

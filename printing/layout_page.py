"""What stands where on one sheet of a 住民票, as values; drawing and reading-back share this description.

A4 portrait; all boxes in points, origin at the bottom left. The look: ../shared/ui/approval.png; the rules:
knowledge/domain.md 1.6.1 and 1.7.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.render_model import (
    PERSONS_PER_SHEET,
    PrintedPerson,
    RenderJob,
    RenderModel,
    SheetStamp,
    paginate,
)
from printing.layout_grid import (
    BLOCK,
    BLOCK_ROWS,
    COLUMNS,
    FREE_CELLS,
    HEADER,
    HEADER_ROWS,
    REMARK_ROWS,
    ROWS,
    Cell,
)
from printing.layout_text import Box, PlacedText

MM = 72 / 25.4
PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM
GRID_LEFT = 15 * MM
GRID_TOP = PAGE_HEIGHT - 10 * MM
COLUMN = 4.5 * MM
ROW = 4.3 * MM
SEAL_EDGE_MM = 24.0
CODE_EDGE_MM = 31.0
UNUSED = "＊＊＊"
DEFAULT_SECOND_NAME = "旧氏"
NARROW_NOTE_EM = 30


def area(left: float, top: float, width: float, height: float) -> Box:
    """Return a box given in millimetres from the top left of the page."""
    return Box(x=left * MM, y=PAGE_HEIGHT - (top + height) * MM, width=width * MM, height=height * MM)


SEAL_BOX = area(114, 249.5, SEAL_EDGE_MM, SEAL_EDGE_MM)
CODE_BOX = area(195 - CODE_EDGE_MM, 247, CODE_EDGE_MM, CODE_EDGE_MM)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDescription:
    """One sheet. ``frames`` are ruled boxes, ``heavy`` the outer ones; ``code`` is the QR code's text."""

    texts: tuple[PlacedText, ...]
    frames: tuple[Box, ...]
    heavy: tuple[Box, ...]
    code: str
    training: bool


def _box(row: int, column: int, rows: int, columns: int) -> Box:
    return Box(
        x=GRID_LEFT + column * COLUMN,
        y=GRID_TOP - (row + rows) * ROW,
        width=columns * COLUMN,
        height=rows * ROW,
    )


def _ems(text: str) -> float:
    wide = sum(unicodedata.east_asian_width(character) in "WFA" for character in text)
    return wide + 0.7 * (len(text) - wide)


def arrange_notes(notes: tuple[str, ...]) -> dict[str, str]:
    """Share notes out: short ones to the four free cells, long or further ones to the two full rows."""
    free: list[str] = []
    full: list[str] = []
    for note in notes:
        narrow = _ems(note) <= NARROW_NOTE_EM and len(free) < FREE_CELLS
        (free if narrow else full).append(note)
    rows = [*full[: REMARK_ROWS - 1], "　".join(full[REMARK_ROWS - 1 :])]
    fields = {f"free{index}": text for index, text in enumerate(free)}
    fields |= {f"free{index}": UNUSED for index in range(len(free), FREE_CELLS)}
    return fields | {f"remark{index}": text for index, text in enumerate(rows)}


def _placed(cell: Cell, first_row: int, fields: dict[str, str], second: str) -> PlacedText:
    name = cell.name.format(second=second)
    text = fields.get(cell.field, "") if cell.field else name
    align = "spread" if cell.align == "center" and not cell.field else cell.align
    return PlacedText(
        name=name,
        text=text,
        box=_box(first_row + cell.row, cell.column, cell.rows, cell.columns),
        size=cell.size,
        align=align,
        field=cell.field,
        one_line=cell.one_line,
    )


def _fields(person: PrintedPerson) -> dict[str, str]:
    names = (name for name in PrintedPerson.__slots__ if name != "notes")
    return {name: getattr(person, name) for name in names} | arrange_notes(person.notes)


def _block(index: int, number: int, person: PrintedPerson | None) -> list[PlacedText]:
    """Describe one person block; without a person its labels stand and its values stay empty."""
    first_row = HEADER_ROWS + index * BLOCK_ROWS
    fields = _fields(person) if person else {}
    second = (person.second_name_label if person else "") or DEFAULT_SECOND_NAME
    placed = [_placed(cell, first_row, fields, second) for cell in BLOCK]
    if person:
        placed[0] = replace(placed[0], text=f"〔{number}〕{placed[0].text}")
    return placed


def _around(model: RenderModel, stamp: SheetStamp) -> list[PlacedText]:
    """Describe what stands outside the grid."""

    def text(name: str, words: str, box: Box, size: float, align: str = "left") -> PlacedText:
        return PlacedText(name=name, text=words, box=box, size=size, align=align)

    title = "　".join(model.title)
    return [
        text("表題", title, _box(0, 8, 3, 24), 18, "center"),
        text("発行年月日", model.issued_on_printed, _box(0, 32, 1, 8), 8.5, "right"),
        text("枚数", f"{stamp.page}/{stamp.pages}枚", _box(1, 32, 1, 8), 8.5, "right"),
        text("認証文", model.attestation, area(13.8, 243, 130, 6), 10.5),
        text("発行年月日", model.issued_on_printed, area(13.8, 252, 60, 6), 10.5),
        text("職名", model.mayor_title, area(26, 261, 32, 8), 12),
        text("氏名", model.mayor_name, area(58, 261, 54, 8), 14),
        text("印", "この印は黒色です。", area(109, 274.5, 34, 4), 6.5, "center"),
        text("番号", stamp.number, area(13.8, 281, 110, 5), 9),
    ]


def describe_page(job: RenderJob, stamp: SheetStamp) -> PageDescription:
    """Describe the sheet that ``stamp`` belongs to."""
    model = job.model
    first = (stamp.page - 1) * PERSONS_PER_SHEET
    persons = model.persons[first : first + PERSONS_PER_SHEET]
    header = {"address": model.address, "head_name": model.head_name}
    texts = [_placed(cell, 0, header, DEFAULT_SECOND_NAME) for cell in HEADER]
    for index in range(PERSONS_PER_SHEET):
        person = persons[index] if index < len(persons) else None
        texts += _block(index, first + index + 1, person)
    heavy = [_box(HEADER_ROWS - 2, 0, ROWS - HEADER_ROWS + 2, COLUMNS)]
    heavy += [
        _box(HEADER_ROWS + index * BLOCK_ROWS, 0, BLOCK_ROWS, COLUMNS) for index in range(PERSONS_PER_SHEET)
    ]
    return PageDescription(
        texts=(*texts, *_around(model, stamp)),
        frames=tuple(text.box for text in texts),
        heavy=tuple(heavy),
        code=stamp.code,
        training=model.training,
    )


def describe_draft(model: RenderModel) -> list[PageDescription]:
    """Describe the sheets of one copy as they would print, without numbers and without codes."""
    pages = paginate(model)
    stamps = tuple(
        SheetStamp(number="", copy=1, page=page, pages=pages, code="") for page in range(1, pages + 1)
    )
    job = RenderJob(model=model, stamps=stamps)
    return [describe_page(job, stamp) for stamp in stamps]


def describe_sheets(job: RenderJob) -> list[PageDescription]:
    """Describe every sheet of the job, in order.

    Raises Refused(RENDER_MODEL_INVALID) where the stamps do not number every sheet of every copy.
    """
    pages = paginate(job.model)
    for index, stamp in enumerate(job.stamps):
        expected = (index // pages + 1, index % pages + 1, pages)
        if (stamp.copy, stamp.page, stamp.pages) != expected or not stamp.code:
            raise Refused(FailureCode.RENDER_MODEL_INVALID, location=f"stamps[{index}]")
    if not job.stamps or len(job.stamps) % pages:
        raise Refused(FailureCode.RENDER_MODEL_INVALID, location="stamps")
    return [describe_page(job, stamp) for stamp in job.stamps]

"""The filled request form (請求書): what was asked for, on one A4 sheet, for the requester's signature."""

from __future__ import annotations

from dataclasses import replace

from counter_app.application.paper_ports import FormContent
from printing.glyph_font import GlyphFont
from printing.layout_page import MM, PAGE_HEIGHT, PAGE_WIDTH, area
from printing.layout_text import Box, PlacedText
from printing.page_canvas import PageCanvas

TITLE = "住民票の写し等　請求書"
DOCUMENT_TITLE = "請求書"
LEFT = 20
WIDTH = 170
LABEL_WIDTH = 42
FIRST_ROW = 84
ROW = 11.5
LAST_ROW_END = 232
DECLARATION = "上記のとおり請求します。"
CAUTION = "偽りその他不正の手段により交付を受けたときは、法律により罰せられます。"
SIGNATURE = "署名"


def _words(
    name: str, text: str, place: tuple[float, float, float, float], size: float, align: str
) -> PlacedText:
    return PlacedText(name=name, text=text, box=area(*place), size=size, align=align)


def _table(content: FormContent) -> tuple[list[PlacedText], float]:
    """Return the rows as label and value, and where they end (mm from the top)."""
    height = min(ROW, (LAST_ROW_END - FIRST_ROW) / max(1, len(content.lines)))
    rows = []
    for index, (label, value) in enumerate(content.lines):
        top = FIRST_ROW + index * height
        rows.append(_words(label, label, (LEFT, top, LABEL_WIDTH, height), 10, "spread"))
        rest = area(LEFT + LABEL_WIDTH + 1, top, WIDTH - LABEL_WIDTH - 1, height)
        rows.append(PlacedText(name=label, text=value, box=rest, size=12, one_line=10))
    return rows, FIRST_ROW + len(content.lines) * height


def _frames(cells: list[PlacedText]) -> list[Box]:
    """Return each row's box and its label's box; values stand a little inside theirs."""
    labels = [cell.box for cell in cells[::2]]
    return labels + [replace(box, width=WIDTH * MM) for box in labels]


def describe_form(content: FormContent) -> tuple[list[PlacedText], list[PlacedText], float]:
    """Return the ruled cells, the free texts, and where the signature line stands (mm from the top)."""
    cells, end = _table(content)
    signature = end + 30
    texts = [
        _words("表題", TITLE, (LEFT, 28, WIDTH, 14), 19, "center"),
        _words("受付番号", f"受付番号　{content.number}", (LEFT, 14, WIDTH, 7), 11, "right"),
        _words("日付", content.printed_on, (LEFT, 48, WIDTH, 7), 11, "right"),
        _words("宛先", f"{content.town_name}長　あて", (LEFT - 1.2, 58, 100, 9), 13, "left"),
        _words("案内", "次のとおり請求します。", (LEFT - 1.2, 73, WIDTH, 7), 11, "left"),
        _words("申立て", DECLARATION, (LEFT - 1.2, end + 8, WIDTH, 7), 11, "left"),
        _words("署名", SIGNATURE, (LEFT + 72, signature - 9, 20, 9), 11, "left"),
        _words("注意", CAUTION, (LEFT - 1.2, signature + 8, WIDTH, 6), 9, "left"),
    ]
    return cells, texts, signature


def render(font: GlyphFont, content: FormContent) -> bytes:
    """Return the form as a PDF. Raises Refused: GLYPH_MISSING, TEXT_DOES_NOT_FIT."""
    cells, texts, signature = describe_form(content)
    font.table.require(text.text for text in (*cells, *texts))
    canvas = PageCanvas(font, DOCUMENT_TITLE, content.town_name, (PAGE_WIDTH, PAGE_HEIGHT))
    if content.training:
        canvas.training_mark()
    canvas.frames(_frames(cells), 0.5)
    canvas.texts((*cells, *texts))
    canvas.rule((LEFT + 72) * MM, PAGE_HEIGHT - signature * MM, 98 * MM)
    canvas.end_page()
    return canvas.finish()

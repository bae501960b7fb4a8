"""P0: a certificate's pages with the seal box empty, the same bytes every time (design.md 6)."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata

from counter_app.application.paper_ports import RenderedPages
from counter_app.domain.render_model import RenderJob, RenderModel
from printing.glyph_font import GlyphFont
from printing.layout_page import (
    CODE_BOX,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SEAL_BOX,
    PageDescription,
    describe_draft,
    describe_sheets,
)
from printing.layout_text import PlacedText
from printing.page_canvas import DRAFT_WORDS, PageCanvas

LAYOUT_VERSION = "3"
DOCUMENT_TITLE = "住民票の写し"
HAIRLINE = 0.4
HEAVY = 1.1
SEAL_WORDS = PlacedText(name="公印", text="公印", box=SEAL_BOX, size=9, align="center")


def renderer_id(font: GlyphFont) -> str:
    """Name what the bytes of P0 depend on: layout, font, PDF writer, subsetter, code writer."""
    writer, subsetter, codes = _versions()
    return f"layout{LAYOUT_VERSION}+{font.table.sha256[:12]}+rl{writer}+hb{subsetter}+qr{codes}"


@cache
def _versions() -> tuple[str, str, str]:
    """Return the versions of PDF writer, subsetter and code writer; a running program's do not change."""
    return metadata.version("reportlab"), metadata.version("uharfbuzz"), metadata.version("segno")


def page_texts(page: PageDescription) -> tuple[PlacedText, ...]:
    """Return every text that P0 shows on a page, the words in the empty seal box included."""
    return (*page.texts, SEAL_WORDS)


def _draw(canvas: PageCanvas, page: PageDescription) -> None:
    if not page.code:
        canvas.draft_mark()
    elif page.training:
        canvas.training_mark()
    canvas.frames(page.frames, HAIRLINE)
    canvas.frames(page.heavy, HEAVY)
    canvas.dashed_frame(SEAL_BOX)
    canvas.texts(page_texts(page))
    if page.code:
        canvas.code(page.code, CODE_BOX)
    canvas.end_page()


def _document(font: GlyphFont, pages: list[PageDescription], title: str, author: str) -> bytes:
    font.table.require(text.text for page in pages for text in page_texts(page))
    canvas = PageCanvas(font, title, author, (PAGE_WIDTH, PAGE_HEIGHT))
    for page in pages:
        _draw(canvas, page)
    return canvas.finish()


def draft(font: GlyphFont, model: RenderModel) -> bytes:
    """Draw one copy for the eye only: 見本 across every sheet, no number, no code.

    Raises Refused: GLYPH_MISSING, TEXT_DOES_NOT_FIT.
    """
    return _document(font, describe_draft(model), DRAFT_WORDS, model.town_name)


def render(font: GlyphFont, job: RenderJob) -> RenderedPages:
    """Render P0; all missing glyphs of all pages are named at once.

    Raises Refused: GLYPH_MISSING, TEXT_DOES_NOT_FIT, RENDER_MODEL_INVALID.
    """
    pages = describe_sheets(job)
    pdf = _document(font, pages, DOCUMENT_TITLE, job.model.town_name)
    return RenderedPages(
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
        page_count=len(pages),
        renderer_id=renderer_id(font),
    )

"""The ``Pages`` port: render, finish, verify, preview. Holds the fonts and nothing of any case."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from counter_app.application.paper_ports import FormContent, RenderedPages, SlipContent
from counter_app.application.registry_port import Seal
from counter_app.domain.render_model import RenderJob, RenderModel
from printing import certificate, request_form, slip_page
from printing.glyph_font import GlyphFont
from printing.glyphs import GlyphTable
from printing.identity_check import IdentityCheck
from printing.seal import finish as add_seal

POINTS_PER_INCH = 72


class CertificatePages:
    """Pages drawn with the IPAmj明朝 of ``font_path``."""

    def __init__(self, font_path: Path) -> None:
        self._font = GlyphFont(GlyphTable(font_path))
        self._check = IdentityCheck(font_path)

    def render(self, job: RenderJob) -> RenderedPages:
        """Render P0. Raises Refused: GLYPH_MISSING, TEXT_DOES_NOT_FIT, RENDER_MODEL_INVALID."""
        return certificate.render(self._font, job)

    def draft(self, model: RenderModel) -> bytes:
        """One copy for the eye only. Raises Refused: GLYPH_MISSING, TEXT_DOES_NOT_FIT."""
        return certificate.draft(self._font, model)

    def finish(self, pages: RenderedPages, seal: Seal) -> bytes:
        """Add the seal as an incremental update; the result begins with P0 byte for byte."""
        return add_seal(pages, seal)

    def verify(self, finished: bytes, pages: RenderedPages, job: RenderJob) -> None:
        """Compare the finished file with the record; raises Refused(PAGE_DIFFERS_FROM_RECORD)."""
        self._check.verify(finished, pages, job)

    def request_form(self, content: FormContent) -> bytes:
        """The filled 請求書 as a PDF."""
        return request_form.render(self._font, content)

    def request_slip(self, content: SlipContent) -> bytes:
        """The 受付票 as a PDF."""
        return slip_page.render(self._font, content)

    def preview(self, pdf: bytes, page: int, dots_per_inch: int) -> tuple[int, int, bytes]:
        """Rasterise one page: width, height in pixels and RGBA bytes, row by row; nothing touches disk."""
        document = pypdfium2.PdfDocument(pdf)
        try:
            bitmap = document[page].render(scale=dots_per_inch / POINTS_PER_INCH)
            image = bitmap.to_pil().convert("RGBA")
        finally:
            document.close()
        return image.width, image.height, image.tobytes()

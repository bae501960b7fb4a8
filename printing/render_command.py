"""``render MODEL.json -o OUT.pdf``: a certificate from its render model, offline, without a seal."""

from __future__ import annotations

from pathlib import Path

from counter_app.application.paper_ports import RenderedPages
from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from printing.glyphs import find_font
from printing.model_json import read_model
from printing.pages import CertificatePages


def render(model: Path, out: Path, font: Path | None = None) -> RenderedPages:
    """Render the job in the file ``model`` as P0 into ``out``; returns what was rendered.

    Raises Refused: RENDER_MODEL_INVALID (fact ``location``), GLYPH_MISSING, TEXT_DOES_NOT_FIT, FONT_ABSENT.
    """
    try:
        text = model.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(FailureCode.RENDER_MODEL_INVALID, location=model.name) from error
    rendered = CertificatePages(find_font(font)).render(read_model(text))
    out.write_bytes(rendered.pdf)
    return rendered


def told_rendering(model: Path, out: Path) -> dict[str, object]:
    """Render as ``render`` does; returns what ``main.py render`` prints. OSError: ``out`` is not writable."""
    rendered = render(model, out)
    return {"sha256": rendered.sha256, "pages": rendered.page_count, "renderer": rendered.renderer_id}

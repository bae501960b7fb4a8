"""The page as it would print today with what is chosen so far: for the eye, before anything is allotted."""

from __future__ import annotations

from counter_app.application.case_memory import Preview
from counter_app.application.effect_work import PREVIEW_DPI, Desk
from counter_app.domain.issuance.values import Order
from counter_app.domain.render_model import compose


def draw_ahead(desk: Desk, order: Order) -> Preview:
    """Compose and draw the first sheet of ``order``; belongs on the PRINTER lane.

    All sheets are laid out, so a character without a glyph or a text that cannot fit is told now rather than
    after numbers were allotted: raises Refused (GLYPH_MISSING, TEXT_DOES_NOT_FIT).
    """
    staff = desk.staff
    model = compose(
        order.identity.household, order.selection, staff.pack, desk.today(), training=staff.training
    )
    width, height, rgba = desk.pages.preview(desk.pages.draft(model), 0, PREVIEW_DPI)
    return Preview(width=width, height=height, rgba=rgba)

"""The sheets as they would print today: for the eye, before anything is allotted."""

from __future__ import annotations

from counter_app.application.case_memory import Preview
from counter_app.application.effect_work import PREVIEW_DPI, Desk
from counter_app.domain.issuance.values import Order
from counter_app.domain.render_model import compose, paginate


def draw_ahead(desk: Desk, order: Order) -> tuple[Preview, ...]:
    """Compose and draw every sheet of one copy of ``order``, in their order; belongs on the PRINTER lane.

    All sheets are laid out, so a character without a glyph or a text that cannot fit is told now rather than
    after numbers were allotted: raises Refused (GLYPH_MISSING, TEXT_DOES_NOT_FIT).
    """
    staff = desk.staff
    model = compose(
        order.identity.household, order.selection, staff.pack, desk.today(), training=staff.training
    )
    pdf = desk.pages.draft(model)
    drawn = (desk.pages.preview(pdf, sheet, PREVIEW_DPI) for sheet in range(paginate(model)))
    return tuple(Preview(width=width, height=height, rgba=rgba) for width, height, rgba in drawn)

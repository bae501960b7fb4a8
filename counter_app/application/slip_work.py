"""Prints the slip of a taken request (受付票). Belongs on the PRINTER lane; needs no line."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from counter_app.application.paper_ports import SlipContent
from counter_app.domain import wareki
from counter_app.domain.issuance import effects, events

if TYPE_CHECKING:
    from counter_app.application.effect_work import Desk


def print_slip(effect: effects.PrintSlip, desk: Desk) -> events.SlipPrinted:
    """Draw the slip and hand it to the printer; raises PortError. A second one does no harm."""
    taken_at = datetime.fromisoformat(effect.taken_at)
    content = SlipContent(
        town_name=desk.staff.town_name,
        office=desk.staff.office,
        number=effect.number,
        taken_at=f"{wareki.print_wareki(taken_at.date())} {taken_at:%H:%M}",
        delivery=effect.delivery,
        promised=wareki.print_wareki(date.fromisoformat(effect.promised)) if effect.promised else "",
        training=desk.staff.training,
    )
    desk.queue.submit(desk.pages.request_slip(content), f"slip-{effect.number}")
    return events.SlipPrinted(turn=effect.turn)

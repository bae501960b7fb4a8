"""Bodies of a request taken while the line is down, filled as full as they come."""

from __future__ import annotations

from counter_app.domain.fallback import DeliveryWay
from counter_app.domain.identity import MUST_EXPIRE, NUMBERED, PaperKind
from ui.view_models import Body, DeferredBody, PaperRow, Primary, Step, TakingBody

WAYS = tuple(way.value for way in DeliveryWay)


def paper_rows(*ticked: PaperKind) -> tuple[PaperRow, ...]:
    """The whole list, with these shown."""
    return tuple(
        PaperRow(
            code=kind.value, ticked=kind in ticked, numbered=kind in NUMBERED, must_expire=kind in MUST_EXPIRE
        )
        for kind in PaperKind
    )


BODIES: dict[str, tuple[Step | None, Primary | None, Body]] = {
    "taking": (
        Step.RECEPTION,
        Primary.TAKE,
        TakingBody(
            papers=paper_rows(), deliveries=WAYS, delivery="return", name="架空　花子", for_another=True
        ),
    ),
    "deferred": (
        Step.RECEPTION,
        Primary.NEXT_VISITOR,
        DeferredBody(
            number="02-20261124-1001",
            taken_at="10:42",
            delivery="mail",
            contact="架空県架空町大字中原１２番地３　架空ハイツ１０１号",
            slip="failed",
        ),
    ),
}

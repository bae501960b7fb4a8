"""What was typed where a request is taken down, and is nobody's business until Enter."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.fallback import DeliveryWay


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingDraft:
    """``heard``: what it is for and who asks was said, so the visitor's own words are asked for next.

    ``promised`` as typed; ``promised_fault``: it is no day from today on.
    """

    heard: bool = False
    name: str = ""
    contact: str = ""
    promised: str = ""
    promised_fault: bool = False
    delivery: DeliveryWay = DeliveryWay.RETURN


NOTHING_HEARD = TakingDraft()

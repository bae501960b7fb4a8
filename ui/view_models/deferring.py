"""受付のみ・後日交付 on the screen: taking a request down, and the number that the visitor takes home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.view_models.bodies import PaperRow
    from ui.view_models.intents import PaperEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingBody:
    """What the visitor says and shows, and how he wants to get it. Papers by digit, the way by letter.

    ``deliveries`` are ``DeliveryWay`` values. ``for_another``: kana and birth date are those of the person
    who sent the visitor. ``birth_fault``: it is no birth date; ``promised_fault``: no day from today on.
    """

    papers: tuple[PaperRow, ...]
    deliveries: tuple[str, ...]
    delivery: str
    name: str = ""
    name_kana: str = ""
    birth_date: str = ""
    contact: str = ""
    promised: str = ""
    birth_fault: bool = False
    promised_fault: bool = False
    for_another: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferredBody:
    """A taken request: its number, large enough to be written down by hand, and what happens next.

    ``slip`` is a ``SlipPrint`` value or ``sending`` (the gateway is being asked for a reception number);
    ``delivery`` a ``DeliveryWay`` value; ``taken_at`` a time of day, 10:42.
    """

    number: str
    taken_at: str
    delivery: str
    contact: str
    slip: str


@dataclass(frozen=True, slots=True)
class TakingSubmitted:
    """Enter where a request is taken down: everything as typed, and the papers ticked."""

    name: str
    name_kana: str
    birth_date: str
    contact: str
    papers: tuple[PaperEntry, ...]
    promised: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryChosen:
    """A ``DeliveryWay`` value."""

    code: str

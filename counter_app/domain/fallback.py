"""Requests taken while the line is down (受付のみ・後日交付): what the slip says, and what is kept of them.

Nothing is issued and nothing is looked up; the counter only writes down what the visitor says and shows.
Source: knowledge/domain.md 5.2, 5.3 (column *Take request*) and 5.4, R-14.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.identity import Paper
from counter_app.domain.requests import RequesterKind

_SLIP = re.compile(r"(?P<terminal>[0-9]{2})-(?P<day>[0-9]{8})-(?P<serial>[0-9]{3,})", re.ASCII)


class DeliveryWay(StrEnum):
    """How the visitor gets what he asked for: he comes again, is called first, or it is mailed (R-14)."""

    RETURN = "return"
    PHONE = "phone"
    MAIL = "mail"


def slip_number(terminal: str, day: date, serial: int) -> str:
    """Return the number of a slip, ``TT-YYYYMMDD-NNN``: this PC, the day, the day's serial from 1.

    Raises ValueError for a terminal that is not two digits, or a serial below 1. After 999 the serial grows
    by a digit: it never begins again (design.md 7).
    """
    number = f"{terminal}-{day:%Y%m%d}-{serial:03d}"
    if serial < 1 or not is_slip_number(number):
        raise ValueError("not a slip's number")
    return number


def is_slip_number(text: str) -> bool:
    """Tell whether ``text`` is the number of a slip, with a day that exists."""
    match = _SLIP.fullmatch(text)
    if match is None:
        return False
    try:
        date.fromisoformat(match["day"])
    except ValueError:
        return False
    return int(match["serial"]) > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenRequest:
    """One request as taken at the counter, word for word; it is compared with the register later.

    ``taken_at``: ISO 8601 with zone, by the one clock. ``requester`` None: 本人 or 同一世帯 (``Intake``).
    ``name`` as said, ``name_kana`` and ``birth_date`` (YYYYMMDD) of the person whose record is asked for: of
    an agent that is who sent him. ``contact``: telephone or address as said. ``papers`` may be empty: who
    came with a card alone shows it again. ``purpose`` is a purpose of the pack. ``promised``: the day
    that the visitor was promised (ISO), empty where none was.
    No fee is taken with a request, so there is no state of it to keep (R-14).
    """

    slip_number: str
    taken_at: str
    requester: RequesterKind | None
    name: str
    name_kana: str
    birth_date: str
    contact: str
    purpose: str
    delivery: DeliveryWay
    destination: str = ""
    ticket: str = ""
    papers: tuple[Paper, ...] = ()
    promised: str = ""


def is_complete(request: TakenRequest) -> bool:
    """Tell whether the visitor can be found and reached by what was taken; nothing else may be durable."""
    try:
        date.fromisoformat(request.birth_date)
    except ValueError:
        return False
    said = (request.name, request.name_kana, request.contact, request.purpose, request.taken_at)
    return is_slip_number(request.slip_number) and all(part.strip() for part in said)

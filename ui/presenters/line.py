"""The line as the screen speaks of it: the mode in the top bar, and the banner below (ui/README, frame)."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.application.taken_requests import TakenRequests
from ui.view_models import Banner, Mode, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``takes``: requests can be taken at this counter. ``down_since``: a time of day, 10:42, or empty.

    ``sending``: the line is back, and what was taken without it is not all known to the gateway yet.
    """

    takes: bool = False
    is_down: bool = False
    down_since: str = ""
    sending: bool = False


NO_TAKING = Line()


def line_of(requests: TakenRequests | None) -> Line:
    """The line as the requests taken without it know it."""
    if requests is None:
        return NO_TAKING
    since = requests.down_since
    return Line(
        takes=True,
        is_down=requests.is_down,
        down_since="" if since is None else f"{since:%H:%M}",
        sending=requests.are_being_sent,
    )


def mode_of(line: Line) -> Mode:
    """The mode that the display shows by itself; taking requests is a person's decision (domain.md 5.3)."""
    if line.is_down:
        return Mode.LINE_DOWN
    return Mode.RECOVERY if line.sending else Mode.NORMAL


def banner_of(line: Line) -> Banner | None:
    """What is possible now, and since when; None while everything is."""
    match mode_of(line):
        case Mode.LINE_DOWN:
            return Banner(mode=Mode.LINE_DOWN, tone=Tone.STOP, as_of=line.down_since)
        case Mode.RECOVERY:
            return Banner(mode=Mode.RECOVERY, tone=Tone.ATTENTION)
        case _:
            return None

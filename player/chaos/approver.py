"""An approver who signs whatever is laid before him, going on from whatever his screen shows."""

from __future__ import annotations

from player import sign_in
from player.chaos.visits import DESK
from player.feed import Line, WaitedInVain
from player.stage import Stage

_USER = "sato"
_START_SECONDS = 60.0
_ANSWER_SECONDS = 3.0
_MOST_MOVES = 20
_PAGE_BY_PAGE = ("Next", "Next", "Next")


class Approver:
    """Sits at the other PC of ``stage``."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def sit_down(self) -> None:
        """Start his program and sign in; raises WaitedInVain."""
        seat = self._stage.at(DESK)
        began = len(seat.feed.lines)
        self._stage.start("counter", DESK)
        seat.feed.wait(lambda line: line["state"] == "signed_out", since=began, seconds=_START_SECONDS)
        seat.window.press(["Return"])
        address = seat.sign_in_address(_START_SECONDS, began)
        sign_in.answer(address, _USER, self._stage.password_of(_USER))
        seat.feed.wait(lambda line: line["state"] == "ApproverQueue", since=began, seconds=_START_SECONDS)

    def runs(self) -> bool:
        """Tell whether his program runs."""
        return self._stage.at(DESK).program_runs()

    def approve(self) -> None:
        """Sign the case that waits first; nothing happens if none comes to him in time."""
        feed = self._stage.at(DESK).feed
        for _ in range(_MOST_MOVES):
            before = len(feed.lines)
            if not self.runs() or not before:
                return
            keys = _keys_at(feed.lines[-1])
            if keys:
                self._stage.at(DESK).window.press(keys)
            try:
                found = feed.wait(lambda _: True, since=before, seconds=_ANSWER_SECONDS)
            except WaitedInVain:
                if not keys:
                    return
                continue
            if any(line.get("outcome") == "approved" for line in feed.lines[found:]):
                return


def _keys_at(line: Line) -> tuple[str, ...]:
    """What he presses on the page that he sees."""
    match str(line["state"]):
        case "ApproverQueue":
            return ("Return",) if line.get("waiting") else ()
        case "ApproverLooking":
            return ("Return",) if line.get("approvable") else _PAGE_BY_PAGE
        case "ApproverAsking":
            return ("Return",)
        case _:
            return ()

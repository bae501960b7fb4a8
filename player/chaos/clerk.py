"""A clerk who serves one visitor after another and goes on from whatever the screen shows, like a person.

What he knows of a case is the line the program said last; what he does not know he tries: a tick whose box he
cannot see is set, and set back, until Enter goes on. What he does with his hands (sheets given, yen taken) he
writes down himself, for the oracle.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from player import sign_in
from player.chaos.approver import Approver
from player.chaos.moves import MOVES, WITH_NUMBER, WORKING
from player.chaos.oracle import numbers_on
from player.chaos.visits import MAIN_PERSONA, Visit
from player.feed import Line, WaitedInVain
from player.parts.card_lab import CardLabError
from player.stage import Stage

USER = "yamada"
PROFILE = "counter-1"
NOTE = "1000"
TOLD = ("ナカムラ", "ナカムラ カズオ", "S32.9.14", "000-0001")
"""What a visitor says while the line is cut: name, kana, birth date, how to reach him."""
_START_SECONDS = 60.0
_ANSWER_SECONDS = 2.0
_WORK_SECONDS = 30.0
_MOST_MOVES = 120


class Killed(Exception):
    """The program is gone."""


class Lost(Exception):
    """The clerk does not know what to do: a case that cannot be ended is a defect. The message says where."""


@dataclass(slots=True)
class Hands:
    """What was done for one case; ``paid``: a banknote was taken for it."""

    case: str
    handed_over: list[str] = field(default_factory=list)
    paid: bool = False


class Clerk:
    """Serves at the display of ``stage``. ``hands``: by case, what he gave and took."""

    def __init__(self, stage: Stage, visit: Visit = Visit.MAIN, approver: Approver | None = None) -> None:
        self._stage = stage
        self._visit = visit
        self._approver = approver
        self._since = 0
        self.hands: dict[str, Hands] = {}

    def open_counter(self) -> None:
        """Start the program and sign in; then end every case that it still holds."""
        stage = self._stage
        self._since = len(stage.feed.lines)
        with stage.feed.path.open("a", encoding="utf-8") as feed:
            feed.write("\n")  # ends a line that a killed program left half
        if self._visit is Visit.OUTAGE:
            stage.line.mend(0)
        stage.start_program(PROFILE)
        self._await_program("signed_out")
        asked = len(stage.feed.lines)
        stage.window.press(["Return"])
        address = stage.sign_in_address(_START_SECONDS, asked)
        sign_in.answer(address, USER, stage.password_of(USER))
        self._await_program("ready")
        self._end_what_is_open()

    def serve(self) -> str:
        """Serve a new visitor to the end; returns how the case ended. Raises Killed and Lost."""
        self._stage.cards.remove()
        if self._visit is Visit.OUTAGE:
            self._stage.line.cut()
        self._since = len(self._stage.feed.lines)
        self._press("F2")
        return self._to_the_end(self._next_line(""))

    def told(self) -> list[dict[str, Any]]:
        """What his hands did, as the oracle reads it."""
        return [asdict(hands) for hands in self.hands.values()]

    def _end_what_is_open(self) -> None:
        lines = self._stage.feed.lines[self._since :]
        last = {str(line["case"]): line for line in lines if line.get("case")}
        for line in last.values():
            if not str(line["state"]).startswith("Closed"):
                self._stage.cards.remove()
                self._since = len(self._stage.feed.lines)
                self._press("Prior")
                self._to_the_end(line)

    def _to_the_end(self, line: Line) -> str:
        moves: Iterator[tuple[str, ...]] = iter(())
        before, done = "", 0
        while not str(line["state"]).startswith("Closed"):
            state = str(line["state"])
            if state != before:
                before, moves = state, itertools.cycle(self._moves_in(state))
            done += 1
            if done > _MOST_MOVES:
                raise Lost(f"{state} does not end")
            line = self._move(line, moves)
        return str(line["state"]).partition(":")[2]

    def _move(self, line: Line, moves: Iterator[tuple[str, ...]]) -> Line:
        state, case = str(line["state"]), str(line["case"])
        before, self._since = self._since, len(self._stage.feed.lines)
        for later in reversed(self._stage.feed.lines[before : self._since]):
            if later.get("case") == case:
                return later  # said while he was busy: what he knew is no longer so
        if state in WORKING:
            return self._next_line(case, _WORK_SECONDS)
        try:
            self._act(line, moves)
            return self._next_line(case)
        except (WaitedInVain, CardLabError):
            if not self._stage.program_runs():
                raise Killed from None
            return line

    def _moves_in(self, state: str) -> tuple[tuple[str, ...], ...]:
        if state == "ChoosingItems" and self._visit is Visit.APPROVAL:
            return WITH_NUMBER
        return MOVES.get(state, ())

    def _act(self, line: Line, moves: Iterator[tuple[str, ...]]) -> None:
        stage = self._stage
        match str(line["state"]):
            case "AwaitingCard":
                stage.cards.remove()
                stage.tap(MAIN_PERSONA)
            case "EnteringCredential":
                stage.window.type(stage.personas[MAIN_PERSONA]["code_b"])
                self._press("Return")
            case "PrintUncertain":
                printed = self._printed()
                answers = ["1" if sheet["number"] in printed else "2" for sheet in line["sheets"]]
                self._press(*answers, "Return")
            case "Collating":
                self._scan(line)
            case "Paying":
                stage.window.type(NOTE)
                self._press("Return")
                self._of(line).paid = True
            case "HandingOver":
                self._press(*next(moves))
                self._of(line).handed_over = [str(sheet["number"]) for sheet in line["sheets"]]
            case _ if not self._act_on_bad_day(line):
                self._press(*next(moves))

    def _act_on_bad_day(self, line: Line) -> bool:
        """What only another visit than the main job brings; False if this is none of it."""
        match str(line["state"]):
            case "AwaitingApproval" if self._approver is not None:
                self._approver.approve()
            case "Troubled" if self._visit is Visit.OUTAGE and not line.get("number"):
                # the line is cut: the request is taken instead, until the line is mended
                self._press("F5")
            case "TakingRequest":
                self._take_request()
            case "Deferred":
                self._stage.line.mend(0)
            case "EnteringPapers":
                self._enter_papers()
            case _:
                return False
        return True

    def _take_request(self) -> None:
        self._press("1", "Return")
        for text in TOLD:
            self._stage.window.type(text)
            self._press("Tab" if text is not TOLD[-1] else "Return")

    def _enter_papers(self) -> None:
        """What was said stands there already; the papers are laid before him now."""
        self._press("Return")
        self._press("1", "Return")
        self._stage.window.type("0123")
        self._press("Return")
        self._stage.window.type("R11.4.3")
        self._press("Return")

    def _scan(self, line: Line) -> None:
        wanted = {str(sheet["number"]) for sheet in line["sheets"] if sheet["state"] != "collated"}
        for printed in self._stage.certificates():
            for number, code in zip(numbers_on(printed), printed.codes, strict=True):
                if number in wanted:
                    self._stage.window.type(code)
                    self._press("Return")
                    return
        raise Lost(f"no paper for {sorted(wanted)}")

    def _printed(self) -> set[str]:
        return {number for printed in self._stage.certificates() for number in numbers_on(printed)}

    def _of(self, line: Line) -> Hands:
        return self.hands.setdefault(str(line["case"]), Hands(case=str(line["case"])))

    def _press(self, *keys: str) -> None:
        self._stage.window.press(keys)

    def _next_line(self, case: str, seconds: float = _ANSWER_SECONDS) -> Line:
        """The next line of ``case``, of any if that is empty."""

        def ours(line: Line) -> bool:
            return "case" in line and case in ("", str(line["case"]))

        try:
            found = self._stage.feed.wait(
                ours, since=self._since, seconds=seconds, alive=self._stage.program_runs
            )
        except WaitedInVain:
            if not self._stage.program_runs():
                raise Killed from None
            raise
        self._since = found + 1
        return self._stage.feed.lines[found]

    def _await_program(self, state: str) -> None:
        def said(line: Line) -> bool:
            return str(line["state"]) == state

        try:
            self._stage.feed.wait(
                said, since=self._since, seconds=_START_SECONDS, alive=self._stage.program_runs
            )
        except WaitedInVain:
            if not self._stage.program_runs():
                raise Killed from None
            raise

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
from player.chaos.oracle import numbers_on
from player.feed import Line, WaitedInVain
from player.stage import Stage

USER = "yamada"
PERSONA = "watanabe"
PROFILE = "counter-1"
NOTE = "1000"
_START_SECONDS = 60.0
_ANSWER_SECONDS = 2.0
_WORK_SECONDS = 30.0
_MOST_MOVES = 120

# Presses tried one after another in a state, and again from the start. Ticks come in a Gray code.
_TICKS = (("Return",), ("1",), ("Return",), ("2",), ("Return",), ("1",), ("Return",), ("2",))
_MOVES: dict[str, tuple[tuple[str, ...], ...]] = {
    "AtReception": (("1", "Return"),),
    "Comparing": _TICKS,
    "ChoosingPersons": (("1",), ("Return",)),
    "ChoosingItems": (("F3",), ("Return",)),
    # seen once, the signature is taken back by the same key: the second time it is seen, and the check begins
    "AtRequestForm": (("1",), ("1",), ("F3",), ("Return",)),
    "Checked": (("Return",),),
    "Troubled": (("Return",),),
    "Held": (("Return",),),
    "HandingOver": (("1", "2", "Return"), *_TICKS),
}
_WORKING = frozenset(
    {
        *(
            "Opening",
            "LookingAtCard",
            "ReadingCard",
            "Finding",
            "ReadingHousehold",
            "PrintingForm",
            "Checking",
        ),
        *("Allotting", "Rendering", "Releasing", "Spooling", "Printing", "RecordingCollation"),
        *("RecordingPayment", "RecordingHandOver", "RecordingOutcome", "RecordingSpoil"),
    }
)


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

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._since = 0
        self.hands: dict[str, Hands] = {}

    def open_counter(self) -> None:
        """Start the program and sign in; then end every case that it still holds."""
        stage = self._stage
        self._since = len(stage.feed.lines)
        with stage.feed.path.open("a", encoding="utf-8") as feed:
            feed.write("\n")  # ends a line that a killed program left half
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
                before, moves = state, itertools.cycle(_MOVES.get(state, ()))
            done += 1
            if done > _MOST_MOVES:
                raise Lost(f"{state} does not end")
            line = self._move(line, moves)
        return str(line["state"]).partition(":")[2]

    def _move(self, line: Line, moves: Iterator[tuple[str, ...]]) -> Line:
        state, case = str(line["state"]), str(line["case"])
        if state in _WORKING:
            return self._next_line(case, _WORK_SECONDS)
        self._since = len(self._stage.feed.lines)
        try:
            self._act(line, moves)
            return self._next_line(case)
        except WaitedInVain:
            return line

    def _act(self, line: Line, moves: Iterator[tuple[str, ...]]) -> None:
        stage = self._stage
        match str(line["state"]):
            case "AwaitingCard":
                stage.cards.remove()
                stage.tap(PERSONA)
            case "EnteringCredential":
                stage.window.type(stage.personas[PERSONA]["code_b"])
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
            case _:
                self._press(*next(moves))

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

"""An office around a fake counter: what happens to it is written down, nothing is started or killed."""

from __future__ import annotations

from pathlib import Path

from player.parts.line_call import Harm
from player.steps import PartName
from tests.fakes.stage import FakeStage


class FakeLine:
    """Implements ``LineFaults`` by noting what is done to it."""

    def __init__(self, done: list[str]) -> None:
        self._done = done

    def cut(self) -> None:
        self._done.append("cut")

    def mend(self, after: float) -> None:
        self._done.append(f"mend after {after:g} s")

    def swallow_answer(self) -> None:
        self._done.append("swallow")

    def change_byte(self, harm: Harm, after: int) -> None:
        self._done.append(f"{harm} after {after}")

    def wait_swallowed(self, seconds: float) -> None:
        self._done.append(f"swallowed within {seconds:g} s")

    def keep_ledger(self) -> None:
        self._done.append("keep ledger")

    def put_back_ledger(self) -> None:
        self._done.append("old ledger")


class FakeOffice:
    """Implements ``Office``; ``refusal`` is what every call past the windows is answered with."""

    def __init__(self, directory: Path, counter: FakeStage, beside: dict[str, FakeStage]) -> None:
        self.directory = directory
        self.done: list[str] = []
        self.line = FakeLine(self.done)
        self.refusal = "APPROVER_IS_MAKER"
        self._seats = {"": counter, **beside}

    def at(self, pc: str) -> FakeStage:
        return self._seats[pc]

    def start(self, what: PartName, pc: str) -> None:
        self.done.append(f"start {what} {pc}".strip())
        self._seats[pc].running = True

    def kill(self, what: PartName, pc: str) -> None:
        self.done.append(f"kill {what} {pc}".strip())

    def try_approval(self, user: str, ask: str) -> str:
        self.done.append(f"{ask} as {user}")
        return self.refusal

    def change_byte(self, column: str) -> None:
        self.done.append(f"change {column}")

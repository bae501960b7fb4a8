"""Plays the steps of a scenario, one after another; a step that cannot be played ends the run as failed."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from player import outages, sign_in, steps
from player.approval_faults import NotTried
from player.feed import Line, WaitedInVain
from player.ledger import LedgerUnread
from player.paper import PaperUnreadable
from player.parts.card_lab import CardLabError
from player.parts.gateway_process import GatewayFailed
from player.parts.ipp_printer import IppPrinterFailed
from player.parts.line import LineFailed
from player.report import Broken, case_ids
from player.scenario import Scenario
from player.sign_in import SignInFailed
from player.stage_parts import Office, Parts, Seat
from player.window import WindowAbsent

LONGEST_CUT = "PLAYER_LONGEST_CUT"
"""Environment: a cut line is mended after so many seconds though the scenario says more (a test's hurry)."""

_SIGN_IN_SECONDS = 30.0
_SCAN_SECONDS = 15.0
_BY_HAND_SECONDS = 0.12
_PAPER_SECONDS = 30.0

# What may go wrong on a stage without being a defect of the player: it fails the run, with its message.
STAGE_FAILURES = (
    WaitedInVain,
    WindowAbsent,
    SignInFailed,
    PaperUnreadable,
    CardLabError,
    GatewayFailed,
    IppPrinterFailed,
    LineFailed,
    LedgerUnread,
    NotTried,
)


def same_state(said: str, wanted: str) -> bool:
    """Compare names of states; ``wanted`` may leave out what follows a colon (``Closed``)."""
    return said == wanted or said.split(":", maxsplit=1)[0] == wanted


class Play:
    """One run of one scenario on a stage. ``screenshots`` are names in ``out``, in order.

    ``office``: what surrounds the counter, where the stage has anything around it.
    """

    def __init__(self, scenario: Scenario, stage: Parts, out: Path, office: Office | None = None) -> None:
        self._scenario = scenario
        self._fault = scenario.fault
        self._stage = stage
        self._office = office
        self._out = out
        self._seen: dict[str, int] = {}
        self._input_at: dict[str, int] = {}
        self._scanned: set[Path] = set()
        self._tick = threading.Event()
        self._longest_cut = float(os.environ.get(LONGEST_CUT, "inf"))
        self.user = ""
        self.screenshots: list[str] = []

    def run(self) -> list[Broken]:
        """Play every step; returns what broke (nothing, or the one step that ended the run)."""
        outages.plant(self._office, self._fault)
        for number, step in enumerate(self._scenario.steps, start=1):
            if self._left_out(step):
                continue
            try:
                self._perform(step)
            except STAGE_FAILURES as failure:
                # For whoever looks into it; it is not among the pictures the scenario asked for.
                with contextlib.suppress(WindowAbsent):
                    self._stage.window.photograph(self._out / "broken.png")
                return [Broken(what=_name(step), detail=f"step {number}: {failure}")]
        return []

    def _left_out(self, step: steps.AnyStep) -> bool:
        return bool(self._fault and self._fault.kind == "skip_step" and self._fault.step == step.name)

    def _perform(self, step: steps.AnyStep) -> None:
        match step:
            case steps.Start():
                self._start(step)
            case steps.SignIn():
                self._sign_in(step)
            case steps.TapCard() | steps.RemoveCard() | steps.CardFault() | steps.Printer():
                self._input(step.pc, partial(self._devices, step))
            case steps.Keys():
                self._input(step.pc, partial(self._at(step.pc).window.press, step.keys))
            case steps.Type():
                self._type(step)
            case steps.WaitState():
                self._wait_state(step)
            case steps.Screenshot():
                self._photograph(step)
            case steps.ScanSheets():
                self._scan(step)
            case steps.Expect():
                self._expect(step)
            case _:
                outages.perform(step, self._around(), self._fault, self._longest_cut)

    def _around(self) -> Office:
        if self._office is None:
            raise LineFailed("nothing stands around this counter")
        return self._office

    def _at(self, pc: str) -> Seat:
        return self._around().at(pc) if pc else self._stage

    def _start(self, step: steps.Start) -> None:
        if step.what == "counter" and not step.pc:
            self._stage.start_program(step.profile)
        else:
            self._around().start(step.what, step.pc)

    def _devices(self, step: steps.TapCard | steps.RemoveCard | steps.CardFault | steps.Printer) -> None:
        match step:
            case steps.TapCard():
                self._stage.tap(step.persona)
            case steps.RemoveCard():
                self._stage.cards.remove()
            case steps.CardFault():
                self._stage.cards.command(step.command)
            case steps.Printer():
                self._stage.printer.set_mode(step.mode)

    def _input(self, pc: str, act: Callable[[], None]) -> None:
        self._input_at[pc] = len(self._at(pc).feed.lines)
        act()

    def _sign_in(self, step: steps.SignIn) -> None:
        seat = self._at(step.pc)
        self._input(step.pc, lambda: seat.window.press([step.key]))
        address = seat.sign_in_address(_SIGN_IN_SECONDS, self._input_at[step.pc])
        sign_in.answer(address, step.user, self._stage.password_of(step.user))
        if not step.pc:
            self.user = step.user

    def _type(self, step: steps.Type) -> None:
        text = step.text or self._stage.personas[step.of][step.what or ""]
        if self._fault and self._fault.kind == "wrong_secret" and self._fault.step == step.name:
            text = text[:-1] + str((int(text[-1]) + 1) % 10)
        window = self._at(step.pc).window

        def act() -> None:
            for part in text if step.by_hand else (text,):
                window.type(part)
                self._tick.wait(_BY_HAND_SECONDS if step.by_hand else 0)
            if step.then:
                window.press(step.then)

        self._input(step.pc, act)

    def _wait_state(self, step: steps.WaitState) -> None:
        feed = self._at(step.pc).feed

        def wanted(line: Line) -> bool:
            shown = not step.screen or line.get("screen") == step.screen
            said = all(line.get(key) == value for key, value in step.says.items())
            if not (shown and said and same_state(str(line["state"]), step.state)):
                return False
            return not step.case or [line.get("case")] == case_ids(feed.lines)[step.case - 1 : step.case]

        # A case that is not in front goes on meanwhile: each has its own mark of what was waited for.
        mark = f"{step.pc}/{step.case}"
        try:
            self._seen[mark] = self._wait(step.pc, wanted, self._patience(step), self._seen.get(mark, 0)) + 1
        except WaitedInVain as failure:
            raise WaitedInVain(f"{step.state}: {failure}") from failure

    def _patience(self, step: steps.WaitState) -> float:
        breaks = self._fault is not None and self._fault.breaks == _name(step)
        return min(step.within, self._fault.within) if self._fault and breaks else step.within

    def _wait(self, pc: str, wanted: Callable[[Line], bool], seconds: float, since: int) -> int:
        seat = self._at(pc)
        return seat.feed.wait(wanted, since=since, seconds=seconds, alive=seat.program_runs)

    def _photograph(self, step: steps.Screenshot) -> None:
        folder = self._out / "screenshots"
        folder.mkdir(exist_ok=True)
        self._at(step.pc).window.photograph(folder / f"{step.file}.png")
        self.screenshots.append(f"screenshots/{step.file}.png")

    def _scan(self, step: steps.ScanSheets) -> None:
        """Type the code of each sheet as a keyboard-wedge reader does, each after the last was taken."""
        printed = self._stage.last_certificate(_PAPER_SECONDS, frozenset(self._scanned))
        self._scanned.add(printed.path)
        for sheet in step.order or range(1, printed.pages + 1):
            if self._fault and self._fault.kind == "skip_sheet" and self._fault.sheet == sheet:
                continue
            code = printed.codes[sheet - 1]
            if not code:
                raise PaperUnreadable(f"sheet {sheet} bears no code that can be read")
            self._input_at[step.pc] = len(self._stage.feed.lines)
            self._stage.window.type(code)
            self._stage.window.press(["Return"])
            self._wait(step.pc, lambda line: bool(line.get("case")), _SCAN_SECONDS, self._input_at[step.pc])

    def _expect(self, step: steps.Expect) -> None:
        if step.failure:
            since = self._input_at.get(step.pc, 0)
            self._wait(step.pc, lambda line: line.get("failure") == step.failure, step.within, since)
        if step.sheets is not None:
            pages = self._stage.last_certificate(_PAPER_SECONDS, frozenset()).pages
            if pages != step.sheets:
                raise PaperUnreadable(f"{pages} sheets came out, not {step.sheets}")


def _name(step: steps.AnyStep) -> str:
    """What a fault says in ``breaks``: the step's own name, else its verb and what it waited for."""
    if step.name:
        return step.name
    return f"{step.do} {step.state}" if isinstance(step, steps.WaitState) else step.do

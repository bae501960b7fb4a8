"""A lab with the PCs of the office: the counter, and those that a scenario puts beside it."""

from __future__ import annotations

import contextlib
import json
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from player import approval_faults
from player.beside import PcBeside
from player.broken_line import LEDGER, BrokenLine
from player.feed import Feed
from player.lab import Lab
from player.ledger import sign_in
from player.paper import PaperUnreadable, PrintedFile
from player.pc import Pc
from player.scenario import Scenario
from player.steps import PartName
from player.window import Window

_LOOK_SECONDS = 0.2


class Stage(Lab):
    """Everything of one run. ``out`` takes what is worth keeping. Use ``opened`` to have it stopped."""

    def __init__(self, scenario: Scenario, directory: Path, out: Path, ending: contextlib.ExitStack) -> None:
        super().__init__(scenario.personas, directory, ending)
        self._tick = threading.Event()
        self._profile = ""
        self.line = BrokenLine(self.gateway, directory / "gateway", wanted=scenario.uses_line)
        ending.callback(self.line.stop)
        self._counter = Pc(directory / "pc", scenario.window, self.environment, out / "program.log")
        ending.callback(self._counter.stop)
        self._beside = {pc.name: PcBeside(self, pc, scenario.window, out, ending) for pc in scenario.pcs}

    @property
    def feed(self) -> Feed:
        """What the counter's program says."""
        return self._counter.feed

    @property
    def window(self) -> Window:
        """The counter's display."""
        return self._counter.window

    @window.setter
    def window(self, window: Window) -> None:
        self._counter.window = window

    def at(self, pc: str) -> Pc:
        """One of the PCs by its name; empty is the counter."""
        return self._beside[pc].pc if pc else self._counter

    def furnish(self, profile: str) -> list[str]:
        """As ``Lab.furnish``; a counter with a line of its own is told its port."""
        arguments = super().furnish(profile)
        if self.line.port:
            path = Path(arguments[arguments.index("--installation") + 1])
            told = json.loads(path.read_text(encoding="utf-8"))
            address = urlsplit(told["gateway_url"])
            told["gateway_url"] = address._replace(netloc=f"{address.hostname}:{self.line.port}").geturl()
            path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        return arguments

    def start_program(self, profile: str) -> None:
        """Start the counter and wait for its window; raises WindowAbsent."""
        self._profile = profile
        self._counter.start_program(self.furnish(profile))

    def program_runs(self) -> bool:
        """Tell whether the counter's program still runs."""
        return self._counter.program_runs()

    def end_program(self) -> None:
        """End the counter as a person closing the PC would."""
        self._counter.end_program()

    def sign_in_address(self, seconds: float, since: int) -> str:
        """The address the counter sends its user to."""
        return self._counter.sign_in_address(seconds, since)

    def start(self, what: PartName, pc: str) -> None:
        """Start the program of a PC beside, or again what was killed, on the same data and ports."""
        match what:
            case "gateway":
                self.gateway.start()
            case "printer":
                self.printer.plug_in()
            case "pcscd":
                self.cards.start_pcscd()
            case "counter" if pc:
                self._beside[pc].start_program()
            case "counter":
                self.start_program(self._profile)

    def kill(self, what: PartName, pc: str) -> None:
        """Kill a process without warning."""
        match what:
            case "gateway":
                self.gateway.kill()
            case "printer":
                self.printer.kill()
            case "pcscd":
                self.cards.kill_pcscd()
            case "counter":
                self.at(pc).kill_program()

    def try_approval(self, user: str, ask: str) -> str:
        """Try something with the last approval past every window; returns the code of the refusal."""
        place = self.counterpart()
        token = sign_in(place, user, self.password_of(user))
        return approval_faults.refused_with(place, token, approval_faults.attempt(self._ledger, ask))

    def change_byte(self, column: str) -> None:
        """Change a character of the last approval in the gateway's ledger."""
        if column == "signed_page":
            approval_faults.sign_other_page(self._ledger)
        else:
            approval_faults.change_byte(self._ledger, column)

    @property
    def _ledger(self) -> Path:
        return self.directory / "gateway" / LEDGER

    def last_certificate(self, seconds: float, scanned: frozenset[Path]) -> PrintedFile:
        """The last certificate that was not ``scanned``, waited for; raises PaperUnreadable."""
        for _ in range(max(1, int(seconds / _LOOK_SECONDS))):
            if found := [printed for printed in self.certificates() if printed.path not in scanned]:
                return found[-1]
            self._tick.wait(_LOOK_SECONDS)
        raise PaperUnreadable("no sheet with a code came out of the printer")


@contextlib.contextmanager
def opened(scenario: Scenario, out: Path) -> Iterator[Stage]:
    """Start every part, and stop them all again in the reverse order, whatever happens."""
    with contextlib.ExitStack() as ending:
        # Short and private: sockets lie below it, and the people of the run.
        directory = Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="play-")))
        yield Stage(scenario, directory, out, ending)

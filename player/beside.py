"""A PC beside the counter: its terminal, keyring and data directory are its own."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path

from player.lab import PROJECT, Lab
from player.parts.gateway_process import GatewayFailed
from player.parts.keyring_session import KeyringSession
from player.pc import Pc
from player.scenario import OtherPc

_TERMINAL_SECONDS = 60.0


class PcBeside:
    """Stands from construction until ``ending``; ``out`` takes what its program writes to the console.

    It shares nothing with the counter but the gateway, and the office's printer and reader. Raises
    GatewayFailed where the gateway gives it no terminal, and what display and keyring raise.
    """

    def __init__(
        self, lab: Lab, told: OtherPc, size: tuple[int, int], out: Path, ending: contextlib.ExitStack
    ) -> None:
        self._lab = lab
        self._told = told
        directory = lab.directory / "beside" / told.name
        home = directory / "pcs"
        self._profile = home / told.name
        self._profile.mkdir(parents=True, mode=0o700)
        keyring = KeyringSession(directory)
        ending.callback(keyring.stop)
        self._add_terminal()
        environment = {**lab.environment, **keyring.environment, "MADOGUCHI_HOME": str(home)}
        self.pc = Pc(directory / "pc", size, environment, out / f"program-{told.name}.log")
        ending.callback(self.pc.stop)

    def start_program(self) -> None:
        """Start its program and wait for the window; raises WindowAbsent."""
        (self._profile / "machine.toml").write_text(self._lab.machine_toml(), encoding="utf-8")
        command = [self._told.command] if self._told.command else []
        where = ["--profile", self._told.name, "--installation", str(self._profile / "installation.json")]
        printer = [] if command else ["--printer", self._lab.printer.uri]
        self.pc.start_program(["main.py", *command, *where, *printer])

    def _add_terminal(self) -> None:
        """As IT does it, while the gateway serves."""
        data, file = self._lab.directory / "gateway", self._profile / "installation.json"
        done = subprocess.run(
            [
                *(sys.executable, "-m", "gateway", "terminal", "--data", str(data)),
                *("--counter", self._told.at, "--out", str(file)),
            ],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            timeout=_TERMINAL_SECONDS,
            check=False,
        )
        if done.returncode != 0:
            raise GatewayFailed(done.stderr)

"""The gateway that a training counter owns (design.md 4, Profiles), and the practice cards of its town.

It is a child process with a fictitious town; it ends when this program does, because its input is a pipe
from here. Nothing of a real installation is known to it.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from counter_app.application.port_errors import Unavailable
from counter_app.application.registry_port import Role
from counter_app.domain.failures import FailureCode

PERSONAS = ("watanabe", "yoshida", "kunine", "leaving")
END_SECONDS = 10.0
WANTED_NEXT = (
    "counter_app.infrastructure.settings",
    "counter_app.infrastructure.api.connection",
    "counter_app.infrastructure.store.journal",
    "counter_app.infrastructure.store.store_file",
    "counter_app.infrastructure.store.event_codec",
)
"""What this program imports as soon as the gateway answers. It starts for seconds; that is time to do it."""


class TrainingGateway:
    """A gateway of one's own. It is started at once and ready some seconds later."""

    def __init__(self, directory: Path, project: Path) -> None:
        """Start it in ``directory``; ``project`` holds the program. Does not block."""
        self._project = project
        self._directory = directory
        self._cards: dict[str, dict[str, Any]] = {}
        self._asked: dict[str, subprocess.Popen[bytes]] = {}
        self._installation: Path | None = None
        command = [sys.executable, "-m", "gateway", "--data", str(directory), "--training", "--owned"]
        self._process = subprocess.Popen(
            command, cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def installation(self) -> Path:
        """Wait until it serves; returns its installation file. Raises Unavailable(GATEWAY_FAULT).

        Meanwhile the cards are asked for and what comes next is imported: both need no gateway.
        """
        if self._installation is None:
            self._ask_for_cards()
            for name in WANTED_NEXT:
                importlib.import_module(name)
            ready = self._process.stdout.readline() if self._process.stdout else b""
            if not ready:
                self.end()
                raise Unavailable(FailureCode.GATEWAY_FAULT)
            self._installation = Path(json.loads(ready)["installation_path"])
        return self._installation

    def account(self) -> tuple[str, str]:
        """The practice clerk's user name and password."""
        return _account(self._directory, Role.CLERK)

    def cards(self) -> Mapping[str, dict[str, Any]]:
        """What lies on the practice cards, by persona, as ``devices.simulated.Persona`` has it.

        Blocks at its first call, and raises CalledProcessError where the town does not know one of them.
        """
        if not self._cards:
            self._ask_for_cards()
            asked, self._asked = self._asked, {}
            told = {name: (process, process.communicate()[0]) for name, process in asked.items()}
            self._cards = {name: _card(*answer) for name, answer in told.items()}
        return self._cards

    def _ask_for_cards(self) -> None:
        if not self._asked and not self._cards:
            self._asked = {name: self._ask(name) for name in PERSONAS}

    def _ask(self, name: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "gateway.town", "--persona", name]
        return subprocess.Popen(command, cwd=self._project, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def end(self) -> None:
        """Close the pipe that keeps the gateway alive; may be called twice."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        for process in self._asked.values():
            process.kill()
            process.communicate()
        self._asked = {}

    def wait_ended(self) -> None:
        """Wait until it has ended, after ``end``. Raises TimeoutExpired after ten seconds."""
        self._process.wait(END_SECONDS)
        if self._process.stdout is not None:
            self._process.stdout.close()


class JoinedTraining:
    """The gateway of the training that a counter has open, for the second person's window."""

    def __init__(self, directory: Path) -> None:
        """``directory``: the gateway's, in the profile of that training."""
        self._directory = directory

    def installation(self) -> Path:
        """Its installation file. Raises Unavailable(GATEWAY_UNREACHABLE) where no training was ever open."""
        path = self._directory / "installation.json"
        if not path.exists():
            raise Unavailable(FailureCode.GATEWAY_UNREACHABLE)
        return path

    def account(self) -> tuple[str, str]:
        """The practice supervisor's user name and password."""
        return _account(self._directory, Role.SUPERVISOR)

    def cards(self) -> Mapping[str, dict[str, Any]]:
        """None: nobody lays a card before an approver."""
        return {}

    def end(self) -> None:
        """The counter owns it, and ends it."""


def _account(directory: Path, role: Role) -> tuple[str, str]:
    staff = json.loads((directory / "exercise-staff.json").read_text(encoding="utf-8"))["staff"]
    first = next(one for one in staff if one["role"] == role)
    return first["username"], first["password"]


def _card(process: subprocess.Popen[bytes], told: bytes) -> dict[str, Any]:
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    card: dict[str, Any] = json.loads(told)
    return card | {"expiry_year": int(card.pop("expires")[:4])}

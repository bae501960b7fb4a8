"""The gateway that a training counter owns (design.md 4, Profiles), and the practice cards of its town.

It is a child process with a fictitious town; it ends when this program does, because its input is a pipe
from here. Nothing of a real installation is known to it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode

PERSONAS = ("watanabe", "yoshida", "kunine", "leaving")


class TrainingGateway:
    """A gateway of one's own. It is started at once and ready some seconds later."""

    def __init__(self, directory: Path, project: Path) -> None:
        """Start it in ``directory``; ``project`` holds the program. Does not block."""
        self._project = project
        self._directory = directory
        self._cards: dict[str, dict[str, Any]] = {}
        self._installation: Path | None = None
        command = [sys.executable, "-m", "gateway", "--data", str(directory), "--training", "--owned"]
        self._process = subprocess.Popen(
            command, cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def installation(self) -> Path:
        """Wait until it serves; returns its installation file. Raises Unavailable(GATEWAY_FAULT)."""
        if self._installation is None:
            ready = self._process.stdout.readline() if self._process.stdout else b""
            if not ready:
                raise Unavailable(FailureCode.GATEWAY_FAULT)
            self._installation = Path(json.loads(ready)["installation_path"])
        return self._installation

    def account(self) -> tuple[str, str]:
        """The practice clerk's user name and password."""
        staff = json.loads((self._directory / "exercise-staff.json").read_text(encoding="utf-8"))["staff"]
        clerk = next(one for one in staff if one["role"] == "CLERK")
        return clerk["username"], clerk["password"]

    def cards(self) -> Mapping[str, dict[str, Any]]:
        """What lies on the practice cards, by persona, as ``devices.simulated.Persona`` has it.

        Blocks at its first call. Raises CalledProcessError where the town does not know one of them.
        """
        if not self._cards:
            asked = {name: self._ask(name) for name in PERSONAS}
            self._cards = {name: _card(process) for name, process in asked.items()}
        return self._cards

    def _ask(self, name: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "gateway.town", "--persona", name]
        return subprocess.Popen(command, cwd=self._project, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def end(self) -> None:
        """Close the pipe that keeps the gateway alive; may be called twice."""
        if self._process.stdin is not None:
            self._process.stdin.close()


def _card(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    told, _errors = process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    card: dict[str, Any] = json.loads(told)
    return card | {"expiry_year": int(card.pop("expires")[:4])}

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
    """A running gateway of one's own; blocks until it is ready (about two seconds)."""

    def __init__(self, directory: Path, project: Path) -> None:
        """Start it in ``directory``; ``project`` holds the program. Raises Unavailable(GATEWAY_FAULT)."""
        self._project = project
        self._directory = directory
        command = [sys.executable, "-m", "gateway", "--data", str(directory), "--training", "--owned"]
        self._process = subprocess.Popen(
            command, cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        ready = self._process.stdout.readline() if self._process.stdout else b""
        if not ready:
            raise Unavailable(FailureCode.GATEWAY_FAULT)
        self.installation = Path(json.loads(ready)["installation_path"])

    def account(self) -> tuple[str, str]:
        """The practice clerk's user name and password."""
        staff = json.loads((self._directory / "exercise-staff.json").read_text(encoding="utf-8"))["staff"]
        clerk = next(one for one in staff if one["role"] == "CLERK")
        return clerk["username"], clerk["password"]

    def cards(self) -> Mapping[str, dict[str, Any]]:
        """What lies on the practice cards, by persona, as ``devices.simulated.Persona`` has it."""
        found = {}
        for name in PERSONAS:
            command = [sys.executable, "-m", "gateway.town", "--persona", name]
            done = subprocess.run(command, cwd=self._project, check=True, capture_output=True)
            card = json.loads(done.stdout)
            found[name] = card | {"expiry_year": int(card.pop("expires")[:4])}
        return found

    def end(self) -> None:
        """Close the pipe that keeps the gateway alive; may be called twice."""
        if self._process.stdin is not None:
            self._process.stdin.close()

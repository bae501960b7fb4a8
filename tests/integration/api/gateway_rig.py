"""A real gateway process over TLS, and a counter's connection to it, signed in through the real issuer."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import httpx

from counter_app.infrastructure.api import GatewayConnection, open_connection
from counter_app.infrastructure.settings import Installation, read_installation
from counter_app.infrastructure.system import GatewayClock
from player.parts.gateway_process import GatewayProcess
from player.sign_in import answer
from tests.fakes.secrets import FakeSecrets

RESIDENTS = 300


class GatewayRig:
    """The process, its installation file, and what an exercise may do to it.

    ``keyrings`` are those of its PCs, by terminal; they outlast a connection.
    """

    def __init__(self, directory: Path) -> None:
        self.process = GatewayProcess(directory, exercise=True, residents=RESIDENTS)
        info = self.process.start()
        self.installation: Installation = read_installation(info.installation_path)
        exercise = json.loads(info.staff_path.read_text(encoding="utf-8"))
        self._key: str = exercise["exercise_key"]
        self.passwords: dict[str, str] = {one["username"]: one["password"] for one in exercise["staff"]}
        self.clock = GatewayClock()
        self.keyrings: defaultdict[str, FakeSecrets] = defaultdict(FakeSecrets)
        self._directory = directory

    def connect(
        self,
        *,
        read_timeout_s: float = 20.0,
        clock: GatewayClock | None = None,
        terminal: str = "",
        port: int | None = None,
    ) -> GatewayConnection:
        """A connection with nobody signed in; of another PC, if it has a ``clock`` or a ``terminal``.

        ``port``: that of a line in front of the gateway.
        """
        found = self.installation
        opened = open_connection(
            gateway_url=f"https://127.0.0.1:{port}" if port else found.gateway_url,
            issuer_url=found.issuer_url,
            client_id=found.client_id,
            terminal=terminal or found.terminal,
            ca_pem=found.ca_pem,
            receipt_key=found.keys.receipt.model_dump(),
            clock=clock or self.clock,
            read_timeout_s=read_timeout_s,
        )
        return replace(opened, keyring=lambda: self.keyrings[terminal])

    def add_terminal(self, counter: str) -> str:
        """Enter another PC, as IT does; returns its number."""
        out = self._directory / f"installation-{uuid4()}.json"
        told = ["--data", str(self._directory), "--counter", counter, "--out", str(out)]
        subprocess.run(
            [sys.executable, "-m", "gateway", "terminal", *told], check=True, capture_output=True, timeout=60
        )
        return read_installation(out).terminal

    def sign_in(self, connection: GatewayConnection, username: str = "yamada") -> str:
        """Sign in as a clerk does, by a plain HTTP client on the page; returns the last page's text."""
        attempt = connection.sign_in.begin()
        with ThreadPoolExecutor(1) as pool:
            page = pool.submit(answer, attempt.url, username, self.passwords[username])
            attempt.wait(20)
            return page.result(20)

    def plan(self, path: str, **fault: object) -> None:
        """Break the next call whose path ends with ``path``."""
        self._exercise("POST", "faults", {"suffix": path, **fault})

    def set_flags(self, resident_id: str, *flags: str) -> None:
        """Set a person's flags, as a notification in the core would."""
        self._exercise("POST", "flags", {"resident_id": resident_id, "flags": list(flags)})

    def forget_faults(self) -> None:
        """Take back what was planned and did not happen."""
        self._exercise("DELETE", "faults", None)

    def stop(self) -> None:
        """End the process."""
        self.process.stop()

    def _exercise(self, method: str, what: str, body: object) -> None:
        answered = httpx.request(
            method,
            f"{self.installation.gateway_url}/exercise/{what}",
            json=body,
            headers={"Authorization": f"Bearer {self._key}"},
            verify=ssl.create_default_context(cafile=self.process.info.ca_path),
            trust_env=False,
        )
        assert answered.status_code == 204, answered.text

"""The gateway as a process of its own: started, asked where it is, stopped or killed, started again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Self

START_TIMEOUT_S = 30.0
STOP_TIMEOUT_S = 10.0
_ROOT = Path(__file__).resolve().parents[2]


class GatewayFailed(RuntimeError):
    """The gateway did not start; the message ends with what it wrote last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GatewayInfo:
    """The ready line of ``python -m gateway``: addresses, the CA's certificate, the installation file."""

    api_url: str
    issuer_url: str
    ca_path: Path
    installation_path: Path
    pid: int

    @property
    def staff_path(self) -> Path:
        """The file of the exercise's staff and its key, beside the installation file."""
        return self.installation_path.with_name("exercise-staff.json")


class GatewayProcess:
    """A gateway over the data in ``directory``; it ends when this process does.

    Started again after ``stop`` or ``kill`` it has the same addresses, keys, staff and ledger.
    """

    def __init__(
        self,
        directory: Path,
        *,
        training: bool = False,
        exercise: bool = False,
        seed: int | None = None,
        residents: int | None = None,
    ) -> None:
        self._directory = directory
        self._arguments = ["--owned"]
        self._arguments += ["--training"] if training else []
        self._arguments += ["--exercise"] if exercise else []
        self._arguments += [] if seed is None else ["--seed", str(seed)]
        self._arguments += [] if residents is None else ["--residents", str(residents)]
        self._process: subprocess.Popen[bytes] | None = None
        self._info: GatewayInfo | None = None
        self.log_path = directory / "gateway.log"
        self.environment: dict[str, str] = {}
        """What its next start has in its environment beside this process's."""

    @property
    def info(self) -> GatewayInfo:
        """Where the gateway is; GatewayFailed before its first start."""
        if self._info is None:
            raise GatewayFailed("the gateway was not started")
        return self._info

    def start(self) -> GatewayInfo:
        """Start it and wait until it serves; raises GatewayFailed if it ends before, or after 30 s."""
        self._directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        command = [sys.executable, "-m", "gateway", "--data", str(self._directory), *self._arguments]
        with self.log_path.open("ab") as log:
            process = subprocess.Popen(
                [*command, *self._ports()],
                cwd=_ROOT,
                env=os.environ | self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        self._process = process
        self._info = self._read_ready(process)
        return self._info

    def runs(self) -> bool:
        """Tell whether it was started and still runs."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """End it in order: what is under way is finished. Nothing happens if it does not run."""
        self._end(orderly=True)

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self._end(orderly=False)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _ports(self) -> list[str]:
        if self._info is None:
            return []
        api, issuer = (url.rpartition(":")[2] for url in (self._info.api_url, self._info.issuer_url))
        return ["--port", api, "--issuer-port", issuer]

    def _read_ready(self, process: subprocess.Popen[bytes]) -> GatewayInfo:
        assert process.stdout is not None  # noqa: S101 - opened as a pipe above
        late = threading.Timer(START_TIMEOUT_S, process.kill)
        late.start()
        try:
            line = process.stdout.readline()
        finally:
            late.cancel()
        if not line:
            process.kill()
            process.wait()
            self._close(process)
            raise GatewayFailed(self.log_path.read_text("utf-8", errors="replace")[-2000:])
        ready = json.loads(line)
        return GatewayInfo(
            api_url=ready["api_url"],
            issuer_url=ready["issuer_url"],
            ca_path=Path(ready["ca_path"]),
            installation_path=Path(ready["installation_path"]),
            pid=ready["pid"],
        )

    def _end(self, *, orderly: bool) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if orderly:
            process.terminate()
            try:
                process.wait(STOP_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                process.kill()
        else:
            process.kill()
        process.wait()
        self._close(process)

    def _close(self, process: subprocess.Popen[bytes]) -> None:
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

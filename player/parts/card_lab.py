"""pcscd, its virtual reader and our virtual card, private to one directory: no clash with the host's service.

The service's socket path is compiled in, so its directory is bind-mounted in a mount namespace of its own
(needs root or CAP_SYS_ADMIN); clients find it through ``environment`` (knowledge/card.md 2.6). For
exercises only: a machine at a counter has no virtual reader.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

READY_SECONDS = 15.0
LONGEST_SOCKET_PATH = 100
DRIVER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
READER = "Counter Card Reader"


class CardLabError(Exception):
    """The service or the card process did not do what the exercise needs."""


class CardLab:
    """A card service with one reader (two slots; the card uses the first) in ``directory``.

    ``persona``: the JSON file of the card first inserted. Start once; ``stop`` may be called twice.
    """

    def __init__(self, directory: Path, persona: Path, store: Path | None = None) -> None:
        self.directory = directory
        self.reader = f"{READER} 00 00"
        self.empty_reader = f"{READER} 00 01"
        self.environment = {"PCSCLITE_CSOCK_NAME": str(directory / "run" / "pcscd.comm")}
        self._persona = persona
        self._store = store or directory / "store"
        self._control = directory / "card.sock"
        self._port = 0
        self._service: subprocess.Popen[bytes] | None = None
        self._card: subprocess.Popen[bytes] | None = None
        if len(self.environment["PCSCLITE_CSOCK_NAME"]) > LONGEST_SOCKET_PATH:
            raise CardLabError("the directory's path is too long for a socket")

    @property
    def face_ca_file(self) -> Path:
        """The exercise face CA's public key, as ``devices.open_readers`` takes it."""
        return self._store / "face_ca.key"

    def start(self, *, inserted: bool = True) -> None:
        """Start service and card process; the card is in and powered on return unless not ``inserted``.

        Raises ``CardLabError``; whatever was started is then ended.
        """
        try:
            self._start(inserted=inserted)
        except CardLabError:
            self.stop()
            raise

    def _start(self, *, inserted: bool) -> None:
        if not DRIVER.exists():
            raise CardLabError("the package vsmartcard-vpcd is not installed")
        (self.directory / "run").mkdir(parents=True, exist_ok=True)
        (self.directory / "conf").mkdir(exist_ok=True)
        self._port = _two_free_ports()
        (self.directory / "conf" / "vpcd").write_text(
            f'FRIENDLYNAME "{READER}"\nDEVICENAME /dev/null:{self._port}\n'
            f"LIBPATH {DRIVER}\nCHANNELID {self._port}\n",
            encoding="ascii",
        )
        self.start_pcscd()
        self._card = subprocess.Popen(
            [sys.executable, "-m", "devices.simulated.vpcd", *self._card_options()],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.DEVNULL,
        )
        self._wait(self._control.exists, "the card process did not start")
        if inserted:
            self.insert()

    def _card_options(self) -> list[str]:
        options = {
            "port": self._port,
            "persona": self._persona,
            "store": self._store,
            "control": self._control,
        }
        return [part for name, value in options.items() for part in (f"--{name}", str(value))]

    def start_pcscd(self) -> None:
        """Start the service; files of a killed one are removed first, it refuses to start beside them."""
        run = self.directory / "run"
        for stale in run.iterdir():
            stale.unlink()
        script = (
            'mkdir -p /run/pcscd && mount --bind "$1" /run/pcscd && exec pcscd --foreground --config "$2"'
        )
        with (self.directory / "pcscd.log").open("ab") as log:
            self._service = subprocess.Popen(
                ["unshare", "--mount", "sh", "-c", script, "sh", str(run), str(self.directory / "conf")],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=os.environ | {"PATH": f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"},
            )
        self._wait(self._accepts, "the card service did not start")

    def kill_pcscd(self) -> None:
        """Kill the service without warning."""
        if self._service is not None:
            self._service.kill()
            self._service.wait()
            self._service = None

    def command(self, text: str) -> str:
        """Send one control command (``devices.simulated.vpcd``) and return its answer without the ``ok``.

        Raises ``CardLabError`` where the card process refuses.
        """
        with socket.socket(socket.AF_UNIX) as control:
            control.settimeout(READY_SECONDS)
            control.connect(str(self._control))
            control.sendall(text.encode() + b"\n")
            with control.makefile(encoding="utf-8") as lines:
                answer = lines.readline().strip()
        if not answer.startswith("ok"):
            raise CardLabError(f"{text.partition(' ')[0]}: {answer}")
        return answer[3:]

    def insert(self, persona: Path | None = None) -> None:
        """Put the card of ``persona`` (default: the last one) in; returns when the reader powered it."""
        self.command(f"insert {persona}" if persona else "insert")

    def remove(self) -> None:
        """Take the card out; the reader notices within 0.4 s."""
        self.command("remove")

    def stop(self) -> None:
        """End both processes, and wait for their end."""
        if self._card is not None:
            with contextlib.suppress(OSError, CardLabError):
                self.command("quit")
            try:
                self._card.wait(5)
            except subprocess.TimeoutExpired:
                self._card.kill()
                self._card.wait()
            self._card = None
        if self._service is not None:
            self._service.terminate()
            try:
                self._service.wait(5)
            except subprocess.TimeoutExpired:
                self.kill_pcscd()
            self._service = None

    def _accepts(self) -> bool:
        """Whether the service takes connections; its end is an error."""
        if self._service is not None and self._service.poll() is not None:
            raise CardLabError(f"the card service ended: see {self.directory / 'pcscd.log'}")
        with socket.socket(socket.AF_UNIX) as client, contextlib.suppress(OSError):
            client.connect(self.environment["PCSCLITE_CSOCK_NAME"])
            return True
        return False

    def _wait(self, ready: Callable[[], bool], otherwise: str) -> None:
        """Wait until ``ready``; raises ``CardLabError`` with ``otherwise``."""
        deadline = time.monotonic() + READY_SECONDS
        pause = threading.Event()
        while not ready():
            if time.monotonic() > deadline or (self._card is not None and self._card.poll() is not None):
                raise CardLabError(otherwise)
            pause.wait(0.02)


def _two_free_ports() -> int:
    """Return a port that is free together with the next: the driver takes one for each slot."""
    for _ in range(100):
        with socket.socket() as first, socket.socket() as second:
            first.bind(("", 0))
            port: int = first.getsockname()[1]
            with contextlib.suppress(OSError, OverflowError):
                second.bind(("", port + 1))
                return port
    raise CardLabError("no two consecutive ports are free")

"""A real IPP printer process (CUPS's ``ippeveprinter``) that jams, empties and aborts on command.

ippeveprinter will not start without a system bus to ask for DNS-SD. It gets a bus of its own with nothing on
it: no avahi runs, nothing is announced, and any number of printers run side by side. For exercises only.
"""

from __future__ import annotations

import http.client
import os
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

MODES = ("ok", "jam", "empty", "door", "abort", "abort_one")
FORMATS = "application/pdf,image/pwg-raster"
START_TIMEOUT_S = 15.0
STOP_TIMEOUT_S = 5.0
TURN_S = 0.05

_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class IppPrinterFailed(RuntimeError):
    """The printer or its bus did not start; the message says which."""


def free_port() -> int:
    """Return a port of the loopback that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def find_program(name: str) -> str:
    """Return the path of a system program that may lie outside PATH; raises IppPrinterFailed."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin")
    if found is None:
        raise IppPrinterFailed(f"{name} is not installed")
    return found


class IppPrinter:
    """Runs the printer until ``stop``. ``uri`` is its ``ipp://`` address. Raises IppPrinterFailed."""

    def __init__(self, directory: Path) -> None:
        self._received = directory / "received"
        self._received.mkdir(parents=True, exist_ok=True)
        (directory / "spool").mkdir(exist_ok=True)
        self._mode_file = directory / "mode"
        self.set_mode("ok")
        self._log = (directory / "printer.log").open("wb")
        self._folder = tempfile.TemporaryDirectory(prefix="bus-", ignore_cleanup_errors=True)
        self._bus, address = self._start_bus()
        self._port = free_port()
        self.uri = f"ipp://localhost:{self._port}/ipp/print"
        self._command = self._write_command(directory)
        self._environment = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": address}
        self._spool = directory / "spool"
        try:
            self._printer = self._start_printer()
            self._wait_until_it_answers()
        except IppPrinterFailed:
            self._end(self._bus)
            self._log.close()
            self._folder.cleanup()
            raise

    def set_mode(self, mode: str) -> None:
        """Make it ``ok``, ``jam``, ``empty``, ``door`` or ``abort`` from now on; ``abort_one``: one job."""
        if mode not in MODES:
            raise ValueError(mode)
        partial = self._mode_file.with_suffix(".part")
        partial.write_text(mode, encoding="ascii")
        partial.replace(self._mode_file)

    def received(self) -> list[Path]:
        """The files printed so far, in order, byte for byte as they came."""
        return sorted(self._received.glob("*.bin"))

    def unplug(self) -> None:
        """End the printer process: connections are refused until ``plug_in``."""
        self._end(self._printer)

    def kill(self) -> None:
        """End the printer process without warning; a job under way is gone with it."""
        self._printer.kill()
        self._printer.wait()

    def plug_in(self) -> None:
        """Start the printer again at the same address. It has forgotten its jobs."""
        self._printer = self._start_printer()
        self._wait_until_it_answers()

    def stop(self) -> None:
        """End both processes and wait for them; may be called twice."""
        for process in (self._printer, self._bus):
            self._end(process)
        self._log.close()
        self._folder.cleanup()

    def _start_bus(self) -> tuple[subprocess.Popen[str], str]:
        config = Path(self._folder.name) / "bus.conf"
        config.write_text(_BUS_CONFIG.format(folder=self._folder.name), encoding="utf-8")
        process = subprocess.Popen(
            [find_program("dbus-daemon"), f"--config-file={config}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
        )
        address = process.stdout.readline().strip() if process.stdout else ""
        if not address:
            process.wait(STOP_TIMEOUT_S)
            raise IppPrinterFailed("the private bus did not start")
        return process, address

    def _write_command(self, directory: Path) -> Path:
        command = directory / "command"
        program = Path(__file__).with_name("ipp_command.py")
        words = (sys.executable, "-I", "-S", str(program), str(self._mode_file), str(self._received))
        command.write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$1"\n', encoding="utf-8")
        command.chmod(0o700)
        return command

    def _start_printer(self) -> subprocess.Popen[bytes]:
        options = ["-p", str(self._port), "-n", "localhost", "-r", "off", "-f", FORMATS]
        options += ["-d", str(self._spool), "-c", str(self._command)]
        return subprocess.Popen(
            [find_program("ippeveprinter"), *options, "Counter Printer"],
            stdout=self._log,
            stderr=self._log,
            env=self._environment,
        )

    def _wait_until_it_answers(self) -> None:
        ends = time.monotonic() + START_TIMEOUT_S
        pause = threading.Event()
        while time.monotonic() < ends and self._printer.poll() is None:
            try:
                line = http.client.HTTPConnection("localhost", self._port, timeout=2)
                line.connect()
            except OSError:
                pause.wait(TURN_S)
                continue
            line.close()
            return
        self._end(self._printer)
        raise IppPrinterFailed("ippeveprinter did not start; see printer.log")

    @staticmethod
    def _end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(STOP_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if process.stdout is not None:
            process.stdout.close()

"""A display without a screen: Xvfb on a number of its own choice, with a window manager that gives focus."""

from __future__ import annotations

import os
import select
import shlex
import subprocess
from pathlib import Path

_START_SECONDS = 15.0
_STOP_SECONDS = 5.0

# One desktop, no decorations, no key of its own: every key belongs to the program.
_OPENBOX = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <desktops><number>1</number></desktops>
  <keyboard/>
  <mouse/>
  <applications><application class="*"><decor>no</decor><focus>yes</focus></application></applications>
</openbox_config>
"""


class DisplayFailed(RuntimeError):
    """Xvfb or the window manager did not start; the message says which."""


class Display:
    """Runs Xvfb and openbox from construction until ``stop``. ``size`` is width and height in pixels.

    ``environment`` holds what a process needs to draw here. Raises DisplayFailed.
    """

    def __init__(self, directory: Path, size: tuple[int, int] = (1366, 768)) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.size = size
        self._log = (directory / "display.log").open("wb")
        self._server, number = self._start_server()
        self.name = f":{number}"
        self.environment = {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}
        self._manager = self._start_manager(directory)

    def stop(self) -> None:
        """End both and wait for them; may be called twice."""
        for process in (self._manager, self._server):
            _end(process)
        self._log.close()

    def _start_server(self) -> tuple[subprocess.Popen[bytes], int]:
        reading, writing = os.pipe()
        width, height = self.size
        with os.fdopen(reading, "rb") as answer:
            try:
                server = subprocess.Popen(
                    [
                        *("Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24"),
                        *("-dpi", "96", "-nolisten", "tcp", "-noreset"),
                    ],
                    pass_fds=(writing,),
                    stdout=self._log,
                    stderr=self._log,
                )
            finally:
                os.close(writing)
            ready, _, _ = select.select([answer], [], [], _START_SECONDS)
            number = answer.readline().strip() if ready else b""
        if not number:
            _end(server)
            self._log.close()
            raise DisplayFailed("Xvfb did not start")
        return server, int(number)

    def _start_manager(self, directory: Path) -> subprocess.Popen[bytes]:
        """Start openbox and wait for the word that it runs as its first act."""
        config = directory / "openbox.xml"
        config.write_text(_OPENBOX, encoding="utf-8")
        told = directory / "openbox-runs"
        os.mkfifo(told)
        hearing = os.open(told, os.O_RDWR | os.O_NONBLOCK)
        try:
            manager = subprocess.Popen(
                [
                    *("openbox", "--sm-disable", "--config-file", str(config)),
                    *("--startup", shlex.join(["sh", "-c", f"echo runs > {shlex.quote(str(told))}"])),
                ],
                env={**os.environ, **self.environment, "HOME": str(directory)},
                stdout=self._log,
                stderr=self._log,
            )
            ready, _, _ = select.select([hearing], [], [], _START_SECONDS)
        finally:
            os.close(hearing)
            told.unlink()
        if not ready:
            _end(manager)
            _end(self._server)
            self._log.close()
            raise DisplayFailed("openbox did not start")
        return manager


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(timeout=_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()

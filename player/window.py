"""The clerk's hands and eyes: keys go to whatever window has the focus, pictures are of the whole display."""

from __future__ import annotations

import hashlib
import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image, ImageGrab

_COMMAND_SECONDS = 60.0
_SEARCH_SECONDS = 10.0
_KEY_MILLISECONDS = 12
# A character that is on no key is put on a spare one first; Qt has to learn that before the key goes down.
_SPARE_KEY_MILLISECONDS = 160
_REST_SECONDS = 0.15
_LOOKS = 40


class WindowAbsent(Exception):
    """No window took the keys or could be photographed; the message is the X tool's own."""


class Window:
    """The display that the program draws on, by its environment (``DISPLAY``)."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._display = environment["DISPLAY"]
        self._environment = {**os.environ, **environment}
        self._tick = threading.Event()

    def wait_shown(self, process: int, seconds: float) -> None:
        """Wait until ``process`` shows a window and it has the focus; raises WindowAbsent.

        A program at its start opens and closes windows of its own, and one that goes while the X tool is
        looking through them ends the tool with an error of the X server: it is asked until the time is up.
        """
        until = time.monotonic() + seconds
        while True:
            try:
                self._focus_window_of(process)
            except WindowAbsent:
                if time.monotonic() >= until:
                    raise
                self._tick.wait(_REST_SECONDS)
            else:
                return

    def _focus_window_of(self, process: int) -> None:
        found = self._run(["search", "--onlyvisible", "--pid", str(process)], seconds=_SEARCH_SECONDS).split()
        if not found:
            raise WindowAbsent(f"process {process} shows no window")
        self._run(["windowfocus", "--sync", found[-1]], seconds=_SEARCH_SECONDS)

    def press(self, keys: Sequence[str]) -> None:
        """Press keys one after another, by their X names."""
        self._run(["key", "--delay", str(_KEY_MILLISECONDS), *keys])

    def type(self, text: str) -> None:
        """Type ``text``, given by standard input so that no process list shows it."""
        delay = _KEY_MILLISECONDS if text.isascii() else _SPARE_KEY_MILLISECONDS
        self._run(["type", "--delay", str(delay), "--file", "-"], text=text)

    def photograph(self, path: Path) -> str:
        """Write a PNG of the display once two looks in a row are alike; returns its SHA-256 in hex.

        A display that never rests is photographed as it is after some seconds.
        """
        before = self._look()
        for _ in range(_LOOKS):
            self._tick.wait(_REST_SECONDS)
            now = self._look()
            if now.tobytes() == before.tobytes():
                break
            before = now
        before.save(path, optimize=True)
        return hashlib.sha256(path.read_bytes()).hexdigest()

    def _look(self) -> Image.Image:
        try:
            return ImageGrab.grab(xdisplay=self._display).convert("RGB")
        except OSError as error:
            raise WindowAbsent(f"no picture of {self._display}: {error}") from error

    def _run(self, arguments: Sequence[str], *, text: str = "", seconds: float = _COMMAND_SECONDS) -> str:
        try:
            done = subprocess.run(
                ["xdotool", *arguments],
                env=self._environment,
                input=text,
                capture_output=True,
                text=True,
                timeout=seconds,
                check=True,
            )
        except subprocess.TimeoutExpired as error:
            raise WindowAbsent(f"xdotool {arguments[0]} took longer than {seconds:.0f} s") from error
        except subprocess.CalledProcessError as error:
            raise WindowAbsent(f"xdotool {arguments[0]}: {error.stderr.strip()}") from error
        return done.stdout

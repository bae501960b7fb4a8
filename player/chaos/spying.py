"""What anybody at the machine could see while a counter runs: window titles, command lines, files written."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_LOOK_SECONDS = 0.4
_TOOL_SECONDS = 10.0
_ACCESS = os.O_WRONLY | os.O_RDWR


class Spy:
    """Collects while ``watching``. ``displays``: their environments; ``root``: what is searched anyway.

    ``written`` are the files that any process of this run had open for writing and that lie elsewhere.
    """

    def __init__(self, displays: Iterable[Mapping[str, str]], root: Path) -> None:
        self._displays = [{**os.environ, **display} for display in displays]
        self._root = str(root)
        self._over = threading.Event()
        self.titles: set[str] = set()
        self.commands: set[str] = set()
        self.written: set[Path] = set()

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Look again and again until the end of it."""
        watcher = threading.Thread(target=self._watch, name="spy")
        watcher.start()
        try:
            yield
        finally:
            self._over.set()
            watcher.join(2 * _TOOL_SECONDS)

    def _watch(self) -> None:
        while not self._over.wait(_LOOK_SECONDS):
            for display in self._displays:
                self._look_at_titles(display)
            for process in Path("/proc").glob("[0-9]*"):
                # a process may end while it is looked at
                with contextlib.suppress(OSError):
                    self._look_at(process)

    def _look_at_titles(self, display: Mapping[str, str]) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            done = subprocess.run(
                ["xdotool", "search", "--name", ".", "getwindowname", "%@"],
                env=display,
                capture_output=True,
                text=True,
                timeout=_TOOL_SECONDS,
                check=False,
            )
            self.titles.update(line for line in done.stdout.splitlines() if line)

    def _look_at(self, process: Path) -> None:
        environment = (process / "environ").read_bytes()
        if self._root.encode() not in environment:
            return
        self.commands.add((process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        for descriptor in (process / "fd").iterdir():
            with contextlib.suppress(OSError):
                self._look_at_file(process, descriptor)

    def _look_at_file(self, process: Path, descriptor: Path) -> None:
        told = (process / "fdinfo" / descriptor.name).read_text()
        flags = int(told.partition("flags:")[2].split()[0], 8)
        path = descriptor.readlink()
        if flags & _ACCESS and path.is_file() and not str(path).startswith((self._root, "/dev/", "/proc/")):
            self.written.add(path)

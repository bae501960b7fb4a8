"""What the program under exercise says of itself, as JSON lines through a named pipe.

The program gets the pipe by ``--exercise-feed PATH`` and writes one object a line, after the screen shows
what the line says. It is opened by the exercise trust root only and carries no personal data and no secret.
Keys, all but ``at`` and ``state`` optional:

``at``       ISO 8601 with offset
``state``    the state of the case in front, or of the program when none is (``signed_out``,
            ``ready``; ``not_ready`` with its ``failure`` where it cannot begin)
``case``     the case's id; ``number`` its reception number; ``step`` and ``screen`` what the clerk sees
``slip``     the number of its slip, where the request was taken while the line was down
``failure``  a failure code
``sign_in``  the address that the browser would be sent to, where no file was named for it
``card``     ``{"apdu_count", "elapsed_ms"}`` once the card was read
``issue``    ``{"id", "certificate", "persons", "items"}`` once numbers are allotted
``sheets``   ``[{"number", "state"}]`` of the case, whenever one changes
``print``    ``{"job_id", "state"}`` at every change the printer reports
``submitted`` ``{"path", "sha256"}``: the file as given to the printer, kept for the exercise
"""

from __future__ import annotations

import json
import os
import select
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Line = Mapping[str, Any]

_CHUNK = 65_536


class WaitedInVain(Exception):
    """What was waited for did not come within its time, or what would have brought it ended."""


class Feed:
    """The lines so far, and a bounded wait for one to come. One thread reads, so the program never blocks."""

    def __init__(self, path: Path) -> None:
        self.path = path
        os.mkfifo(path, mode=0o600)
        # Open for both, so that the pipe outlives the program that writes it.
        self._descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK)
        self._changed = threading.Condition()
        self._lines: list[Line] = []
        self._stopping, self._stop = os.pipe()
        self._thread = threading.Thread(target=self._read, name="feed", daemon=True)
        self._thread.start()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line read so far, oldest first."""
        with self._changed:
            return tuple(self._lines)

    def wait(
        self,
        wanted: Callable[[Line], bool],
        *,
        since: int,
        seconds: float,
        alive: Callable[[], bool] = lambda: True,
    ) -> int:
        """Return the index of the first line from ``since`` on that is ``wanted``.

        Raises WaitedInVain after ``seconds``, or as soon as ``alive()`` is false and no line is left to come.
        """
        found: int | None = None

        def arrived() -> bool:
            nonlocal found
            found = next((i for i in range(since, len(self._lines)) if wanted(self._lines[i])), None)
            return found is not None

        with self._changed:
            for _ in range(max(1, int(seconds * 4))):
                if self._changed.wait_for(arrived, timeout=0.25):
                    break
                if not alive():
                    break
        if found is None:
            raise WaitedInVain(f"nothing after {seconds:.0f} s; last was {self._last_words()}")
        return found

    def close(self) -> None:
        """Stop reading and remove the pipe; may be called twice."""
        if self._thread.is_alive():
            os.write(self._stop, b".")
            self._thread.join()
        for descriptor in (self._descriptor, self._stopping, self._stop):
            if descriptor >= 0:
                os.close(descriptor)
        self._descriptor = self._stopping = self._stop = -1
        self.path.unlink(missing_ok=True)

    def _last_words(self) -> str:
        last = self._lines[-1] if self._lines else {}
        return json.dumps({k: last[k] for k in ("state", "screen", "failure", "number") if k in last})

    def _read(self) -> None:
        rest = b""
        while True:
            ready, _, _ = select.select([self._descriptor, self._stopping], [], [])
            if self._stopping in ready:
                return
            rest += os.read(self._descriptor, _CHUNK)
            *whole, rest = rest.split(b"\n")
            lines = [parsed for raw in whole if (parsed := _parsed(raw)) is not None]
            with self._changed:
                self._lines.extend(lines)
                self._changed.notify_all()


def _parsed(raw: bytes) -> Line | None:
    """One line as an object; a line cut short by a killed program is dropped."""
    try:
        value = json.loads(raw)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None

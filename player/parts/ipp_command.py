"""What the IPP printer runs for each job: obey the mode file, then keep the file as it came.

Called as ``ipp_command.py MODE_FILE RECEIVED_FOLDER SPOOLED_FILE``. On stderr it tells ippeveprinter:
``STATE: +REASON`` / ``-REASON``, ``ATTR: NAME=VALUE``; exit status 1 aborts the job (ippeveprinter(8)).
"""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

REASONS = {"jam": "media-jam-error", "empty": "media-empty-error", "door": "cover-open-error"}
LONGEST_WAIT_S = 120.0
TURN_S = 0.05


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def _wait_until_clear(mode_file: Path) -> bool:
    """Wait while the mode is a trouble, telling the printer so; False if the job is to be aborted."""
    ends = time.monotonic() + LONGEST_WAIT_S
    told = ""
    while time.monotonic() < ends:
        mode = mode_file.read_text(encoding="ascii").strip()
        reason = REASONS.get(mode, "")
        if told and told != reason:
            _say(f"STATE: -{told}")
        if reason and told != reason:
            _say(f"STATE: +{reason}")
        told = reason
        if mode == "abort_one":
            mode_file.write_text("ok", encoding="ascii")
            return False
        if not reason:
            return mode != "abort"
        time.sleep(TURN_S)
    return False


def main(mode_file: Path, received: Path, spooled: Path) -> int:
    """Handle one job; returns the exit status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    if not _wait_until_clear(mode_file):
        _say("ERROR: aborted by the printer")
        return 1
    number = len(list(received.glob("*.bin"))) + 1
    partial = received / f".{number:04d}.part"
    partial.write_bytes(spooled.read_bytes())
    partial.replace(received / f"{number:04d}.bin")
    _say("ATTR: job-impressions-completed=1")
    return 0


if __name__ == "__main__":
    sys.exit(main(*(Path(argument) for argument in sys.argv[1:4])))

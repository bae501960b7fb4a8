"""From the start of the process to a painted sign-in window that takes keys, beside a bare PySide6 window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from bench.peers.asked import PROJECT
from bench.table import Section, against
from bench.timing import alternate
from player.parts.display import Display
from player.parts.gateway_process import GatewayProcess

ROUNDS = 11
FEW_RESIDENTS = 300
PROFILE = "bench"


class WindowNotReadyError(Exception):
    """A window did not tell that it is ready; the message is what its program wrote."""


def _start(module: str, arguments: Sequence[str], environment: Mapping[str, str]) -> float:
    """Start ``module`` and return the ms until its window is ready."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    ready = [line for line in done.stdout.splitlines() if line.startswith("ready ")]
    if not ready:
        raise WindowNotReadyError(f"{module}: {done.stderr.strip()[-500:]}")
    return (float(ready[0].split()[1]) - began) * 1000


def _profile(directory: Path, installation: Path) -> None:
    """Write the profile's two files as IT would."""
    folder = directory / PROFILE
    folder.mkdir(mode=0o700)
    shutil.copyfile(installation, folder / "installation.json")
    (folder / "machine.toml").write_text(f'[printer]\nuri = "simulated:{directory}"\n', encoding="utf-8")


def _pairs(environment: Mapping[str, str]) -> tuple[float, float]:
    def counter() -> float:
        return _start("bench.peers.counter_window", ["--profile", PROFILE], environment)

    def bare() -> float:
        return _start("bench.peers.bare_window", [], environment)

    counter(), bare()  # byte code and disk
    return alternate(counter, bare, ROUNDS)


def sections(directory: Path) -> list[Section]:
    """Measure the row."""
    with ExitStack() as ending:
        gateway = GatewayProcess(directory / "gateway", residents=FEW_RESIDENTS)
        ending.callback(gateway.stop)
        _profile(directory, gateway.start().installation_path)
        display = Display(directory / "display")
        ending.callback(display.stop)
        plain = {**os.environ, "MADOGUCHI_HOME": str(directory), "LANG": "C.UTF-8"}
        # both compiled, as an installed program is, whatever this shell says about byte code
        plain |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(directory / "compiled")}
        on_x = _pairs({**plain, **display.environment})
        offscreen = _pairs({**plain, "QT_QPA_PLATFORM": "offscreen"})
    return [
        Section(
            title="Start to a painted, keyboard-ready sign-in window",
            how=(
                "From the parent's start of the Python process to the moment the window has been "
                "painted, is active and a widget in it has the keyboard focus; both programs are watched "
                "by the same event filter and started in turn, everything already on disk and compiled. "
                "The counter is `main.py` with a profile and a gateway, the peer one QMainWindow with "
                "one button. On Xvfb with openbox; offscreen for comparison."
            ),
            lines=(
                against(*on_x, 1.5, "start to keyboard-ready window, Xvfb"),
                against(*offscreen, None, "start to keyboard-ready window, offscreen"),
            ),
            notes=(
                (
                    "Python starting and Qt's own libraries are the peer's whole time. Of ours, by "
                    "processor time, half of what is left is the window's other modules and what they "
                    "stand on, a sixth the enumerations of Qt's namespace `Qt`, which PySide6 makes "
                    "all at once when the first is named, the rest fonts, words, style sheet and "
                    "widgets. What reaches outside, the log and the pages of a case load behind the "
                    "window. What would help: fewer, larger modules."
                ),
            ),
        )
    ]

"""One command of ``main.py`` as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SECONDS = 60


def run(
    *arguments: str, environment: Mapping[str, str], descriptors: tuple[int, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Run it to its end with nothing but ``environment``; ``descriptors`` are handed down."""
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=PROJECT,
        env=dict(environment),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        pass_fds=descriptors,
    )


def japanese(text: str) -> bool:
    """Tell whether ``text`` says something in Japanese."""
    return any("぀" <= character <= "鿿" for character in text)

"""The scenario player: starts, types into, breaks and restarts the other programs (design.md 9)."""

from __future__ import annotations

from pathlib import Path


def play(scenario: Path, out: Path) -> int:
    """Play ``scenario`` and leave report, pages and pictures in ``out``; see ``player.run.play``."""
    from player.run import play as run  # noqa: PLC0415 -- each part may be used without the whole

    return run(scenario, out)

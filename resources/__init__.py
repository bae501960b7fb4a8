"""Fonts, styles, words, packs and contracts, opened by name. A leaf: imports no other room."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
"""By path: the readers of importlib cost a window some milliseconds before its first paint."""


def read_bytes(name: str) -> bytes:
    """Return the resource ``name`` (a path below ``resources/``); FileNotFoundError if there is none."""
    return _HERE.joinpath(name).read_bytes()


def read_text(name: str) -> str:
    """Return the UTF-8 text of the resource ``name``."""
    return read_bytes(name).decode("utf-8")


def pack_in_force(town_code: str, day: date) -> dict[str, Any]:
    """Return the parsed data pack of ``town_code`` in force on ``day``; LookupError if none is."""
    import tomllib  # noqa: PLC0415 - windows read no pack, and are painted sooner

    dates = [pack.stem for pack in _HERE.joinpath("packs", town_code).glob("*.toml")]
    started = [name for name in dates if date.fromisoformat(name) <= day]
    if not started:
        raise LookupError(f"no data pack of {town_code} in force on {day.isoformat()}")
    return tomllib.loads(read_text(f"packs/{town_code}/{max(started)}.toml"))

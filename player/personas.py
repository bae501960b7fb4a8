"""The people of the fictitious town that a scenario needs, asked of the town itself: never kept in a file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

_SECONDS = 60.0

Persona = Mapping[str, str]


class PersonaUnknown(Exception):
    """The town has nobody of that name; the message says whom."""


def fetch(names: Iterable[str], project: Path) -> dict[str, Persona]:
    """Return name, address, birth_date and codes of each persona, from ``python -m gateway.town``."""
    return {name: _one(name, project) for name in sorted(names)}


def _one(name: str, project: Path) -> Persona:
    done = subprocess.run(
        [sys.executable, "-m", "gateway.town", "--persona", name],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise PersonaUnknown(f"{name}: {done.stderr.strip().splitlines()[-1:]}")
    return {key: str(value) for key, value in json.loads(done.stdout).items()}


_ON_A_CARD = ("name", "address", "birth_date", "sex", "code_b", "text_pin", "auth_pin", "sign_pin")


def card_json(persona: Persona) -> str:
    """The persona as the card process takes it; empty for somebody without a card."""
    if not persona.get("code_b"):
        return ""
    card: dict[str, str | int] = {key: persona[key] for key in _ON_A_CARD}
    card["expiry_year"] = int(persona["expires"][:4])
    return json.dumps(card, ensure_ascii=False)

"""The fictitious town of an installation: generated from its seed once, then kept beside the ledger.

Drawing and folding eleven thousand people is half of a start. What is kept is taken for the town only while
everything it follows from is the same; whatever else is there is drawn anew, and what was kept before goes.
"""

from __future__ import annotations

import gc
import hashlib
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from counter_app.domain.render_model import Numbers
from gateway.cores.embedded import EmbeddedCore, Indexed, index
from gateway.cores.port import Person
from gateway.private_files import write_private
from gateway.town import generate
from gateway.town.numbers import fictitious_resident_code, invalid_my_number
from gateway.town.register import TOWN_CODE

_SOURCES = {
    "gateway.town": None,
    "gateway.cores": None,
    "counter_app.domain": ("names.py", "residents.py", "restrictions.py", "wareki.py"),
}
"""What the town and its folded names follow from; None: every file of the package."""


def fictitious_core(folder: Path, seed: int, residents: int) -> EmbeddedCore:
    """Return the core of the fictitious town of ``seed``; neither number of a resident is kept.

    The town is kept in ``folder``. Flags set while it runs are not: they are the core's, and an exercise's.
    Raises ValueError for fewer than 300 residents.
    """
    file = folder / f"town-{_fingerprint(seed, residents)}.json"
    with _without_collecting():
        register = _kept(file)
        if register is None:
            register = _drawn(seed, residents)
            for old in folder.glob("town-*.json"):
                old.unlink()
            write_private(file, TypeAdapter(tuple[Indexed, ...]).dump_json(register))
        return EmbeddedCore(TOWN_CODE, register, _numbers_of)


def _numbers_of(resident_id: str) -> Numbers:
    """Return the numbers that the town gave him: they follow from his id, so they are kept nowhere."""
    return Numbers(
        my_number=invalid_my_number(resident_id), resident_code=fictitious_resident_code(resident_id)
    )


def _drawn(seed: int, residents: int) -> tuple[Indexed, ...]:
    households = generate(seed=seed, residents=residents).households().values()
    return tuple(
        index(Person(resident=entry.resident, flags=entry.flags))
        for members in households
        for entry in members
    )


def _kept(file: Path) -> tuple[Indexed, ...] | None:
    """Return what is kept in ``file``; None if there is nothing, or nothing that can be read."""
    try:
        return TypeAdapter(tuple[Indexed, ...]).validate_json(file.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def _fingerprint(seed: int, residents: int) -> str:
    """Name the town by everything that decides how it comes out, this Python's tables included."""
    digest = hashlib.sha256(repr((seed, residents, sys.version, unicodedata.unidata_version)).encode())
    for package, names in _SOURCES.items():
        found = files(package)
        listed = names or sorted(one.name for one in found.iterdir() if one.is_file())
        for name in listed:
            digest.update(name.encode() + b"\x1f" + found.joinpath(name).read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let no garbage be looked for meanwhile: a hundred thousand values come, and all of them stay."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()

"""Files only their owner may read: keys, passwords, the database."""

from __future__ import annotations

import os
from pathlib import Path

PRIVATE = 0o600


def create_private_folder(path: Path) -> None:
    """Create ``path`` for its owner alone; an existing folder is narrowed."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.chmod(0o700)


def write_private(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content`` in one step, readable by its owner alone."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def read_or_create(path: Path, content: bytes) -> bytes:
    """Return what ``path`` holds, after writing ``content`` there if it did not exist."""
    if not path.exists():
        write_private(path, content)
    return path.read_bytes()

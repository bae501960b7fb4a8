"""Brings a store to the newest form: numbered ``.sql`` files, forward only, after an online backup.

``PRAGMA user_version`` says which form a file has. A file newer than this program is refused untouched.
"""

from __future__ import annotations

from importlib.abc import Traversable
from importlib.resources import files
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode

SHIPPED = files("counter_app.infrastructure.store") / "migrations"


def numbered(folder: Traversable) -> tuple[str, ...]:
    """Return the scripts of ``folder`` in order; ValueError unless numbered 0001, 0002 … without gaps."""
    scripts = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda e: e.name
    )
    for number, script in enumerate(scripts, start=1):
        if not script.name.startswith(f"{number:04d}_"):
            raise ValueError(f"migration {number:04d} is missing before {script.name}")
    return tuple(script.read_text(encoding="utf-8") for script in scripts)


def version(connection: sqlcipher.Connection) -> int:
    """Return the form of the file, 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _back_up(connection: sqlcipher.Connection, target: Path, pragma_key: str) -> None:
    target.unlink(missing_ok=True)
    copy = sqlcipher.connect(str(target), isolation_level=None)
    try:
        copy.execute(pragma_key)
        connection.backup(copy)
    finally:
        copy.close()


def migrate(
    connection: sqlcipher.Connection, path: Path, pragma_key: str, folder: Traversable = SHIPPED
) -> None:
    """Apply what is missing, each script whole or not at all; Refused(STORE_NEWER) for a newer file.

    A file that holds something is copied first, encrypted with the same key, to ``NAME.vN.backup``.
    """
    scripts = numbered(folder)
    found = version(connection)
    if found > len(scripts):
        raise Refused(FailureCode.STORE_NEWER)
    if 0 < found < len(scripts):
        _back_up(connection, path.with_name(f"{path.name}.v{found}.backup"), pragma_key)
    for number, script in enumerate(scripts[found:], start=found + 1):
        try:
            connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
        except sqlcipher.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

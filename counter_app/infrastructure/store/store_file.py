"""Opens the encrypted file of one profile: lock, key from the keyring, pragmas, migrations.

There is no way here to open or make a plain file: without a keyring there is no store (issue 2, store row).
"""

from __future__ import annotations

import os
import re
import secrets
from importlib.abc import Traversable
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from counter_app.application.port_errors import Unavailable
from counter_app.application.store_port import SecretStore
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.store.errors import mapped
from counter_app.infrastructure.store.lock_file import ProfileLock
from counter_app.infrastructure.store.migration import SHIPPED, migrate

FILE_NAME = "counter.db"
LOCK_NAME = "profile.lock"
KEY_NAME = "store-key"
BUSY_TIMEOUT_MS = 2_000
PREPARED_STATEMENTS = 8
"""How many statements the connection keeps prepared. Once they fill SQLite's lookaside (memory for small
things), each allocation goes to the locked memory of ``cipher_memory_security``, with a system call: keeping
all that a day uses makes an append half as long again (0.12 ms with 8, 0.19 ms with 16, not synced)."""

_KEY = re.compile(r"^[0-9a-f]{64}$")

_PRAGMAS = (
    "PRAGMA cipher_memory_security = ON",
    "PRAGMA journal_mode = WAL",
    # FULL, not NORMAL: an event that was answered for must survive the plug being pulled (style.md 3.7)
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    # sorts and large deletes must not spill resident data into a plain temporary file
    "PRAGMA temp_store = MEMORY",
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
)


class StoreFile:
    """An open store: its one connection, owned by the thread that opened it (the STORE lane)."""

    def __init__(self, connection: sqlcipher.Connection, lock: ProfileLock, path: Path) -> None:
        self.connection = connection
        self.path = path
        self._lock = lock

    def close(self) -> None:
        """Fold the write-ahead log into the file, close it and free the profile; may be called twice."""
        self.connection.close()
        self._lock.release()


def _key(keyring: SecretStore, path: Path) -> str:
    """Return the raw key in hex; made here (256 random bits) for a new file only."""
    key = keyring.get(KEY_NAME)
    if key is None and not path.exists():
        key = secrets.token_hex(32)
        keyring.set(KEY_NAME, key)
        # A keyring that forgets would lose every case of the day: ask it back before anything is written.
        if keyring.get(KEY_NAME) != key:
            raise Unavailable(FailureCode.KEYRING_ABSENT)
    if key is None or not _KEY.match(key):
        raise Unavailable(FailureCode.STORE_UNREADABLE)
    return key


def _connect(path: Path, pragma_key: str) -> sqlcipher.Connection:
    connection = sqlcipher.connect(str(path), isolation_level=None, cached_statements=PREPARED_STATEMENTS)
    try:
        # SQLCipher's own log would write to stderr; the failure is told by its error alone.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(pragma_key)
        # Plain SQLite ignores the key and would write a plain file: it has no such row, hence a TypeError.
        (_cipher_version,) = connection.execute("PRAGMA cipher_version").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        # As a script: statements executed one by one stay prepared (PREPARED_STATEMENTS).
        connection.executescript(";\n".join(_PRAGMAS))
    except BaseException:
        connection.close()
        raise
    return connection


def remove_store(directory: Path) -> None:
    """Remove the store of a training profile, whose key is gone with its process."""
    for left in directory.glob(f"{FILE_NAME}*"):
        left.unlink()


def open_store(directory: Path, keyring: SecretStore, *, migrations: Traversable = SHIPPED) -> StoreFile:
    """Open the store of the profile in ``directory`` (which must exist), making it at the first start.

    Call it on the STORE lane: SQLite refuses the connection to any other thread. Raises ``Unavailable``
    (STORE_LOCKED, STORE_UNREADABLE, STORE_FULL, KEYRING_ABSENT) or ``Refused`` (STORE_NEWER); a file that
    cannot be opened is left as it is.
    """
    path = directory / FILE_NAME
    lock = ProfileLock(directory / LOCK_NAME)
    try:
        pragma_key = f"PRAGMA key = \"x'{_key(keyring, path)}'\""
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with mapped():
            connection = _connect(path, pragma_key)
            try:
                migrate(connection, path, pragma_key, migrations)
            except BaseException:
                connection.close()
                raise
    except BaseException:
        lock.release()
        raise
    return StoreFile(connection, lock, path)

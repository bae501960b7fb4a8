"""Opens the ledger's database and gives transactions; the only place that knows which database it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import ConnectionPoolEntry

from gateway.private_files import PRIVATE

_WRITING = "madoguchi_writing"


def is_sqlite(url: str) -> bool:
    """Tell whether ``url`` names a SQLite database."""
    return make_url(url).get_backend_name() == "sqlite"


def sqlite_url(file: Path) -> str:
    """Return the URL of the SQLite database in ``file``."""
    return f"sqlite:///{file}"


def _on_connect(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # Python's driver would begin transactions by itself, and too late: we begin them, see _on_begin.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    # IMMEDIATE: two writers that both read first would otherwise fail with SQLITE_BUSY at their write.
    writing = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


class LedgerStore:
    """The database behind the gateway."""

    def __init__(self, url: str) -> None:
        """Connect to ``url`` (SQLite or PostgreSQL); a SQLite file is made readable by its owner alone."""
        self.url = url
        self.engine: Engine = create_engine(url)
        if not is_sqlite(url):
            return
        event.listen(self.engine, "connect", _on_connect)
        event.listen(self.engine, "begin", _on_begin)
        file = make_url(url).database
        if file:
            Path(file).touch(mode=PRIVATE)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a transaction that writes: committed on leaving, rolled back by any exception."""
        with self.engine.connect().execution_options(**{_WRITING: True}) as connection, connection.begin():
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a transaction that only reads."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

"""A durable append to the encrypted journal, beside the same insert in plain SQLite, on the same disk."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from bench.table import Section, against
from bench.timing import p50, p95, timed
from counter_app.infrastructure.secret_store import EphemeralSecrets
from counter_app.infrastructure.store.journal import EncryptedJournal
from counter_app.infrastructure.store.store_file import open_store
from counter_app.infrastructure.system import GatewayClock

APPENDS = 400
CASES = 10
PRAGMAS = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")
INSERT = "INSERT INTO journal (case_id, at, kind, event_type, event_json) VALUES (?, ?, ?, ?, ?)"
EVENT = json.dumps(
    {"turn": {"case_id": "0" * 36, "attempt": 1}, "persons": ["0" * 36] * 4, "text": "架空" * 40}
)

NOTE = (
    "Ours encrypts and authenticates four pages an append, some 0.04 ms, and asks in the INSERT itself "
    "whether the case is still open. Statements that stay prepared cost time: they fill the memory that "
    "SQLite hands out without asking the locked one, so the connection keeps eight. The rest is the disk's."
)


def _plain(path: Path) -> sqlite3.Connection:
    """Return plain SQLite with the journal's own table and the pragmas that make a commit durable."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma).fetchall()
    shipped = files("counter_app.infrastructure.store") / "migrations" / "0001_initial.sql"
    connection.executescript(shipped.read_text(encoding="utf-8"))
    return connection


def sections(directory: Path) -> list[Section]:
    """Measure the row."""
    store = open_store(directory, EphemeralSecrets())
    journal = EncryptedJournal(store, GatewayClock())
    plain = _plain(directory / "plain.db")

    def append(case_id: str) -> float:
        return timed(lambda: journal.append(case_id, "PersonsChosen", EVENT))

    def insert(case_id: str) -> float:
        row = (case_id, datetime.now(UTC).isoformat(), "event", "PersonsChosen", EVENT)
        return timed(lambda: plain.execute(INSERT, row))

    ours, theirs = [], []
    try:
        for number in range(APPENDS):
            case_id = f"{number % CASES:036d}"
            ours.append(append(case_id))
            theirs.append(insert(case_id))
    finally:
        plain.close()
        store.close()
    return [
        Section(
            title="Durable journal append",
            how=(
                f"{APPENDS} appends, each followed by its peer on the same disk: "
                "`EncryptedJournal.append` (SQLCipher, the check that the case is open, one transaction) "
                "beside the same row into the same table by Python's sqlite3. Both use a write-ahead log "
                "with `synchronous=FULL`: every commit is synced before it returns."
            ),
            lines=(
                against(p50(ours), p50(theirs), 1.7, "append, p50"),
                against(p95(ours), p95(theirs), None, "append, p95"),
            ),
            notes=(NOTE,),
        )
    ]

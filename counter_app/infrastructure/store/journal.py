"""The issuance journal in the encrypted store. Reads and writes; decides nothing."""

from __future__ import annotations

from sqlcipher3 import dbapi2 as sqlcipher

from counter_app.application.clock_port import Clock
from counter_app.application.port_errors import Refused
from counter_app.application.store_port import EntryKind, JournalEntry
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.store.errors import mapped
from counter_app.infrastructure.store.store_file import StoreFile

_INSERT = "INSERT INTO journal (case_id, at, kind, event_type, event_json) VALUES (?, ?, ?, ?, ?)"
# One statement that asks first: an event of a closed case gets no kind, and no row may be without one.
_APPEND = (
    "INSERT INTO journal (case_id, at, kind, event_type, event_json) VALUES (?1, ?2, CASE WHEN EXISTS"
    " (SELECT 1 FROM journal WHERE case_id = ?1 AND kind = 'closed') THEN NULL ELSE 'event' END, ?3, ?4)"
)


class EncryptedJournal:
    """Implements ``Journal``. Every append is one transaction, synced before it returns."""

    def __init__(self, store: StoreFile, clock: Clock) -> None:
        self._connection = store.connection
        self._clock = clock

    def append(self, case_id: str, event_type: str, event_json: str) -> JournalEntry:
        """See ``Journal.append``."""
        at = self._clock.now().isoformat()
        with mapped():
            try:
                row = self._connection.execute(_APPEND, (case_id, at, event_type, event_json))
            except sqlcipher.IntegrityError as error:
                if self._closed(case_id):
                    raise Refused(FailureCode.INTERNAL) from error
                raise
        return JournalEntry(
            sequence=int(row.lastrowid),
            case_id=case_id,
            at=at,
            kind=EntryKind.EVENT,
            event_type=event_type,
            event_json=event_json,
        )

    def entries(self, case_id: str) -> tuple[JournalEntry, ...]:
        """See ``Journal.entries``."""
        with mapped():
            rows = self._connection.execute(
                "SELECT sequence, case_id, at, kind, event_type, event_json FROM journal"
                " WHERE case_id = ? ORDER BY sequence",
                (case_id,),
            ).fetchall()
        return tuple(
            JournalEntry(
                sequence=sequence,
                case_id=case,
                at=at,
                kind=kind,
                event_type=event_type,
                event_json=event_json,
            )
            for sequence, case, at, kind, event_type, event_json in rows
        )

    def open_cases(self) -> tuple[str, ...]:
        """See ``Journal.open_cases``."""
        with mapped():
            rows = self._connection.execute(
                "SELECT case_id FROM journal GROUP BY case_id"
                " HAVING sum(kind = 'closed') = 0 ORDER BY min(sequence)"
            ).fetchall()
        return tuple(case_id for (case_id,) in rows)

    def close_case(self, case_id: str) -> None:
        """See ``Journal.close_case``. The write-ahead log is folded in: the old pages leave it too."""
        if self._closed(case_id):
            return
        with mapped():
            at = self._clock.now().isoformat()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.execute("UPDATE journal SET event_json = '' WHERE case_id = ?", (case_id,))
                self._connection.execute(_INSERT, (case_id, at, EntryKind.CLOSED, "", ""))
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def all_states(self, case_id: str) -> tuple[tuple[str, str], ...]:
        """See ``Journal.all_states``."""
        return tuple(
            (entry.event_type, entry.at) for entry in self.entries(case_id) if entry.kind == EntryKind.EVENT
        )

    def _closed(self, case_id: str) -> bool:
        with mapped():
            row = self._connection.execute(
                "SELECT 1 FROM journal WHERE case_id = ? AND kind = 'closed'", (case_id,)
            ).fetchone()
        return row is not None

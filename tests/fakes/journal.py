"""A journal in memory, kept by a list that can outlive the one who wrote it."""

from __future__ import annotations

from dataclasses import replace

from counter_app.application.clock_port import Clock
from counter_app.application.port_errors import PortError, Refused
from counter_app.application.store_port import EntryKind, JournalEntry
from counter_app.domain.failures import FailureCode


class FakeJournal:
    """Implements ``Journal``. ``fault`` is raised by the next write instead of writing."""

    def __init__(self, clock: Clock, written: list[JournalEntry] | None = None) -> None:
        self._clock = clock
        self.written = [] if written is None else written
        self.fault: PortError | None = None

    def append(self, case_id: str, event_type: str, event_json: str) -> JournalEntry:
        if self._closed(case_id):
            raise Refused(FailureCode.INTERNAL)
        return self._write(case_id, EntryKind.EVENT, event_type, event_json)

    def entries(self, case_id: str) -> tuple[JournalEntry, ...]:
        return tuple(entry for entry in self.written if entry.case_id == case_id)

    def open_cases(self) -> tuple[str, ...]:
        seen = dict.fromkeys(entry.case_id for entry in self.written)
        return tuple(case_id for case_id in seen if not self._closed(case_id))

    def close_case(self, case_id: str) -> None:
        if self._closed(case_id):
            return
        self._write(case_id, EntryKind.CLOSED, "", "")
        self.written[:] = [
            replace(entry, event_json="") if entry.case_id == case_id else entry for entry in self.written
        ]

    def all_states(self, case_id: str) -> tuple[tuple[str, str], ...]:
        return tuple(
            (entry.event_type, entry.at) for entry in self.entries(case_id) if entry.kind == EntryKind.EVENT
        )

    def _write(self, case_id: str, kind: EntryKind, event_type: str, event_json: str) -> JournalEntry:
        if self.fault is not None:
            fault, self.fault = self.fault, None
            raise fault
        entry = JournalEntry(
            sequence=len(self.written) + 1,
            case_id=case_id,
            at=self._clock.now().isoformat(),
            kind=kind,
            event_type=event_type,
            event_json=event_json,
        )
        self.written.append(entry)
        return entry

    def _closed(self, case_id: str) -> bool:
        return any(entry.case_id == case_id and entry.kind == EntryKind.CLOSED for entry in self.written)

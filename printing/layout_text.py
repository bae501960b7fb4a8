"""Fits a text into its cell: smaller down to six points, then more lines, then refused. Never cut.

Lines break between characters, never between a base and its selector (knowledge/stack.md 2.2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.names import clusters

SMALLEST = 6.0
STEP = 0.25
BREATH = 1.5
MIDDLE_OF_EM = 0.38
PADDING = 3.4
LABEL_PADDING = 6.5
SPACES = (" ", "　")
MOST_LINES = 3

Measure = Callable[[str, float], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in points; origin at the bottom left of the page."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, other: Box, slack: float = 0.5) -> bool:
        """Tell whether ``other`` lies within this box, give or take ``slack`` points."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.x + other.width <= self.x + self.width + slack
            and other.y + other.height <= self.y + self.height + slack
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedText:
    """A text with the box it must stay within. ``align``: left, center, right, or spread over the box.

    ``one_line`` is the size in points below which two lines are better than one smaller line.
    """

    name: str
    text: str
    box: Box
    size: float
    align: str = "left"
    field: str = ""
    one_line: float = SMALLEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A run of text at its place: left end of the baseline, in points."""

    text: str
    x: float
    y: float
    size: float


def _sizes(largest: float) -> list[float]:
    count = int((largest - SMALLEST) / STEP)
    return [largest - STEP * index for index in range(count + 1)] if count > 0 else [largest]


def _broken(parts: list[str], widths: list[float], width: float) -> list[str]:
    """Break ``parts`` into lines of at most ``width``, at a space where there is one in the second half."""
    lines: list[str] = []
    start, length, space = 0, 0.0, -1
    for index, part in enumerate(parts):
        if index > start and part not in SPACES and length + widths[index] > width:
            cut = space + 1 if space - start >= (index - start) // 2 else index
            lines.append("".join(parts[start:cut]))
            start, length, space = cut, sum(widths[cut:index]), -1
        length += widths[index]
        if part in SPACES:
            space = index
    return [*lines, "".join(parts[start:])]


def _lines(placed: PlacedText, parts: list[str], widths: list[float]) -> tuple[list[str], float]:
    width = placed.box.width - 2 * PADDING
    whole = sum(widths)
    for size in _sizes(placed.size):
        if size >= placed.one_line and whole * size <= width:
            return [placed.text], size
    for most in range(2, MOST_LINES + 1):
        for size in _sizes(placed.size):
            lines = _broken(parts, widths, width / size)
            if len(lines) <= most and len(lines) * size + BREATH * (most - 2) <= placed.box.height:
                return lines, size
    raise Refused(FailureCode.TEXT_DOES_NOT_FIT, field=placed.name)


def _start(placed: PlacedText, width: float) -> float:
    inner = placed.box.width - 2 * PADDING
    left = placed.box.x + PADDING
    match placed.align:
        case "center":
            return left + (inner - width) / 2
        case "right":
            return left + inner - width
        case _:
            return left


def _spread(placed: PlacedText, parts: list[str], widths: list[float]) -> list[Line]:
    """Set a label to the width of its cell, its characters evenly apart (均等割付)."""
    size = placed.size
    gap = (placed.box.width - 2 * LABEL_PADDING - sum(widths) * size) / (len(parts) - 1)
    x = placed.box.x + LABEL_PADDING
    y = placed.box.y + placed.box.height / 2 - MIDDLE_OF_EM * size
    lines = []
    for part, width in zip(parts, widths, strict=True):
        lines.append(Line(text=part, x=x, y=y, size=size))
        x += width * size + gap
    return lines


def fit(measure: Measure, placed: PlacedText) -> list[Line]:
    """Return the lines of ``placed`` within its box, centred in height.

    Raises Refused(TEXT_DOES_NOT_FIT) with the cell's name in the fact ``field``.
    """
    if not placed.text:
        return []
    parts = list(clusters(placed.text))
    widths = [measure(part, 1) for part in parts]
    roomy = sum(widths) * placed.size <= placed.box.width - 2 * LABEL_PADDING
    if placed.align == "spread" and len(parts) > 1 and roomy:
        return _spread(placed, parts, widths)
    texts, size = _lines(placed, parts, widths)
    leading = placed.box.height / len(texts) if len(texts) * size * 1.3 > placed.box.height else size * 1.3
    middle = placed.box.y + placed.box.height / 2
    lines = []
    for index, text in enumerate(texts):
        centre = middle + leading * ((len(texts) - 1) / 2 - index)
        x = _start(placed, measure(text.rstrip(), size))
        lines.append(Line(text=text, x=x, y=centre - MIDDLE_OF_EM * size, size=size))
    return lines

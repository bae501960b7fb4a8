"""The page re-read just before it is spooled: is what will print exactly what was recorded?

design.md promise 2 and section 6. Every difference is named by a word without personal data:
prefix, pages, structure, text, extra_text, glyph, code, seal, seal_missing, raster.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import pikepdf
import pypdfium2
from PIL import ImageChops, ImageDraw

from counter_app.application.paper_ports import RenderedPages
from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.names import clusters
from counter_app.domain.render_model import RenderJob
from printing.certificate import page_texts
from printing.layout_page import PAGE_HEIGHT, SEAL_BOX, PageDescription, describe_sheets
from printing.layout_text import PlacedText
from printing.outlines import InstalledFont
from printing.page_reading import POINTS_PER_INCH, READING_DPI, FinishedFile, Run, codes_in

SEAL_INK_SHARE = 0.05
SEAL_FRAME = 3.0
UNREADABLE = (
    pikepdf.PdfError,
    pypdfium2.PdfiumError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What reading back raises where an object, operand or glyph is missing, or not as we write it."""


def _differs(what: str) -> NoReturn:
    raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference=what)


class _Cells:
    """The runs of a page, each given out once: to the first cell in which it starts."""

    def __init__(self, runs: list[Run]) -> None:
        self._runs = runs
        self._by_height = sorted(range(len(runs)), key=lambda index: runs[index].y)
        self._heights = [runs[index].y for index in self._by_height]
        self._given: set[int] = set()

    def inside(self, placed: PlacedText) -> list[Run]:
        """Take the runs that start within a cell's box, in drawing order."""
        box = placed.box
        first = bisect_left(self._heights, box.y)
        end = bisect_right(self._heights, box.y + box.height)
        right = box.x + box.width
        found = sorted(
            index
            for index in self._by_height[first:end]
            if box.x <= self._runs[index].x <= right and index not in self._given
        )
        self._given.update(found)
        return [self._runs[index] for index in found]

    @property
    def all_given(self) -> bool:
        """Tell whether no text stands outside the cells."""
        return len(self._given) == len(self._runs)


def _squeezed(text: str) -> Counter[str]:
    """Count characters but spaces and line ends, which readers add and drop between runs."""
    return Counter("".join(text.split()).replace("\ufeff", ""))


class IdentityCheck:
    """Compares finished files with their record; the installed font is read once and kept."""

    def __init__(self, font_path: Path) -> None:
        self._font = InstalledFont(font_path)

    def verify(self, finished: bytes, pages: RenderedPages, job: RenderJob) -> None:
        """Raise Refused(PAGE_DIFFERS_FROM_RECORD) with the first ``difference`` found, else return.

        The order: prefix, pages, then for each page structure, text, glyphs, code, seal, raster.
        """
        prefix = finished[: len(pages.pdf)]
        if prefix != pages.pdf or hashlib.sha256(prefix).hexdigest() != pages.sha256:
            _differs("prefix")
        described = describe_sheets(job)
        try:
            with FinishedFile(finished) as file, FinishedFile(pages.pdf) as before:
                if not file.page_count == len(described) == pages.page_count == before.page_count:
                    _differs("pages")
                for page, description in enumerate(described):
                    seen = file.greys(page)
                    self._check_page(file, page, description, seen)
                    _check_raster(seen, before.greys(page))
        except UNREADABLE as error:
            raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="structure") from error

    def _check_page(self, file: FinishedFile, page: int, description: PageDescription, seen: Any) -> None:
        if file.annotated(page):
            _differs("structure")
        expected = page_texts(description)
        self._check_runs(file.runs(page), expected)
        if _squeezed(file.text(page)) != _squeezed("".join(text.text for text in expected)):
            _differs("text")
        if codes_in(seen) != [description.code]:
            _differs("code")
        seals = file.images(page)
        if not seals:
            _differs("seal_missing")
        if len(seals) != 1 or not SEAL_BOX.holds(seals[0]):
            _differs("seal")

    def _check_runs(self, runs: list[Run], expected: tuple[PlacedText, ...]) -> None:
        """Every cell says its text, no text stands elsewhere, every glyph is its character's."""
        cells = _Cells(runs)
        installed = cache(self._font.outline)  # each character once a page; nothing is kept beyond it
        for placed in expected:
            inside = cells.inside(placed)
            found = [cluster for run in inside for cluster in run.clusters]
            if found != list(clusters(placed.text)):
                _differs("text")
            outlines = [outline for run in inside for outline in run.outlines]
            if outlines != [installed(cluster) for cluster in found]:
                _differs("glyph")
        if not cells.all_given:
            _differs("extra_text")


def _check_raster(after: Any, approved: Any) -> None:
    """Outside the seal box the page looks as approved; inside there is ink."""
    scale = READING_DPI / POINTS_PER_INCH
    corners = (
        (SEAL_BOX.x - SEAL_FRAME) * scale,
        (PAGE_HEIGHT - SEAL_BOX.y - SEAL_BOX.height - SEAL_FRAME) * scale,
        (SEAL_BOX.x + SEAL_BOX.width + SEAL_FRAME) * scale,
        (PAGE_HEIGHT - SEAL_BOX.y + SEAL_FRAME) * scale,
    )
    inside = after.crop(tuple(round(corner) for corner in corners))
    dark = sum(inside.histogram()[:128]) / (inside.width * inside.height)
    if dark < SEAL_INK_SHARE:
        _differs("seal_missing")
    difference = ImageChops.difference(after, approved)
    ImageDraw.Draw(difference).rectangle(corners, fill=0)
    if difference.getbbox() is not None:
        _differs("raster")

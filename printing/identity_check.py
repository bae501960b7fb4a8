"""The page re-read just before it is spooled: is what will print exactly what was recorded?

design.md promise 2 and section 6. Every difference is named by a word without personal data:
prefix, pages, structure, text, extra_text, glyph, code, seal, seal_missing, raster.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NoReturn

import pikepdf
import pypdfium2
from fontTools.ttLib import TTFont
from PIL import ImageChops, ImageDraw

from counter_app.application.paper_ports import RenderedPages
from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.names import clusters
from counter_app.domain.render_model import RenderJob
from printing.certificate import page_texts
from printing.layout_page import PAGE_HEIGHT, SEAL_BOX, PageDescription, describe_sheets
from printing.layout_text import Box, PlacedText
from printing.page_reading import (
    POINTS_PER_INCH,
    SCAN_DPI,
    FinishedFile,
    Outline,
    Run,
    outline_of,
)

SEAL_INK_SHARE = 0.05
SEAL_FRAME = 3.0
CMAP_VARIATIONS = 14


def _differs(what: str) -> NoReturn:
    raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference=what)


class InstalledFont:
    """The installed IPAmj明朝 read with fontTools: which outline a character must have."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _tables(self) -> tuple[dict[int, str], dict[tuple[int, int], str | None], Any]:
        """Nominal glyphs, glyphs of sequences (cmap 14) and outlines; the file is read once and closed."""
        with TTFont(self._path, lazy=True) as font:
            variations = {
                (base, selector): name
                for table in font["cmap"].tables
                if table.format == CMAP_VARIATIONS
                for selector, entries in table.uvsDict.items()
                for base, name in entries
            }
            return font.getBestCmap(), variations, font["glyf"]

    def outline(self, cluster: str) -> Outline:
        """The outline of one cluster; KeyError where the font holds none."""
        base, *selector = (ord(character) for character in cluster)
        nominal, variations, glyphs = self._tables
        name = variations[base, selector[0]] if selector else nominal[base]
        return outline_of(glyphs, name or nominal[base])


def _within(box: Box, run: Run) -> bool:
    return box.x <= run.x <= box.x + box.width and box.y <= run.y <= box.y + box.height


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
                    self._check_page(file, page, description)
                    _check_raster(file, before, page)
        except (pikepdf.PdfError, pypdfium2.PdfiumError, AttributeError, KeyError, ValueError) as error:
            raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="structure") from error

    def _check_page(self, file: FinishedFile, page: int, description: PageDescription) -> None:
        if file.annotated(page):
            _differs("structure")
        expected = page_texts(description)
        self._check_runs(file.runs(page), expected)
        if _squeezed(file.text(page)) != _squeezed("".join(text.text for text in expected)):
            _differs("text")
        if file.codes(page) != [description.code]:
            _differs("code")
        seals = file.images(page)
        if not seals:
            _differs("seal_missing")
        if len(seals) != 1 or not SEAL_BOX.holds(seals[0]):
            _differs("seal")

    def _check_runs(self, runs: list[Run], expected: tuple[PlacedText, ...]) -> None:
        """Every cell says its text, no text stands elsewhere, every glyph is its character's."""
        left = list(runs)
        installed = cache(self._font.outline)  # each character once a page; nothing is kept beyond it
        for placed in expected:
            inside: list[Run] = []
            outside: list[Run] = []
            for run in left:
                (inside if _within(placed.box, run) else outside).append(run)
            left = outside
            found = [cluster for run in inside for cluster in run.clusters]
            if found != list(clusters(placed.text)):
                _differs("text")
            outlines = [outline for run in inside for outline in run.outlines]
            if outlines != [installed(cluster) for cluster in found]:
                _differs("glyph")
        if left:
            _differs("extra_text")


def _check_raster(file: FinishedFile, before: FinishedFile, page: int) -> None:
    """Outside the seal box the page looks as approved; inside there is ink."""
    after, approved = file.greys(page), before.greys(page)
    scale = SCAN_DPI / POINTS_PER_INCH
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

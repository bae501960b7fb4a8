"""The sheets as they came out of the printer, looked at as a scanner would: by raster, at 150 dpi."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import zxingcpp

SCAN_DPI = 150


class PaperUnreadable(Exception):
    """The printer's copy is no document, or a sheet bears no code that can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFile:
    """One document the printer gave out. ``codes``: per page the text of its code, empty if there is none."""

    path: Path
    sha256: str
    pages: int
    codes: tuple[str, ...]
    text: str


def read(path: Path) -> PrintedFile:
    """Read a printed document page by page; raises PaperUnreadable if it is no PDF."""
    content = path.read_bytes()
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise PaperUnreadable(f"{path.name}: {error}") from error
    codes = []
    texts = []
    with document:
        for page in document:
            image = page.render(scale=SCAN_DPI / 72).to_pil()
            codes.append(_code_on(image))
            texts.append(page.get_textpage().get_text_bounded())
    return PrintedFile(
        path=path,
        sha256=hashlib.sha256(content).hexdigest(),
        pages=len(codes),
        codes=tuple(codes),
        text="\n".join(texts),
    )


def _code_on(image: object) -> str:
    found = [code.text for code in zxingcpp.read_barcodes(image) if code.valid]
    return found[0] if len(found) == 1 else ""

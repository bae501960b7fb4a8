"""The tray of the simulated printer: the sheets that came out, read as a handheld scanner reads paper.

A sheet is what its file shows: it is rastered and its code decoded. What the program remembers of an issue is
never asked, so a wrong page is found out in training as it is at the counter.
"""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import segno
import zxingcpp

SCAN_DPI = 200
POINTS_PER_INCH = 72
QR_ONLY = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
FOREIGN_CODE = "HTTPS://EXAMPLE.INVALID/KAKUU"
FOREIGN_SCALE = 4
"""Points a module of the foreign sheet's code is wide."""


class PaperTray:
    """What lies in ``folder``, and how far its owner has come with scanning it. Not for two threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._codes: dict[Path, tuple[str, ...]] = {}
        self._scanned: dict[Path, int] = {}

    def next_code(self) -> str:
        """The code of the newest job's next sheet, from the first again after its last; empty without one.

        Raises ``pypdfium2.PdfiumError`` for a file that is no PDF.
        """
        newest = next(iter(self._with_codes()), None)
        if newest is None:
            return ""
        codes = self._codes[newest]
        at = self._scanned.get(newest, 0)
        self._scanned[newest] = at + 1
        return codes[at % len(codes)]

    def other_code(self) -> str:
        """A code that is not on any sheet of the newest job: an older job's, else one of no town at all."""
        older = self._with_codes()[1:]
        return self._codes[older[0]][0] if older else _codes_in(_foreign_sheet())[0]

    def _with_codes(self) -> list[Path]:
        """The two newest files with a code on them; request forms have none."""
        found: list[Path] = []
        for path in sorted(self._folder.glob("*.pdf"), reverse=True):
            if path not in self._codes:
                self._codes[path] = _codes_in(path.read_bytes())
            if self._codes[path]:
                found.append(path)
            if len(found) == 2:
                break
        return found


def _codes_in(pdf: bytes) -> tuple[str, ...]:
    """The codes of a file's sheets in order; a sheet with none or several could not be scanned either."""
    codes = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            grey = page.render(scale=SCAN_DPI / POINTS_PER_INCH, grayscale=True).to_pil()
            found = zxingcpp.read_barcodes(grey, formats=QR_ONLY)
            if len(found) == 1:
                codes.append(found[0].text)
    return tuple(codes)


def _foreign_sheet() -> bytes:
    """A sheet that another program printed; its code is nobody's."""
    paper = io.BytesIO()
    segno.make_qr(FOREIGN_CODE, error="m").save(paper, kind="pdf", scale=FOREIGN_SCALE)
    return paper.getvalue()


__all__ = ["FOREIGN_CODE", "PaperTray"]

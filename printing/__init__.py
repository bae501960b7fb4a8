"""The printing room: certificates as pages, their codes, and the printers.

Nothing here imports a PDF library before it is used: a counter shows its window first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from counter_app.application.paper_ports import Pages, PrintQueue, SheetCodes

SIMULATED_SCHEME = "simulated:"
CUPS_SCHEME = "cups+"
WINDOWS_SCHEME = "windows:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """What this room offers to the counter but for the queue, which is one per printer."""

    pages: Pages
    codes: SheetCodes


def open_printing(font_path: Path | None, code_keys: Sequence[Mapping[str, str]]) -> Printing:
    """Open the fonts and the town's public keys (JWK, ``kid`` in hex).

    ``font_path`` None searches the system's font folders. Raises Refused(FONT_ABSENT).
    """
    from printing.glyphs import find_font  # noqa: PLC0415  (keeps the room light until it is used)
    from printing.pages import CertificatePages  # noqa: PLC0415  (as above)
    from printing.sheet_codes import SignedSheetCodes  # noqa: PLC0415  (as above)

    return Printing(pages=CertificatePages(find_font(font_path)), codes=SignedSheetCodes(code_keys))


def open_queue(uri: str) -> PrintQueue:
    """Open a printer: ``ipp://…``, ``cups+ipp://…``, ``windows:NAME`` or ``simulated:FOLDER``.

    Nothing is sent yet. Raises ValueError for any other address.
    """
    if uri.startswith(SIMULATED_SCHEME):
        from printing.simulated import SimulatedQueue  # noqa: PLC0415  (one adapter is needed, not all)

        return SimulatedQueue(Path(uri.removeprefix(SIMULATED_SCHEME)))
    if uri.startswith(CUPS_SCHEME):
        from printing.spool_cups import open_cups_queue  # noqa: PLC0415  (as above)

        return open_cups_queue(uri)
    if uri.startswith(("ipp://", "ipps://")):
        from printing.spool_ipp import IppQueue  # noqa: PLC0415  (as above)

        return IppQueue(uri)
    if uri.startswith(WINDOWS_SCHEME):
        from printing.spool_windows import open_windows_queue  # noqa: PLC0415  (as above)

        return open_windows_queue(uri.removeprefix(WINDOWS_SCHEME))
    raise ValueError("not the address of a printer")

"""``verify FILE_OR_PAYLOAD``: is this sheet's code signed by the town? Offline, by public keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image, UnidentifiedImageError

from counter_app.application.port_errors import Refused
from counter_app.domain.sheet_code import SheetClaims
from printing.sheet_codes import SignedSheetCodes

SCAN_DPI = 150
POINTS_PER_INCH = 72
PDF_MARK = b"%PDF-"


def _page_codes(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


def _file_codes(path: Path) -> list[list[str]]:
    """Return the texts of the codes on each page of a PDF, or on one picture; [] where it is neither."""
    with path.open("rb") as stream:
        pdf = stream.read(len(PDF_MARK)) == PDF_MARK
    if not pdf:
        try:
            with Image.open(path, formats=("PNG", "JPEG", "TIFF")) as image:
                return [_page_codes(image.convert("L"))]
        except (UnidentifiedImageError, OSError):
            return []
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return []
    try:
        scale = SCAN_DPI / POINTS_PER_INCH
        return [_page_codes(page.render(scale=scale, grayscale=True).to_pil()) for page in document]
    finally:
        document.close()


def _told(claims: SheetClaims) -> dict[str, Any]:
    return {
        "number": claims.number,
        "kind": claims.kind,
        "issued_on": claims.issued_on.isoformat(),
        "page": claims.page,
        "pages": claims.pages,
        "job": claims.job.hex(),
        "model_sha256_prefix": claims.model_hash.hex(),
        "as_of": claims.as_of,
    }


def _sheet(codes: SignedSheetCodes, texts: Sequence[str]) -> dict[str, Any]:
    """Judge one page: exactly one code that the town has signed."""
    if len(texts) != 1:
        return {"valid": False, "failure": {"code": "SHEET_UNREADABLE"}}
    try:
        return {"valid": True, **_told(codes.read(texts[0]))}
    except Refused as refused:
        return {"valid": False, "failure": {"code": refused.failure.code.value}}


def verify(file_or_payload: str, keys: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """Judge a PDF, a picture or the text of a code; returns a JSON-able result.

    ``valid`` of the whole needs every page to bear exactly one valid code. Each of ``sheets`` says ``valid``
    and, if so, ``number``, ``kind``, ``issued_on``, ``page``, ``pages``, ``job``, ``model_sha256_prefix`` and
    ``as_of``, else ``failure.code``. Whether a sheet was superseded only the gateway knows.
    """
    codes = SignedSheetCodes(keys)
    path = Path(file_or_payload)
    pages = _file_codes(path) or [[]] if _is_file(path) else [[file_or_payload]]
    sheets = [_sheet(codes, texts) for texts in pages]
    return {"valid": all(sheet["valid"] for sheet in sheets), "sheets": sheets}


def _is_file(path: Path) -> bool:
    """Tell whether ``path`` is a file; a code's text may be no path at all."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False

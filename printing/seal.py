"""Adds the seal to P0 as a PDF incremental update: what was approved stays the first bytes of what prints.

design.md 6; the update is written by pyHanko, imported only when a page is finished (0.4 s).
"""

from __future__ import annotations

import io
import zlib
from typing import Any

from PIL import Image, UnidentifiedImageError

from counter_app.application.paper_ports import RenderedPages
from counter_app.application.port_errors import Refused
from counter_app.application.registry_port import Seal
from counter_app.domain.failures import FailureCode
from printing.layout_page import MM, SEAL_BOX, SEAL_EDGE_MM

SEAL_NAME = "/MadoguchiSeal"
LARGEST_PIXELS = 4_000


def _stencil(seal: Seal) -> tuple[int, int, bytes]:
    """Return the seal's ink as one bit a pixel, 0 where there is ink; raises Refused on what is no seal."""
    try:
        with Image.open(io.BytesIO(seal.png), formats=("PNG",)) as image:
            if max(image.size) > LARGEST_PIXELS:
                raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="seal_image")
            ink = image.convert("L").convert("1", dither=Image.Dither.NONE)
    except (UnidentifiedImageError, OSError) as error:
        raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="seal_image") from error
    lightest_and_darkest = ink.convert("L").getextrema()
    if ink.width != ink.height or lightest_and_darkest != (0, 255):
        raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="seal_image")
    return ink.width, ink.height, ink.tobytes()


def _add(writer: Any, page: int, image: Any, edge: float) -> None:
    """Blank the seal box and place the image in its middle, as the last thing on the page."""
    from pyhanko.pdf_utils import generic as untyped  # noqa: PLC0415  (slow to import, needed here only)

    generic: Any = untyped
    x = SEAL_BOX.x + (SEAL_BOX.width - edge) / 2
    y = SEAL_BOX.y + (SEAL_BOX.height - edge) / 2
    box = SEAL_BOX
    blank = f"1 g {box.x - 1:.3f} {box.y - 1:.3f} {box.width + 2:.3f} {box.height + 2:.3f} re f"
    drawing = f"q {blank} 0 g {edge:.3f} 0 0 {edge:.3f} {x:.3f} {y:.3f} cm {SEAL_NAME} Do Q".encode()
    content = writer.add_object(generic.StreamObject(stream_data=drawing))
    resources = generic.DictionaryObject(
        {generic.pdf_name("/XObject"): generic.DictionaryObject({generic.pdf_name(SEAL_NAME): image})}
    )
    writer.add_stream_to_page(page, content, resources=resources)


def finish(pages: RenderedPages, seal: Seal) -> bytes:
    """Return P0 followed by an update that puts the seal on every page.

    Raises Refused(PAGE_DIFFERS_FROM_RECORD) for an image that is no seal, or larger than its box.
    """
    if not 0 < seal.edge_mm <= SEAL_EDGE_MM:
        raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="seal_size")
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415  (slow to import, needed here only)

    ink = _stencil(seal)
    try:
        return _updated(pages, ink, seal.edge_mm * MM)
    except PdfError as error:
        raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="structure") from error


def _updated(pages: RenderedPages, stencil: tuple[int, int, bytes], edge: float) -> bytes:
    from pyhanko.pdf_utils import generic as untyped  # noqa: PLC0415  (slow to import, needed here only)
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415  (as above)

    generic: Any = untyped
    width, height, ink = stencil
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(pages.pdf))
    name = generic.pdf_name
    image = writer.add_object(
        generic.StreamObject(
            {
                name("/Type"): name("/XObject"),
                name("/Subtype"): name("/Image"),
                name("/Width"): generic.NumberObject(width),
                name("/Height"): generic.NumberObject(height),
                name("/ImageMask"): generic.BooleanObject(value=True),
                name("/BitsPerComponent"): generic.NumberObject(1),
                name("/Filter"): name("/FlateDecode"),
            },
            encoded_data=zlib.compress(ink),
        )
    )
    for page in range(pages.page_count):
        _add(writer, page, image, edge)
    finished = io.BytesIO()
    writer.write(finished)
    return finished.getvalue()

"""The photo on the chip: JPEG 2000 in, PNG out, in memory only, with limits before anything is decoded."""

from __future__ import annotations

import io
import struct

from PIL import Image, UnidentifiedImageError

from devices.tlv import TlvError

LARGEST_FILE = 32 * 1024
"""A real photo is about 5 KB, and READ BINARY ends at 32 KB."""
LARGEST_SIDE = 1024
"""Pixels; larger pictures are refused by their header, before decoding."""


def png_of(photo: bytes) -> bytes:
    """Return ``photo`` as PNG. Raises ``TlvError`` for anything but a small JPEG 2000 picture."""
    if len(photo) > LARGEST_FILE:
        raise TlvError("a photo too large")
    try:
        with Image.open(io.BytesIO(photo), formats=("JPEG2000",)) as picture:
            if max(picture.size) > LARGEST_SIDE:
                raise TlvError("a photo of too many pixels")
            output = io.BytesIO()
            picture.convert("L").save(output, format="PNG")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, struct.error):
        raise TlvError("a photo that cannot be decoded") from None
    return output.getvalue()

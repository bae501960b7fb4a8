"""A drawn face for a fictitious card: JPEG 2000, grey, as the chip holds it; and the 1-bit text pictures."""

from __future__ import annotations

import hashlib
import io

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 240, 300
RATE = 24
"""Compression: about 3 KB, so that a face is read in some twenty commands."""


def portrait_jp2(seed: str) -> bytes:
    """Return a drawing that differs with ``seed`` and resembles nobody; a JP2 file."""
    mark = hashlib.sha256(seed.encode()).digest()
    picture = Image.new("L", (WIDTH, HEIGHT), 226)
    draw = ImageDraw.Draw(picture)
    skin, hair = 190 + mark[0] % 30, 20 + mark[1] % 70
    half = 52 + mark[2] % 14
    draw.ellipse((30, 226, 210, 400), fill=70 + mark[3] % 60)
    draw.rectangle((100, 200, 140, 245), fill=skin - 18)
    draw.ellipse((120 - half - 8, 52, 120 + half + 8, 180 + mark[4] % 50), fill=hair)
    draw.ellipse((120 - half, 74, 120 + half, 222), fill=skin)
    draw.pieslice((120 - half, 62, 120 + half, 150), 180, 360, fill=hair)
    for side in (-1, 1):
        eye = 120 + side * (20 + mark[5] % 6)
        draw.ellipse((eye - 6, 138, eye + 6, 148), fill=30)
        draw.line((eye - 11, 126, eye + 11, 126 - side * (mark[6] % 4)), fill=hair, width=4)
    draw.line((120, 150, 114, 176, 124, 176), fill=skin - 50, width=3)
    draw.arc((98, 176, 142, 200 + mark[7] % 10), 20, 160, fill=60, width=4)
    output = io.BytesIO()
    picture.save(output, format="JPEG2000", quality_mode="rates", quality_layers=[RATE])
    return output.getvalue()


def text_png(text: str, width: int, height: int) -> bytes:
    """Return a 1-bit picture that stands for printed ``text``: bars, since no program here shows it."""
    picture = Image.new("1", (width, height), 1)
    draw = ImageDraw.Draw(picture)
    for index, byte in enumerate(text.encode()[: width // 4]):
        draw.line((index * 4, height, index * 4, height - 1 - byte % height), fill=0, width=2)
    output = io.BytesIO()
    picture.save(output, format="PNG")
    return output.getvalue()

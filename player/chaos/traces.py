"""Looks for what is known of a person in bytes, however it is written there; knows nothing of the counter."""

from __future__ import annotations

import base64
import json
import re
import urllib.parse
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp932", "euc_jp")
_SHORTEST_FREE = 6
"""Digits fewer than these (a PIN of four) are sought as a word of their own, not inside other numbers."""

_LONG_ENOUGH = 3
"""Two characters are four bytes in most encodings: those stand in any large file that is encrypted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needle:
    """One value to look for. ``what`` is all that is ever said of it: a find must not become a trace."""

    what: str
    pattern: re.Pattern[bytes]


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Find:
    """``what`` was found ``where``: a file below the place searched, and the part of it."""

    where: str
    what: str


def needles(values: Mapping[str, Iterable[str]]) -> list[Needle]:
    """A needle for each spelling of each value, in the encodings and escapes in which programs write."""
    return [
        Needle(what=what, pattern=re.compile(b"|".join(sorted(_spellings(text)))))
        for what, texts in values.items()
        for text in texts
        if text
    ]


def _spellings(text: str) -> set[bytes]:
    if text.isascii() and len(text) < _SHORTEST_FREE:
        word = re.escape(text.encode())
        wide = re.escape(text.encode("utf-16-le"))
        return {rb"(?<![0-9A-Za-z.:+/_-])" + word + rb"(?![0-9A-Za-z.:+/_-])", rb"(?<!\x00)" + wide}
    found: set[bytes] = set()
    for encoding in _ENCODINGS if len(text) >= _LONG_ENOUGH else _ENCODINGS[:1]:
        raw = text.encode(encoding, errors="ignore")
        if raw.decode(encoding) == text:
            found.add(re.escape(raw))
    raw = text.encode()
    found.add(re.escape(urllib.parse.quote(text).encode()))
    found.add(b"(?i:" + re.escape(raw.hex().encode()) + b")")
    found.add(b"(?i:" + re.escape(json.dumps(text)[1:-1].encode()) + b")")
    return found | {re.escape(part) for part in _base64(raw)}


def _base64(raw: bytes) -> Iterator[bytes]:
    """What of a base64 text is sure to stand there, at each of the three places it may begin."""
    for shift in range(3):
        coded = base64.b64encode(bytes(shift) + raw)
        first = (0, 2, 3)[shift]
        sure = coded[first : (shift + len(raw)) * 8 // 6]
        yield sure
        yield sure.translate(bytes.maketrans(b"+/", b"-_"))


def found_in(content: bytes, where: str, wanted: Iterable[Needle]) -> Iterator[Find]:
    """What of ``wanted`` is in ``content``."""
    for needle in wanted:
        if needle.pattern.search(content):
            yield Find(where=where, what=needle.what)


def found_below(root: Path, wanted: Iterable[Needle]) -> Iterator[Find]:
    """Search every file below ``root``, its name too. Of a PDF also what it says of itself."""
    sought = tuple(wanted)
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        yield from found_in(name.encode(), f"the name {name!r}"[:80], sought)
        if path.is_symlink() or not path.is_file():
            continue
        content = path.read_bytes()
        yield from found_in(content, name, sought)
        if content.startswith(b"%PDF"):
            yield from found_in(described(path), f"{name}: what the PDF says of itself", sought)


def described(path: Path) -> bytes:
    """What a PDF says of itself: its information, XMP, outlines and attachments; not its pages."""
    with pikepdf.open(path) as pdf:
        told = [bytes(str(value), "utf-8") for value in pdf.docinfo.values()]
        told += [name.encode() for name in pdf.attachments]
        told += [file.get_file().read_bytes() for file in pdf.attachments.values()]
        if "/Metadata" in pdf.Root:
            told.append(pdf.Root.Metadata.read_bytes())
        with pdf.open_outline() as outline:
            told += [entry.title.encode() for entry in outline.root]
    return b"\n".join(told)

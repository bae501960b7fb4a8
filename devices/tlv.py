"""BER-TLV as the card's files use it (card.md 1.4, 1.5).

Whatever the bytes are, only ``TlvError`` is raised; it never quotes content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

LARGEST = 64 * 1024
"""No file of the card is near this; a length beyond it is nonsense."""
MOST_ITEMS = 64
LONGEST_TAG = 4
LEADING_TOLERATED = 2
"""Cards of about 2023 are said to put two bytes before the attributes (card.md 1.4, one source)."""
FILLERS = (0x00, 0xFF)


class TlvError(Exception):
    """The bytes are not what a card's file holds."""


@dataclass(frozen=True, slots=True)
class Item:
    """One object: its tag, its value, its bytes as written (header included), and where it starts."""

    tag: int
    value: bytes = field(repr=False)
    raw: bytes = field(repr=False)
    start: int


def _tag(data: bytes, at: int) -> tuple[int, int]:
    """Return the tag at ``at`` and the offset after it."""
    if at >= len(data):
        raise TlvError("no tag")
    tag = data[at]
    at += 1
    if tag & 0x1F != 0x1F:
        return tag, at
    for _ in range(LONGEST_TAG - 1):
        if at >= len(data):
            raise TlvError("a tag is cut off")
        byte = data[at]
        tag = tag << 8 | byte
        at += 1
        if not byte & 0x80:
            return tag, at
    raise TlvError("a tag is too long")


def _length(data: bytes, at: int) -> tuple[int, int]:
    """Return the length at ``at`` and the offset after it; definite forms of up to three bytes."""
    if at >= len(data):
        raise TlvError("no length")
    first = data[at]
    at += 1
    if first < 0x80:
        return first, at
    size = first & 0x7F
    if not 1 <= size <= 3:
        raise TlvError("a length of an unknown form")
    if at + size > len(data):
        raise TlvError("a length is cut off")
    length = int.from_bytes(data[at : at + size], "big")
    if length > LARGEST:
        raise TlvError("a length beyond any file")
    return length, at + size


def header(data: bytes, at: int = 0) -> tuple[int, int, int]:
    """Return the tag, the offset of the value and the offset after it. The value itself may be missing."""
    tag, after_tag = _tag(data, at)
    length, value_at = _length(data, after_tag)
    return tag, value_at, value_at + length


def find_start(data: bytes, tag: int) -> int:
    """Return where ``tag`` opens the file: 0, or up to two bytes later. Raises ``TlvError``."""
    width = (tag.bit_length() + 7) // 8
    expected = tag.to_bytes(width, "big")
    for start in range(LEADING_TOLERATED + 1):
        if data[start : start + width] == expected:
            return start
    raise TlvError("another object than expected")


def item_at(data: bytes, at: int) -> Item:
    """Return the whole object at ``at``. Raises ``TlvError`` where it is cut off."""
    tag, value_at, end = header(data, at)
    if end > len(data):
        raise TlvError("an object is cut off")
    return Item(tag, data[value_at:end], data[at:end], at)


def opened(data: bytes, tag: int) -> Item:
    """Return the file's one outer object, which must be ``tag``; filler after it is ignored."""
    return item_at(data, find_start(data, tag))


def inside(data: bytes, start: int, end: int) -> tuple[Item, ...]:
    """Return the objects between ``start`` and ``end`` of ``data``, up to filler; each knows its offset."""
    items: list[Item] = []
    at = start
    while at < end and data[at] not in FILLERS:
        if len(items) == MOST_ITEMS:
            raise TlvError("too many objects")
        item = item_at(data, at)
        at += len(item.raw)
        if at > end:
            raise TlvError("an object runs past the one around it")
        items.append(item)
    return tuple(items)


def fields(data: bytes, tag: int, offsets_tag: int | None = None) -> dict[int, Item]:
    """Return the objects of the file ``tag`` by tag, its table of offsets checked and left out.

    ``offsets_tag`` names the table: big-endian 16-bit offsets of the other objects from the file's start
    (DF21). A table that disagrees means that the file is not what it seems: ``TlvError``.
    """
    start = find_start(data, tag)
    _, value_at, end = header(data, start)
    if end > len(data):
        raise TlvError("the file is cut off")
    items = inside(data, value_at, end)
    tables = [item for item in items if item.tag == offsets_tag]
    others = [item for item in items if item.tag != offsets_tag]
    if len({item.tag for item in others}) != len(others):
        raise TlvError("an object comes twice")
    if offsets_tag is not None:
        if len(tables) != 1:
            raise TlvError("no table of offsets")
        _check_offsets(tables[0].value, [item.start for item in others], start)
    return {item.tag: item for item in others}


def _check_offsets(table: bytes, starts: Sequence[int], shift: int) -> None:
    """Raise ``TlvError`` unless ``table`` names ``starts``, counted before or after leading bytes."""
    if len(table) != 2 * len(starts):
        raise TlvError("the table of offsets has another size")
    told = [int.from_bytes(table[at : at + 2], "big") for at in range(0, len(table), 2)]
    if told not in (list(starts), [start - shift for start in starts]):
        raise TlvError("the table of offsets disagrees")


def text(item: Item) -> str:
    """Return a value as UTF-8, strictly: a wrong byte is an error, never a missing character."""
    try:
        return item.value.decode("utf-8")
    except UnicodeDecodeError:
        raise TlvError("text is not UTF-8") from None  # the cause would quote the text


def digits(item: Item, count: int) -> str:
    """Return a value of exactly ``count`` ASCII digits."""
    if len(item.value) != count or not item.value.isdigit():
        raise TlvError("not the digits expected")
    return item.value.decode("ascii")


def wanted(items: dict[int, Item], tag: int) -> Item:
    """Return the object ``tag``; ``TlvError`` where the file lacks it."""
    if tag not in items:
        raise TlvError("an object is missing")
    return items[tag]

"""Commands as a card receives them: short and extended forms of ISO/IEC 7816-4."""

from __future__ import annotations

from dataclasses import dataclass, field

HEADER = 4


@dataclass(frozen=True, slots=True)
class Incoming:
    """A command taken apart. ``le`` is None where no answer data is expected."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes = field(default=b"", repr=False)
    le: int | None = None


def parsed(raw: bytes) -> Incoming | None:
    """Return ``raw`` taken apart, or None where its lengths do not fit."""
    if len(raw) < HEADER:
        return None
    cla, ins, p1, p2 = raw[:HEADER]
    lengths = _extended(raw[HEADER:]) if len(raw) > HEADER + 1 and raw[HEADER] == 0 else _short(raw[HEADER:])
    return None if lengths is None else Incoming(cla, ins, p1, p2, *lengths)


def _short(body: bytes) -> tuple[bytes, int | None] | None:
    if not body:
        return b"", None
    if len(body) == 1:
        return b"", body[0] or 256
    size = body[0]
    if len(body) == 1 + size:
        return body[1:], None
    if len(body) == 2 + size:
        return body[1 : 1 + size], body[-1] or 256
    return None


def _extended(body: bytes) -> tuple[bytes, int | None] | None:
    """Take apart a body that begins with 00: two-byte Le, or two-byte Lc with or without Le."""
    if len(body) < 3:
        return None
    size = int.from_bytes(body[1:3], "big")
    if len(body) == 3:
        return b"", size or 65536
    if len(body) == 3 + size:
        return body[3:], None
    if len(body) == 5 + size:
        return body[3 : 3 + size], int.from_bytes(body[-2:], "big") or 65536
    return None

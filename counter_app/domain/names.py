"""Names exactly as recorded: code points kept, variation selectors never separated from their base."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator


def is_variation_selector(character: str) -> bool:
    """Tell whether ``character`` selects a variant of the one before it (Unicode 23.4)."""
    point = ord(character)
    return 0xFE00 <= point <= 0xFE0F or 0xE0100 <= point <= 0xE01EF


def clusters(text: str) -> Iterator[str]:
    """Yield each printed character of ``text`` with the selector that belongs to it."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not is_variation_selector(text[index]):
            yield text[start:index]
            start = index


def describe(cluster: str) -> str:
    """Name a character for a person on the telephone, e.g. ``葛 (U+845B U+E0100)``."""
    points = " ".join(f"U+{ord(character):04X}" for character in cluster)
    return f"{cluster[0]} ({points})"


_SMALL = dict(zip("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ", strict=True))
_MARKS = frozenset("\u3099\u309a")
"""The combining 濁点 and 半濁点."""


def fold_writing(text: str) -> str:
    """Fold how ``text`` is written, not what it says: no selectors, no spaces, one width, no hiragana.

    Equal results are the same reading. Never printed or stored as a name (knowledge/domain.md 3.7).
    """
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if not is_variation_selector(c))
    katakana = "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in plain)
    return "".join(katakana.split()).upper()


def fold_for_search(text: str) -> str:
    """Fold ``text`` for *finding* only: as ``fold_writing``, and 清濁 and 拗促音 alike besides.

    ハルコ finds バルコ and シユウイチ finds シュウイチ, because ears and fingers err there. Equal
    results say nothing about who it is; never for comparing, printing or storing (knowledge/domain.md 3.7).
    """
    return "".join(_unvoiced(character) for character in fold_writing(text) if character not in _MARKS)


def _unvoiced(character: str) -> str:
    if not "ァ" <= character <= "ヺ":
        return character
    base = unicodedata.normalize("NFD", character)[0]
    return _SMALL.get(base, base)

"""Which cards on which readers carry answers beyond 256 bytes: known by having done it, never assumed.

Extended READ BINARY is refused by some cards (6700) and lost by some readers (card.md 2.5, 3). What was tried
is kept in memory by reader name and ATR; a contactless reader may make up another ATR for every tap, then
the same is tried again, which costs no command where it works.
"""

from __future__ import annotations

from devices.apdu import LARGEST_ANSWER
from devices.card_link import CardLink

MOST_KEPT = 64
"""Pairs of reader and ATR; the oldest are forgotten. More than a counter ever sees but with made-up ATRs."""


class LongReads:
    """What is known, in bytes of an answer. For all readers of one program; their lanes may share it."""

    def __init__(self, *, wanted: bool = True) -> None:
        self._wanted = wanted
        self._carried: dict[tuple[str, bytes], int] = {}
        self._short: set[str] = set()

    def carried(self, reader: str, link: CardLink) -> int | None:
        """Return the longest answer that the card behind ``link`` and ``reader`` carried; None: untried.

        256 where more is not to be tried: not wanted, T=0, or the reader lost an answer. Raises
        ``Unavailable``.
        """
        if not self._wanted or reader in self._short or not link.in_blocks():
            return LARGEST_ANSWER
        return self._carried.get((reader, link.atr()))

    def note(self, reader: str, link: CardLink, carries: int) -> None:
        """Note what a visit over ``link`` learnt."""
        self._carried[reader, link.atr()] = carries
        while len(self._carried) > MOST_KEPT:
            del self._carried[next(iter(self._carried))]

    def lost(self, reader: str) -> None:
        """Note that ``reader`` lost a long answer of a card that lay there: short ones from now on."""
        self._short.add(reader)

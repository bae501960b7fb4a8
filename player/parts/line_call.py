"""One connection through the line (``player.parts.line``): bytes both ways, unless one meets its fate."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import Literal

from player.parts.tls_records import RecordCount

Harm = Literal["lose_answer", "change_answer", "change_request"]
"""What may be done to one request: its answer lost, or one byte changed of that or of the request."""

Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]

_CHUNK = 65_536
# TLS 1.3 (RFC 8446 4.4.4): the client's first record of application data ends its handshake (Finished), and
# OpenSSL's server then gives two session tickets before any answer (SSL_CTX_set_num_tickets).
_CLIENT_FINISHED = 1
_TICKETS = 2


class Call:
    """``fate`` is asked once for each request as it begins; ``met`` is told once that was done to it."""

    def __init__(self, fate: Callable[[], Harm | None], met: Callable[[], None]) -> None:
        self._fate = fate
        self._met = met
        self._asked, self._answered = RecordCount(), RecordCount()
        self._greeted = 0
        self._answer_begins: int | None = None
        self._harm: Harm | None = None
        self._told = False
        self._writers: list[asyncio.StreamWriter] = []

    async def serve(self, near: Ends, far: Ends) -> None:
        """Carry bytes both ways until one side hangs up; then hang up on the other."""
        self._writers = [near[1], far[1]]
        ways = [
            asyncio.create_task(_carry(near[0], far[1], self._goes)),
            asyncio.create_task(_carry(far[0], near[1], self._comes_back)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.hang_up()
            await asyncio.gather(*ways, return_exceptions=True)

    def hang_up(self) -> None:
        """End it on both sides; what is still under way is gone."""
        for writer in self._writers:
            writer.transport.abort()

    def _goes(self, chunk: bytes) -> bytes:
        """What the counter says goes on; of a request that is to be changed, with another last byte."""
        fresh = self._asked.count == 0
        began = self._asked.take(chunk)
        if fresh and began:
            self._greeted = self._answered.count
        if not (began and self._asked.count > _CLIENT_FINISHED and self._is_a_new_request()):
            return chunk
        self._answer_begins = max(self._answered.count, self._greeted + _TICKETS)
        self._harm = self._fate()
        return self._changed(chunk) if self._harm == "change_request" else chunk

    def _is_a_new_request(self) -> bool:
        """Head and body come one by one: what is said before an answer has begun is the same request."""
        if self._harm is not None:
            return False
        return self._answer_begins is None or self._answered.count > self._answer_begins

    def _comes_back(self, chunk: bytes) -> bytes:
        self._answered.take(chunk)
        if self._harm is None or self._answer_begins is None or self._harm == "change_request":
            return chunk
        if self._harm == "lose_answer":
            if self._answered.count > self._answer_begins:
                self._tell()
            return b""
        begun = self._answered.count > self._answer_begins and not self._told
        return self._changed(chunk) if begun else chunk

    def _changed(self, chunk: bytes) -> bytes:
        self._tell()
        return chunk[:-1] + bytes([chunk[-1] ^ 1])

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self._met()


async def _carry(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, passed: Callable[[bytes], bytes]
) -> None:
    with contextlib.suppress(OSError):
        while chunk := await reader.read(_CHUNK):
            if goes_on := passed(chunk):
                writer.write(goes_on)
                await writer.drain()

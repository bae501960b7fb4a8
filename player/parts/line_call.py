"""One connection through the line (``player.parts.line``): bytes both ways, or an answer that gets lost."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from player.parts.tls_records import RecordCount

Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]

_CHUNK = 65_536
# TLS 1.3 (RFC 8446 4.4.4): the client's first record of application data ends its handshake (Finished), and
# OpenSSL's server then gives two session tickets before any answer (SSL_CTX_set_num_tickets).
_CLIENT_FINISHED = 1
_TICKETS = 2


class Call:
    """``wants_this`` is asked once a request has begun; ``lost`` is told once its answer has vanished."""

    def __init__(self, wants_this: Callable[[], bool], lost: Callable[[], None]) -> None:
        self._wants_this = wants_this
        self._lost = lost
        self._asked, self._answered = RecordCount(), RecordCount()
        self._greeted = 0
        self._answer_begins: int | None = None
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

    def _goes(self, chunk: bytes) -> bool:
        """What the counter says always goes on; a request may be the one whose answer is to be lost."""
        fresh = self._asked.count == 0
        began = self._asked.take(chunk)
        if fresh and began:
            self._greeted = self._answered.count
        asks = began and self._asked.count > _CLIENT_FINISHED
        if asks and self._answer_begins is None and self._wants_this():
            self._answer_begins = max(self._answered.count, self._greeted + _TICKETS)
        return True

    def _comes_back(self, chunk: bytes) -> bool:
        self._answered.take(chunk)
        if self._answer_begins is None:
            return True
        if self._answered.count > self._answer_begins and not self._told:
            self._told = True
            self._lost()
        return False


async def _carry(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, passes: Callable[[bytes], bool]
) -> None:
    with contextlib.suppress(OSError):
        while chunk := await reader.read(_CHUNK):
            if passes(chunk):
                writer.write(chunk)
                await writer.drain()

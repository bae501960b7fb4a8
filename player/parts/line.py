"""The line between a counter and the gateway: bytes pass as they are, until it is cut or loses an answer.

TLS goes through untouched, so the counter still checks the gateway's own certificate; only the port in its
installation file is this one's. For exercises only.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections import deque
from collections.abc import Coroutine
from typing import Any

from player.parts.line_call import Call, Harm

LOOPBACK = "127.0.0.1"
_OBEY_SECONDS = 10.0


class LineFailed(Exception):
    """The line could not do what was asked, or nothing came that was waited for."""


class Line:
    """Forwards from ``port`` on loopback to ``far_port`` until ``stop``. Commands come from any thread."""

    def __init__(self, far_port: int) -> None:
        self._far_port = far_port
        # Bound and never listening: the number stays ours while the line is cut.
        self._place = _bound(0)
        self.port: int = self._place.getsockname()[1]
        self._fates: deque[tuple[Harm, int]] = deque()
        self._lost = threading.Event()
        self._server: asyncio.Server | None = None
        self._calls: dict[Call, asyncio.Task[None]] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="line", daemon=True)
        self._thread.start()
        self.mend()

    def cut(self) -> None:
        """End every connection and refuse new ones until ``mend``; may be called twice."""
        self._obey(self._cut())

    def mend(self) -> None:
        """Let connections through again, at the same port; may be called twice. Raises LineFailed."""
        self._obey(self._mend())

    def swallow_answer(self) -> None:
        """Deliver the next request and let its answer vanish; the connection stays as if it were slow."""
        self._arm("lose_answer", 0)

    def change_byte(self, harm: Harm, after: int) -> None:
        """Change one byte of a request, or of its answer, as it passes; the next ``after`` ones are spared.

        Said twice, the second one's turn begins when the first has met its fate.
        The byte is one of what TLS encrypts or of its seal (RFC 8446 5.2): all that the line has to change.
        """
        self._arm(harm, after)

    def wait_swallowed(self, seconds: float) -> None:
        """Wait until all that was asked for was done to requests and answers; raises LineFailed."""
        if not self._lost.wait(seconds):
            raise LineFailed(f"no request or answer met its fate in {seconds:.0f} s")

    def stop(self) -> None:
        """Cut the line for good and give up its port; may be called twice."""
        if not self._thread.is_alive():
            return
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._place.close()

    def _obey(self, order: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(order, self._loop).result(_OBEY_SECONDS)

    async def _mend(self) -> None:
        if self._server is not None:
            return
        listener = _bound(self.port)
        try:
            self._server = await asyncio.start_server(self._take, sock=listener)
        except OSError as error:
            listener.close()
            raise LineFailed(f"port {self.port}: {error}") from error

    async def _cut(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()
        for call in self._calls:
            call.hang_up()
        await asyncio.gather(*self._calls.values(), return_exceptions=True)

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        call = Call(self._fate, self._met)
        if task is None or self._server is None:
            writer.transport.abort()
            return
        self._calls[call] = task
        try:
            far = await asyncio.open_connection(LOOPBACK, self._far_port)
            await call.serve((reader, writer), far)
        except OSError:
            # Nobody serves at the other end: the counter learns of it as of any line that leads nowhere.
            writer.transport.abort()
        finally:
            del self._calls[call]

    def _arm(self, harm: Harm, after: int) -> None:
        self._lost.clear()
        self._fates.append((harm, after))

    def _fate(self) -> Harm | None:
        """Tell a call that sends a request what is to become of it."""
        if not self._fates:
            return None
        harm, spared = self._fates.popleft()
        if spared:
            self._fates.appendleft((harm, spared - 1))
            return None
        return harm

    def _met(self) -> None:
        if not self._fates:
            self._lost.set()


def _bound(port: int) -> socket.socket:
    """A socket of the loopback; two may have one port as long as one of them only listens (SO_REUSEADDR)."""
    # With the protocol named asyncio sets TCP_NODELAY; without it every answer waits 40 ms for an ACK.
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.bind((LOOPBACK, port))
    return found

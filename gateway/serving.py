"""Serves the API (TLS) and the issuer (plain loopback) from one process until told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator

import uvicorn
from fastapi import FastAPI

from gateway.tls import TlsFiles

LOOPBACK = "127.0.0.1"
_POLL_SECONDS = 0.01


class _Server(uvicorn.Server):
    """A server that leaves signals alone: two of them share one process."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def bind(port: int) -> socket.socket:
    """Return a listening socket on loopback; port 0 takes a free one."""
    # With the protocol named asyncio sets TCP_NODELAY; without it every answer waits 40 ms for an ACK.
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.bind((LOOPBACK, port))
    found.listen(128)
    return found


def port_of(bound: socket.socket) -> int:
    """Return the port that ``bound`` listens on."""
    return int(bound.getsockname()[1])


def api_server(app: FastAPI, tls: TlsFiles) -> uvicorn.Server:
    """Return the TLS server of the API."""
    return _Server(
        uvicorn.Config(
            app,
            ssl_keyfile=tls.key,
            ssl_certfile=str(tls.certificate),
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=2,
        )
    )


def issuer_server(app: FastAPI) -> uvicorn.Server:
    """Return the plain server of the built-in issuer."""
    return _Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=2,
        )
    )


def serve(
    servers: list[tuple[uvicorn.Server, socket.socket]],
    ready: Callable[[], None],
    ending: threading.Event,
    *,
    owned: bool,
) -> None:
    """Serve until SIGTERM or SIGINT, or, where ``owned``, until the parent's end of stdin closes.

    ``ending`` is set then: answers without an end (the events) would else be cut off after two seconds.
    """

    def stop(*_: object) -> None:
        ending.set()
        for server, _socket in servers:
            server.should_exit = True

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, stop)
    if owned:
        threading.Thread(target=_watch_parent, args=(stop,), daemon=True).start()
    asyncio.run(_serve(servers, ready))


async def _serve(servers: list[tuple[uvicorn.Server, socket.socket]], ready: Callable[[], None]) -> None:
    tasks = [asyncio.create_task(server.serve(sockets=[bound])) for server, bound in servers]
    # uvicorn tells that it started by a flag only.
    while not all(server.started for server, _ in servers) and not any(  # noqa: ASYNC110 - see above
        task.done() for task in tasks
    ):
        await asyncio.sleep(_POLL_SECONDS)
    if all(server.started for server, _ in servers):
        ready()
    await asyncio.gather(*tasks)


def _watch_parent(stop: Callable[[], None]) -> None:
    # os.read, not sys.stdin: a buffered read would hold a lock when the interpreter ends.
    while os.read(sys.stdin.fileno(), 1024):
        pass
    stop()

"""The stream of events over a real TLS line that stalls, is cut in mid-event, trickles or hangs up."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import trustme
from joserfc.jwk import ECKey

from counter_app.application.port_errors import PortError, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api.client import AccessTokens, open_client
from counter_app.infrastructure.api.events import GatewayEvents
from counter_app.infrastructure.api.line import GatewayLine
from counter_app.infrastructure.api.receipts import ReceiptCheck
from tests.fakes.clock import FakeClock

CA = trustme.CA()
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
CONNECTED = b"event: connected\ndata: {}\n\n"
SILENCE_S = 0.6
Serving = Callable[[ssl.SSLSocket, threading.Event], None]


def _chunk(content: bytes) -> bytes:
    return f"{len(content):x}\r\n".encode() + content + b"\r\n"


@contextmanager
def _gateway(serve: Serving) -> Iterator[int]:
    """One gateway for one stream, on the port yielded; ``serve`` is told when the test is over."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    CA.issue_cert("127.0.0.1").configure_cert(context)
    over = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        plain, _address = listening.accept()
        with context.wrap_socket(plain, server_side=True) as line:
            line.recv(65536)
            line.sendall(HEAD + _chunk(CONNECTED))
            serve(line, over)

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        over.set()
        thread.join(10)
        listening.close()


def _ends(serve: Serving) -> tuple[type[PortError], FailureCode, list[str], float]:
    """How following that gateway ends, what was heard of it, and after how many seconds."""
    heard: list[str] = []
    tokens = AccessTokens()
    tokens.keep("token", 60)
    receipts = ReceiptCheck(
        {name: str(value) for name, value in ECKey.generate_key("P-256").as_dict(private=False).items()}
    )
    with _gateway(serve) as port, open_client(CA.cert_pem.bytes().decode()) as client:
        line = GatewayLine(client, f"https://127.0.0.1:{port}", tokens, receipts, FakeClock())
        events = GatewayEvents(line, lambda: None, silence_s=SILENCE_S)
        began = time.monotonic()
        with pytest.raises(PortError) as caught:
            events.follow(heard.append, lambda: True)
        lasted = time.monotonic() - began
    return type(caught.value), caught.value.failure.code, heard, lasted


def test_a_gateway_that_falls_silent_is_given_up_after_the_silence_and_not_before() -> None:
    def stall(_line: ssl.SSLSocket, over: threading.Event) -> None:
        over.wait(10)

    kind, code, heard, lasted = _ends(stall)

    assert (kind, code, heard) == (Unavailable, FailureCode.GATEWAY_SLOW, [""])
    assert SILENCE_S <= lasted < 5


def test_bytes_without_a_line_do_not_hold_a_dead_stream_open() -> None:
    def trickle(line: ssl.SSLSocket, over: threading.Event) -> None:
        while not over.wait(SILENCE_S / 4):
            line.sendall(_chunk(b":"))

    kind, code, heard, lasted = _ends(_until_hung_up(trickle))

    assert (kind, code, heard) == (Unavailable, FailureCode.GATEWAY_SLOW, [""])
    assert lasted < 5


def test_an_event_cut_in_two_by_a_reset_is_not_heard() -> None:
    def reset(line: ssl.SSLSocket, _over: threading.Event) -> None:
        line.sendall(_chunk(b'event: approval\ndata: {"approval_id": "a-'))
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        socket.socket(fileno=line.detach()).close()

    kind, code, heard, _lasted = _ends(reset)

    assert (kind, code) == (Unavailable, FailureCode.GATEWAY_UNREACHABLE)
    # a reset may overtake what was sent before it
    assert heard in ([], [""])


def test_a_gateway_that_hangs_up_without_a_word_is_gone() -> None:
    def hang_up(line: ssl.SSLSocket, _over: threading.Event) -> None:
        socket.socket(fileno=line.detach()).close()

    assert _ends(hang_up)[:3] == (Unavailable, FailureCode.GATEWAY_UNREACHABLE, [""])


def test_a_gateway_that_ends_the_stream_in_good_order_is_gone_too() -> None:
    def end(line: ssl.SSLSocket, _over: threading.Event) -> None:
        line.sendall(b"0\r\n\r\n")

    assert _ends(end)[:3] == (Unavailable, FailureCode.GATEWAY_UNREACHABLE, [""])


def _until_hung_up(serve: Serving) -> Serving:
    """Serve until the other side has had enough."""

    def served(line: ssl.SSLSocket, over: threading.Event) -> None:
        try:
            serve(line, over)
        except OSError:
            over.set()

    return served

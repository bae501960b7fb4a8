"""The line in front of a real gateway: what passes, what is refused, what is delivered without an answer."""

from __future__ import annotations

import json
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPSConnection, RemoteDisconnected
from urllib.parse import urlsplit

import pytest

from player.parts.gateway_process import GatewayProcess
from player.parts.line import Line, LineFailed


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GatewayProcess]:
    with GatewayProcess(tmp_path_factory.mktemp("gateway"), exercise=True, residents=300) as running:
        yield running


@pytest.fixture
def line(gateway: GatewayProcess) -> Iterator[Line]:
    made = Line(urlsplit(gateway.info.api_url).port or 0)
    yield made
    made.stop()


def _connection(gateway: GatewayProcess, line: Line) -> HTTPSConnection:
    trust = ssl.create_default_context(cafile=str(gateway.info.ca_path))
    host = urlsplit(gateway.info.api_url).hostname or ""
    return HTTPSConnection(host, line.port, timeout=5, context=trust)


def _health(connection: HTTPSConnection) -> int:
    connection.request("GET", "/v1/health")
    answer = connection.getresponse()
    json.load(answer)
    return answer.status


def _asked_once(gateway: GatewayProcess, line: Line) -> int:
    connection = _connection(gateway, line)
    try:
        return _health(connection)
    finally:
        connection.close()


def test_tls_goes_through_untouched(gateway: GatewayProcess, line: Line) -> None:
    connection = _connection(gateway, line)

    assert _health(connection) == 200
    assert _health(connection) == 200
    connection.close()


def test_a_cut_line_ends_what_is_open_and_refuses_what_is_new(gateway: GatewayProcess, line: Line) -> None:
    connection = _connection(gateway, line)
    assert _health(connection) == 200

    line.cut()

    with pytest.raises((ConnectionError, RemoteDisconnected, ssl.SSLError)):
        _health(connection)
    with pytest.raises(ConnectionRefusedError):
        _connection(gateway, line).connect()
    connection.close()


def test_a_mended_line_is_found_at_the_same_port(gateway: GatewayProcess, line: Line) -> None:
    port = line.port
    for _ in range(3):
        line.cut()
        line.cut()
        line.mend()
        connection = _connection(gateway, line)
        assert _health(connection) == 200
        connection.close()

    assert line.port == port


@pytest.mark.parametrize("used_before", [False, True])
def test_a_swallowed_answer_was_asked_for_and_given_and_never_comes(
    gateway: GatewayProcess, line: Line, *, used_before: bool
) -> None:
    connection = _connection(gateway, line)
    if used_before:
        assert _health(connection) == 200
    line.swallow_answer()

    connection.request("GET", "/v1/health")
    line.wait_swallowed(5)

    assert connection.sock is not None
    connection.sock.settimeout(0.3)
    with pytest.raises(TimeoutError):
        connection.getresponse()
    connection.close()
    fresh = _connection(gateway, line)
    assert _health(fresh) == 200
    fresh.close()


def test_an_open_connection_that_asks_for_nothing_loses_nothing(gateway: GatewayProcess, line: Line) -> None:
    idle = _connection(gateway, line)
    assert _health(idle) == 200
    line.swallow_answer()

    with pytest.raises(LineFailed, match="met its fate"):
        line.wait_swallowed(0.2)

    asking = _connection(gateway, line)
    asking.request("GET", "/v1/health")
    line.wait_swallowed(5)
    assert _health(idle) == 200
    idle.close()
    asking.close()


def test_a_changed_byte_of_the_answer_is_refused_by_who_asked(gateway: GatewayProcess, line: Line) -> None:
    connection = _connection(gateway, line)
    assert _health(connection) == 200
    line.change_byte("change_answer", 1)
    assert _health(connection) == 200

    with pytest.raises(ssl.SSLError, match=r"(?i)bad.record.mac"):
        _health(connection)

    line.wait_swallowed(1)
    connection.close()
    fresh = _connection(gateway, line)
    assert _health(fresh) == 200
    fresh.close()


def test_a_changed_byte_of_the_request_is_refused_by_the_gateway(gateway: GatewayProcess, line: Line) -> None:
    connection = _connection(gateway, line)
    assert _health(connection) == 200
    line.change_byte("change_request", 0)

    with pytest.raises((ssl.SSLError, ConnectionError, RemoteDisconnected)):
        _health(connection)

    line.wait_swallowed(1)
    connection.close()
    fresh = _connection(gateway, line)
    assert _health(fresh) == 200
    fresh.close()


def test_two_changes_come_one_after_another_and_are_waited_for_together(
    gateway: GatewayProcess, line: Line
) -> None:
    line.change_byte("change_answer", 0)
    line.change_byte("change_request", 1)
    with pytest.raises(ssl.SSLError):
        _asked_once(gateway, line)
    assert _asked_once(gateway, line) == 200
    with pytest.raises(LineFailed):
        line.wait_swallowed(0.1)

    with pytest.raises((ssl.SSLError, ConnectionError, RemoteDisconnected)):
        _asked_once(gateway, line)

    line.wait_swallowed(1)
    assert _asked_once(gateway, line) == 200


def test_a_line_to_nobody_ends_at_once(gateway: GatewayProcess) -> None:
    probe = Line(9)
    try:
        with pytest.raises((ConnectionError, ssl.SSLError)):
            _connection(gateway, probe).connect()
    finally:
        probe.stop()
        probe.stop()


def test_after_its_stop_the_port_is_free(gateway: GatewayProcess) -> None:
    first = Line(urlsplit(gateway.info.api_url).port or 0)
    port = first.port
    first.stop()

    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1)

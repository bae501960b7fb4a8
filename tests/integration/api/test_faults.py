"""What a broken line, a failing gateway or a stranger turn into; writes happen once whatever breaks."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from uuid import uuid4

import pytest
import trustme

from counter_app.application.port_errors import PortError, Refused, Unavailable, Uncertain
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api import GatewayConnection, open_connection
from tests.integration.api.gateway_rig import GatewayRig


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GatewayRig]:
    running = GatewayRig(tmp_path_factory.mktemp("gateway"))
    yield running
    running.stop()


@pytest.fixture
def connection(gateway: GatewayRig) -> Iterator[GatewayConnection]:
    opened = gateway.connect(read_timeout_s=1.0)
    gateway.sign_in(opened)
    yield opened
    gateway.forget_faults()
    opened.close()


def _with(error: type[PortError], code: FailureCode) -> pytest.RaisesExc[PortError]:
    return pytest.raises(error, check=lambda raised: raised.failure.code is code)


def _open(connection: GatewayConnection, key: str, case_id: str) -> str:
    return connection.registry.open_case(key, case_id, "visit-1")


def test_a_write_whose_answer_was_lost_is_asked_for_and_happened_once(
    gateway: GatewayRig, connection: GatewayConnection
) -> None:
    gateway.plan("/cases", drop_after_commit=True)
    key, case_id = str(uuid4()), str(uuid4())

    number = _open(connection, key, case_id)

    assert number == _open(connection, key, case_id)
    following = _open(connection, str(uuid4()), str(uuid4()))
    assert int(following) == int(number) + 1


def test_a_write_the_gateway_never_saw_is_sent_once_more_with_its_key(
    gateway: GatewayRig, connection: GatewayConnection
) -> None:
    gateway.plan("/cases", status=503)

    assert _open(connection, str(uuid4()), str(uuid4())).isdigit()


def test_a_write_that_fails_twice_did_not_happen_and_says_so(
    gateway: GatewayRig, connection: GatewayConnection
) -> None:
    gateway.plan("/cases", status=500, times=2)
    key, case_id = str(uuid4()), str(uuid4())

    with _with(Unavailable, FailureCode.GATEWAY_FAULT):
        _open(connection, key, case_id)
    assert _open(connection, key, case_id).isdigit()


def test_a_write_that_is_slow_twice_is_uncertain_and_can_be_repeated_with_its_key(
    gateway: GatewayRig, connection: GatewayConnection
) -> None:
    gateway.plan("/cases", delay_ms=1_500, times=2)
    key, case_id = str(uuid4()), str(uuid4())

    with _with(Uncertain, FailureCode.GATEWAY_SLOW):
        _open(connection, key, case_id)
    assert _open(connection, key, case_id).isdigit()


def test_a_lost_write_that_cannot_be_asked_for_is_uncertain(
    gateway: GatewayRig, connection: GatewayConnection
) -> None:
    key, case_id = str(uuid4()), str(uuid4())
    gateway.plan("/cases", drop_after_commit=True)
    gateway.plan(key, status=500)

    with _with(Uncertain, FailureCode.GATEWAY_SLOW):
        _open(connection, key, case_id)
    assert _open(connection, key, case_id).isdigit()


def test_a_slow_read_says_slow(gateway: GatewayRig, connection: GatewayConnection) -> None:
    gateway.plan("/session", delay_ms=1_500)

    with _with(Unavailable, FailureCode.GATEWAY_SLOW):
        connection.registry.session()


def test_a_failing_read_says_the_gateway_is_at_fault(
    gateway: GatewayRig, connection: GatewayConnection
) -> None:
    gateway.plan("/session", status=500)

    with _with(Unavailable, FailureCode.GATEWAY_FAULT):
        connection.registry.session()


def test_an_answer_that_is_not_of_the_contract_is_malformed(
    gateway: GatewayRig, connection: GatewayConnection
) -> None:
    gateway.plan("/session", malformed=True)

    with _with(Refused, FailureCode.GATEWAY_ANSWER_MALFORMED):
        connection.registry.session()


def test_a_receipt_signed_by_another_key_is_refused(gateway: GatewayRig) -> None:
    found = gateway.installation
    other = open_connection(
        gateway_url=found.gateway_url,
        issuer_url=found.issuer_url,
        client_id=found.client_id,
        terminal=found.terminal,
        ca_pem=found.ca_pem,
        receipt_key=found.keys.sheet_code.model_dump(),
        clock=gateway.clock,
    )
    gateway.sign_in(other)

    with _with(Refused, FailureCode.GATEWAY_RECEIPT_INVALID):
        _open(other, str(uuid4()), str(uuid4()))
    other.close()


def test_a_gateway_certified_by_another_authority_is_refused(gateway: GatewayRig) -> None:
    found = gateway.installation
    stranger = open_connection(
        gateway_url=found.gateway_url,
        issuer_url=found.issuer_url,
        client_id=found.client_id,
        terminal=found.terminal,
        ca_pem=trustme.CA().cert_pem.bytes().decode(),
        receipt_key=found.keys.receipt.model_dump(),
        clock=gateway.clock,
    )

    with _with(Refused, FailureCode.GATEWAY_CERTIFICATE_WRONG):
        stranger.health()
    stranger.tokens.keep("any", 60)
    with _with(Refused, FailureCode.GATEWAY_CERTIFICATE_WRONG):
        _open(stranger, str(uuid4()), str(uuid4()))
    stranger.close()


def test_a_killed_gateway_is_unreachable_and_served_again_after_its_restart(
    gateway: GatewayRig, connection: GatewayConnection
) -> None:
    key, case_id = str(uuid4()), str(uuid4())
    number = _open(connection, key, case_id)

    gateway.process.kill()
    with _with(Unavailable, FailureCode.GATEWAY_UNREACHABLE):
        connection.registry.session()
    gateway.process.start()

    assert _open(connection, key, case_id) == number


def test_a_server_that_hangs_up_in_the_handshake_is_a_broken_line_not_a_wrong_certificate(
    gateway: GatewayRig,
) -> None:
    listening = socket.create_server(("127.0.0.1", 0))

    def hang_up() -> None:
        for _ in range(2):
            listening.accept()[0].close()

    thread = threading.Thread(target=hang_up)
    thread.start()
    found = gateway.installation
    cut = open_connection(
        gateway_url=f"https://127.0.0.1:{listening.getsockname()[1]}",
        issuer_url=found.issuer_url,
        client_id=found.client_id,
        terminal=found.terminal,
        ca_pem=found.ca_pem,
        receipt_key=found.keys.receipt.model_dump(),
        clock=gateway.clock,
    )

    for _ in range(2):
        with _with(Unavailable, FailureCode.GATEWAY_UNREACHABLE):
            cut.health()
    thread.join()
    listening.close()
    cut.close()


def test_the_session_and_each_receipt_set_the_one_clock(
    gateway: GatewayRig, connection: GatewayConnection
) -> None:
    _open(connection, str(uuid4()), str(uuid4()))

    drift = gateway.clock.drift_seconds()
    assert gateway.clock.trusted
    assert drift is not None
    assert abs(drift) < 5

"""Signing in through the real issuer: by a plain HTTP client, and what is refused."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from counter_app.application.port_errors import Cancelled, PortError, Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api import GatewayConnection
from counter_app.infrastructure.api.sign_in import Attempt
from counter_app.infrastructure.system import GatewayClock
from player.sign_in import answer_until_redirected
from tests.integration.api.gateway_rig import GatewayRig


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GatewayRig]:
    running = GatewayRig(tmp_path_factory.mktemp("gateway"))
    yield running
    running.stop()


@pytest.fixture
def connection(gateway: GatewayRig) -> Iterator[GatewayConnection]:
    opened = gateway.connect()
    yield opened
    opened.close()


def _call(attempt: Attempt, **changed: str) -> None:
    """Call back as the browser would, with some parameters changed."""
    redirect = urllib.parse.parse_qs(urllib.parse.urlsplit(attempt.url).query)["redirect_uri"][0]
    address = f"{redirect}?{urllib.parse.urlencode(changed)}"
    with urllib.request.urlopen(address, timeout=5) as page:  # noqa: S310 - our own listener
        page.read()


def _state(attempt: Attempt) -> str:
    return urllib.parse.parse_qs(urllib.parse.urlsplit(attempt.url).query)["state"][0]


def _with(error: type[PortError], code: FailureCode) -> pytest.RaisesExc[PortError]:
    return pytest.raises(error, check=lambda raised: raised.failure.code is code)


def test_a_clerk_signs_in_and_is_told_in_japanese_to_go_back(
    gateway: GatewayRig, connection: GatewayConnection
) -> None:
    page = gateway.sign_in(connection)

    assert "窓口の画面に戻ってください" in page
    assert connection.registry.session().staff_id == "1001"


def test_each_clerk_is_himself(gateway: GatewayRig, connection: GatewayConnection) -> None:
    gateway.sign_in(connection, "sato")

    assert connection.registry.session().role.value == "SUPERVISOR"


def test_signed_out_the_token_is_gone(gateway: GatewayRig, connection: GatewayConnection) -> None:
    gateway.sign_in(connection)
    connection.sign_in.sign_out()
    connection.sign_in.sign_out()

    with _with(Refused, FailureCode.SIGN_IN_EXPIRED):
        connection.registry.session()


def test_another_thread_can_cancel(connection: GatewayConnection) -> None:
    attempt = connection.sign_in.begin()

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(attempt.wait, 20)
        attempt.cancel()
        with _with(Cancelled, FailureCode.SIGN_IN_CANCELLED):
            waiting.result(5)
    attempt.cancel()


def test_waiting_ends_in_time(connection: GatewayConnection) -> None:
    attempt = connection.sign_in.begin()

    with _with(Cancelled, FailureCode.SIGN_IN_CANCELLED):
        attempt.wait(0.05)


def test_a_new_attempt_gives_up_the_older_one(connection: GatewayConnection) -> None:
    older = connection.sign_in.begin()
    newer = connection.sign_in.begin()

    with _with(Cancelled, FailureCode.SIGN_IN_CANCELLED):
        older.wait(5)
    newer.cancel()


def test_a_call_with_another_state_is_told_nothing_and_changes_nothing(connection: GatewayConnection) -> None:
    attempt = connection.sign_in.begin()

    with pytest.raises(urllib.error.HTTPError, match="404") as told:
        _call(attempt, state="guessed", code="x")
    told.value.close()
    with _with(Cancelled, FailureCode.SIGN_IN_CANCELLED):
        attempt.wait(0.05)


def test_the_page_is_served_once(connection: GatewayConnection) -> None:
    attempt = connection.sign_in.begin()
    _call(attempt, state=_state(attempt), error="access_denied")

    with pytest.raises(urllib.error.HTTPError, match="404") as told:
        _call(attempt, state=_state(attempt), error="access_denied")
    told.value.close()
    with _with(Cancelled, FailureCode.SIGN_IN_CANCELLED):
        attempt.wait(5)


def test_an_answer_in_another_issuers_name_is_refused(connection: GatewayConnection) -> None:
    attempt = connection.sign_in.begin()
    _call(attempt, state=_state(attempt), code="x", iss="http://127.0.0.1:1")

    with _with(Refused, FailureCode.SIGN_IN_REFUSED):
        attempt.wait(5)


def test_a_code_of_another_attempt_is_refused(gateway: GatewayRig, connection: GatewayConnection) -> None:
    other = gateway.connect()
    stolen = other.sign_in.begin()
    redirect = urllib.parse.parse_qs(urllib.parse.urlsplit(stolen.url).query)["redirect_uri"][0]
    landed = answer_until_redirected(stolen.url, "yamada", gateway.passwords["yamada"], redirect)
    code = urllib.parse.parse_qs(urllib.parse.urlsplit(landed).query)["code"][0]
    stolen.cancel()
    other.close()
    attempt = connection.sign_in.begin()
    _call(attempt, state=_state(attempt), code=code)

    with _with(Refused, FailureCode.SIGN_IN_REFUSED):
        attempt.wait(5)
    with _with(Refused, FailureCode.SIGN_IN_EXPIRED):
        connection.registry.session()


def test_without_an_issuer_signing_in_cannot_begin(tmp_path_factory: pytest.TempPathFactory) -> None:
    gone = GatewayRig(tmp_path_factory.mktemp("gone"))
    gone.stop()
    connection = gone.connect()

    with _with(Unavailable, FailureCode.GATEWAY_UNREACHABLE):
        connection.sign_in.begin()
    connection.close()


@pytest.mark.parametrize("days", [-1, 1])
def test_a_pc_whose_clock_is_wrong_by_a_day_is_told_so(gateway: GatewayRig, days: int) -> None:
    clock = GatewayClock()
    clock.move_own_time(timedelta(days=days).total_seconds())
    connection = gateway.connect(clock=clock)
    try:
        with _with(Refused, FailureCode.CLOCK_WRONG):
            gateway.sign_in(connection)
    finally:
        connection.close()


def test_the_gateways_time_once_told_is_believed_whatever_the_pcs_own_clock_says(gateway: GatewayRig) -> None:
    clock = GatewayClock()
    connection = gateway.connect(clock=clock)
    try:
        gateway.sign_in(connection)
        connection.registry.session()
        clock.move_own_time(timedelta(days=1).total_seconds())
        assert "窓口の画面に戻ってください" in gateway.sign_in(connection)
    finally:
        connection.close()

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
import trustme
from joserfc.jwk import ECKey

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api import open_connection
from counter_app.infrastructure.api.client import MOST_ANSWER_BYTES, AccessTokens, ask
from tests.fakes.clock import FakeClock
from tests.fakes.http_answers import json_answer

KEY = {
    name: str(value)
    for name, value in ECKey.generate_key("P-256", {"kid": "k"}).as_dict(private=False).items()
}


def _open(ca_pem: str, key: dict[str, str]) -> None:
    open_connection(
        gateway_url="https://127.0.0.1:1",
        issuer_url="http://127.0.0.1:2",
        client_id="madoguchi-counter",
        terminal="01",
        ca_pem=ca_pem,
        receipt_key=key,
        clock=FakeClock(),
    ).close()


def _ca() -> str:
    return trustme.CA().cert_pem.bytes().decode()


def test_a_right_installation_opens_without_sending_anything() -> None:
    _open(_ca(), KEY)


@pytest.mark.parametrize(
    ("ca_pem", "key", "named"),
    [
        ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", KEY, "ca_pem"),
        (None, {"kty": "EC", "crv": "P-256", "x": "a", "y": "b", "kid": "k"}, "keys.receipt"),
    ],
)
def test_a_ca_or_a_key_that_is_none_is_named(ca_pem: str | None, key: dict[str, str], named: str) -> None:
    with pytest.raises(Refused) as caught:
        _open(ca_pem or _ca(), key)

    assert caught.value.failure.code is FailureCode.SETTINGS_INVALID
    assert caught.value.failure.facts["keys"] == named


def test_a_token_ends_with_its_lifetime_and_with_signing_out() -> None:
    tokens = AccessTokens()
    tokens.keep("at", 60)
    assert tokens.bearer() == "at"

    tokens.keep("at", 0)
    with pytest.raises(Refused):
        tokens.bearer()
    tokens.keep("at", 60)
    tokens.forget()
    with pytest.raises(Refused):
        tokens.bearer()


class _Endless(httpx.SyncByteStream):
    def __iter__(self) -> Iterator[bytes]:
        while True:
            yield bytes(1024 * 1024)


def test_an_answer_without_end_is_cut_off() -> None:
    def endless(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=_Endless())

    with (
        httpx.Client(transport=httpx.MockTransport(endless)) as client,
        pytest.raises(Refused) as caught,
    ):
        ask(client, "GET", "https://127.0.0.1/v1/session")

    assert caught.value.failure.code is FailureCode.GATEWAY_ANSWER_MALFORMED
    assert MOST_ANSWER_BYTES < 8 * 1024 * 1024


def test_a_read_over_a_connection_that_had_died_is_asked_once_more_and_no_oftener() -> None:
    calls: list[str] = []

    def dead(request: httpx.Request) -> httpx.Response:
        calls.append(request.url.path)
        if len(calls) == 1:
            raise httpx.RemoteProtocolError("Server disconnected without sending a response.")
        return json_answer({})

    with httpx.Client(transport=httpx.MockTransport(dead)) as client:
        assert ask(client, "GET", "https://127.0.0.1/v1/session").status == 200
    assert len(calls) == 2

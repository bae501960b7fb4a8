"""A provider that answers wrongly: nothing it says is believed, and no token is kept."""

from __future__ import annotations

import urllib.parse
import urllib.request
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from counter_app.application.port_errors import PortError
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api.client import AccessTokens
from counter_app.infrastructure.api.sign_in import BrowserSignIn
from tests.fakes.clock import FakeClock
from tests.fakes.http_answers import json_answer

ISSUER = "https://id.example.invalid"
CLIENT = "madoguchi-counter"
KEY = ECKey.generate_key("P-256", {"kid": "k1"})
OTHER = ECKey.generate_key("P-256", {"kid": "k1"})
NOW = int(FakeClock().now().timestamp())

Change = Callable[[dict[str, Any]], None]


class Provider:
    """Answers as OpenID providers do; a test changes discovery, claims, token answer or key."""

    def __init__(self) -> None:
        self.discovery: dict[str, Any] = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/authorize",
            "token_endpoint": f"{ISSUER}/token",
            "jwks_uri": f"{ISSUER}/jwks",
        }
        self.claims: dict[str, Any] = {
            "iss": ISSUER,
            "aud": CLIENT,
            "sub": "1001",
            "iat": NOW,
            "exp": NOW + 60,
        }
        self.answer: dict[str, Any] = {"access_token": "at", "token_type": "Bearer", "expires_in": 60}
        self.signs = KEY
        self.status = 200

    def __call__(self, request: httpx.Request) -> httpx.Response:
        match request.url.path:
            case "/jwks":
                return json_answer({"keys": [KEY.as_dict(private=False)]})
            case "/token":
                id_token = jwt.encode({"alg": "ES256", "kid": "k1"}, self.claims, self.signs)
                return json_answer({"id_token": id_token, **self.answer}, self.status)
            case _:
                return json_answer(self.discovery)


def _signed_in(provider: Provider) -> AccessTokens:
    """Run one sign-in to its end; the request's nonce is claimed unless a test put another there."""
    tokens = AccessTokens()
    with httpx.Client(transport=httpx.MockTransport(provider)) as client:
        attempt = BrowserSignIn(client, ISSUER, CLIENT, "02", tokens, FakeClock()).begin()
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(attempt.url).query)
        provider.claims.setdefault("nonce", query["nonce"][0])
        back = urllib.parse.urlencode({"code": "c", "state": query["state"][0], "iss": ISSUER})
        address = f"{query['redirect_uri'][0]}?{back}"
        with urllib.request.urlopen(address, timeout=5) as page:  # noqa: S310 - our own listener
            page.read()
        try:
            attempt.wait(5)
        except PortError:
            with pytest.raises(PortError):
                tokens.bearer()
            raise
    return tokens


def _with(code: FailureCode) -> pytest.RaisesExc[PortError]:
    return pytest.raises(PortError, check=lambda error: error.failure.code is code)


def test_the_terminal_of_the_installation_is_named_in_the_authorization_request() -> None:
    with httpx.Client(transport=httpx.MockTransport(Provider())) as client:
        attempt = BrowserSignIn(client, ISSUER, CLIENT, "02", AccessTokens(), FakeClock()).begin()
        attempt.cancel()

    assert urllib.parse.parse_qs(urllib.parse.urlsplit(attempt.url).query)["terminal"] == ["02"]


def test_a_right_answer_signs_in() -> None:
    assert _signed_in(Provider()).bearer() == "at"


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "https://other.example.invalid"},
        {"aud": "another-client"},
        {"nonce": "of another attempt"},
        {"sub": None},
    ],
)
def test_an_id_token_of_another_sign_in_is_refused(wrong: dict[str, Any]) -> None:
    provider = Provider()
    provider.claims.update(wrong)
    provider.claims = {name: value for name, value in provider.claims.items() if value is not None}

    with _with(FailureCode.SIGN_IN_REFUSED):
        _signed_in(provider)


def test_an_id_token_signed_by_another_key_is_refused() -> None:
    provider = Provider()
    provider.signs = OTHER

    with _with(FailureCode.SIGN_IN_REFUSED):
        _signed_in(provider)


@pytest.mark.parametrize("wrong", [{"exp": NOW - 3_600}, {"iat": NOW - 3_600}, {"iat": NOW + 3_600}])
def test_times_that_do_not_fit_are_a_wrong_clock(wrong: dict[str, Any]) -> None:
    provider = Provider()
    provider.claims.update(wrong)

    with _with(FailureCode.CLOCK_WRONG):
        _signed_in(provider)


@pytest.mark.parametrize(
    "wrong", [{"access_token": ""}, {"token_type": "DPoP"}, {"expires_in": 0}, {"expires_in": "60"}]
)
def test_a_token_answer_of_another_form_is_malformed(wrong: dict[str, Any]) -> None:
    provider = Provider()
    provider.answer.update(wrong)

    with _with(FailureCode.GATEWAY_ANSWER_MALFORMED):
        _signed_in(provider)


@pytest.mark.parametrize(
    ("status", "code"), [(400, FailureCode.SIGN_IN_REFUSED), (503, FailureCode.GATEWAY_FAULT)]
)
def test_a_provider_that_says_no_or_fails_is_told_apart(status: int, code: FailureCode) -> None:
    provider = Provider()
    provider.status = status

    with _with(code):
        _signed_in(provider)


@pytest.mark.parametrize(
    "wrong",
    [
        {"issuer": "https://other.example.invalid"},
        {"token_endpoint": "http://id.example.invalid/token"},
        {"authorization_endpoint": "file:///etc/passwd"},
    ],
)
def test_a_discovery_document_that_leads_elsewhere_or_into_the_clear_is_refused(
    wrong: dict[str, str],
) -> None:
    provider = Provider()
    provider.discovery.update(wrong)

    with _with(FailureCode.SIGN_IN_REFUSED):
        _signed_in(provider)

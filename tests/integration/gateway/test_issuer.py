"""The built-in OpenID issuer: authorization code with PKCE, and everything that must not pass."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import KeySet

from player.parts.gateway_process import GatewayInfo
from tests.integration.gateway.clerk import CALLBACK, CLIENT_ID, SignInAttempt, trust, words_of


def test_a_sign_in_gives_tokens_that_the_published_key_verifies(gateway: GatewayInfo) -> None:
    known = httpx.get(f"{gateway.issuer_url}/.well-known/openid-configuration").json()
    attempt = SignInAttempt(gateway.issuer_url)
    answer = attempt.exchange(attempt.code(*words_of(gateway, "yamada")))
    keys = KeySet.import_key_set(httpx.get(known["jwks_uri"]).json())

    claims = jwt.decode(answer.json()["id_token"], keys, algorithms=["ES256"]).claims

    assert known["issuer"] == gateway.issuer_url == claims["iss"]
    assert known["code_challenge_methods_supported"] == ["S256"]
    assert (claims["aud"], claims["nonce"], claims["name"]) == (CLIENT_ID, "the-nonce", "山田　花子")
    assert answer.headers["cache-control"] == "no-store"
    assert "refresh_token" not in answer.json()


def test_a_code_works_once_only(gateway: GatewayInfo) -> None:
    attempt = SignInAttempt(gateway.issuer_url)
    code = attempt.code(*words_of(gateway, "yamada"))

    assert attempt.exchange(code).status_code == 200
    again = attempt.exchange(code)

    assert (again.status_code, again.json()) == (400, {"error": "invalid_grant"})


def test_a_wrong_verifier_callback_or_client_burns_the_code(gateway: GatewayInfo) -> None:
    for change in (
        {"code_verifier": "x" * 43},
        {"code_verifier": ""},
        {"redirect_uri": CALLBACK.replace("51234", "51235")},
        {"client_id": "other"},
    ):
        attempt = SignInAttempt(gateway.issuer_url)
        code = attempt.code(*words_of(gateway, "yamada"))
        assert attempt.exchange(code, **change).json() == {"error": "invalid_grant"}
        assert attempt.exchange(code).status_code == 400


def test_another_grant_is_not_offered(gateway: GatewayInfo) -> None:
    attempt = SignInAttempt(gateway.issuer_url)

    assert attempt.exchange("x", grant_type="password").json() == {"error": "unsupported_grant_type"}


def test_a_foreign_callback_gets_a_page_and_no_redirect(gateway: GatewayInfo) -> None:
    for change in (
        {"redirect_uri": "http://evil.example/callback"},
        {"redirect_uri": "http://127.0.0.1:51234/callback/x"},
        {"client_id": "other"},
    ):
        answer = SignInAttempt(gateway.issuer_url).page(**change)
        assert answer.status_code == 400
        assert "location" not in answer.headers


def test_a_request_without_s256_is_sent_back_with_its_state(gateway: GatewayInfo) -> None:
    answer = SignInAttempt(gateway.issuer_url).page(code_challenge_method="plain")

    landed = parse_qs(urlsplit(answer.headers["location"]).query)
    assert answer.headers["location"].startswith(CALLBACK)
    assert landed == {"error": ["invalid_request"], "state": ["the-state"], "iss": [gateway.issuer_url]}


def test_the_page_is_japanese_without_script_and_nobody_frames_or_keeps_it(gateway: GatewayInfo) -> None:
    answer = SignInAttempt(gateway.issuer_url).page()

    assert 'lang="ja"' in answer.text
    assert "利用者名" in answer.text
    assert "<script" not in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["cache-control"] == "no-store"


def test_the_page_begins_with_the_name_it_is_told_as_plain_text(gateway: GatewayInfo) -> None:
    attempt = SignInAttempt(gateway.issuer_url)

    assert 'value="yamada"' in attempt.page(login_hint="yamada").text
    assert "<script" not in attempt.page(login_hint='"><script>').text
    assert 'value=""' in attempt.page(login_hint="x" * 65).text


def test_a_wrong_password_says_so_on_the_page_and_echoes_nothing_dangerous(gateway: GatewayInfo) -> None:
    answer = SignInAttempt(gateway.issuer_url).enter('"><script>alert(1)</script>', "wrong")

    assert answer.status_code == 401
    assert "ちがいます" in answer.text
    assert "<script" not in answer.text


def test_five_wrong_passwords_close_the_name_even_for_the_right_one(gateway: GatewayInfo) -> None:
    username, password = words_of(gateway, "tanaka")
    for _ in range(5):
        assert SignInAttempt(gateway.issuer_url).enter(username, "wrong").status_code == 401

    assert SignInAttempt(gateway.issuer_url).enter(username, password).status_code == 429


def test_an_id_token_is_no_access_token(gateway: GatewayInfo) -> None:
    attempt = SignInAttempt(gateway.issuer_url)
    tokens = attempt.exchange(attempt.code(*words_of(gateway, "yamada"))).json()
    headers = {"Authorization": f"Bearer {tokens['id_token']}"}

    with httpx.Client(base_url=gateway.api_url, verify=trust(gateway)) as client:
        answer = client.get("/v1/session", headers=headers)

    assert (answer.status_code, answer.json()["code"]) == (401, "SIGN_IN_EXPIRED")


def test_a_terminal_that_the_town_does_not_have_is_told_so_in_japanese_and_led_nowhere(
    gateway: GatewayInfo,
) -> None:
    for terminal in ("77", "", "1", "01' OR '1"):
        answer = SignInAttempt(gateway.issuer_url, terminal).page()
        assert answer.status_code == 400
        assert "端末として登録されていない" in answer.text
        assert "利用者名" not in answer.text
        assert "location" not in answer.headers

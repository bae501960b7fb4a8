"""Sign-ins under way: a page, a code and a verifier each work once and only for a while."""

from __future__ import annotations

import threading

import pytest

from gateway.issuer.authorizing import CLIENT_ID, NotOurs, SentBack, is_callback, read_authorization
from gateway.issuer.sign_ins import MOST_WAITING, AuthorizationRequest, SignIns, verifies
from gateway.issuer.throttle import MOST_FAILURES, Throttle
from gateway.staff_list import Argon2id, demo_staff
from tests.unit.gateway.desk import CLERK, StandingClock

# The example of RFC 7636, appendix B.
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
CALLBACK = "http://127.0.0.1:51234/callback"
QUERY = {
    "client_id": CLIENT_ID,
    "redirect_uri": CALLBACK,
    "response_type": "code",
    "scope": "openid",
    "state": "s",
    "nonce": "n",
    "code_challenge": CHALLENGE,
    "code_challenge_method": "S256",
    "terminal": "01",
}
REQUEST = AuthorizationRequest(
    client_id=CLIENT_ID,
    redirect_uri=CALLBACK,
    state="s",
    nonce="n",
    code_challenge=CHALLENGE,
    terminal="01",
)


def test_the_challenge_of_the_standard_is_met_by_its_verifier_only() -> None:
    assert verifies(CHALLENGE, VERIFIER)
    for wrong in ("", "short", VERIFIER[:-1] + "X", VERIFIER * 4, "あ" * 43):
        assert not verifies(CHALLENGE, wrong)


def test_a_code_is_redeemed_once() -> None:
    sign_ins = SignIns(StandingClock())
    code = sign_ins.grant(sign_ins.begin(REQUEST), CLERK)
    assert code is not None

    granted = sign_ins.redeem(code)

    assert granted is not None
    assert (granted.staff, granted.request) == (CLERK, REQUEST)
    assert sign_ins.redeem(code) is None


@pytest.mark.parametrize(("seconds", "good"), [(59, True), (60, False)])
def test_a_code_lives_a_minute(seconds: int, good: bool) -> None:
    clock = StandingClock()
    sign_ins = SignIns(clock)
    code = sign_ins.grant(sign_ins.begin(REQUEST), CLERK)
    clock.forward(seconds=seconds)

    assert code is not None
    assert (sign_ins.redeem(code) is not None) is good


def test_a_page_gives_one_code_and_is_forgotten_after_ten_minutes() -> None:
    clock = StandingClock()
    sign_ins = SignIns(clock)
    used, old = sign_ins.begin(REQUEST), sign_ins.begin(REQUEST)
    assert sign_ins.grant(used, CLERK) is not None

    assert sign_ins.grant(used, CLERK) is None
    assert sign_ins.page(used) is None
    clock.forward(minutes=10)
    assert sign_ins.page(old) is None


def test_pages_nobody_answers_do_not_pile_up() -> None:
    sign_ins = SignIns(StandingClock())
    first = sign_ins.begin(REQUEST)
    for _ in range(MOST_WAITING):
        sign_ins.begin(REQUEST)

    assert sign_ins.page(first) is None


def test_five_attempts_close_a_name_for_a_minute_and_a_success_forgets_them() -> None:
    clock = StandingClock()
    throttle = Throttle(clock)
    for _ in range(MOST_FAILURES):
        assert throttle.admits("yamada")

    assert not throttle.admits("yamada")
    assert throttle.admits("sato")
    clock.forward(seconds=59)
    assert not throttle.admits("yamada")
    clock.forward(seconds=1)
    for _ in range(MOST_FAILURES - 1):
        assert throttle.admits("yamada")
    throttle.succeeded("yamada")
    for _ in range(MOST_FAILURES):
        assert throttle.admits("yamada")


def test_guesses_made_at_the_same_time_are_not_let_through_together() -> None:
    throttle, together = Throttle(StandingClock()), threading.Barrier(20)
    admitted: list[bool] = []

    def guess() -> None:
        together.wait()
        admitted.append(throttle.admits("yamada"))

    threads = [threading.Thread(target=guess) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(admitted), sum(admitted)) == (20, MOST_FAILURES)


@pytest.mark.parametrize(
    "uri",
    [
        "http://127.0.0.1/callback",
        "http://127.0.0.1:0/callback",
        "http://127.0.0.1:65536/callback",
        "http://127.0.0.1:80/callback/",
        "http://127.0.0.1:80/callback?x=1",
        "http://127.0.0.1:80@evil.example/callback",
        "http://localhost:80/callback",
        "https://127.0.0.1:80/callback",
        "http://127.0.0.1:80/other",
        "http://127.0.0.1:80/callback\n",
    ],
)
def test_nothing_but_the_counters_loopback_callback_is_led_back_to(uri: str) -> None:
    assert not is_callback(uri)
    with pytest.raises(NotOurs):
        read_authorization({**QUERY, "redirect_uri": uri})


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "profile"}, "invalid_scope"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge": ""}, "invalid_request"),
        ({"code_challenge": "x" * 42}, "invalid_request"),
        ({"state": ""}, "invalid_request"),
        ({"nonce": ""}, "invalid_request"),
    ],
)
def test_a_request_without_its_guards_is_sent_back_with_an_error(change: dict[str, str], error: str) -> None:
    with pytest.raises(SentBack) as sent:
        read_authorization({**QUERY, **change})

    assert (sent.value.redirect_uri, sent.value.error) == (CALLBACK, error)


def test_a_whole_request_is_read() -> None:
    assert read_authorization(QUERY) == REQUEST
    with pytest.raises(NotOurs):
        read_authorization({**QUERY, "client_id": "other"})


def test_demo_passwords_are_new_every_time_and_kept_as_argon2id() -> None:
    first, second = demo_staff(), demo_staff()
    hashing = Argon2id()
    hashed = hashing.hash(first[0].password)

    assert {one.password for one in first}.isdisjoint({one.password for one in second})
    assert hashed.startswith("$argon2id$")
    assert hashing.verify(hashed, first[0].password)
    assert not hashing.verify(hashed, second[0].password)
    assert not hashing.verify("not a hash", "x")

"""A write that was cut off may still arrive: until it is settled, no refusal says that nothing is done."""

from __future__ import annotations

import hashlib
import json
import ssl
from collections.abc import Callable

import httpx
import pytest
from joserfc import jws
from joserfc.jwk import ECKey

from counter_app.application.port_errors import PortError, Refused, Unavailable, Uncertain
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api.client import AccessTokens
from counter_app.infrastructure.api.gateway import GatewayRegistry
from counter_app.infrastructure.api.line import GatewayLine
from counter_app.infrastructure.api.receipts import ReceiptCheck, canonical
from tests.fakes.clock import FakeClock
from tests.fakes.http_answers import json_answer

KEY = "6f1c7e0a-0000-4000-8000-000000000001"
SIGNER = ECKey.generate_key("P-256", {"kid": "0a0b0c0d"})
Reply = Callable[[httpx.Request], httpx.Response]


def problem(status: int, code: str) -> Reply:
    """The gateway's own no, as it is each time it is asked."""

    def reply(_request: httpx.Request) -> httpx.Response:
        body = json.dumps({"status": status, "code": code}).encode()
        headers = {"Content-Type": "application/problem+json"}
        return httpx.Response(status, headers=headers, content=iter([body]))

    return reply


def by_proxy(status: int) -> Reply:
    """Something on the way answers in the gateway's place."""

    def reply(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers={"Content-Type": "text/html"}, content=iter([b"<html>"]))

    return reply


def cut_off(request: httpx.Request) -> httpx.Response:
    """It left, and no answer came."""
    raise httpx.ReadTimeout("", request=request)


def changed_on_its_way(request: httpx.Request) -> httpx.Response:
    """It was done, and a byte of the answer was changed on the line: TLS gives none of it out."""
    error = ssl.SSLError("decryption failed or bad record mac")
    error.reason = "DECRYPTION_FAILED_OR_BAD_RECORD_MAC"
    raise httpx.ReadError("", request=request) from error


def no_way(request: httpx.Request) -> httpx.Response:
    """It cannot have left."""
    raise httpx.ConnectError("", request=request)


def done(request: httpx.Request) -> httpx.Response:
    """Recorded now, or before under the same key: the answer is the same, and signed."""
    answer = {"number": "031"}
    body = request.content or json.dumps({"case_id": "c", "visit_id": "v"}, separators=(",", ":")).encode()
    claims = {
        "key": KEY,
        "path": "/v1/cases",
        "body_sha256": hashlib.sha256(body).hexdigest(),
        "answer_sha256": hashlib.sha256(canonical(answer)).hexdigest(),
        "at": "2026-11-24T09:00:00+09:00",
    }
    header = {"alg": "ES256", "typ": "receipt+jws", "kid": "0a0b0c0d"}
    receipt = jws.serialize_compact(header, json.dumps(claims).encode(), SIGNER, algorithms=["ES256"])
    return json_answer({**answer, "receipt": receipt})


NEVER_SEEN = problem(404, "GATEWAY_REFUSED")


class Line:
    """A gateway that answers in the order planned. ``asked``: method of each request, with its key."""

    def __init__(self, *replies: Reply, lifetime_s: float = 60) -> None:
        self.replies = list(replies)
        self.asked: list[tuple[str, str]] = []
        self.tokens = AccessTokens()
        self.tokens.keep("token", lifetime_s)
        client = httpx.Client(transport=httpx.MockTransport(self._answer))
        public = {name: str(value) for name, value in SIGNER.as_dict(private=False).items()}
        self.registry = GatewayRegistry(
            GatewayLine(client, "https://gateway.invalid", self.tokens, ReceiptCheck(public), FakeClock())
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        key = request.headers.get("Idempotency-Key") or request.url.path.rpartition("/")[2]
        self.asked.append((request.method, key))
        return self.replies.pop(0)(request)

    def open_case(self) -> str:
        return self.registry.open_case(KEY, "c", "v")

    def failure(self) -> tuple[type[PortError], FailureCode]:
        """How opening a case fails on this line, once every planned answer was given."""
        with pytest.raises(PortError) as caught:
            self.open_case()
        assert not self.replies
        return type(caught.value), caught.value.failure.code


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "SIGN_IN_EXPIRED"),
        (403, "GATEWAY_REFUSED"),
        (409, "GATEWAY_REFUSED"),
        (409, "RECORD_CHANGED"),
        (409, "ISSUE_HELD"),
        (409, "PRINTER_BUSY"),
    ],
)
def test_a_refusal_while_an_earlier_sending_may_arrive_is_uncertain(status: int, code: str) -> None:
    line = Line(cut_off, NEVER_SEEN, problem(status, code), NEVER_SEEN)

    assert line.failure()[0] is Uncertain
    assert line.asked == [("POST", KEY), ("GET", KEY), ("POST", KEY), ("GET", KEY)]


def test_an_answer_changed_on_the_line_is_asked_for_for_the_write_may_be_done() -> None:
    line = Line(changed_on_its_way, done)

    assert line.open_case() == "031"
    assert line.asked == [("POST", KEY), ("GET", KEY)]
    assert Line(changed_on_its_way, changed_on_its_way, changed_on_its_way).failure()[0] is Uncertain


def test_a_refusal_because_the_earlier_sending_arrived_meanwhile_gives_what_that_one_did() -> None:
    line = Line(cut_off, NEVER_SEEN, problem(409, "GATEWAY_REFUSED"), done)

    assert line.open_case() == "031"


def test_a_sign_in_that_ends_while_a_sending_may_arrive_is_uncertain_and_asks_for_the_sign_in() -> None:
    line = Line(cut_off)

    def forgotten(request: httpx.Request) -> httpx.Response:
        line.tokens.forget()
        return NEVER_SEEN(request)

    line.replies.append(forgotten)

    assert line.failure() == (Uncertain, FailureCode.SIGN_IN_EXPIRED)
    line.tokens.keep("token", 60)
    line.replies.append(done)
    assert line.open_case() == "031"
    assert {key for _, key in line.asked} == {KEY}


def test_a_lost_answer_that_is_asked_for_too_late_asks_for_the_sign_in() -> None:
    line = Line(cut_off, problem(401, "SIGN_IN_EXPIRED"))

    assert line.failure() == (Uncertain, FailureCode.SIGN_IN_EXPIRED)


def test_the_same_key_asked_again_after_doubt_brings_the_answer_or_the_gateways_no() -> None:
    line = Line(cut_off, NEVER_SEEN, problem(409, "RECORD_CHANGED"), NEVER_SEEN)
    assert line.failure() == (Uncertain, FailureCode.GATEWAY_SLOW)

    line.replies.append(problem(409, "RECORD_CHANGED"))
    assert line.failure() == (Refused, FailureCode.RECORD_CHANGED)
    line.replies.append(done)
    assert line.open_case() == "031"


def test_a_first_sending_that_is_refused_did_nothing_and_is_not_asked_for() -> None:
    line = Line(problem(409, "RECORD_CHANGED"))

    assert line.failure() == (Refused, FailureCode.RECORD_CHANGED)


def test_a_fault_the_gateway_tells_of_and_then_a_refusal_did_nothing() -> None:
    line = Line(problem(500, "GATEWAY_FAULT"), NEVER_SEEN, problem(409, "ISSUE_HELD"))

    assert line.failure() == (Refused, FailureCode.ISSUE_HELD)


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_proxy_that_gives_up_proves_nothing_of_what_it_passed_on(status: int) -> None:
    line = Line(by_proxy(status), NEVER_SEEN, by_proxy(status), NEVER_SEEN)

    assert line.failure() == (Uncertain, FailureCode.GATEWAY_SLOW)


def test_a_line_that_is_down_from_the_first_sent_nothing() -> None:
    assert Line(no_way).failure() == (Unavailable, FailureCode.GATEWAY_UNREACHABLE)


def test_a_line_that_goes_down_after_a_sending_leaves_it_uncertain() -> None:
    line = Line(cut_off, NEVER_SEEN, no_way, no_way)

    assert line.failure() == (Uncertain, FailureCode.GATEWAY_SLOW)


def test_nobody_signed_in_sends_nothing() -> None:
    line = Line(lifetime_s=0)

    assert line.failure() == (Refused, FailureCode.SIGN_IN_EXPIRED)
    assert line.asked == []

"""A gateway at the other end of the line, without one: answers as planned, signing what was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import httpx
from joserfc import jws
from joserfc.jwk import ECKey

from counter_app.infrastructure.api.client import AccessTokens
from counter_app.infrastructure.api.line import GatewayLine
from counter_app.infrastructure.api.receipts import ReceiptCheck, canonical
from tests.fakes.clock import FakeClock
from tests.fakes.http_answers import json_answer

SIGNER = ECKey.generate_key("P-256", {"kid": "0a0b0c0d"})
Answering = Callable[[httpx.Request], httpx.Response]


def receipted(request: httpx.Request, answer: dict[str, Any]) -> httpx.Response:
    """Return ``answer`` with its receipt, as the answer to the write that ``request`` is."""
    claims = {
        "key": request.headers["Idempotency-Key"],
        "path": request.url.raw_path.decode(),
        "body_sha256": hashlib.sha256(request.content).hexdigest(),
        "answer_sha256": hashlib.sha256(canonical(answer)).hexdigest(),
        "at": "2026-11-24T09:00:00+09:00",
    }
    header = {"alg": "ES256", "typ": "receipt+jws", "kid": "0a0b0c0d"}
    receipt = jws.serialize_compact(header, json.dumps(claims).encode(), SIGNER, algorithms=["ES256"])
    return json_answer({**answer, "receipt": receipt})


def refused(status: int, code: str) -> Answering:
    """Return what answers with a problem of the contract."""

    def answer(_request: httpx.Request) -> httpx.Response:
        body = json.dumps({"status": status, "code": code}).encode()
        headers = {"Content-Type": "application/problem+json"}
        return httpx.Response(status, headers=headers, content=iter([body]))

    return answer


class AnsweringGateway:
    """``answers`` by method and path: a body, or what makes the answer. ``asked``: the requests, in order.

    ``GET answers`` is for the answer of any write that is asked for by its key.
    """

    def __init__(self) -> None:
        self.answers: dict[str, dict[str, Any] | Answering] = {}
        self.asked: list[httpx.Request] = []
        self.tokens = AccessTokens()
        self.tokens.keep("token", 60)
        client = httpx.Client(transport=httpx.MockTransport(self._answer))
        public = {name: str(value) for name, value in SIGNER.as_dict(private=False).items()}
        self.line = GatewayLine(
            client, "https://gateway.invalid", self.tokens, ReceiptCheck(public), FakeClock()
        )

    def bodies(self, path: str) -> list[dict[str, Any]]:
        """What was sent to ``path``, in order."""
        return [json.loads(one.content) for one in self.asked if one.url.path == path]

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        path = request.url.path
        planned = self.answers[
            "GET answers" if path.startswith("/v1/answers/") else f"{request.method} {path}"
        ]
        if not isinstance(planned, dict):
            return planned(request)
        return receipted(request, planned) if "Idempotency-Key" in request.headers else json_answer(planned)

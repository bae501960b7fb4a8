"""Asking the gateway and writing to it, one HTTPS call each: what its adapters speak through.

What is irreversible is never repeated blindly: an answer that was lost is asked for by its key, and only a
write the gateway says it never saw is sent once more (design.md 3, "Uncertain is a state").
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from counter_app.application.clock_port import Clock
from counter_app.application.port_errors import PortError, Refused, Unavailable, Uncertain
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api import schemas
from counter_app.infrastructure.api.client import AccessTokens, ask, receive
from counter_app.infrastructure.api.errors import (
    NOT_SENT,
    Answer,
    is_problem,
    problem_failure,
    transport_failure,
)
from counter_app.infrastructure.api.receipts import ReceiptCheck, SentWrite

_OK = 200
_NOT_FOUND = 404


def path_of(*parts: str) -> str:
    """Return the path of the contract made of ``parts``, each quoted."""
    return "/v1/" + "/".join(quote(part, safe="") for part in parts)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=sorted).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Failed:
    """A write without the answer that it was done.

    ``settled``: this sending was answered by the gateway, or never left; else it may still arrive.
    ``final``: sending it again now would end in the same.
    """

    failure: PortError
    settled: bool = False
    final: bool = False


def _uncertain(failure: PortError) -> Uncertain:
    """Return how it is said that a write may have happened; who must sign in first is told that."""
    expired = failure.failure.code is FailureCode.SIGN_IN_EXPIRED
    return Uncertain(FailureCode.SIGN_IN_EXPIRED if expired else FailureCode.GATEWAY_SLOW)


class GatewayLine:
    """Reads and writes as whoever's token is in ``tokens``; every answer's time goes to the one clock."""

    def __init__(
        self, client: httpx.Client, url: str, tokens: AccessTokens, receipts: ReceiptCheck, clock: Clock
    ) -> None:
        self.client = client
        self.url = url.rstrip("/")
        self._tokens = tokens
        self._receipts = receipts
        self._clock = clock

    def bearer(self) -> dict[str, str]:
        """Return the header that says who asks; Refused(SIGN_IN_EXPIRED)."""
        return {"Authorization": f"Bearer {self._tokens.bearer()}"}

    def told_time(self, iso: str) -> None:
        """Set the clock by a time that the gateway told; Refused(GATEWAY_ANSWER_MALFORMED) if it is none."""
        schemas.moment(iso)
        self._clock.set_gateway_time(iso)

    def read(self, method: str, path: str, body: Mapping[str, Any] | None) -> dict[str, Any]:
        """Ask something that changes nothing; returns the JSON object. Raises port errors."""
        content = None if body is None else _json(body)
        answer = ask(self.client, method, self.url + path, content=content, headers=self._headers())
        if answer.status != _OK:
            raise problem_failure(answer)
        return schemas.parsed(answer)

    def write(self, key: str, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Write under ``key``; returns the answer without its receipt, once verified. Raises port errors.

        ``Uncertain``: it may have happened, and may be called again with the same key and the same body.
        """
        sent = SentWrite(key=key.lower(), path=path, body=_json(body))
        answer = self._sent_or_asked_for(sent)
        whole, at = self._receipts.verified(sent, schemas.parsed(answer))
        self.told_time(at)
        return whole

    def _headers(self) -> dict[str, str]:
        return {**self.bearer(), "Content-Type": "application/json"}

    def _sent_or_asked_for(self, sent: SentWrite) -> Answer:
        """Send; if the answer is lost ask for it; if it never happened send once more, and ask once more.

        A refusal speaks for the sending it answers. An earlier one under the same key that was cut off may
        still arrive, and find what forbids it now gone: while there is one, no refusal proves that nothing
        is done (design.md 3). Asked again by its key, the gateway gives what it stored, or refuses once more.
        """
        in_flight = False
        failure: PortError = Unavailable(FailureCode.GATEWAY_SLOW)
        for _ in range(2):
            result = self._attempt(sent)
            if isinstance(result, Answer):
                return result
            failure, in_flight = result.failure, in_flight or not result.settled
            if in_flight or not result.final:
                stored = self._stored(sent)
                if stored is not None:
                    return stored
            if result.final:
                break
        raise _uncertain(failure) if in_flight else failure

    def _attempt(self, sent: SentWrite) -> Answer | _Failed:
        """Send once. A fault settles it only where our gateway tells of it: behind a proxy it may go on."""
        try:
            answer = receive(self.client, self._request(sent))
        except Refused as error:
            # nobody is signed in, so it was not sent; or the answer has no end, and the code says that
            return _Failed(failure=error, settled=True, final=True)
        except Unavailable as error:
            return _Failed(failure=error)
        except httpx.HTTPError as error:
            failure = transport_failure(error)
            by_tls = failure.failure.code is FailureCode.GATEWAY_CERTIFICATE_WRONG
            never_left = by_tls or isinstance(error, NOT_SENT)
            return _Failed(failure=failure, settled=never_left, final=never_left)
        if answer.status == _OK:
            return answer
        failure = problem_failure(answer)
        refused = isinstance(failure, Refused)
        return _Failed(failure=failure, settled=refused or is_problem(answer), final=refused)

    def _request(self, sent: SentWrite) -> httpx.Request:
        headers = {**self._headers(), "Idempotency-Key": sent.key}
        return self.client.build_request("POST", self.url + sent.path, content=sent.body, headers=headers)

    def _stored(self, sent: SentWrite) -> Answer | None:
        """Ask for the answer of a write; None if the gateway never saw it; Uncertain if it cannot say."""
        try:
            answer = ask(self.client, "GET", self.url + path_of("answers", sent.key), headers=self._headers())
        except PortError as error:
            raise _uncertain(error) from error
        if answer.status == _OK:
            return answer
        failure = problem_failure(answer)
        if answer.status == _NOT_FOUND and failure.failure.code is FailureCode.GATEWAY_REFUSED:
            return None
        raise _uncertain(failure) from failure

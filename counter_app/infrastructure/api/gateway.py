"""The gateway as the ``Registry`` port: domain values in, domain values out, one HTTPS call each.

What is irreversible is never repeated blindly: an answer that was lost is asked for by its key, and only a
write the gateway says it never saw is sent once more (design.md 3, "Uncertain is a state").
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote

import httpx

from counter_app.application.clock_port import Clock
from counter_app.application.port_errors import PortError, Refused, Unavailable, Uncertain
from counter_app.application.registry_port import (
    Allotment,
    CaseOutcome,
    ResidentHit,
    ResidentSearch,
    Seal,
    StaffSession,
)
from counter_app.domain.failures import FailureCode
from counter_app.domain.requests import IssueRequest, Verdict
from counter_app.domain.residents import Household
from counter_app.domain.sheets import Payment, SheetOutcome
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


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=sorted).encode()


def _path(*parts: str) -> str:
    return "/v1/" + "/".join(quote(part, safe="") for part in parts)


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


class GatewayRegistry:
    """Implements ``Registry`` for the clerk whose token is in ``tokens``."""

    def __init__(
        self, client: httpx.Client, url: str, tokens: AccessTokens, receipts: ReceiptCheck, clock: Clock
    ) -> None:
        self._client = client
        self._url = url.rstrip("/")
        self._tokens = tokens
        self._receipts = receipts
        self._clock = clock

    def session(self) -> StaffSession:
        """See ``Registry.session``."""
        found = schemas.session(self._read("GET", _path("session"), None))
        self._clock.set_gateway_time(found.now)
        return found

    def open_case(self, key: str, case_id: str, visit_id: str) -> str:
        """See ``Registry.open_case``."""
        body = self._write(key, _path("cases"), {"case_id": case_id, "visit_id": visit_id})
        return schemas.read(schemas.CaseOpened, body).number

    def find_residents(self, case_id: str, search: ResidentSearch) -> tuple[ResidentHit, ...]:
        """See ``Registry.find_residents``."""
        asked = {name: value for name, value in asdict(search).items() if value not in ("", None)}
        body = self._read("POST", _path("cases", case_id, "residents", "search"), asked)
        return schemas.read(schemas.Hits, body).hits

    def read_household(self, case_id: str, resident_id: str) -> Household:
        """See ``Registry.read_household``."""
        body = self._read("POST", _path("cases", case_id, "household"), {"resident_id": resident_id})
        return schemas.household(body, resident_id)

    def check(self, request: IssueRequest) -> Verdict:
        """See ``Registry.check``."""
        return schemas.verdict(self._read("POST", _path("cases", request.case_id, "check"), asdict(request)))

    def allot(self, key: str, request: IssueRequest, model_sha256: str) -> Allotment:
        """See ``Registry.allot``."""
        asked = {"request": asdict(request), "model_sha256": model_sha256}
        body = self._write(key, _path("cases", request.case_id, "issues"), asked)
        return schemas.allotment(body, request, model_sha256)

    def release(self, key: str, issue_id: str, p0_sha256: str, renderer_id: str) -> Seal:
        """See ``Registry.release``."""
        asked = {"p0_sha256": p0_sha256, "renderer_id": renderer_id}
        return schemas.seal(self._write(key, _path("issues", issue_id, "release"), asked))

    def record_sheets(self, key: str, issue_id: str, outcomes: tuple[SheetOutcome, ...]) -> None:
        """See ``Registry.record_sheets``."""
        asked = {"outcomes": [asdict(outcome) for outcome in outcomes]}
        schemas.read(schemas.Recorded, self._write(key, _path("issues", issue_id, "sheets"), asked))

    def record_payment(self, key: str, issue_id: str, payment: Payment) -> str:
        """See ``Registry.record_payment``."""
        body = self._write(key, _path("issues", issue_id, "payment"), asdict(payment))
        return schemas.read(schemas.Paid, body).receipt_number

    def hand_over(self, key: str, issue_id: str) -> None:
        """See ``Registry.hand_over``."""
        schemas.read(schemas.Recorded, self._write(key, _path("issues", issue_id, "handover"), {}))

    def record_outcome(self, key: str, case_id: str, outcome: CaseOutcome, reason: str) -> None:
        """See ``Registry.record_outcome``."""
        asked = {"outcome": outcome.value, "reason": reason}
        schemas.read(schemas.Recorded, self._write(key, _path("cases", case_id, "outcome"), asked))

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._tokens.bearer()}", "Content-Type": "application/json"}

    def _read(self, method: str, path: str, body: Mapping[str, Any] | None) -> dict[str, Any]:
        content = None if body is None else _json(body)
        answer = ask(self._client, method, self._url + path, content=content, headers=self._headers())
        if answer.status != _OK:
            raise problem_failure(answer)
        return schemas.parsed(answer)

    def _write(self, key: str, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        sent = SentWrite(key=key.lower(), path=path, body=_json(body))
        answer = self._sent_or_asked_for(sent)
        whole, at = self._receipts.verified(sent, schemas.parsed(answer))
        schemas.moment(at)
        self._clock.set_gateway_time(at)
        return whole

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
            answer = receive(self._client, self._request(sent))
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
        return self._client.build_request("POST", self._url + sent.path, content=sent.body, headers=headers)

    def _stored(self, sent: SentWrite) -> Answer | None:
        """Ask for the answer of a write; None if the gateway never saw it; Uncertain if it cannot say."""
        try:
            answer = ask(self._client, "GET", self._url + _path("answers", sent.key), headers=self._headers())
        except PortError as error:
            raise _uncertain(error) from error
        if answer.status == _OK:
            return answer
        failure = problem_failure(answer)
        if answer.status == _NOT_FOUND and failure.failure.code is FailureCode.GATEWAY_REFUSED:
            return None
        raise _uncertain(failure) from failure

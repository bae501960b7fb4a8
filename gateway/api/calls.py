"""What every operation needs before it starts: who calls, the raw body, the idempotency key."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from fastapi import Request, Response
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool

from gateway.access_tokens import read_token
from gateway.api.wire import text
from gateway.clock import Clock
from gateway.counter.office import Act, Office
from gateway.counter.once import Effect, Write, answer_anew, answer_once, recording_decisions, stored_answer
from gateway.keys import SigningKey
from gateway.refusals import malformed, sign_in_expired
from gateway.staff_list import StaffList
from gateway.store.ledger_store import LedgerStore
from gateway.terminals import TerminalList

MOST_BODY_BYTES = 256 * 1024
_KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_IDENTIFIER = re.compile(r"[0-9A-Za-z-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the API runs on. ``offices`` by 団体コード: a token of one town never reaches another's.

    ``ending`` is set when the gateway stops, so that answers without an end have one.
    """

    offices: Mapping[str, Office]
    store: LedgerStore
    staff: StaffList
    terminals: TerminalList
    clock: Clock
    token_key: SigningKey
    issuer: str
    build: str
    ending: threading.Event = field(default_factory=threading.Event)

    def act_of(self, authorization: str | None) -> Act:
        """Return who acts, and where, by the bearer token of ``authorization``; 401 otherwise.

        The terminal is the one bound into the token at sign-in, and must still be on the town's list: the
        sign-in page then tells the clerk what is wrong with this PC.
        """
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise sign_in_expired("no access token")
        subject = read_token(token, self.token_key, self.clock, self.issuer)
        office = self.offices.get(subject.town_code)
        found = self.staff.find(subject.town_code, subject.staff_id)
        if office is None or found is None:
            raise sign_in_expired("nobody of that name is on the staff")
        place = self.terminals.find(subject.town_code, subject.terminal)
        if place is None:
            raise sign_in_expired("the terminal of the token is not in use")
        return Act(staff=found, office=office, place=place)


def json_answer(content: str) -> Response:
    """Return ``content`` (JSON) as an answer that nobody keeps."""
    return Response(content, media_type="application/json", headers={"Cache-Control": "no-store"})


def identifier(value: str) -> str:
    """Return a path parameter of the contract's form; 422 otherwise."""
    if not _IDENTIFIER.fullmatch(value):
        raise malformed("wrong: identifier in the path")
    return value


def idempotency_key(value: str | None) -> str:
    """Return a UUID in lower case; 422 otherwise."""
    key = (value or "").lower()
    if not _KEY.fullmatch(key):
        raise malformed("wrong: idempotency key")
    return key


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of a signed-in member of staff, its body read."""

    service: Service
    act: Act
    authorization: str
    path: str
    body: bytes
    key: str | None

    def reading(self, answer: Callable[[Connection, Act], object]) -> Response:
        """Answer a read that leaves nothing behind."""
        with self.service.store.reading() as tx:
            return json_answer(text(answer(tx, self.act)))

    def logged(self, answer: Callable[[Connection, Act], object]) -> Response:
        """Answer a read that is recorded: the record is durable before the answer leaves."""
        return json_answer(self._logged(lambda tx, act: text(answer(tx, act))))

    def stored(self, key: str) -> Response:
        """Answer with what the write of ``key`` was answered."""
        return json_answer(self._logged(lambda tx, act: stored_answer(tx, act, key)))

    def _logged(self, answer: Callable[[Connection, Act], str]) -> str:
        store = self.service.store
        with recording_decisions(store, self.act), store.writing() as tx:
            return answer(tx, self.act)

    def writing(self, effect: Callable[[Connection, Act], Mapping[str, Any]]) -> Response:
        """Answer a write, once per idempotency key."""
        wrapped: Effect = partial(_acting, effect, self.act)
        return json_answer(answer_once(self.service.store, self.act, self._write(), wrapped))

    def writing_anew(self, effect: Callable[[Connection, Act], Mapping[str, Any]]) -> Response:
        """Answer a write whose answer is never stored: decided again each time its key comes."""
        wrapped: Effect = partial(_acting, effect, self.act)
        return json_answer(answer_anew(self.service.store, self.act, self._write(), wrapped))

    def _write(self) -> Write:
        return Write(key=idempotency_key(self.key), path=self.path, body=self.body)


def _acting(
    effect: Callable[[Connection, Act], Mapping[str, Any]], act: Act, tx: Connection
) -> Mapping[str, Any]:
    return effect(tx, act)


async def receive_call(request: Request) -> Call:
    """Authenticate first, then read the body: a stranger's bytes are not worth parsing."""
    service: Service = request.app.state.service
    act = await run_in_threadpool(service.act_of, request.headers.get("authorization"))
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BODY_BYTES:
            raise malformed("the body is too long")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST" and kind != "application/json":
        raise malformed("the body is not JSON")
    return Call(
        service=service,
        act=act,
        authorization=request.headers.get("authorization", ""),
        path=request.url.path,
        body=body,
        key=request.headers.get("idempotency-key"),
    )

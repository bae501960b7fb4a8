"""Faults and events on demand, for scenarios: there only with ``--exercise``, behind the exercise key.

The key is in ``exercise-staff.json``; a gateway started without ``--exercise`` has none of these paths.
"""

from __future__ import annotations

import asyncio
import hmac
from collections import deque
from typing import Annotated

from fastapi import APIRouter, FastAPI, Request, Response
from pydantic import Field
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counter_app.domain.failures import FailureCode
from counter_app.domain.restrictions import Flag
from gateway.api.problems import problem
from gateway.api.wire import read
from gateway.cores.embedded import EmbeddedCore
from gateway.counter.request_reading import Identifier, Strict
from gateway.refusals import Refusal, not_found, sign_in_expired

MOST_DELAY_MS = 120_000


class Fault(Strict):
    """A fault for the next ``times`` calls whose path begins with ``path``.

    ``delay_ms`` before the call; ``status``: a problem of that status instead of it; ``malformed``: an answer
    that is not JSON; ``drop_after_commit``: the call runs, its answer is lost on the line.
    """

    path: Annotated[str, Field(max_length=200)] = "/v1/"
    suffix: Annotated[str, Field(max_length=200)] = ""
    times: Annotated[int, Field(ge=1, le=1000)] = 1
    delay_ms: Annotated[int, Field(ge=0, le=MOST_DELAY_MS)] = 0
    status: Annotated[int, Field(ge=400, le=599)] | None = None
    malformed: bool = False
    drop_after_commit: bool = False


class FlagChange(Strict):
    """The flags a person has from now on, as a notification in the core would set them."""

    resident_id: Identifier
    flags: frozenset[Flag]


class Faults:
    """Wraps the API; takes a planned fault off the list for each call it is meant for."""

    def __init__(self, app: ASGIApp, planned: deque[Fault]) -> None:
        self._app = app
        self._planned = planned

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one call, broken if a fault was planned for it."""
        fault = self._next(scope["path"]) if scope["type"] == "http" else None
        if fault is None:
            await self._app(scope, receive, send)
            return
        await asyncio.sleep(fault.delay_ms / 1000)
        if fault.status is not None:
            refusal = Refusal(fault.status, FailureCode.GATEWAY_FAULT, "a planned fault")
            await problem(refusal)(scope, receive, send)
        elif fault.malformed:
            await Response("<html>", media_type="application/json")(scope, receive, send)
        elif fault.drop_after_commit:
            await self._app(scope, receive, _lost)
            # An answer that announces more than it brings: the server then cuts the connection.
            headers = [(b"content-length", b"1024"), (b"content-type", b"application/json")]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
        else:
            await self._app(scope, receive, send)

    def _next(self, path: str) -> Fault | None:
        for fault in list(self._planned):
            if path.startswith(fault.path) and path.endswith(fault.suffix):
                self._planned.remove(fault)
                if fault.times > 1:
                    self._planned.appendleft(fault.model_copy(update={"times": fault.times - 1}))
                return fault
        return None


async def _lost(_message: Message) -> None:
    """Swallow a message that never reaches the line."""


def open_exercise(app: FastAPI, core: EmbeddedCore, key: str) -> None:
    """Add the exercise paths to ``app``; ``key`` is their bearer token."""
    planned: deque[Fault] = deque()
    router = APIRouter(prefix="/exercise")

    async def body_of(request: Request) -> bytes:
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not hmac.compare_digest(given.encode(), key.encode()):
            raise sign_in_expired("not the exercise key")
        return await request.body()

    @router.post("/faults")
    async def post_fault(request: Request) -> Response:
        planned.append(read(Fault, await body_of(request)))
        return Response(status_code=204)

    @router.delete("/faults")
    async def delete_faults(request: Request) -> Response:
        await body_of(request)
        planned.clear()
        return Response(status_code=204)

    @router.post("/flags")
    async def post_flags(request: Request) -> Response:
        change = read(FlagChange, await body_of(request))
        try:
            core.set_flags(change.resident_id, change.flags)
        except KeyError as error:
            raise not_found("nobody of that id is in the register") from error
        return Response(status_code=204)

    app.include_router(router)
    app.add_middleware(Faults, planned=planned)

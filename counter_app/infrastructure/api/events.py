"""The gateway's events as the ``Events`` port: one long answer, read as it comes (design.md 3, EVENTS)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx

from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api.client import media_type, whole
from counter_app.infrastructure.api.errors import malformed, problem_failure, transport_failure
from counter_app.infrastructure.api.event_stream import EventStream, Heard
from counter_app.infrastructure.api.line import GatewayLine, path_of

SILENCE_S = 5.0
"""No heartbeat for so long: the line is cut. The gateway's heart beats every two seconds."""
_OK = 200
_STREAM = "text/event-stream"


class GatewayEvents:
    """Implements ``Events`` for whoever is signed in on the line."""

    def __init__(
        self, line: GatewayLine, health: Callable[[], object], *, silence_s: float = SILENCE_S
    ) -> None:
        self._line = line
        self._health = health
        self._silence_s = silence_s

    def follow(self, heard: Callable[[str], None], wanted: Callable[[], bool]) -> None:
        """See ``Events.follow``; Refused(GATEWAY_ANSWER_MALFORMED) too, for what is no stream of events.

        SIGN_IN_EXPIRED is said by the gateway, or once it has been found there: who waits for the line to
        come back would else never hear of it after his token ended.
        """
        try:
            headers = self._line.bearer()
        except Refused:
            self._health()
            raise
        with self._opened(headers) as response:
            if response.status_code != _OK:
                raise problem_failure(whole(response))
            if media_type(response) != _STREAM:
                raise malformed()
            self._hear(response, heard, wanted)

    def _hear(
        self, response: httpx.Response, heard: Callable[[str], None], wanted: Callable[[], bool]
    ) -> None:
        connected = False
        for told in self._told(response):
            if not wanted():
                return
            if not told.name:
                continue
            if connected == (told.name == "connected"):
                raise malformed()
            connected = True
            heard(told.approval_id)
        if wanted():
            raise Unavailable(FailureCode.GATEWAY_UNREACHABLE)

    def _told(self, response: httpx.Response) -> Iterator[Heard]:
        """Yield what comes; Unavailable(GATEWAY_SLOW) where bytes trickle in and no line of them is whole."""
        stream, beat = EventStream(), time.monotonic()
        for piece in response.iter_raw():
            for told in stream.feed(piece):
                beat = time.monotonic()
                yield told
            if time.monotonic() - beat > self._silence_s:
                raise Unavailable(FailureCode.GATEWAY_SLOW)

    @contextmanager
    def _opened(self, headers: dict[str, str]) -> Iterator[httpx.Response]:
        client = self._line.client
        request = client.build_request(
            "GET",
            self._line.url + path_of("events"),
            headers={
                **headers,
                "Accept": f"{_STREAM}, application/problem+json",
                "Cache-Control": "no-store",
            },
            timeout=httpx.Timeout(self._silence_s),
        )
        try:
            response = client.send(request, stream=True)
            try:
                yield response
            finally:
                response.close()
        except httpx.HTTPError as error:
            raise transport_failure(error) from error

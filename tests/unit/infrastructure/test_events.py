"""Following the gateway's events: what is told, and as what each end of it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest

from counter_app.application.port_errors import PortError, Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api.events import GatewayEvents
from tests.unit.infrastructure.answering_gateway import AnsweringGateway, refused
from tests.unit.infrastructure.test_event_stream import CONNECTED, MOVED

BEAT = b": heartbeat\n\n"
STREAM = {"Content-Type": "text/event-stream; charset=utf-8"}


class Followed:
    """A stream of ``pieces``, followed; ``end`` is raised where the pieces end."""

    def __init__(self, *pieces: bytes, end: Exception | None = None, silence_s: float = 5.0) -> None:
        self.gateway = AnsweringGateway()
        self.pieces, self.end = pieces, end
        self.heard: list[str] = []
        self.health_asked = 0
        self.wanted: Callable[[], bool] = lambda: True
        self.headers = STREAM
        self.gateway.answers = {"GET /v1/events": self._answer}
        self.events = GatewayEvents(self.gateway.line, self._health, silence_s=silence_s)

    def follow(self) -> None:
        self.events.follow(self.heard.append, self.wanted)

    def failure(self) -> tuple[type[PortError], FailureCode]:
        """How following ends."""
        with pytest.raises(PortError) as caught:
            self.follow()
        return type(caught.value), caught.value.failure.code

    def _answer(self, _request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers=self.headers, content=self._content())

    def _content(self) -> Iterator[bytes]:
        yield from self.pieces
        if self.end is not None:
            raise self.end

    def _health(self) -> None:
        self.health_asked += 1
        if self.end is not None:
            raise self.end


GONE = (Unavailable, FailureCode.GATEWAY_UNREACHABLE)
SLOW = (Unavailable, FailureCode.GATEWAY_SLOW)
MALFORMED = (Refused, FailureCode.GATEWAY_ANSWER_MALFORMED)


def test_connected_and_what_moved_are_told_in_order_and_heartbeats_are_not() -> None:
    followed = Followed(BEAT, CONNECTED, BEAT, MOVED, BEAT, MOVED)

    followed.failure()

    assert followed.heard == ["", "a-1", "a-1"]


def test_the_request_says_who_listens_and_for_what() -> None:
    followed = Followed(CONNECTED)

    followed.failure()

    (asked,) = followed.gateway.asked
    assert asked.headers["Authorization"] == "Bearer token"
    assert asked.headers["Accept"].startswith("text/event-stream")
    assert asked.extensions["timeout"]["read"] == 5.0


@pytest.mark.parametrize(
    ("end", "failure"),
    [
        (None, GONE),
        (httpx.RemoteProtocolError("peer closed connection"), GONE),
        (httpx.ReadError("reset"), GONE),
        (httpx.ReadTimeout("no heartbeat"), SLOW),
    ],
)
@pytest.mark.parametrize("last", [BEAT, MOVED[:9], b""])
def test_a_stream_that_ends_though_it_is_wanted_is_a_line_that_was_cut(
    last: bytes, end: Exception | None, failure: tuple[type[PortError], FailureCode]
) -> None:
    followed = Followed(CONNECTED, MOVED, last, end=end)

    assert followed.failure() == failure
    assert followed.heard == ["", "a-1"]


def test_a_gateway_that_is_not_there_is_unavailable() -> None:
    followed = Followed()

    def nobody(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    followed.gateway.answers = {"GET /v1/events": nobody}

    assert followed.failure() == GONE


def test_bytes_that_trickle_in_without_ever_making_a_line_are_no_heartbeat() -> None:
    assert Followed(CONNECTED, b":", b" ", b"h", b"e", silence_s=0.0).failure() == SLOW


def test_who_wants_no_more_is_let_go_at_the_next_heartbeat_and_told_nothing_more() -> None:
    followed = Followed(CONNECTED, BEAT, MOVED)
    followed.wanted = lambda: not followed.heard

    followed.follow()

    assert followed.heard == [""]


def test_a_stream_that_ends_when_nobody_wants_it_any_more_is_no_failure() -> None:
    followed = Followed(CONNECTED)
    followed.wanted = lambda: not followed.heard

    followed.follow()


@pytest.mark.parametrize(
    "pieces",
    [(MOVED,), (CONNECTED, CONNECTED), (CONNECTED, b"<html>\n"), (b"{}\n",), (CONNECTED, b"\x00\n")],
)
def test_what_is_no_stream_of_ours_is_malformed(pieces: tuple[bytes, ...]) -> None:
    assert Followed(*pieces).failure() == MALFORMED


@pytest.mark.parametrize("headers", [{"Content-Type": "text/html"}, {"Content-Type": "application/json"}, {}])
def test_a_page_in_place_of_a_stream_is_malformed(headers: dict[str, str]) -> None:
    followed = Followed(CONNECTED)
    followed.headers = headers

    assert followed.failure() == MALFORMED
    assert followed.heard == []


@pytest.mark.parametrize(
    ("status", "code", "failure"),
    [
        (401, "SIGN_IN_EXPIRED", (Refused, FailureCode.SIGN_IN_EXPIRED)),
        (403, "GATEWAY_REFUSED", (Refused, FailureCode.GATEWAY_REFUSED)),
        (503, "GATEWAY_FAULT", (Unavailable, FailureCode.GATEWAY_FAULT)),
    ],
)
def test_a_problem_of_the_gateway_is_told_by_its_code(
    status: int, code: str, failure: tuple[type[PortError], FailureCode]
) -> None:
    followed = Followed()
    followed.gateway.answers = {"GET /v1/events": refused(status, code)}

    assert followed.failure() == failure


def test_a_token_that_has_ended_is_told_once_the_gateway_was_found_there() -> None:
    followed = Followed()
    followed.gateway.tokens.forget()

    assert followed.failure() == (Refused, FailureCode.SIGN_IN_EXPIRED)
    assert followed.health_asked == 1
    assert followed.gateway.asked == []


def test_a_token_that_has_ended_hides_no_outage() -> None:
    followed = Followed(end=Unavailable(FailureCode.GATEWAY_UNREACHABLE))
    followed.gateway.tokens.forget()

    assert followed.failure() == GONE

"""The stream of events, byte by byte: whatever the pieces it comes in, and whatever else comes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api.event_stream import MOST_LINE_BYTES, EventStream, Heard

CONNECTED = b"event: connected\ndata: {}\n\n"
MOVED = b'event: approval\ndata: {"approval_id": "a-1"}\n\n'
WHOLE = CONNECTED + b": heartbeat\n\n" + MOVED + b": heartbeat\n\n"
EVENTS = [Heard(name="connected"), Heard(), Heard(name="approval", approval_id="a-1"), Heard()]


def _heard(*pieces: bytes) -> list[Heard]:
    stream = EventStream()
    return [heard for piece in pieces for heard in stream.feed(piece)]


@given(cuts=st.lists(st.integers(min_value=0, max_value=len(WHOLE)), max_size=12))
def test_events_are_the_same_whatever_the_pieces_they_come_in(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(WHOLE)]
    pieces = [WHOLE[start:end] for start, end in pairwise(places)]

    assert _heard(*pieces) == EVENTS


def test_lines_may_end_as_on_the_web() -> None:
    assert _heard(WHOLE.replace(b"\n", b"\r\n")) == EVENTS


@pytest.mark.parametrize("length", range(len(MOVED)))
def test_an_event_that_was_cut_off_was_not_heard(length: int) -> None:
    assert _heard(MOVED[:length]) == []


def test_blank_lines_between_events_are_nothing() -> None:
    assert _heard(b"\n\n\n" + CONNECTED + b"\n") == [Heard(name="connected")]


@pytest.mark.parametrize(
    "rubbish",
    [
        b"<html>\n",
        b"\xff\xfe\n",
        b"retry: 1\n",
        b"event:\n",
        b"event: approval\n\n",
        b"event: approval\nevent: approval\n",
        b"data: {}\n\n",
        b"data: {}\ndata: {}\n",
        b"event: paper\ndata: {}\n\n",
        b"event: approval\ndata: {}\n\n",
        b"event: approval\ndata: []\n\n",
        b"event: approval\ndata: {\n\n",
        b'event: approval\ndata: {"approval_id": ""}\n\n',
        b'event: approval\ndata: {"approval_id": 1}\n\n',
        b'event: approval\ndata: {"approval_id": "a-1", "name": "x"}\n\n',
        b"event: approval\ndata: " + b"[" * 4_000 + b"\n\n",
        b": " + b"a" * MOST_LINE_BYTES + b"\n",
        b"a" * (MOST_LINE_BYTES + 1),
    ],
)
def test_what_is_no_event_of_ours_is_malformed(rubbish: bytes) -> None:
    stream = EventStream()
    assert list(stream.feed(CONNECTED)) == [Heard(name="connected")]

    with pytest.raises(Refused) as caught:
        list(stream.feed(rubbish))

    assert caught.value.failure.code is FailureCode.GATEWAY_ANSWER_MALFORMED


def test_a_line_without_end_is_given_up_though_it_comes_in_small_pieces() -> None:
    with pytest.raises(Refused):
        _heard(*[b": a"] * MOST_LINE_BYTES)

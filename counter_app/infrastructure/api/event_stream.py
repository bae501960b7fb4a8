"""Reads ``text/event-stream`` (WHATWG HTML, 9.2) as the contract has it: strictly, and for ever.

Our own reader, because the heartbeat is a comment, which libraries for this format swallow: here it is what
tells that the line is alive.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from counter_app.infrastructure.api.errors import malformed

MOST_LINE_BYTES = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One event: its name, and the approval it names (empty for none). Without a name: a heartbeat."""

    name: str = ""
    approval_id: str = ""


class EventStream:
    """Takes the bytes as they come. Raises Refused(GATEWAY_ANSWER_MALFORMED) for anything but our events."""

    def __init__(self) -> None:
        self._rest = b""
        self._name = ""
        self._data: str | None = None

    def feed(self, piece: bytes) -> Iterator[Heard]:
        """Yield what is complete with ``piece``; the rest waits for the next."""
        *lines, self._rest = (self._rest + piece).split(b"\n")
        if max(map(len, (*lines, self._rest))) > MOST_LINE_BYTES:
            raise malformed()
        for line in lines:
            heard = self._line(line.removesuffix(b"\r"))
            if heard is not None:
                yield heard

    def _line(self, line: bytes) -> Heard | None:
        if not line:
            return self._complete()
        if line.startswith(b":"):
            return Heard()
        try:
            field, _, value = line.decode().partition(":")
        except UnicodeDecodeError as error:
            raise malformed() from error
        value = value.removeprefix(" ")
        if field == "event" and not self._name and value:
            self._name = value
        elif field == "data" and self._data is None:
            self._data = value
        else:
            raise malformed()
        return None

    def _complete(self) -> Heard | None:
        name, data = self._name, self._data
        self._name, self._data = "", None
        if not name and data is None:
            return None
        match name:
            case "connected":
                return Heard(name=name)
            case "approval":
                return Heard(name=name, approval_id=_approval_id(data or ""))
            case _:
                raise malformed()


def _approval_id(data: str) -> str:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise malformed() from error
    if not isinstance(told, dict) or set(told) != {"approval_id"}:
        raise malformed()
    approval_id = told["approval_id"]
    if not isinstance(approval_id, str) or not approval_id:
        raise malformed()
    return approval_id

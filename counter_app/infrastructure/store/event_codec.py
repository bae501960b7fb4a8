"""Events as JSON for the journal, and back: pydantic reads the frozen dataclasses of the domain."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter

from counter_app.domain.issuance import events

_EVENTS = {kind.__name__: kind for kind in get_args(events.Event)}


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_EVENTS[name])


def write_event(event: events.Event) -> str:
    """The event as JSON."""
    return _adapter(type(event).__name__).dump_json(event).decode()


def read_event(event_type: str, event_json: str) -> events.Event:
    """The event back from the journal; ValueError if type or content is not one of ours."""
    if event_type not in _EVENTS:
        raise ValueError(f"unknown event {event_type}")
    event: events.Event = _adapter(event_type).validate_json(event_json)
    return event

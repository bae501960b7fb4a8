"""Server-sent events (WHATWG HTML, 9.2): the event table polled, and a heartbeat, while one may listen."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from itertools import count

from starlette.concurrency import run_in_threadpool

from gateway.api.calls import Service
from gateway.counter.event_list import APPROVAL, last_told, told_since
from gateway.counter.lapsing import lapse_overdue, overdue
from gateway.counter.office import Act
from gateway.refusals import Refusal

POLL_SECONDS = 0.5
POLLS_PER_BEAT = 4
"""A heartbeat every two seconds; who hears none for five takes the line for cut (design.md 3)."""
CONNECTED = "event: connected\ndata: {}\n\n"
HEARTBEAT = ": heartbeat\n\n"


@dataclass(eq=False)
class Listener:
    """Somebody signed in who is told of what moves."""

    service: Service
    act: Act
    authorization: str
    seen: int = 0

    def start(self) -> None:
        """Begin with what is told after now."""
        with self.service.store.reading() as tx:
            self.seen = last_told(tx, self.act)

    def moved(self) -> tuple[str, ...]:
        """Return the approvals that moved since the last time."""
        with self.service.store.reading() as tx:
            self.seen, found = told_since(tx, self.act, self.seen)
        return found

    def beat(self) -> bool:
        """Let lapse what waited too long; tell whether this person is still signed in as what he was."""
        with self.service.store.reading() as tx:
            late = bool(overdue(tx, self.act))
        if late:
            with self.service.store.writing() as tx:
                lapse_overdue(tx, self.act)
        try:
            return self.service.act_of(self.authorization).staff == self.act.staff
        except Refusal:
            return False


async def told(listener: Listener) -> AsyncIterator[str]:
    """Yield the events of ``listener`` as text, until his token ends or the gateway does."""
    await run_in_threadpool(listener.start)
    yield CONNECTED
    for poll in count(1):
        await asyncio.sleep(POLL_SECONDS)
        if listener.service.ending.is_set():
            return
        for approval_id in await run_in_threadpool(listener.moved):
            yield f"event: {APPROVAL}\ndata: {json.dumps({'approval_id': approval_id})}\n\n"
        if poll % POLLS_PER_BEAT == 0:
            if not await run_in_threadpool(listener.beat):
                return
            yield HEARTBEAT

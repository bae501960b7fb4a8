"""The two sides of an approval under contract: a clerk at one PC, approvers at another, and who listens."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, Queue

from counter_app.application.approval_port import ApprovalQueue, Approvals, Events
from counter_app.application.registry_port import Allotment
from counter_app.domain.approvals import ApprovalTicket
from counter_app.domain.certificates import Item
from counter_app.domain.identity import Agent
from counter_app.domain.requests import IssueRequest
from tests.contracts.registry_rigs import P0, RegistryRig, key, request

RENDERER = "renderer-1"
HEARD_WITHIN_S = 10.0
AGENT = Agent(
    name="代理　太郎", address="架空県架空町字実在せず1番地", mandate_date="2026-01-05", original_seen=True
)


def by_agent(case_id: str) -> IssueRequest:
    """An agent asks for her household."""
    return request(case_id, agent=AGENT, copies=1)


def with_my_number(case_id: str) -> IssueRequest:
    """She asks for her own page, with 個人番号."""
    return request(case_id, items=frozenset({Item.HEAD_AND_RELATIONSHIP, Item.MY_NUMBER}), copies=1)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A case whose page lies before the approvers."""

    case_id: str
    allotment: Allotment
    ticket: ApprovalTicket

    @property
    def approval_id(self) -> str:
        return self.ticket.approval_id

    @property
    def issue_id(self) -> str:
        return self.allotment.issue_id


@dataclass(frozen=True, kw_only=True)
class ApprovalRig:
    """``queue`` is a supervisor's, ``own_queue`` the clerk's under his second account, which may approve.

    ``no_queue`` is the clerk's under the account he serves with; ``events`` those of clerk and supervisor.
    """

    clerk: RegistryRig
    approvals: Approvals
    queue: ApprovalQueue
    own_queue: ApprovalQueue
    no_queue: ApprovalQueue
    clerks_events: Events
    approvers_events: Events

    def asked(self, asked_for: Callable[[str], IssueRequest] = by_agent) -> Asked:
        """Let a case come as far as the approval."""
        case_id, allotment = self.clerk.allotted(asked_for)
        ticket = self.approvals.ask(key(), allotment.issue_id, P0, RENDERER)
        return Asked(case_id=case_id, allotment=allotment, ticket=ticket)

    def approve(self, asked: Asked) -> None:
        """Approve it, as the supervisor does."""
        self.queue.approve(key(), self.queue.read(asked.approval_id), P0)

    def waiting(self, queue: ApprovalQueue) -> list[str]:
        """The ids of what waits there."""
        return [line.approval_id for line in queue.waiting()]


class Listener:
    """Follows ``events`` on a thread of its own, as a lane does."""

    def __init__(self, events: Events) -> None:
        self.ended: list[Exception] = []
        self._told: Queue[str] = Queue()
        self._over = threading.Event()
        self._events = events
        self._thread = threading.Thread(target=self._follow)
        self._thread.start()

    def next(self) -> str:
        """What is told next; raises Empty after ten seconds."""
        return self._told.get(timeout=HEARD_WITHIN_S)

    def nothing_more(self) -> bool:
        """Whether nothing else was told until it stopped listening, which this makes it do."""
        self.stop()
        try:
            self._told.get_nowait()
        except Empty:
            return True
        return False

    def stop(self) -> None:
        """Want no more, and wait for the end; may be called twice."""
        self._over.set()
        self._thread.join(HEARD_WITHIN_S)
        assert not self._thread.is_alive()

    def _follow(self) -> None:
        self._events.follow(self._told.put, lambda: not self._over.is_set())


@contextmanager
def listening(events: Events) -> Iterator[Listener]:
    """Listen, once connected."""
    listener = Listener(events)
    try:
        assert listener.next() == ""
        yield listener
    finally:
        listener.stop()

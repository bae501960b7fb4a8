"""The ports of 承認, on both sides of it. Adapters: ``counter_app.infrastructure.api``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from counter_app.domain.approvals import ApprovalStatus, ApprovalTicket, ReturnReason
from counter_app.domain.render_model import RenderModel, SheetStamp
from counter_app.domain.requests import IssueRequest


class Approvals(Protocol):
    """The clerk's side. Every call blocks (NETWORK lane); errors and keys are those of ``Registry``."""

    def ask(self, key: str, issue_id: str, p0_sha256: str, renderer_id: str) -> ApprovalTicket:
        """Lay the page before an approver. Raises Refused(ISSUE_HELD, RECORD_CHANGED) like a release."""
        ...

    def status(self, approval_id: str) -> ApprovalStatus:
        """Where it is now. Raises Refused(APPROVAL_DIFFERS) where the statement's signature does not hold."""
        ...

    def recall(self, key: str, approval_id: str) -> None:
        """Take it back while it waits; Refused(GATEWAY_REFUSED) once it has been decided."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingApproval:
    """A line of the queue; it names nobody.

    ``trigger``: ``agent``, ``my_number``, ``resident_code`` or ``identity``. ``number`` is the case's
    reception number, ``asked_at`` gateway time, ISO 8601.
    """

    approval_id: str
    number: str
    counter: str
    certificate: str
    trigger: str
    asked_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRecord:
    """The gateway's own record of what is to be approved, for one approver (recorded in the view log).

    ``requester_name`` is the register's name of the person on whose right it rests; the agent, if any, is in
    ``request``. ``persons`` are the names printed. ``checked_at``: when the flags were asked, ISO 8601.
    ``earlier_issues``: issues of the last 30 days that this requester had part in.
    """

    approval_id: str
    number: str
    case_id: str
    issue_id: str
    clerk_name: str
    counter: str
    request: IssueRequest
    requester_name: str
    persons: tuple[str, ...]
    model: RenderModel
    stamps: tuple[SheetStamp, ...]
    fee: int
    p0_sha256: str
    renderer_id: str
    restriction_version: str
    checked_at: str
    earlier_issues: int
    nonce: str
    asked_at: str


class ApprovalQueue(Protocol):
    """The approver's side. Every call blocks (NETWORK lane). Errors are those of ``Registry``.

    Refused(APPROVER_IS_MAKER) where the approver is the clerk himself, also under another account.
    """

    def waiting(self) -> tuple[WaitingApproval, ...]:
        """What waits for somebody like this approver, longest first; nothing of his own."""
        ...

    def read(self, approval_id: str) -> ApprovalRecord:
        """Read the record behind one line; Refused(GATEWAY_REFUSED) where it waits no more."""
        ...

    def approve(self, key: str, record: ApprovalRecord, p0_sha256: str) -> None:
        """Sign what ``record`` says over the page rendered here, with the key of this PC's keyring; send it.

        Raises Refused(APPROVAL_DIFFERS) if ``p0_sha256`` is not the record's: nothing is signed then, and
        Refused(APPROVER_IS_MAKER), Refused(ISSUE_HELD), Refused(RECORD_CHANGED).
        """
        ...

    def give_back(self, key: str, approval_id: str, reason: ReturnReason, note: str) -> None:
        """Return the case to its clerk. ``note``: at most 200 characters, no personal data."""
        ...


class Events(Protocol):
    """What happens at the gateway, told as it happens. Belongs on the EVENTS lane."""

    def follow(self, heard: Callable[[str], None], wanted: Callable[[], bool]) -> None:
        """Call ``heard(approval_id)`` whenever one of this person's moves, and ``heard("")`` once connected.

        Returns when ``wanted()`` is False; raises ``Unavailable`` when the line is cut (no heartbeat for 5 s)
        and ``Refused`` (SIGN_IN_EXPIRED). What happened while nobody listened is not told: who hears ``""``
        asks again for everything.
        """
        ...

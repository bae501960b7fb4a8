"""承認: a second person signs the exact page that prints (design.md 6; knowledge/domain.md 4.3, Q-04).

What is signed names the case, the page P0, the state of flags and a nonce of the gateway. Whoever holds the
statement can tell, offline and without the gateway, that it was given for this page and for no other.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum

APPROVAL_MINUTES = 30
"""An approval lapses after this many minutes, asked for or given (knowledge/domain.md 4.2, step 9)."""


class ApprovalState(StrEnum):
    """Where an approval is. Only ``WAITING`` changes; the others are ends."""

    WAITING = "waiting"
    APPROVED = "approved"
    RETURNED = "returned"
    RECALLED = "recalled"
    LAPSED = "lapsed"


class ReturnReason(StrEnum):
    """Why an approver gives a case back: what the clerk is to look at again."""

    REQUESTER = "requester"
    PAPERS = "papers"
    PERSONS = "persons"
    ITEMS = "items"
    COPIES = "copies"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalClaims:
    """What an approver signs. Digests in hex; ``approver`` is a staff id; ``nonce`` the gateway's, in hex."""

    town_code: str
    approval_id: str
    case_id: str
    issue_id: str
    p0_sha256: str
    renderer_id: str
    restriction_version: str
    nonce: str
    approver: str

    def canonical(self) -> bytes:
        """The claims as canonical JSON: sorted keys, no spaces, UTF-8. The payload of the statement."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalTicket:
    """The gateway's answer to asking: what the statement must name. ``asked_at``: its time, ISO 8601."""

    approval_id: str
    nonce: str
    restriction_version: str
    renderer_id: str
    asked_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalStatus:
    """Where an approval is now.

    ``claims`` are those of the approver's statement, its signature verified under the key that the gateway
    has on record for him; None unless approved. ``decided_by`` is his name, ``note`` his words to the clerk.
    """

    approval_id: str
    state: ApprovalState
    decided_at: str = ""
    decided_by: str = ""
    reason: ReturnReason | None = None
    note: str = ""
    claims: ApprovalClaims | None = None


def names_this_page(
    claims: ApprovalClaims | None, ticket: ApprovalTicket, *, case_id: str, issue_id: str, p0_sha256: str
) -> bool:
    """Tell whether a statement was given for exactly this page of this issue, under this ticket."""
    return claims is not None and (
        claims.approval_id,
        claims.nonce,
        claims.restriction_version,
        claims.renderer_id,
        claims.case_id,
        claims.issue_id,
        claims.p0_sha256,
    ) == (
        ticket.approval_id,
        ticket.nonce,
        ticket.restriction_version,
        ticket.renderer_id,
        case_id,
        issue_id,
        p0_sha256,
    )

"""The gateway's answers about approvals, strictly read as ``schemas`` reads the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from counter_app.application.approval_port import ApprovalRecord, WaitingApproval
from counter_app.application.port_errors import Refused
from counter_app.domain.approvals import ApprovalState, ApprovalStatus, ApprovalTicket, ReturnReason
from counter_app.domain.failures import FailureCode
from counter_app.domain.render_model import RenderModel, SheetStamp
from counter_app.domain.requests import IssueRequest
from counter_app.infrastructure.api.errors import malformed
from counter_app.infrastructure.api.schemas import Wire, Word, Yen, moment, numbered, read, stamped
from counter_app.infrastructure.approval_statement import StatementInvalid, read_statement

Id = Annotated[str, Field(pattern=r"^[0-9A-Za-z-]{1,64}$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Nonce = Annotated[str, Field(pattern=r"^[0-9a-f]{16,128}$")]
Count = Annotated[int, Field(ge=0)]


class AskedAnswer(Wire):
    """POST /v1/issues/{issue_id}/approval."""

    approval_id: Id
    nonce: Nonce
    restriction_version: Word
    renderer_id: Word
    asked_at: Word


class StatusAnswer(Wire):
    """GET /v1/approvals/{approval_id}."""

    approval_id: Id
    state: ApprovalState
    decided_at: str
    decided_by: str
    reason: ReturnReason | None
    note: Annotated[str, Field(max_length=200)]
    statement: str
    approver_key: dict[str, str] | None


class WaitingLine(Wire):
    """One of GET /v1/approvals."""

    approval_id: Id
    number: Word
    counter: str
    certificate: Word
    trigger: Literal["agent", "my_number", "resident_code", "identity"]
    asked_at: Word


class WaitingAnswer(Wire):
    """GET /v1/approvals."""

    waiting: tuple[WaitingLine, ...]


class RecordAnswer(Wire):
    """POST /v1/approvals/{approval_id}/record."""

    approval_id: Id
    number: Word
    case_id: Id
    issue_id: Id
    clerk_name: Word
    counter: str
    request: IssueRequest
    requester_name: Word
    persons: Annotated[tuple[Word, ...], Field(min_length=1)]
    model: RenderModel
    stamps: tuple[SheetStamp, ...]
    fee: Yen
    p0_sha256: Sha256
    renderer_id: Word
    restriction_version: Word
    checked_at: Word
    earlier_issues: Count
    nonce: Nonce
    asked_at: Word


def ticket(body: Mapping[str, Any], renderer_id: str) -> ApprovalTicket:
    """Return the ticket for a page of ``renderer_id``; of another renderer it would be another page's."""
    wire = read(AskedAnswer, body)
    moment(wire.asked_at)
    if wire.renderer_id != renderer_id:
        raise malformed()
    return ApprovalTicket(**wire.model_dump())


def status(body: Mapping[str, Any], approval_id: str) -> ApprovalStatus:
    """Return where an approval is, its statement verified; Refused(APPROVAL_DIFFERS) where that fails."""
    wire = read(StatusAnswer, body)
    decided = wire.state in (ApprovalState.APPROVED, ApprovalState.RETURNED)
    approved = wire.state is ApprovalState.APPROVED
    if wire.approval_id != approval_id or (wire.reason is not None) != (wire.state is ApprovalState.RETURNED):
        raise malformed()
    if decided or wire.decided_at:
        moment(wire.decided_at)
    if not approved and (wire.statement or wire.approver_key):
        raise malformed()
    try:
        claims = read_statement(wire.statement, wire.approver_key or {}) if approved else None
    except StatementInvalid as error:
        raise Refused(FailureCode.APPROVAL_DIFFERS) from error
    return ApprovalStatus(
        approval_id=wire.approval_id,
        state=wire.state,
        decided_at=wire.decided_at,
        decided_by=wire.decided_by,
        reason=wire.reason,
        note=wire.note,
        claims=claims,
    )


def waiting(body: Mapping[str, Any]) -> tuple[WaitingApproval, ...]:
    """Return the queue, longest first."""
    lines = read(WaitingAnswer, body).waiting
    return tuple(
        WaitingApproval(**line.model_dump()) for line in sorted(lines, key=lambda line: moment(line.asked_at))
    )


def record(body: Mapping[str, Any], approval_id: str) -> ApprovalRecord:
    """Return the record asked for, whole in itself: its request of its case, names and stamps of its page."""
    wire = read(RecordAnswer, body)
    for told in (wire.checked_at, wire.asked_at):
        moment(told)
    if wire.approval_id != approval_id or wire.request.case_id != wire.case_id:
        raise malformed()
    if wire.persons != tuple(person.name for person in wire.model.persons):
        raise malformed()
    numbered(wire.model)
    stamped(wire.model, wire.stamps, wire.request.selection.copies)
    return ApprovalRecord(**{name: getattr(wire, name) for name in RecordAnswer.model_fields})

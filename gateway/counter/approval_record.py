"""The gateway's own record of what is to be approved: of it only the request is the clerk's PC's word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, func, select

from counter_app.domain.render_model import RenderModel, SheetStamp
from counter_app.domain.requests import IssueRequest
from gateway.clock import TOKYO, stamp
from gateway.counter.approval_rows import Approval
from gateway.counter.approving import still_before_approver, waiting_for
from gateway.counter.cases import recorded_case
from gateway.counter.colleagues import colleague
from gateway.counter.issues import Issue, sheets_of
from gateway.counter.office import Act
from gateway.counter.printed_numbers import note_numbers
from gateway.counter.request_reading import read_request
from gateway.counter.view_log import note_view
from gateway.refusals import record_changed
from gateway.store.tables import issues

_EARLIER = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRecord:
    """What an approver decides on; its members are the contract's."""

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


def approval_record(tx: Connection, act: Act, approval_id: str) -> ApprovalRecord:
    """Return the record to an approver, decided on live data, and note whom he saw and which numbers.

    Raises 403 APPROVER_IS_MAKER, 409 where it waits no more or is overtaken: see ``approving``.
    """
    approval, issue = waiting_for(tx, act, approval_id)
    standing = still_before_approver(tx, act, issue, "approval_record")
    request = read_request(issue.request)
    _note(tx, act, request)
    clerk = colleague(tx, act.town, approval.staff_id)
    return ApprovalRecord(
        approval_id=approval_id,
        number=recorded_case(tx, act, issue.case_id).number,
        case_id=issue.case_id,
        issue_id=issue.issue_id,
        clerk_name=clerk.name if clerk else approval.staff_id,
        counter=approval.counter,
        request=request,
        requester_name=_name_of(act, request.requester_id),
        persons=tuple(person.name for person in standing.model.persons),
        model=standing.model,
        stamps=_stamps(tx, act, issue),
        fee=issue.fee,
        checked_at=stamp(act.office.clock),
        earlier_issues=_earlier_issues(tx, act, issue, request.requester_id),
        **_asked(approval),
    )


def _asked(approval: Approval) -> dict[str, str]:
    return {
        "p0_sha256": approval.p0_sha256,
        "renderer_id": approval.renderer_id,
        "restriction_version": approval.restriction_version,
        "nonce": approval.nonce,
        "asked_at": approval.asked_at,
    }


def _note(tx: Connection, act: Act, request: IssueRequest) -> None:
    shown = dict.fromkeys((request.requester_id, *request.selection.resident_ids))
    note_view(tx, act, request.case_id, "approval", list(shown))
    note_numbers(tx, act, request)


def _name_of(act: Act, resident_id: str) -> str:
    person = act.office.core.person(resident_id)
    if person is None:
        raise record_changed("the requester is not in the register")
    return person.resident.name


def _stamps(tx: Connection, act: Act, issue: Issue) -> tuple[SheetStamp, ...]:
    return tuple(
        SheetStamp(number=one.number, copy=one.copy, page=one.page, pages=one.pages, code=one.code)
        for one in sheets_of(tx, act, issue.issue_id)
    )


def _earlier_issues(tx: Connection, act: Act, issue: Issue, requester_id: str) -> int:
    """Count what was handed over lately on the right of the same person; the request is canonical JSON."""
    since = (act.office.clock.now().astimezone(TOKYO) - _EARLIER).isoformat(timespec="milliseconds")
    query = select(func.count()).where(
        issues.c.town_code == act.town,
        issues.c.issue_id != issue.issue_id,
        issues.c.handed_over_at >= since,
        issues.c.request.contains(f'"requester_id": "{requester_id}"', autoescape=True),
    )
    return int(tx.execute(query).scalar_one())

"""Issues and their sheets as the ledger holds them: read, locked, and moved along the sheet's life."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from counter_app.domain.sheets import SheetOutcome, SheetState, SpoilReason, may_become
from gateway.clock import stamp
from gateway.counter.cases import case_of, open_case_to_end
from gateway.counter.office import Act
from gateway.refusals import conflict, not_found
from gateway.store.tables import issues, sheets

ENDED = frozenset({SheetState.HANDED_OVER, SheetState.SPOILED, SheetState.VOID})
NEED_REASON = frozenset({SheetState.SPOILED, SheetState.VOID})


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue as recorded. ``request`` and ``model`` are canonical JSON."""

    issue_id: str
    case_id: str
    staff_id: str
    job: str
    request: str
    model: str
    model_sha256: str
    fee: int
    issued_on: str
    restriction_version: str
    p0_sha256: str | None
    renderer_id: str | None
    handed_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet as recorded."""

    number: str
    copy: int
    page: int
    pages: int
    code: str
    state: SheetState
    reason: SpoilReason | None


def find_issue(tx: Connection, act: Act, issue_id: str) -> Issue:
    """Return an issue of the town, locked for this transaction; 404 if it has none of that id."""
    query = select(issues).where(issues.c.town_code == act.town, issues.c.issue_id == issue_id)
    row = tx.execute(query.with_for_update()).mappings().first()
    if row is None:
        raise not_found("no such issue")
    return Issue(
        issue_id=row["issue_id"],
        case_id=row["case_id"],
        staff_id=row["staff_id"],
        job=row["job"],
        request=row["request"],
        model=row["model"],
        model_sha256=row["model_sha256"],
        fee=row["fee"],
        issued_on=row["issued_on"],
        restriction_version=row["restriction_version"],
        p0_sha256=row["p0_sha256"],
        renderer_id=row["renderer_id"],
        handed_over=row["handed_over_at"] is not None,
    )


def own_issue(tx: Connection, act: Act, issue_id: str) -> Issue:
    """Return an issue of one of the clerk's own cases; 404 and 403 otherwise."""
    act.must_serve()
    issue = find_issue(tx, act, issue_id)
    case_of(tx, act, issue.case_id)
    return issue


def issue_to_end(tx: Connection, act: Act, issue_id: str) -> Issue:
    """Return an issue whose sheets this person may give an end, of a case still open.

    One's own; a supervisor any of the town, so that no paper stays without an end when a clerk is gone.
    """
    act.must_serve()
    issue = find_issue(tx, act, issue_id)
    open_case_to_end(tx, act, issue.case_id)
    return issue


def sheets_of(tx: Connection, act: Act, issue_id: str) -> tuple[Sheet, ...]:
    """Return the sheets of an issue, copies in order, pages in order."""
    query = (
        select(sheets)
        .where(sheets.c.town_code == act.town, sheets.c.issue_id == issue_id)
        .order_by(sheets.c.copy, sheets.c.page)
    )
    return tuple(
        Sheet(
            number=row["number"],
            copy=row["copy"],
            page=row["page"],
            pages=row["pages"],
            code=row["code"],
            state=SheetState(row["state"]),
            reason=SpoilReason(row["reason"]) if row["reason"] else None,
        )
        for row in tx.execute(query).mappings()
    )


def issue_ids_of_case(tx: Connection, act: Act, case_id: str) -> tuple[str, ...]:
    """Return the ids of a case's issues."""
    query = select(issues.c.issue_id).where(issues.c.town_code == act.town, issues.c.case_id == case_id)
    return tuple(tx.execute(query).scalars())


def move_sheet(tx: Connection, act: Act, sheet: Sheet, outcome: SheetOutcome) -> None:
    """Record what became of a sheet; an impossible step is a conflict."""
    if not may_become(sheet.state, outcome.state):
        raise conflict(f"a {sheet.state.value} sheet cannot become {outcome.state.value}")
    if (outcome.reason is not None) != (outcome.state in NEED_REASON):
        raise conflict("a spoiled or void sheet has a reason, any other has none")
    tx.execute(
        update(sheets)
        .where(sheets.c.town_code == act.town, sheets.c.number == sheet.number)
        .values(
            state=outcome.state.value,
            reason=outcome.reason.value if outcome.reason else None,
            changed_at=stamp(act.office.clock),
            changed_by=act.staff.staff_id,
        )
    )

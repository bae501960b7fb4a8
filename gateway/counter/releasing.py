"""Releases the exact page P0 for printing: flags and record are checked live, then the seal goes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select, update

from counter_app.domain.requests import IssueRequest, Outcome
from counter_app.domain.sheets import SheetState
from gateway.clock import stamp, today
from gateway.counter.allotting import composed, numbered_at, serial_counter
from gateway.counter.cases import open_case_of
from gateway.counter.deciding import decide, decided_against, record_decision
from gateway.counter.issues import Issue, own_issue, sheets_of
from gateway.counter.numbers import lock_number
from gateway.counter.office import Act, Seal
from gateway.counter.request_reading import read_request
from gateway.refusals import conflict, issue_held, printer_busy, record_changed
from gateway.store.tables import issues, sheets


def release(tx: Connection, act: Act, issue_id: str, p0_sha256: str, renderer_id: str) -> Seal:
    """Bind P0 to the issue and give the seal.

    The same P0 may be released again while no sheet is spooled. Raises 409 ISSUE_HELD where a flag came,
    RECORD_CHANGED where anything else of the record changed, GATEWAY_REFUSED for another P0 or an issue
    numbered at another terminal, PRINTER_BUSY where another issue has the printer.
    """
    issue = own_issue(tx, act, issue_id)
    open_case_of(tx, act, issue.case_id)
    mine = sheets_of(tx, act, issue_id)
    if any(sheet.state is not SheetState.RESERVED for sheet in mine):
        raise conflict("sheets of the issue were spooled or ended")
    if not all(sheet.number.startswith(numbered_at(act)) for sheet in mine):
        # Its lease is the other printer's: printed here, the sheets would stand in nobody's way.
        raise conflict("the issue was numbered at another terminal")
    if issue.p0_sha256 not in (None, p0_sha256):
        raise conflict("another page was released for this issue")
    _still_as_decided(tx, act, issue, read_request(issue.request))
    _has_the_printer(tx, act, issue)
    tx.execute(
        update(issues)
        .where(issues.c.town_code == act.town, issues.c.issue_id == issue_id)
        .values(p0_sha256=p0_sha256, renderer_id=renderer_id, released_at=stamp(act.office.clock))
    )
    return act.office.seal()


def _still_as_decided(tx: Connection, act: Act, issue: Issue, request: IssueRequest) -> None:
    decision = decide(tx, act, request)
    if decision.outcome is not Outcome.OK:
        raise decided_against(issue_held(), issue.case_id, "release", decision)
    day = date.fromisoformat(issue.issued_on)
    same_flags = decision.restriction_version == issue.restriction_version
    same_page = composed(act, decision, request, day).sha256() == issue.model_sha256
    if not (same_flags and same_page and day == today(act.office.clock)):
        refusal = record_changed("the record is not what the issue was allotted on")
        raise decided_against(refusal, issue.case_id, "release", decision)
    record_decision(tx, act, issue.case_id, "release", decision)


def _has_the_printer(tx: Connection, act: Act, issue: Issue) -> None:
    """One printer, one open job (design.md 6): no other issue prints until the released one is collated.

    A sheet released but not yet spooled counts: the counter may have printed it and lost the line.
    """
    lock_number(tx, act.town, date.fromisoformat(issue.issued_on), serial_counter(act))
    open_sheet = (
        select(sheets.c.number)
        .join(issues, (issues.c.town_code == sheets.c.town_code) & (issues.c.issue_id == sheets.c.issue_id))
        .where(
            sheets.c.town_code == act.town,
            sheets.c.number.startswith(numbered_at(act), autoescape=True),
            sheets.c.issue_id != issue.issue_id,
            sheets.c.state.in_([SheetState.RESERVED.value, SheetState.SPOOLED.value]),
            issues.c.released_at.is_not(None),
        )
    )
    if tx.execute(open_sheet.limit(1)).first() is not None:
        raise printer_busy()

"""Releases the exact page P0 for printing: flags and record are checked live, then the seal goes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select, update

from counter_app.domain.sheets import SheetState
from gateway.clock import stamp
from gateway.counter.allotting import numbered_at, serial_counter
from gateway.counter.approval_in_force import must_be_approved
from gateway.counter.issues import Issue
from gateway.counter.numbers import lock_number
from gateway.counter.office import Act, Seal
from gateway.counter.standing import issue_to_print, still_as_decided
from gateway.refusals import printer_busy
from gateway.store.tables import issues, sheets


def release(tx: Connection, act: Act, issue_id: str, p0_sha256: str, renderer_id: str) -> Seal:
    """Bind P0 to the issue and give the seal.

    The same P0 may be released again while no sheet is spooled. Raises 409 ISSUE_HELD where a flag came,
    RECORD_CHANGED where anything else of the record changed, APPROVAL_MISSING where the rules ask for an
    approval and there is none over exactly this page, GATEWAY_REFUSED for another P0 or an issue
    numbered at another terminal, PRINTER_BUSY where another issue has the printer.
    """
    issue = issue_to_print(tx, act, issue_id, p0_sha256)
    standing = still_as_decided(tx, act, issue, "release")
    must_be_approved(tx, act, issue, p0_sha256, standing.decision)
    _has_the_printer(tx, act, issue)
    tx.execute(
        update(issues)
        .where(issues.c.town_code == act.town, issues.c.issue_id == issue_id)
        .values(p0_sha256=p0_sha256, renderer_id=renderer_id, released_at=stamp(act.office.clock))
    )
    return act.office.seal()


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

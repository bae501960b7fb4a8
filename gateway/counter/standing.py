"""Whether an issue still is what was decided at its allotment: asked before it goes any further."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from counter_app.domain.render_model import RenderModel
from counter_app.domain.requests import Outcome
from counter_app.domain.sheets import SheetState
from gateway.clock import today
from gateway.counter.allotting import composed, numbered_at
from gateway.counter.cases import open_case_of
from gateway.counter.deciding import Decision, decide, decided_against, record_decision
from gateway.counter.issues import Issue, own_issue, sheets_of
from gateway.counter.office import Act
from gateway.counter.request_reading import read_request
from gateway.refusals import conflict, issue_held, record_changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An issue decided again: the decision, and its page with the numbers that print."""

    decision: Decision
    model: RenderModel


def issue_to_print(tx: Connection, act: Act, issue_id: str, p0_sha256: str) -> Issue:
    """Return the clerk's own issue if this very page of it may still go to the printer of this terminal."""
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
    return issue


def still_as_decided(tx: Connection, act: Act, issue: Issue, step: str) -> Standing:
    """Decide on live data, whoever acts, and record it as ``step``.

    Raises DecidedAgainst: 409 ISSUE_HELD where the rules block it now, RECORD_CHANGED where flags, page or
    day are not those of the allotment.
    """
    request = read_request(issue.request)
    decision = decide(tx, act, request)
    if decision.outcome is Outcome.BLOCKED:
        raise decided_against(issue_held(), issue.case_id, step, decision)
    day = date.fromisoformat(issue.issued_on)
    model = composed(act, decision, request, day)
    same_flags = decision.restriction_version == issue.restriction_version
    same_page = model.sha256() == issue.model_sha256
    if not (same_flags and same_page and day == today(act.office.clock)):
        refusal = record_changed("the record is not what the issue was allotted on")
        raise decided_against(refusal, issue.case_id, step, decision)
    record_decision(tx, act, issue.case_id, step, decision)
    return Standing(decision=decision, model=model)

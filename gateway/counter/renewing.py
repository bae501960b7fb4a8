"""Makes the answer of an allotment whole again, of which the page was not kept because it shows numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, delete

from counter_app.domain.sheets import SheetOutcome, SheetState, SpoilReason
from gateway.counter.cases import open_case_of
from gateway.counter.deciding import DecidedAgainst
from gateway.counter.issues import find_issue, move_sheet, own_issue, sheets_of
from gateway.counter.lapsing import lapse_waiting
from gateway.counter.office import Act
from gateway.counter.printed_numbers import note_numbers
from gateway.counter.request_reading import read_request
from gateway.counter.standing import still_as_decided
from gateway.store.tables import answers


@dataclass(eq=False)
class NoLonger(DecidedAgainst):
    """The allotment cannot be answered any more as it was: who never got its answer is told that nothing is.

    So it must be true: its sheets would else stay without an end, and the case could never be handed over.
    """

    issue_id: str
    key: str

    def record(self, tx: Connection, act: Act) -> None:
        """Record the decision; numbers of a page never released are void, and the key serves anew."""
        super().record(tx, act)
        issue, mine = find_issue(tx, act, self.issue_id), sheets_of(tx, act, self.issue_id)
        if issue.p0_sha256 is not None or any(sheet.state is not SheetState.RESERVED for sheet in mine):
            return
        for sheet in mine:
            void = SheetOutcome(number=sheet.number, state=SheetState.VOID, reason=SpoilReason.RECORD_CHANGED)
            move_sheet(tx, act, sheet, void)
        lapse_waiting(tx, act, self.issue_id)
        own = (answers.c.town_code == act.town) & (answers.c.idempotency_key == self.key)
        tx.execute(delete(answers).where(own))


def renewed(tx: Connection, act: Act, kept: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return the answer kept under ``key`` with its page composed anew; record that numbers leave once more.

    The same page or none: 409 RECORD_CHANGED or ISSUE_HELD where the issue is not what it was (its numbers
    then are void), and a conflict once its case has ended, for then nobody prints it any more.
    """
    issue = own_issue(tx, act, str(kept["issue_id"]))
    open_case_of(tx, act, issue.case_id)
    try:
        standing = still_as_decided(tx, act, issue, "allot_again")
    except DecidedAgainst as error:
        raise NoLonger(
            error.status,
            error.code,
            error.detail,
            error.case_id,
            error.step,
            error.decision,
            issue.issue_id,
            key,
        ) from error
    note_numbers(tx, act, read_request(issue.request))
    return {**kept, "model": asdict(standing.model)}

"""A supervisor gives an end to the paper and the case of a clerk who is gone; a colleague does not."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from counter_app.domain.sheets import SheetOutcome, SheetState, SpoilReason
from gateway.counter.allotting import Allotment
from gateway.counter.cases import CaseState
from gateway.counter.closing import hand_over, record_outcome, record_sheets
from gateway.counter.office import Act, Role, Staff
from gateway.counter.releasing import release
from gateway.refusals import Refusal
from gateway.store.tables import cases, sheets
from tests.unit.gateway.desk import OTHER_CLERK, TOWN, Desk

SUPERVISOR = Staff(town_code=TOWN, staff_id="2001", name="架空　桜", role=Role.SUPERVISOR)


def _printed(desk: Desk, case_id: str) -> Allotment:
    issue = desk.allot(case_id)
    desk.write(lambda tx: release(tx, desk.act, issue.issue_id, "a" * 64, "build-1"))
    _record(desk, desk.act, issue, SheetState.SPOOLED)
    return issue


def _record(
    desk: Desk, act: Act, issue: Allotment, state: SheetState, reason: SpoilReason | None = None
) -> int:
    outcomes = tuple(SheetOutcome(number=one.number, state=state, reason=reason) for one in issue.stamps)
    return desk.write(lambda tx: record_sheets(tx, act, issue.issue_id, outcomes))


@pytest.mark.parametrize("state", [SheetState.SPOILED, SheetState.VOID])
def test_a_supervisor_ends_the_sheets_and_the_case_and_the_record_says_it_was_he(
    desk: Desk, state: SheetState
) -> None:
    case_id = desk.open()
    issue, supervisor = _printed(desk, case_id), desk.as_staff(SUPERVISOR)

    assert _record(desk, supervisor, issue, state, SpoilReason.VISITOR_LEFT) == 1
    desk.write(lambda tx: record_outcome(tx, supervisor, case_id, CaseState.WITHDRAWN, "visitor_left"))

    with desk.store.reading() as tx:
        sheet = tx.execute(select(sheets.c.state, sheets.c.changed_by)).one()
        case = tx.execute(select(cases.c.outcome, cases.c.staff_id, cases.c.ended_by)).one()
    assert tuple(sheet) == (state.value, "2001")
    assert tuple(case) == ("withdrawn", "1001", "2001")


def test_the_printer_a_clerk_left_busy_is_free_again(desk: Desk) -> None:
    left, waiting = _printed(desk, desk.open()), desk.allot(desk.open())
    _record(desk, desk.as_staff(SUPERVISOR), left, SheetState.SPOILED, SpoilReason.VISITOR_LEFT)

    desk.write(lambda tx: release(tx, desk.act, waiting.issue_id, "a" * 64, "build-1"))


def test_a_supervisor_does_not_collate_or_hand_over_in_a_clerks_place(desk: Desk) -> None:
    issue, supervisor = _printed(desk, desk.open()), desk.as_staff(SUPERVISOR)

    with pytest.raises(Refusal) as collated:
        _record(desk, supervisor, issue, SheetState.COLLATED)
    with pytest.raises(Refusal) as handed_over:
        desk.write(lambda tx: hand_over(tx, supervisor, issue.issue_id))

    assert (collated.value.status, handed_over.value.status) == (403, 403)


def test_a_supervisor_serves_his_own_cases_like_a_clerk(desk: Desk) -> None:
    own = Desk(store=desk.store, core=desk.core, clock=desk.clock, act=desk.as_staff(SUPERVISOR))
    issue = _printed(own, own.open())

    assert _record(own, own.act, issue, SheetState.COLLATED) == 1


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SUPERVISOR}))
def test_nobody_else_ends_anothers_sheet_or_case(desk: Desk, role: Role) -> None:
    case_id = desk.open()
    issue = _printed(desk, case_id)
    other = desk.as_staff(
        Staff(town_code=TOWN, staff_id=OTHER_CLERK.staff_id, name=OTHER_CLERK.name, role=role)
    )

    with pytest.raises(Refusal) as sheet:
        _record(desk, other, issue, SheetState.SPOILED, SpoilReason.JAM)
    with pytest.raises(Refusal) as case:
        desk.write(lambda tx: record_outcome(tx, other, case_id, CaseState.HELD, "visitor_left"))

    assert (sheet.value.status, case.value.status) == (403, 403)


def test_a_case_that_has_ended_stays_as_it_ended(desk: Desk) -> None:
    case_id = desk.open()
    desk.write(lambda tx: record_outcome(tx, desk.act, case_id, CaseState.WITHDRAWN, "visitor_left"))

    with pytest.raises(Refusal, match="ended"):
        desk.write(lambda tx: record_outcome(tx, desk.as_staff(SUPERVISOR), case_id, CaseState.HELD, "late"))

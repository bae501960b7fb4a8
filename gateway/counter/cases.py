"""Cases: opened once, served by the clerk who opened them, ended once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, insert, select, update

from gateway.clock import stamp, today
from gateway.counter.numbers import next_number
from gateway.counter.office import ENDS_FOR_OTHERS, Act
from gateway.refusals import conflict, forbidden, not_found
from gateway.store.tables import case_persons, cases


class CaseState(StrEnum):
    """How a case stands in the ledger."""

    OPEN = "open"
    HELD = "held"
    WITHDRAWN = "withdrawn"
    HANDED_OVER = "handed_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as recorded. ``number`` is its reception number of ``day``."""

    case_id: str
    number: str
    day: str
    staff_id: str
    state: CaseState


def open_case(tx: Connection, act: Act, case_id: str, visit_id: str) -> str:
    """Open a case and return its reception number (``031``); a used id is a conflict."""
    act.must_serve()
    known = select(cases.c.case_id).where(cases.c.town_code == act.town, cases.c.case_id == case_id)
    if tx.execute(known).first() is not None:
        raise conflict("the case exists")
    day = today(act.office.clock)
    number = f"{next_number(tx, act.town, day, 'case'):03d}"
    tx.execute(
        insert(cases).values(
            town_code=act.town,
            case_id=case_id,
            visit_id=visit_id,
            day=day.isoformat(),
            number=number,
            staff_id=act.staff.staff_id,
            opened_at=stamp(act.office.clock),
            outcome=CaseState.OPEN.value,
            reason="",
        )
    )
    return number


def recorded_case(tx: Connection, act: Act, case_id: str) -> Case:
    """Return a case of the town, locked for this transaction; 404 if it has none of that id."""
    query = select(cases).where(cases.c.town_code == act.town, cases.c.case_id == case_id).with_for_update()
    row = tx.execute(query).mappings().first()
    if row is None:
        raise not_found("no such case")
    return Case(
        case_id=row["case_id"],
        number=row["number"],
        day=row["day"],
        staff_id=row["staff_id"],
        state=CaseState(row["outcome"]),
    )


def case_of(tx: Connection, act: Act, case_id: str) -> Case:
    """Return one of the clerk's own cases; 404 and 403 otherwise."""
    act.must_serve()
    case = recorded_case(tx, act, case_id)
    if case.staff_id != act.staff.staff_id:
        raise forbidden("the case of another clerk")
    return case


def open_case_of(tx: Connection, act: Act, case_id: str) -> Case:
    """Return one of the clerk's own cases that has not ended; a conflict if it has."""
    return _open(case_of(tx, act, case_id))


def open_case_to_end(tx: Connection, act: Act, case_id: str) -> Case:
    """Return an open case that this person may end: one's own, a supervisor any of the town."""
    if act.staff.role not in ENDS_FOR_OTHERS:
        return open_case_of(tx, act, case_id)
    return _open(recorded_case(tx, act, case_id))


def _open(case: Case) -> Case:
    if case.state is not CaseState.OPEN:
        raise conflict("the case has ended")
    return case


def shown_in_visit(tx: Connection, act: Act, case_id: str) -> frozenset[str]:
    """Return the ids of everybody shown to the clerk of the case in the cases of the same visit.

    Of its clerk, whoever acts: what an approver looked at opens nothing to anybody (``case_persons``).
    """
    here = cases.alias()
    of_case = select(here).where(here.c.town_code == act.town, here.c.case_id == case_id).subquery()
    same = (
        cases.c.town_code == act.town,
        cases.c.staff_id == select(of_case.c.staff_id).scalar_subquery(),
        cases.c.visit_id == select(of_case.c.visit_id).scalar_subquery(),
    )
    persons = case_persons.join(
        cases,
        (case_persons.c.town_code == cases.c.town_code) & (case_persons.c.case_id == cases.c.case_id),
    )
    query = select(case_persons.c.resident_id).select_from(persons).where(*same)
    return frozenset(tx.execute(query).scalars())


def end_case(tx: Connection, act: Act, case_id: str, state: CaseState, reason: str = "") -> None:
    """Record how a case ended."""
    tx.execute(
        update(cases)
        .where(cases.c.town_code == act.town, cases.c.case_id == case_id)
        .values(outcome=state.value, reason=reason, ended_by=act.staff.staff_id)
    )

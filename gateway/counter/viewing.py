"""Searching and reading residents, every look of it recorded under its case (knowledge/domain.md 2.4)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from counter_app.domain.residents import Household
from gateway.clock import stamp
from gateway.cores.port import Criteria
from gateway.counter.cases import open_case_of, shown_in_visit
from gateway.counter.disclosure import Hit, hit, household_view
from gateway.counter.finding import may_be_found
from gateway.counter.office import Act
from gateway.counter.view_log import note_view
from gateway.refusals import not_found
from gateway.store.tables import case_persons

MOST_HITS = 20
MOST_ASKED = 200


def find_residents(tx: Connection, act: Act, case_id: str, criteria: Criteria) -> tuple[Hit, ...]:
    """Find at most 20 persons for an open case and record that they were shown.

    More are asked of the core, since those whom the criteria may not find are left out of its answer.
    """
    open_case_of(tx, act, case_id)
    core = act.office.core
    known = core.find(criteria, MOST_ASKED)
    found = [person for person in known if may_be_found(person, criteria)][:MOST_HITS]
    _record(tx, act, case_id, "search", [person.resident.resident_id for person in found])
    return tuple(hit(person, core.household(person.resident.household_id)) for person in found)


def read_household(tx: Connection, act: Act, case_id: str, resident_id: str) -> Household:
    """Return the household of a person shown to this clerk in this visit; 404 for any other: no browsing.

    Of the visit, not of the case: a further request takes over who was identified in the first one, and where
    the record changed meanwhile the counter reads it again in the case at hand, under which it is recorded.
    """
    open_case_of(tx, act, case_id)
    shown = resident_id in shown_in_visit(tx, act, case_id)
    person = act.office.core.person(resident_id) if shown else None
    if person is None:
        raise not_found("nobody of that id was found in this visit")
    members = act.office.core.household(person.resident.household_id)
    _record(tx, act, case_id, "household", [member.resident.resident_id for member in members])
    at, elsewhere = stamp(act.office.clock), act.office.core.concealed()
    return household_view(members, at, asked_for=resident_id, elsewhere=elsewhere)


def _shown(tx: Connection, act: Act, case_id: str, resident_id: str) -> bool:
    query = select(case_persons.c.resident_id).where(
        case_persons.c.town_code == act.town,
        case_persons.c.case_id == case_id,
        case_persons.c.resident_id == resident_id,
    )
    return tx.execute(query).first() is not None


def _record(tx: Connection, act: Act, case_id: str, kind: str, shown: Sequence[str]) -> None:
    note_view(tx, act, case_id, kind, shown)
    for resident_id in shown:
        if not _shown(tx, act, case_id, resident_id):
            tx.execute(
                insert(case_persons).values(town_code=act.town, case_id=case_id, resident_id=resident_id)
            )

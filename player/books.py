"""The books of a whole run, held against each other: the gateway's ledger and the printer's paper.

The ledger is read from its own file, so that nothing a program says of itself is believed.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from player.chaos.oracle import NEVER_ON_PAPER, Books, numbers_on
from player.paper import PrintedFile
from player.report import Broken, CaseBooks
from player.scenario import CaseEnd

OUTSIDE = "(no case)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A run's books. ``order``: the ids of its cases by order of opening, as the counter said them.

    ``approvals``: rows of the ledger as ``read_approvals`` gives them.
    """

    books: Books
    printed: Sequence[PrintedFile]
    order: Sequence[str]
    approvals: Sequence[Mapping[str, str]] = ()

    def cases(self) -> list[CaseBooks]:
        """Every case of the ledger; those that the counter opened first, in its order."""
        known = [str(case["case_id"]) for case in self.books.cases]
        ordered = [case for case in self.order if case in known]
        return [self._case(each) for each in [*ordered, *(each for each in known if each not in ordered)]]

    def case_of(self, number: str) -> str:
        """The id of the case that a sheet's number was given to."""
        issues = {sheet["number"]: sheet["issue_id"] for sheet in self.books.sheets}
        cases = {issue["issue_id"]: str(issue["case_id"]) for issue in self.books.issues}
        return cases.get(issues.get(number, ""), OUTSIDE)

    def _case(self, case_id: str) -> CaseBooks:
        row = next(case for case in self.books.cases if case["case_id"] == case_id)
        issues = {issue["issue_id"] for issue in self.books.issues if issue["case_id"] == case_id}
        sheets = [sheet for sheet in self.books.sheets if sheet["issue_id"] in issues]
        own = {sheet["number"] for sheet in sheets}
        came_out = [number for each in self.printed for number in numbers_on(each) if number in own]
        return CaseBooks(
            number=str(row["number"]),
            outcome=str(row["outcome"]),
            issues=len(issues),
            sheets=dict(Counter(str(sheet["state"]) for sheet in sheets)),
            on_paper=len(came_out),
            paid=sum(payment["amount"] for payment in self.books.payments if payment["issue_id"] in issues),
            approvals=[
                f"{each['state']} {each['by']}".strip()
                for each in self.approvals
                if each["case_id"] == case_id
            ],
        )


def read_approvals(ledger: Path) -> list[dict[str, str]]:
    """Every approval of the ledger's file in the order of asking: ``case_id``, ``state``, ``by`` whom."""
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        found = connection.execute(
            "SELECT case_id, state, coalesce(username, '') AS by FROM approvals "
            "LEFT JOIN staff ON staff.staff_id = decided_by ORDER BY asked_at"
        )
        return [dict(row) for row in found]


def judge(ends: Sequence[CaseEnd], told: Told) -> list[Broken]:
    """Return what does not hold of the books, as one finding ``end.cases``; nothing if all does."""
    found = [*_stated(ends, told), *_paper(told)]
    return [Broken(what="end.cases", detail="; ".join(found))] if found else []


def _stated(ends: Sequence[CaseEnd], told: Told) -> Iterator[str]:
    cases = told.cases()
    if len(cases) != len(ends):
        yield f"the ledger has {len(cases)} cases, not {len(ends)}"
    for end in ends:
        if end.case > len(cases):
            continue
        found = cases[end.case - 1]
        said = CaseEnd(
            case=end.case,
            outcome=found.outcome,
            sheets=found.sheets,
            on_paper=found.on_paper,
            paid=found.paid,
            approvals=found.approvals,
        )
        if said != end:
            yield f"case {end.case}: {said.model_dump(exclude={'case'})}"


def _paper(told: Told) -> Iterator[str]:
    states = {sheet["number"]: str(sheet["state"]) for sheet in told.books.sheets}
    times = Counter(number for each in told.printed for number in numbers_on(each))
    for number, count in times.items():
        if count > 1:
            yield f"sheet {number} came out {count} times"
        if states.get(number, "reserved") in NEVER_ON_PAPER:
            yield f"sheet {number} is on paper, and {states.get(number, 'unknown')} in the ledger"
    for each in told.printed:
        cases = {told.case_of(number) for number in numbers_on(each)}
        if len(cases) > 1:
            yield f"{each.path.name} holds sheets of {len(cases)} cases"
    for number, state in states.items():
        if state == "handed_over" and not times[number]:
            yield f"sheet {number} is handed over and never came out"

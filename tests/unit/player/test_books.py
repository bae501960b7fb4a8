"""The books of a run: each planted disagreement between ledger and paper is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from player.books import Told, judge
from player.chaos.oracle import Books
from player.paper import PrintedFile
from player.scenario import CaseEnd

FIRST, SECOND, THIRD = (f"999999-01-20260401-00000{n}-1/1" for n in (1, 2, 3))


def _sheet(number: str, issue: str, state: str) -> Mapping[str, Any]:
    return {"number": number, "issue_id": issue, "state": state}


def _paper(*numbers: str) -> PrintedFile:
    name = Path("-".join(number[24:26] for number in numbers))
    return PrintedFile(path=name, sha256="", pages=1, codes=("CODE",), text="\n".join(numbers))


BOOKS = Books(
    cases=[
        {"case_id": "c-1", "number": "001", "outcome": "handed_over"},
        {"case_id": "c-2", "number": "002", "outcome": "open"},
    ],
    issues=[
        {"issue_id": "i-1", "case_id": "c-1"},
        {"issue_id": "i-2", "case_id": "c-1"},
        {"issue_id": "i-3", "case_id": "c-2"},
    ],
    sheets=[
        _sheet(FIRST, "i-1", "void"),
        _sheet(SECOND, "i-2", "handed_over"),
        _sheet(THIRD, "i-3", "reserved"),
    ],
    payments=[{"issue_id": "i-2", "amount": 300}],
)
APPROVALS = [
    {"case_id": "c-1", "state": "returned", "by": "sato"},
    {"case_id": "c-1", "state": "approved", "by": "sato"},
]
TOLD = Told(books=BOOKS, printed=[_paper(SECOND)], order=["c-1", "c-2"], approvals=APPROVALS)
ENDS = [
    CaseEnd(
        case=1,
        sheets={"void": 1, "handed_over": 1},
        on_paper=1,
        paid=300,
        approvals=["returned sato", "approved sato"],
    ),
    CaseEnd(case=2, outcome="open", sheets={"reserved": 1}, on_paper=0),
]


def test_books_that_say_what_the_scenario_states_have_nothing_broken() -> None:
    assert judge(ENDS, TOLD) == []
    assert [case.issues for case in TOLD.cases()] == [2, 1]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (replace(TOLD, printed=[_paper(SECOND), _paper(SECOND)]), "came out 2 times"),
        (replace(TOLD, printed=[]), "never came out"),
        (replace(TOLD, printed=[_paper(SECOND), _paper(THIRD)]), "on paper, and reserved"),
        (replace(TOLD, printed=[_paper(SECOND, FIRST, THIRD)]), "holds sheets of 2 cases"),
        (replace(TOLD, books=replace(BOOKS, cases=BOOKS.cases[:1])), "has 1 cases, not 2"),
        (replace(TOLD, books=replace(BOOKS, payments=[*BOOKS.payments, *BOOKS.payments])), "'paid': 600"),
        (replace(TOLD, books=replace(BOOKS, payments=[])), "'paid': 0"),
        (replace(TOLD, books=replace(BOOKS, sheets=BOOKS.sheets[1:])), "case 1:"),
        (replace(TOLD, order=["c-2", "c-1"]), "case 2:"),
        (replace(TOLD, approvals=APPROVALS[1:]), "'approvals': ['approved sato']"),
        (replace(TOLD, approvals=[APPROVALS[0], {**APPROVALS[1], "by": "yamada2"}]), "approved yamada2"),
    ],
)
def test_each_disagreement_is_found_and_named_once(told: Told, says: str) -> None:
    broken = judge(ENDS, told)

    assert [each.what for each in broken] == ["end.cases"]
    assert says in broken[0].detail


def test_paper_that_no_ledger_knows_is_found() -> None:
    stray = SECOND.replace("000002", "000009")

    assert (
        "unknown in the ledger"
        in judge(ENDS, replace(TOLD, printed=[_paper(SECOND), _paper(stray)]))[0].detail
    )


def test_a_case_that_the_counter_never_spoke_of_comes_last() -> None:
    assert [case.number for case in replace(TOLD, order=["c-2"]).cases()] == ["002", "001"]

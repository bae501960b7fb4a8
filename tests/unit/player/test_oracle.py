"""The oracle finds each way in which paper, ledger and money can disagree, and is silent when they agree."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from player.chaos.oracle import Books, Visit, findings
from player.paper import PrintedFile

NUMBER = "999997-01-20261123-000030-1/1"
CASE, ISSUE = "case-1", "issue-1"


def _sheet(state: str, number: str = NUMBER) -> dict[str, Any]:
    return {"number": number, "issue_id": ISSUE, "state": state}


BOOKS = Books(
    cases=[{"case_id": CASE, "day": "2026-11-23", "number": "001", "outcome": "handed_over"}],
    issues=[
        {"issue_id": ISSUE, "case_id": CASE, "job": "J", "fee": 300, "handed_over_at": "2026-11-23T10:00"}
    ],
    sheets=[_sheet("handed_over")],
    payments=[{"issue_id": ISSUE, "amount": 300}],
)
PAPER = PrintedFile(path=Path("1.bin"), sha256="", pages=1, codes=("CODE",), text=f"証明書 {NUMBER}")
VISIT = Visit(case=CASE, handed_over=(NUMBER,), paid=True)


def _found(books: Books = BOOKS, paper: tuple[PrintedFile, ...] = (PAPER,), *visits: Visit) -> list[str]:
    return list(findings(books, paper, visits or (VISIT,)))


def test_nothing_is_found_when_all_agree() -> None:
    assert _found() == []


@pytest.mark.parametrize(
    ("books", "wrong"),
    [
        (replace(BOOKS, sheets=[]), "is on paper and in no ledger"),
        (replace(BOOKS, sheets=[_sheet("reserved")]), "is on paper and reserved in the ledger"),
        (replace(BOOKS, sheets=[_sheet("collated")]), "never ended (collated)"),
        (replace(BOOKS, sheets=[_sheet("spoiled")]), "was handed over and the ledger does not know"),
        (
            replace(
                BOOKS, sheets=[_sheet("handed_over"), _sheet("handed_over", NUMBER.replace("30-", "31-"))]
            ),
            "is handed over and never came out",
        ),
        (replace(BOOKS, cases=[BOOKS.cases[0] | {"outcome": "open"}]), "never ended"),  # type: ignore[operator]
        (replace(BOOKS, issues=[*BOOKS.issues, BOOKS.issues[0] | {"issue_id": "2"}]), "handed over 2 issues"),  # type: ignore[operator]
        (replace(BOOKS, payments=[]), "was handed over and paid 0 times"),
        (replace(BOOKS, payments=[*BOOKS.payments, *BOOKS.payments]), "was handed over and paid 2 times"),
        (replace(BOOKS, payments=[{"issue_id": ISSUE, "amount": 600}]), "costs 300 and 600 was paid"),
        (
            replace(BOOKS, issues=[BOOKS.issues[0] | {"handed_over_at": None}]),  # type: ignore[operator]
            "was paid and not handed over",
        ),
    ],
)
def test_a_ledger_that_disagrees_is_named(books: Books, wrong: str) -> None:
    assert any(wrong in line for line in _found(books)), _found(books)


def test_a_sheet_that_came_out_twice_is_doubled() -> None:
    assert any(
        "came out 2 times" in line for line in _found(BOOKS, (PAPER, replace(PAPER, path=Path("2.bin"))))
    )


def test_a_form_bears_no_sheet_although_it_names_its_number() -> None:
    form = replace(PAPER, codes=("",))
    assert _found(BOOKS, (PAPER, form)) == []


def test_a_sheet_in_two_hands_is_doubled() -> None:
    found = _found(BOOKS, (PAPER,), VISIT, VISIT)
    assert any("went into a hand 2 times" in line for line in found)


def test_a_sheet_in_nobodys_hand_is_lost() -> None:
    found = _found(BOOKS, (PAPER,), Visit(case=CASE, handed_over=(), paid=True))
    assert any("nobody has it" in line for line in found)


def test_the_drawer_is_counted() -> None:
    found = _found(BOOKS, (PAPER,), replace(VISIT, paid=False))
    assert "money: case case-1 paid 0 times at the counter, 1 in the ledger" in found

"""Compares paper, ledger and money, and believes none of the programs under test.

``python -m player.chaos.oracle --ledger LEDGER.sqlite3 --printer FOLDER --visits VISITS.json`` prints one
finding a line and exits with 1 if there is one. It reads three things only: the gateway's database file, the
documents the printer gave out, and what the clerk did with his hands (``[{"case", "handed_over": [numbers],
"paid"}]``).
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from player import paper
from player.paper import PrintedFile

SHEET_NUMBER = re.compile(r"[0-9]{6}-[0-9]{2}-[0-9]{8}-[0-9]{6}-[0-9]+/[0-9]+")
ENDED = frozenset({"handed_over", "spoiled", "void"})
NEVER_ON_PAPER = frozenset({"reserved"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a clerk did for one visitor: the sheets he put into his hand, and whether he took the fee."""

    case: str
    handed_over: tuple[str, ...]
    paid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """Rows of the gateway's ledger by table."""

    cases: Sequence[Mapping[str, Any]]
    issues: Sequence[Mapping[str, Any]]
    sheets: Sequence[Mapping[str, Any]]
    payments: Sequence[Mapping[str, Any]]


def read_books(ledger: Path) -> Books:
    """Read the ledger's file without writing to it."""
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row

        def rows(table: str) -> list[dict[str, Any]]:
            return [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608 -- ours

        return Books(
            cases=rows("cases"), issues=rows("issues"), sheets=rows("sheets"), payments=rows("payments")
        )


def numbers_on(printed: PrintedFile) -> list[str]:
    """The sheet numbers a person reads on the pages of a certificate; none on a form or a test page."""
    return SHEET_NUMBER.findall(printed.text) if any(printed.codes) else []


def findings(books: Books, printed: Sequence[PrintedFile], visits: Sequence[Visit]) -> Iterator[str]:
    """Every disagreement, each in one line; none is what is wanted."""
    on_paper = Counter(number for each in printed for number in numbers_on(each))
    sheets = {sheet["number"]: sheet for sheet in books.sheets}
    for number, times in on_paper.items():
        if number not in sheets:
            yield f"lost: sheet {number} is on paper and in no ledger"
        elif sheets[number]["state"] in NEVER_ON_PAPER:
            yield f"lost: sheet {number} is on paper and {sheets[number]['state']} in the ledger"
        if times > 1:
            yield f"doubled: sheet {number} came out {times} times"
    for number, sheet in sheets.items():
        if sheet["state"] not in ENDED:
            yield f"lost: sheet {number} never ended ({sheet['state']})"
        if sheet["state"] == "handed_over" and not on_paper[number]:
            yield f"lost: sheet {number} is handed over and never came out"
    yield from _cases(books, visits)
    yield from _money(books, visits)


def _cases(books: Books, visits: Sequence[Visit]) -> Iterator[str]:
    by_hand = Counter(number for visit in visits for number in visit.handed_over)
    by_ledger = {sheet["number"] for sheet in books.sheets if sheet["state"] == "handed_over"}
    for number, times in by_hand.items():
        if times > 1:
            yield f"doubled: sheet {number} went into a hand {times} times"
        if number not in by_ledger:
            yield f"lost: sheet {number} was handed over and the ledger does not know"
    for number in sorted(by_ledger - set(by_hand)):
        yield f"lost: sheet {number} is handed over in the ledger and nobody has it"
    given = Counter(issue["case_id"] for issue in books.issues if issue["handed_over_at"])
    for case in books.cases:
        name = f"case {case['day']} {case['number']}"
        if case["outcome"] == "open":
            yield f"lost: {name} never ended"
        if given[case["case_id"]] > 1:
            yield f"doubled: {name} handed over {given[case['case_id']]} issues"
    served = Counter(visit.case for visit in visits if visit.handed_over)
    for case_id, times in served.items():
        if given[case_id] != times:
            yield f"lost: case {case_id} was served {times} times and the ledger knows {given[case_id]}"


def _money(books: Books, visits: Sequence[Visit]) -> Iterator[str]:
    paid = Counter(payment["issue_id"] for payment in books.payments)
    amounts = {payment["issue_id"]: payment["amount"] for payment in books.payments}
    for issue in books.issues:
        handed, times = bool(issue["handed_over_at"]), paid[issue["issue_id"]]
        amount, name = amounts.get(issue["issue_id"], 0), f"money: issue {issue['job']}"
        if handed and times != 1:
            yield f"{name} was handed over and paid {times} times"
        if handed and amount != issue["fee"]:
            yield f"{name} costs {issue['fee']} and {amount} was paid"
        if not handed and times:
            yield f"{name} was paid and not handed over"
    case_of = {issue["issue_id"]: issue["case_id"] for issue in books.issues}
    booked = Counter(case_of.get(payment["issue_id"], "") for payment in books.payments)
    drawer = Counter(visit.case for visit in visits if visit.paid)
    for case in sorted(drawer | booked):
        if drawer[case] != booked[case]:
            yield f"money: case {case} paid {drawer[case]} times at the counter, {booked[case]} in the ledger"


def main(argv: Sequence[str]) -> int:
    """Compare and print; exit 1 if something disagrees."""
    parser = argparse.ArgumentParser(prog="python -m player.chaos.oracle")
    parser.add_argument("--ledger", type=Path, required=True)
    parser.add_argument("--printer", type=Path, required=True)
    parser.add_argument("--visits", type=Path, required=True)
    told = parser.parse_args(argv)
    visits = [
        Visit(case=each["case"], handed_over=tuple(each["handed_over"]), paid=each["paid"])
        for each in json.loads(told.visits.read_text(encoding="utf-8"))
    ]
    printed = [
        paper.read(path) for path in sorted(told.printer.glob("*.bin")) if path.read_bytes()[:4] == b"%PDF"
    ]
    found = list(findings(read_books(told.ledger), printed, visits))
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from player.judging import Evidence, judge, squeezed
from player.paper import PrintedFile
from player.report import Case, Failure, StateReached
from player.scenario import End

NAME = "渡邊\U000e010e　葛\U000e0102美"


def _ledger(**changes: object) -> dict[str, Any]:
    return {
        "case_id": "c-1",
        "case_outcome": "handed_over",
        "certificate": "J01",
        "fee": 300,
        "payment": {"amount": 300},
        "sheets": [
            {"number": "n-1/2", "state": "handed_over", "code": "A"},
            {"number": "n-2/2", "state": "handed_over", "code": "B"},
        ],
    } | changes


PAPER = PrintedFile(
    path=Path("copy.pdf"), sha256="5" * 64, pages=2, codes=("A", "B"), text=f"氏名 {NAME}\r\n省略"
)
GOOD = Evidence(
    case=Case(id="c-1", number="001", states=[StateReached(name="Closed:handed_over", at="")]),
    ledger=_ledger(),
    told=(("n-1/2", "collated"), ("n-2/2", "collated")),
    printed=PAPER,
    submitted_sha256="5" * 64,
    card_apdus=40,
    failures=(),
    screenshots=8,
)
END = End(
    sheets=2,
    certificate="J01",
    pdf_contains=[NAME],
    pdf_lacks=["本籍"],
    card_was_read=True,
    screenshots=8,
)


def test_a_run_in_which_everything_holds_has_nothing_broken() -> None:
    assert judge(END, GOOD) == []


@pytest.mark.parametrize(
    ("key", "evidence"),
    [
        ("outcome", replace(GOOD, ledger=_ledger(case_outcome="withdrawn"))),
        ("outcome", replace(GOOD, ledger={})),
        ("certificate", replace(GOOD, ledger=_ledger(certificate="J03"))),
        ("sheets", replace(GOOD, ledger=_ledger(sheets=[]))),
        (
            "sheet_state",
            replace(
                GOOD,
                ledger=_ledger(
                    sheets=[
                        {"number": "1", "state": "spoiled", "code": "A"},
                        {"number": "2", "state": "handed_over", "code": "B"},
                    ]
                ),
            ),
        ),
        ("ledger_agrees", replace(GOOD, ledger=_ledger(case_id="c-2"))),
        ("ledger_agrees", replace(GOOD, printed=replace(PAPER, codes=("A", "A")))),
        ("ledger_agrees", replace(GOOD, ledger=_ledger(payment={"amount": 600}))),
        ("ledger_agrees", replace(GOOD, ledger=_ledger(payment=None))),
        ("ledger_agrees", replace(GOOD, case=Case(id="c-1", number="001", states=[]))),
        ("ledger_agrees", replace(GOOD, told=GOOD.told[:1])),
        ("ledger_agrees", replace(GOOD, told=(("n-1/2", "spooled"), ("n-2/2", "collated")))),
        ("pdf_contains", replace(GOOD, printed=replace(PAPER, text="渡邊　葛美"))),
        ("pdf_contains", replace(GOOD, printed=None)),
        ("pdf_lacks", replace(GOOD, printed=replace(PAPER, text=PAPER.text + "本籍"))),
        ("copy_is_equal", replace(GOOD, printed=replace(PAPER, sha256="6" * 64))),
        ("copy_is_equal", replace(GOOD, submitted_sha256="")),
        ("card_was_read", replace(GOOD, card_apdus=0)),
        ("screenshots", replace(GOOD, screenshots=7)),
        ("failures", replace(GOOD, failures=(Failure(code="CARD_PULLED"),))),
    ],
)
def test_what_does_not_hold_is_named_by_its_key(key: str, evidence: Evidence) -> None:
    assert f"end.{key}" in {broken.what for broken in judge(END, evidence)}


def test_a_failure_that_the_scenario_expects_must_have_been_shown() -> None:
    end = END.model_copy(update={"failures": ["PRINTER_JAMMED"]})

    assert [broken.what for broken in judge(end, GOOD)] == ["end.failures"]


def test_spaces_and_lines_do_not_matter_but_selectors_do() -> None:
    assert squeezed("渡邊\U000e010e　\r\n 葛") == "渡邊\U000e010e葛"

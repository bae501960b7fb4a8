"""What must be true at the end, held against what the processes left behind."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from player.paper import PrintedFile
from player.report import Broken, Case, Failure
from player.scenario import End


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a run left: the case by the feed, its issue by the ledger, its sheets by the printer.

    ``ledger`` is empty where nothing was issued; ``submitted_sha256`` where nothing was submitted. ``told``
    is the counter's own account of its sheets: number and state, as its journal had them last.
    """

    case: Case
    ledger: Mapping[str, Any]
    told: tuple[tuple[str, str], ...]
    printed: PrintedFile | None
    submitted_sha256: str
    card_apdus: int
    failures: tuple[Failure, ...]
    screenshots: int


def judge(end: End, evidence: Evidence) -> list[Broken]:
    """Return everything that does not hold, each under its key in ``[end]``."""
    wrong: list[Broken] = []
    for check in (_case, _sheets, _ledger, _page, _run):
        wrong += [Broken(what=f"end.{key}", detail=detail) for key, detail in check(end, evidence)]
    return wrong


_SPACES = ("Zs", "Zl", "Zp", "Cc")

Findings = Iterator[tuple[str, str]]


def squeezed(text: str) -> str:
    """Text without any space or line break: a PDF has no word spaces of its own."""
    return "".join(character for character in text if unicodedata.category(character) not in _SPACES)


def _case(end: End, evidence: Evidence) -> Findings:
    outcome = evidence.ledger.get("case_outcome", "none")
    if outcome != end.outcome:
        yield "outcome", f"the gateway says {outcome}"
    certificate = evidence.ledger.get("certificate", "none")
    if end.certificate and certificate != end.certificate:
        yield "certificate", f"{certificate} was issued"


def _sheets(end: End, evidence: Evidence) -> Findings:
    sheets = evidence.ledger.get("sheets", [])
    if len(sheets) != end.sheets:
        yield "sheets", f"the ledger has {len(sheets)}"
    states = sorted({sheet["state"] for sheet in sheets} - {end.sheet_state})
    if states:
        yield "sheet_state", f"some are {', '.join(states)}"


def _ledger(end: End, evidence: Evidence) -> Findings:
    if not end.ledger_agrees:
        return
    if evidence.ledger.get("case_id") != evidence.case.id:
        yield "ledger_agrees", "the ledger knows another case"
    codes = [sheet["code"] for sheet in evidence.ledger.get("sheets", [])]
    paper = list(evidence.printed.codes) if evidence.printed else []
    if sorted(codes) != sorted(paper):
        yield "ledger_agrees", f"{len(set(codes) & set(paper))} of {len(codes)} codes are on the paper"
    yield from _journal(evidence)
    payment = evidence.ledger.get("payment")
    fee = evidence.ledger.get("fee")
    if end.outcome == "handed_over" and (not payment or payment["amount"] != fee):
        yield "ledger_agrees", "the fee and the payment differ"


_LAST_TOLD = {"handed_over": "collated"}
"""What the counter says last of a sheet whose state by the ledger is the key: the case is closed after it."""


def _journal(evidence: Evidence) -> Findings:
    """What the counter wrote down itself, beside the ledger of the gateway."""
    last = evidence.case.states[-1].name if evidence.case.states else ""
    outcome = evidence.ledger.get("case_outcome", "none")
    if last != f"Closed:{outcome}":
        yield (
            "ledger_agrees",
            f"the counter's journal ends with {last or 'nothing'}, the ledger with {outcome}",
        )
    ledger = {
        sheet["number"]: _LAST_TOLD.get(sheet["state"], sheet["state"])
        for sheet in evidence.ledger.get("sheets", [])
    }
    if dict(evidence.told) != ledger:
        yield "ledger_agrees", "the sheets of the counter's journal are not those of the ledger"


def _page(end: End, evidence: Evidence) -> Findings:
    text = squeezed(evidence.printed.text) if evidence.printed else ""
    absent = [wanted for wanted in end.pdf_contains if squeezed(wanted) not in text]
    if absent:
        yield "pdf_contains", f"not on the page: {absent}"
    present = [unwanted for unwanted in end.pdf_lacks if squeezed(unwanted) in text]
    if present:
        yield "pdf_lacks", f"on the page: {present}"
    if end.copy_is_equal:
        copy = evidence.printed.sha256 if evidence.printed else "nothing"
        if not evidence.submitted_sha256 or copy != evidence.submitted_sha256:
            yield "copy_is_equal", f"submitted {evidence.submitted_sha256 or 'nothing'}, received {copy}"


def _run(end: End, evidence: Evidence) -> Findings:
    if end.card_was_read and not evidence.card_apdus:
        yield "card_was_read", "no command went to a card"
    if evidence.screenshots < end.screenshots:
        yield "screenshots", f"{evidence.screenshots} were taken"
    codes = [failure.code for failure in evidence.failures]
    if codes != end.failures:
        yield "failures", f"shown were {codes}"

"""One run from the file to ``report.json`` and an exit code."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from typing import Any

from player import books, paper, report, scenario, stage
from player.books import Told
from player.broken_line import LEDGER
from player.chaos.oracle import read_books
from player.judging import Evidence, judge
from player.ledger import LedgerUnread
from player.paper import PrintedFile
from player.parts.card_lab import CardLabError
from player.parts.display import DisplayFailed
from player.parts.gateway_process import GatewayFailed
from player.parts.ipp_printer import IppPrinterFailed
from player.parts.keyring_session import KeyringSessionFailed
from player.personas import PersonaUnknown
from player.playing import Play
from player.report import Broken, Document, Report
from player.scenario import Scenario, ScenarioInvalid

PASSED, FAILED, NOT_PLAYED = 0, 1, 2
NOT_STARTED = (
    PersonaUnknown,
    GatewayFailed,
    IppPrinterFailed,
    CardLabError,
    KeyringSessionFailed,
    DisplayFailed,
)


def play(path: Path, out: Path) -> int:
    """Play the scenario in ``path`` and leave everything in ``out``.

    0: all that it states held. 1: something did not (``broken`` in the report says what). 2: not begun.
    """
    try:
        loaded = scenario.load(path)
    except (ScenarioInvalid, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return NOT_PLAYED
    out.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    try:
        with stage.opened(loaded, out) as parts:
            played = Play(loaded, parts, out, parts)
            broken = played.run()
            result = _Result(loaded, parts, out, played)
            written = result.report(path.stem, broken, time.monotonic() - started)
    except NOT_STARTED as error:
        sys.stderr.write(f"a part did not start: {error}\n")
        return NOT_PLAYED
    written.write(out)
    for each in written.broken:
        sys.stderr.write(f"{path.name}: {each.what}: {each.detail}\n")
    sys.stderr.write(f"{path.name}: {'held' if written.passed else 'BROKEN'} in {written.seconds:.0f} s\n")
    return PASSED if written.passed else FAILED


class _Result:
    """What a finished run left with the parts, gathered before they are stopped."""

    def __init__(self, loaded: Scenario, parts: stage.Stage, out: Path, played: Play) -> None:
        self._scenario = loaded
        self._stage = parts
        self._out = out
        self._played = played
        self._lines = parts.feed.lines
        self._cases = report.cases_of(self._lines)
        index = loaded.end.case - 1
        self._case = self._cases[index] if index < len(self._cases) else report.NO_CASE

    def report(self, name: str, broken: list[Broken], seconds: float) -> Report:
        """Judge and write down; ``broken`` is what ended the run early, if anything did."""
        entry = self._ledger(broken)
        submitted = self._submitted(self._last("issue").get("id", ""))
        printed = self._printed(entry)
        card = report.card_of(self._lines, self._case.id)
        failures = report.failures_of(self._lines)
        told = self._books()
        if not broken:
            evidence = Evidence(
                case=self._case,
                ledger=entry,
                told=self._told(),
                printed=printed,
                submitted_sha256=submitted.sha256 if submitted else "",
                card_apdus=card.apdu_count,
                failures=tuple(failures),
                screenshots=len(self._played.screenshots),
            )
            broken = self._judged(evidence, told)
        return Report(
            scenario=name,
            title=self._scenario.title,
            passed=not broken,
            outcome=entry.get("case_outcome", "none"),
            seconds=seconds,
            case=self._case,
            cases=self._cases,
            books=told.cases() if told else [],
            beside=[report.beside(pc.name, self._stage.at(pc.name).feed.lines) for pc in self._scenario.pcs],
            sheets=_sheets(entry, printed),
            issue=_issue(entry),
            card=card,
            pdf=self._document(submitted),
            printer_copy=self._document(printed),
            print=report.print_of(self._lines, self._case.id),
            failures=failures,
            screenshots=self._played.screenshots,
            broken=broken,
        )

    def _judged(self, evidence: Evidence, told: Told | None) -> list[Broken]:
        """Hold the case to ``[end]``; the books only where that holds, for each twin breaks one thing."""
        broken = judge(self._end(), evidence)
        return broken if broken or told is None else books.judge(self._scenario.end.cases, told)

    def _books(self) -> Told | None:
        """The books of the whole run, with the planted sheet if the fault says so."""
        if not self._scenario.end.cases:
            return None
        printed = self._stage.certificates()
        if self._scenario.fault and self._scenario.fault.kind == "double_sheet":
            printed = [*printed, *printed[-1:]]
        ledger = self._stage.directory / "gateway" / LEDGER
        return Told(
            books=read_books(ledger),
            printed=printed,
            order=[case.id for case in self._cases],
            approvals=books.read_approvals(ledger),
        )

    def _end(self) -> scenario.End:
        fault = self._scenario.fault
        if fault is None or fault.kind != "expect_text":
            return self._scenario.end
        wanted = [*self._scenario.end.pdf_contains, fault.text]
        return self._scenario.end.model_copy(update={"pdf_contains": wanted})

    def _told(self) -> tuple[tuple[str, str], ...]:
        told = [
            line["sheets"] for line in self._lines if line.get("case") == self._case.id and "sheets" in line
        ]
        return tuple((sheet["number"], sheet["state"]) for sheet in told[-1]) if told else ()

    def _last(self, key: str) -> dict[str, Any]:
        said = [line[key] for line in self._lines if line.get("case") == self._case.id and line.get(key)]
        return dict(said[-1]) if said else {}

    def _ledger(self, broken: list[Broken]) -> dict[str, Any]:
        issue = self._last("issue")
        if not issue or not self._played.user:
            return {}
        try:
            return self._stage.ledger_of(issue["id"], self._played.user)
        except LedgerUnread as error:
            if not broken:
                broken.append(Broken(what="ledger", detail=str(error)))
            return {}

    def _submitted(self, issue: str) -> PrintedFile | None:
        """The file of this issue as the program gave it to the printer; it says where it kept it."""
        said = [Path(line["submitted"]["path"]) for line in self._lines if line.get("submitted")]
        own = [path for path in said if issue and issue in path.name and path.exists()]
        return paper.read(self._keep(own[-1], "submitted.pdf")) if own else None

    def _printed(self, entry: dict[str, Any]) -> PrintedFile | None:
        """The file of this issue as the printer received it, with the planted byte if the fault says so."""
        codes = {sheet["code"] for sheet in entry.get("sheets", [])}
        own = [printed for printed in self._stage.certificates() if codes.intersection(printed.codes)]
        if not own:
            return None
        kept = self._keep(own[-1].path, "printer-copy.pdf")
        if self._scenario.fault and self._scenario.fault.kind == "change_byte":
            with kept.open("ab") as file:
                file.write(b"\n")
        return paper.read(kept)

    def _keep(self, source: Path, name: str) -> Path:
        return Path(shutil.copyfile(source, self._out / name))

    def _document(self, printed: PrintedFile | None) -> Document | None:
        if printed is None:
            return None
        path = printed.path.relative_to(self._out).as_posix()
        return Document(path=path, sha256=printed.sha256, pages=printed.pages)


def _issue(entry: dict[str, Any]) -> report.Issue:
    return report.Issue(
        certificate=entry.get("certificate", ""),
        persons=entry.get("persons", 0),
        items=entry.get("items", []),
    )


def _sheets(entry: dict[str, Any], printed: PrintedFile | None) -> list[report.Sheet]:
    on_paper = set(printed.codes) if printed else set()
    return [
        report.Sheet(
            number=sheet["number"],
            state=sheet["state"],
            code=sheet["code"] if sheet["code"] in on_paper else "",
        )
        for sheet in entry.get("sheets", [])
    ]

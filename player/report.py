"""What a run leaves behind: ``report.json``, with every path relative to its directory.

``resources/schemas/report.schema.json`` is made from these classes (a test keeps them equal). Nothing in it
is handed over from memory: states come from the program's feed, sheets from the ledger and the paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from player.feed import Line

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Relative = Annotated[str, Field(pattern=r"^[^/].*")]
Count = Annotated[int, Field(ge=0)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class StateReached(_Part):
    """A state by name, and when (ISO 8601)."""

    name: str
    at: str


class Case(_Part):
    """One case: its id, its reception number and every state it went through."""

    id: str
    number: str
    states: list[StateReached]


class Sheet(_Part):
    """A sheet of the ledger, and the code found on the paper (empty if no such paper came out)."""

    number: str
    state: str
    code: str


class Issue(_Part):
    """What was issued: catalogue number, how many persons, which sensitive items."""

    certificate: str
    persons: Count
    items: list[str]


class Card(_Part):
    """What the program says of its reading of the card; zeros if there was none."""

    apdu_count: Count
    elapsed_ms: Annotated[float, Field(ge=0)]


class Document(_Part):
    """A PDF of the run."""

    path: Relative
    sha256: Sha256
    pages: Count


class Print(_Part):
    """The printer's job and the states it went through, by its own account."""

    job_id: str
    states: list[str]


class Failure(_Part):
    """A failure code that the clerk was shown."""

    code: str


class Broken(_Part):
    """What did not hold: ``what`` is the step or the key of ``[end]``."""

    what: str
    detail: str


class CaseBooks(_Part):
    """One case by the books: the gateway's ledger, and the sheets that came out of the printer.

    ``sheets``: how many of its numbers are in which state; ``on_paper``: how many came out; ``paid``: yen;
    ``approvals``: each that was asked for, in order: its state, and the account that decided.
    """

    number: str
    outcome: str
    issues: Count
    sheets: dict[str, Count]
    on_paper: Count
    paid: Count
    approvals: list[str]


class Beside(_Part):
    """Another PC: every state its program told of."""

    name: str
    states: list[StateReached]
    failures: list[Failure]


class Report(_Part):
    """The whole report. ``outcome`` is that of the case; the run passed only if ``broken`` is empty.

    ``books``: every case of the ledger by order of opening, where the scenario states what they must say.
    """

    scenario: str
    title: str
    passed: bool
    outcome: str
    seconds: Annotated[float, Field(ge=0)]
    case: Case
    cases: list[Case]
    books: list[CaseBooks]
    beside: list[Beside]
    sheets: list[Sheet]
    issue: Issue
    card: Card
    pdf: Document | None
    printer_copy: Document | None
    print: Print
    failures: list[Failure]
    screenshots: list[Relative]
    broken: list[Broken]

    def write(self, directory: Path) -> None:
        """Write ``report.json`` into ``directory``."""
        text = self.model_dump_json(indent=2) + "\n"
        (directory / "report.json").write_text(text, encoding="utf-8")


NO_CASE = Case(id="", number="", states=[])


def case_ids(lines: Iterable[Line]) -> list[str]:
    """The ids of all cases the feed speaks of, in order of opening."""
    return list(dict.fromkeys(str(line["case"]) for line in lines if line.get("case")))


def cases_of(lines: Iterable[Line]) -> list[Case]:
    """Every case the feed speaks of, in order of opening; a state said twice in a row counts once."""
    states: dict[str, list[StateReached]] = {}
    numbers: dict[str, str] = {}
    for line in lines:
        case = line.get("case")
        if not case:
            continue
        numbers[case] = line.get("number") or numbers.get(case, "")
        reached = states.setdefault(case, [])
        if not reached or reached[-1].name != line["state"]:
            reached.append(StateReached(name=line["state"], at=line["at"]))
    return [Case(id=case, number=numbers[case], states=reached) for case, reached in states.items()]


def beside(name: str, lines: Iterable[Line]) -> Beside:
    """What a PC beside the counter told; a state said twice in a row counts once."""
    said = list(lines)
    reached: list[StateReached] = []
    for line in said:
        if not reached or reached[-1].name != line["state"]:
            reached.append(StateReached(name=line["state"], at=line["at"]))
    return Beside(name=name, states=reached, failures=failures_of(said))


def failures_of(lines: Iterable[Line]) -> list[Failure]:
    """The failure codes shown, in order; one that stays on the screen counts once."""
    shown: list[Failure] = []
    last: object = None
    for line in lines:
        code = line.get("failure") or None
        if code is not None and code != last:
            shown.append(Failure(code=code))
        last = code
    return shown


def card_of(lines: Iterable[Line], case: str) -> Card:
    """The last reading of a card in ``case``."""
    read: Mapping[str, Any] = {"apdu_count": 0, "elapsed_ms": 0.0}
    for line in lines:
        if line.get("case") == case and line.get("card"):
            read = line["card"]
    return Card(apdu_count=read["apdu_count"], elapsed_ms=float(read["elapsed_ms"]))


def print_of(lines: Iterable[Line], case: str) -> Print:
    """The last print job of ``case`` with its states; a state said twice in a row counts once."""
    job = ""
    states: list[str] = []
    for line in lines:
        said = line.get("print") if line.get("case") == case else None
        if not said:
            continue
        if said["job_id"] != job:
            job, states = said["job_id"], []
        if not states or states[-1] != said["state"]:
            states.append(said["state"])
    return Print(job_id=job, states=states)

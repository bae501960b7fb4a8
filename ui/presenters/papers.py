"""From the papers as typed to evidence; what is missing, unreadable or expired is told at its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from counter_app.domain import wareki
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.identity import (
    MUST_EXPIRE,
    NUMBERED,
    Paper,
    PaperEvidence,
    PaperKind,
    in_force,
    kept_of_number,
)
from ui.presenters.mandate import MANDATE, agent_of, entry_of, fault_of
from ui.presenters.page import NO_AGENT, Draft
from ui.view_models import PaperEntry, PaperRow, PapersSubmitted

BIRTH = "birth_date"
"""Names the birth date's field among ``Draft.faults``, ``MANDATE`` the 委任状; others are ``PaperKind``."""
NO_FAULTS: Mapping[str, str] = MappingProxyType({})
_SAID_ABOVE = {
    "expired": FailureCode.PAPER_EXPIRED,
    "expires_unreadable": FailureCode.DATE_UNREADABLE,
    BIRTH: FailureCode.DATE_UNREADABLE,
    "mandate_date": FailureCode.DATE_UNREADABLE,
}
"""What is said above the page too, because there is more to do about it than to key a field."""


def papers_typed(
    intent: PapersSubmitted, draft: Draft, today: str, *, by_agent: bool = False
) -> tuple[Draft, PaperEvidence | None]:
    """The evidence, or the draft with what stops it. A paper is good to the end of its last day.

    ``by_agent``: nothing goes on without an agent's name, address and the original of his 委任状.
    """
    typed = replace(
        draft,
        name_kana=intent.name_kana.strip(),
        birth_date=intent.birth_date.strip(),
        entries=intent.papers,
        agent=intent.agent or NO_AGENT,
        faults=NO_FAULTS,
        failure=None,
    )
    agent = agent_of(typed.agent, original_seen=typed.original_seen) if by_agent else None
    if not typed.name_kana or not intent.papers or (agent and not (agent.name and agent.address)):
        return typed, None
    born = _born(typed.birth_date, today)
    faults = {BIRTH: BIRTH} if born is None else {}
    if agent and (fault := fault_of(agent, today)):
        faults[MANDATE] = fault
    papers = []
    for entry in intent.papers:
        paper, fault = _paper(entry, today)
        papers.append(paper)
        if fault:
            faults[entry.kind] = fault
    if faults or born is None:
        return _stopped(typed, faults), None
    said = f"{born:%Y%m%d}"
    return typed, PaperEvidence(name_kana=typed.name_kana, birth_date=said, papers=tuple(papers), agent=agent)


def _stopped(typed: Draft, faults: Mapping[str, str]) -> Draft:
    said = next((_SAID_ABOVE[fault] for fault in faults.values() if fault in _SAID_ABOVE), None)
    return replace(typed, faults=faults, failure=None if said is None else Failure(code=said))


def _born(entry: str, today: str) -> date | None:
    """The birth date; None where it cannot be one."""
    try:
        born = wareki.parse_entry(entry)
    except ValueError:
        return None
    return born if born <= date.fromisoformat(today) else None


def _paper(entry: PaperEntry, today: str) -> tuple[Paper, str]:
    """The paper, and what stops it. Its number is masked here: only the end of it goes on."""
    paper = Paper(kind=PaperKind(entry.kind))
    if paper.kind in NUMBERED:
        try:
            paper = replace(paper, masked_number=kept_of_number(paper.kind, entry.number))
        except ValueError:
            return paper, "number"
    expires = entry.expires.strip()
    if not expires:
        return paper, "expires" if paper.kind in MUST_EXPIRE else ""
    try:
        paper = replace(paper, expires=wareki.parse_entry(expires).isoformat())
    except ValueError:
        return paper, "expires_unreadable"
    return paper, "" if in_force(paper, date.fromisoformat(today)) else "expired"


def paper_rows(draft: Draft) -> tuple[PaperRow, ...]:
    """The list of papers with what was typed of those shown."""
    typed = {entry.kind: entry for entry in draft.entries}
    return tuple(_row(kind, draft, typed.get(kind.value)) for kind in PaperKind)


def _row(kind: PaperKind, draft: Draft, entry: PaperEntry | None) -> PaperRow:
    return PaperRow(
        code=kind.value,
        ticked=kind.value in draft.papers,
        numbered=kind in NUMBERED,
        must_expire=kind in MUST_EXPIRE,
        number="" if entry is None else entry.number,
        expires="" if entry is None else entry.expires,
        fault=draft.faults.get(kind.value, ""),
    )


def papers_again(said: PaperEvidence) -> Draft:
    """The page as it was left for the next step: nothing the visitor said or showed is asked for twice."""
    return Draft(
        name_kana=said.name_kana,
        birth_date=wareki.print_wareki(date.fromisoformat(said.birth_date)),
        papers=frozenset(paper.kind.value for paper in said.papers),
        entries=tuple(
            PaperEntry(
                paper.kind.value,
                paper.masked_number,
                wareki.print_wareki(date.fromisoformat(paper.expires)) if paper.expires else "",
            )
            for paper in said.papers
        ),
        agent=entry_of(said.agent),
        original_seen=said.agent is not None and said.agent.original_seen,
    )

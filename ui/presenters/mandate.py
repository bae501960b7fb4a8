"""任意代理人 at the counter: from what was typed of him and his 委任状 to evidence, and back."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from counter_app.domain import wareki
from counter_app.domain.identity import Agent, Evidence, PaperEvidence
from ui.presenters.page import NO_AGENT, Draft
from ui.view_models import AgentEntry, AgentFields

MANDATE = "mandate"
"""Names the 委任状 among ``Draft.faults``; the fault is one of ``AgentFields``."""


def agent_of(entry: AgentEntry, *, original_seen: bool) -> Agent:
    """The agent as typed; a day that cannot be read stays as it was typed, and ``fault_of`` names it."""
    day = entry.mandate_date.strip()
    with suppress(ValueError):
        day = wareki.parse_entry(day).isoformat()
    return Agent(
        name=entry.name.strip(), address=entry.address.strip(), mandate_date=day, original_seen=original_seen
    )


def fault_of(agent: Agent, today: str) -> str:
    """What stops the 委任状; empty where nothing does. The rules ask the same again (``mandated``)."""
    try:
        given = date.fromisoformat(agent.mandate_date)
    except ValueError:
        return "mandate_date"
    if given > date.fromisoformat(today):
        return "mandate_later"
    return "" if agent.original_seen else "original"


def agent_fields(draft: Draft) -> AgentFields:
    """The fields of the page with what was typed there when Enter was pressed last."""
    typed = draft.agent
    return AgentFields(
        name=typed.name,
        address=typed.address,
        mandate_date=typed.mandate_date,
        original_seen=draft.original_seen,
        fault=draft.faults.get(MANDATE, ""),
    )


def entry_of(agent: Agent | None) -> AgentEntry:
    """The agent as the page was left."""
    if agent is None:
        return NO_AGENT
    day = wareki.print_wareki(date.fromisoformat(agent.mandate_date))
    return AgentEntry(agent.name, agent.address, day)


def agent_in(evidence: Evidence) -> Agent | None:
    """Who stands at the counter for the person of the register; None where he came himself."""
    return evidence.agent if isinstance(evidence, PaperEvidence) else None

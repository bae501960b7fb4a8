"""The filled request form: what the visitor signs is what was chosen, item by item."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from counter_app.application.paper_ports import FormContent
from counter_app.domain import wareki
from counter_app.domain.certificates import Item
from counter_app.domain.identity import Agent, CardEvidence
from counter_app.domain.issuance.identifying import mandate
from counter_app.domain.issuance.values import Order
from counter_app.domain.packs import Pack
from counter_app.domain.requests import RequesterKind
from counter_app.domain.residents import Household, Resident


def printable(household: Household, resident_id: str) -> Resident:
    """The resident as shown to the clerk; ValueError if he is withheld."""
    resident = household.member(resident_id).resident
    if resident is None:
        raise ValueError("a withheld person has no form")
    return resident


_ASKS = {
    RequesterKind.SELF: "self",
    RequesterKind.SAME_HOUSEHOLD: "same_household",
    RequesterKind.AGENT: "agent",
}


def _agent_lines(agent: Agent, words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Who stands here, and the day of his 委任状; it is he who signs.

    A day that cannot be read is printed as entered: the rules refuse it, not the form.
    """
    try:
        given = wareki.print_wareki(date.fromisoformat(agent.mandate_date))
    except ValueError:
        given = agent.mandate_date
    return (
        (words["agent_name"], agent.name),
        (words["agent_address"], agent.address),
        (words["mandate_date"], given),
    )


def form_content(order: Order, pack: Pack, number: str, today: date, *, training: bool) -> FormContent:
    """Fill the form from the order. Labels are the pack's: forms belong to the town.

    With an agent the person of the register is the one who gave the 委任状.
    """
    words, selection, household = pack.form, order.selection, order.identity.household
    requester = printable(household, order.identity.resident_id)
    agent = mandate(order.identity)
    by_card = isinstance(order.identity.evidence, CardEvidence)
    items = [words[f"item_{item.value}"] for item in Item if item in selection.items]
    persons = [printable(household, resident_id).name for resident_id in selection.resident_ids]
    purposes = dict(pack.purposes)
    lines = (
        (words["requester"], words[_ASKS[order.requester]]),
        *(() if agent is None else _agent_lines(agent, words)),
        (words["name" if agent is None else "principal_name"], requester.name),
        (words["address"], requester.address),
        (words["birth"], requester.birth.printed(western=requester.foreign is not None)),
        (words["identified"], words["by_card"] if by_card else words["by_papers"]),
        (words["certificate"], words[f"scope_{selection.scope.value}"]),
        (words["persons"], "、".join(persons)),
        (words["items"], "、".join(items) or words["all_omitted"]),
        (words["copies"], f"{selection.copies}{words['copies_unit']}"),
        (words["purpose"], purposes.get(order.intake.purpose, order.intake.purpose)),
        (words["destination"], order.intake.destination),
    )
    return FormContent(
        town_name=pack.town_name,
        number=number,
        printed_on=wareki.print_wareki(today),
        lines=tuple((label, value) for label, value in lines if value),
        training=training,
    )

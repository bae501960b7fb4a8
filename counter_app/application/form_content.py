"""The filled request form: what the visitor signs is what was chosen, item by item."""

from __future__ import annotations

from datetime import date

from counter_app.application.paper_ports import FormContent
from counter_app.domain import wareki
from counter_app.domain.certificates import Item
from counter_app.domain.identity import CardEvidence
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


def form_content(order: Order, pack: Pack, number: str, today: date, *, training: bool) -> FormContent:
    """Fill the form from the order. Labels are the pack's: forms belong to the town."""
    words, selection, household = pack.form, order.selection, order.identity.household
    requester = printable(household, order.identity.resident_id)
    own = order.requester is RequesterKind.SELF
    by_card = isinstance(order.identity.evidence, CardEvidence)
    items = [words[f"item_{item.value}"] for item in Item if item in selection.items]
    persons = [printable(household, resident_id).name for resident_id in selection.resident_ids]
    purposes = dict(pack.purposes)
    lines = (
        (words["requester"], words["self"] if own else words["same_household"]),
        (words["name"], requester.name),
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

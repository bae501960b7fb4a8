"""The form shows what was chosen, item by item, and nobody who is withheld."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.application.form_content import form_content
from counter_app.domain.certificates import Item
from counter_app.domain.issuance.values import Intake, Order
from counter_app.domain.requests import RequesterKind
from tests.unit.domain.case_samples import ORDER
from tests.unit.domain.people import (
    AGENT,
    AGENT_PAPERS,
    FOREIGN,
    NAME,
    PACK,
    PAPERS,
    TODAY,
    household,
    resident,
)


def lines(order: Order) -> dict[str, str]:
    return dict(form_content(order, PACK, "031-07", TODAY, training=False).lines)


def test_the_form_says_who_asks_for_whom_for_what_and_how_often() -> None:
    content = form_content(ORDER, PACK, "031-07", TODAY, training=True)

    assert (content.number, content.printed_on, content.training) == ("031-07", "令和8年11月24日", True)
    assert dict(content.lines) == {
        "<requester>": "<self>",
        "<name>": NAME,
        "<address>": "架空県架空町大字架空一丁目2番地3",
        "<birth>": "昭和55年2月17日",
        "<identified>": "<by_card>",
        "<certificate>": "<scope_part_of_household>",
        "<persons>": f"{NAME}、葛\U000e0102飾　夏夫",
        "<items>": "<all_omitted>",
        "<copies>": "1<copies_unit>",
        "<purpose>": "年金の請求",
        "<destination>": "年金事務所",
    }


def test_items_asked_for_stand_in_their_order_and_an_empty_line_is_left_out() -> None:
    asked = replace(ORDER.selection, items=frozenset({Item.HONSEKI, Item.HEAD_AND_RELATIONSHIP}))
    told = lines(replace(ORDER, selection=asked, intake=Intake(purpose="unlisted")))

    assert told["<items>"] == "<item_head_and_relationship>、<item_honseki>"
    assert told["<purpose>"] == "unlisted"
    assert "<destination>" not in told


def test_who_asks_for_another_of_the_household_says_so_and_how_he_was_identified() -> None:
    other = replace(ORDER.selection, resident_ids=("r2",))
    told = lines(replace(ORDER, selection=other, identity=replace(ORDER.identity, evidence=PAPERS)))

    assert told["<requester>"] == "<same_household>"
    assert told["<identified>"] == "<by_papers>"
    assert told["<name>"] == NAME


def test_an_agents_form_names_him_and_whose_mandate_he_brought() -> None:
    intake = replace(ORDER.intake, requester=RequesterKind.AGENT)
    told = form_content(
        replace(ORDER, intake=intake, identity=replace(ORDER.identity, evidence=AGENT_PAPERS)),
        PACK,
        "031-07",
        TODAY,
        training=False,
    ).lines

    assert told[:5] == (
        ("<requester>", "<agent>"),
        ("<agent_name>", AGENT.name),
        ("<agent_address>", AGENT.address),
        ("<mandate_date>", "令和8年11月20日"),
        ("<principal_name>", NAME),
    )
    assert "<name>" not in dict(told)


def test_a_mandate_of_no_readable_day_is_printed_as_entered() -> None:
    agent = replace(AGENT_PAPERS, agent=replace(AGENT, mandate_date="昨日"))
    assert lines(replace(ORDER, identity=replace(ORDER.identity, evidence=agent)))["<mandate_date>"] == "昨日"


def test_a_foreign_visitors_birth_is_western() -> None:
    home = household(resident("r1", foreign=FOREIGN), resident("r2"))
    assert (
        lines(replace(ORDER, identity=replace(ORDER.identity, household=home)))["<birth>"] == "1980年2月17日"
    )


def test_a_withheld_person_has_no_form() -> None:
    home = household(resident("r1"), None)
    with pytest.raises(ValueError, match="withheld"):
        lines(replace(ORDER, identity=replace(ORDER.identity, household=home)))

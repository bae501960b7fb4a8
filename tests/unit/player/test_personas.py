from __future__ import annotations

import json
from pathlib import Path

import pytest

from devices.simulated.persona import persona_from_json
from player.personas import PersonaUnknown, card_json, fetch


def test_a_person_of_the_town_has_a_card_that_can_be_issued(project: Path) -> None:
    people = fetch(["watanabe"], project)

    card = persona_from_json(card_json(people["watanabe"]))

    assert card.name == people["watanabe"]["name"]
    assert json.loads(card_json(people["watanabe"]))["expiry_year"] == int(people["watanabe"]["expires"][:4])


def test_somebody_without_a_card_gets_none() -> None:
    assert card_json({"name": "架空　太郎"}) == ""


def test_nobody_is_made_up(project: Path) -> None:
    with pytest.raises(PersonaUnknown, match="nobody-at-all"):
        fetch(["nobody-at-all"], project)

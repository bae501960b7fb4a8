from __future__ import annotations

import json

import pytest

from counter_app.domain.names import clusters
from counter_app.domain.restrictions import Flag, conceals, stops_issue
from gateway.town import generate, personas
from gateway.town.__main__ import main
from tests.unit.gateway.town_under_test import whole_town

IN_PLAY = {"watanabe", "yoshida", "kunine", "licence", "nocard_twin", "nocard_twin_other"}
CARD_KEYS = [
    "name",
    "address",
    "birth_date",
    "sex",
    "code_b",
    "text_pin",
    "auth_pin",
    "sign_pin",
    "expires",
]


def found_by(kana: str, birth: str) -> list[str]:
    return [
        r.resident.resident_id
        for r in whole_town().residents
        if r.resident.name_kana == kana and r.resident.birth.iso == birth
    ]


@pytest.mark.parametrize(("seed", "size"), [(20261123, 11_000), (1, 300), (99, 800)])
def test_every_town_holds_the_same_personas(seed: int, size: int) -> None:
    households = generate(seed, size).households()

    for record in personas.values():
        members = households[record.household_id]
        assert tuple(m.resident.resident_id for m in members) == record.household
        assert record.resident_id in record.household
        assert record.name in {m.resident.name for m in members}


@pytest.mark.parametrize("name", sorted(IN_PLAY))
def test_nobody_in_a_persona_household_carries_a_flag(name: str) -> None:
    for resident_id in personas[name].household:
        assert whole_town().resident(resident_id).flags == frozenset()


def test_the_held_persona_is_concealed_and_the_leaving_one_stops() -> None:
    town = whole_town()
    held, leaving = (town.resident(personas[key].resident_id) for key in ("held", "leaving"))

    assert held.flags == {Flag.SHIEN}
    assert conceals(held.flags)
    assert len(personas["held"].household) == 2
    assert leaving.flags == {Flag.TENSHUTSU_YOTEI}
    assert stops_issue(leaving.flags)
    assert personas["leaving"].household_id != personas["held"].household_id


@pytest.mark.parametrize("name", ["watanabe", "yoshida", "kunine", "licence", "held", "leaving"])
def test_kana_and_birth_day_find_exactly_one(name: str) -> None:
    keys = personas[name].search

    assert found_by(keys.kana, keys.birth) == [personas[name].resident_id]


def test_nobody_of_the_drawn_town_has_the_reading_or_the_birth_day_of_a_persona() -> None:
    entries = [r.resident for r in whole_town().residents]
    ours = [r for r in entries if r.resident_id.startswith("98")]
    others = [r for r in entries if not r.resident_id.startswith("98")]

    assert not {r.name_kana for r in ours if r.name_kana} & {r.name_kana for r in others}
    assert not {r.birth.iso for r in ours if r.birth.iso} & {r.birth.iso for r in others}


def test_the_twins_cannot_be_told_apart_by_name_reading_birth_day_and_sex() -> None:
    one, other = personas["nocard_twin"], personas["nocard_twin_other"]
    first, second = (whole_town().resident(p.resident_id).resident for p in (one, other))

    assert one.search == other.search
    assert found_by(one.search.kana, one.search.birth) == [one.resident_id, other.resident_id]
    assert (first.name, first.sex) == (second.name, second.sex)
    assert first.address != second.address


def test_watanabe_is_a_wife_whose_card_cannot_write_her_name() -> None:
    record = personas["watanabe"]
    subject = whole_town().resident(record.resident_id).resident

    assert subject.name == "渡邊\U000e010e　葛\U000e0102美"
    assert subject.relationship == "妻"
    assert subject.birth.printed() == "昭和60年4月3日"
    assert subject.address == "架空県架空町大字中原12番地3"
    assert 2 <= len(record.household) <= 4
    assert record.card is not None
    assert record.card.name == "渡辺　葛美"
    assert record.card.code_b == "60040320354821"


def test_yoshida_lives_alone_and_begins_outside_the_basic_plane() -> None:
    record = personas["yoshida"]

    assert record.household == (record.resident_id,)
    assert record.name.startswith("\U00020bb7田")


def test_kunine_is_a_household_of_nine_with_every_difficulty_of_a_name() -> None:
    record = personas["kunine"]
    members = [whole_town().resident(resident_id).resident for resident_id in record.household]

    assert len(members) == 9
    assert members[0].resident_id == record.resident_id
    assert sum(any(len(c) > 1 for c in clusters(m.name)) for m in members) >= 5
    assert sum(any(0x20000 <= ord(c) < 0x30000 for c in m.name) for m in members) >= 3
    assert [m.former_name for m in members if m.former_name] == ["渡邉\U000e010f"]
    assert [m.birth.text for m in members if m.birth.text] == ["昭和15年5月日不詳"]
    assert [m.relationship for m in members if m.foreign and len(m.name) >= 100] == ["妻"]


@pytest.mark.parametrize("name", sorted(key for key, record in personas.items() if record.card))
def test_cards_carry_what_jis_can_write_and_secrets_of_the_right_shape(name: str) -> None:
    record = personas[name]
    subject = whole_town().resident(record.resident_id).resident
    assert record.card is not None
    card = record.card.as_json()

    assert list(card) == CARD_KEYS
    card["name"].encode("euc_jp")
    assert card["address"] == subject.address
    assert f"{subject.birth.day:%Y%m%d}" == card["birth_date"]
    assert card["sex"] == subject.sex.value
    assert len(card["code_b"]) == 14
    assert card["code_b"].isdigit()
    assert card["code_b"][6:10] == card["expires"][:4]
    assert card["expires"][4:] == card["birth_date"][4:]
    assert len(card["text_pin"]) == len(card["auth_pin"]) == 4
    assert 6 <= len(card["sign_pin"]) <= 16


def test_the_command_prints_the_card_for_the_virtual_card_process(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--persona", "watanabe"]) == 0

    card = personas["watanabe"].card
    assert card is not None
    assert json.loads(capsys.readouterr().out) == card.as_json()


@pytest.mark.parametrize("name", ["licence", "nobody"])
def test_the_command_refuses_who_has_no_card(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refusal:
        main(["--persona", name])

    assert refusal.value.code == 2
    assert "invalid choice" in capsys.readouterr().err

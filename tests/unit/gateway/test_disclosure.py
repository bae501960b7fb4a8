"""What a clerk sees of a protected person: that there is one whose issue stops, nothing else."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from counter_app.domain.residents import RecordedDate, Sex
from counter_app.domain.restrictions import CONCEALING, Flag
from gateway.cores.embedded import EmbeddedCore
from gateway.cores.port import Criteria
from gateway.counter.office import Role, Staff
from gateway.counter.viewing import find_residents, read_household
from gateway.refusals import Refusal
from gateway.store.tables import view_log
from tests.unit.gateway.desk import TOWN, Desk, desk_at, person, resident

SECRETS = ("秘密　雪", "ヒミツ　ユキ", "SHIEN")


def _find(desk: Desk, case_id: str, kana: str) -> list[dict[str, object]]:
    criteria = Criteria(name_kana=kana, birth_date="19800217")
    return [asdict(hit) for hit in desk.write(lambda tx: find_residents(tx, desk.act, case_id, criteria))]


def test_a_search_that_finds_a_protected_person_shows_that_issue_stops_and_no_name(desk: Desk) -> None:
    (found,) = _find(desk, desk.open(), "ヒミツ　ユキ")

    assert found == {
        "resident_id": "R4",
        "household_id": "",
        "name": "",
        "name_kana": "",
        "birth": "",
        "address": "",
        "head_name": "",
        "held": True,
    }


def test_a_search_that_finds_her_son_names_no_head(desk: Desk) -> None:
    (found,) = _find(desk, desk.open(), "ヒミツ")

    assert (found["resident_id"], found["held"], found["head_name"]) == ("R5", False, "")


@pytest.mark.parametrize(
    ("more", "seen"),
    [
        ({"name_kana": "ヒミツ　ユキ", "birth_date": "19800217"}, True),
        ({"name_kana": "ひみつゆき", "birth_date": "19800217", "sex": Sex.FEMALE}, True),
        ({"name": "秘密　雪", "birth_date": "19800217", "address": "架空県架空町大字架空H2番地"}, True),
        ({"name_kana": "ヒミツ　ユ", "birth_date": "19800217"}, False),
        ({"name_kana": "ビミツ　ユキ", "birth_date": "19800217"}, False),
        ({"name_kana": "ヒミッ　ユキ", "birth_date": "19800217"}, False),
        ({"name_kana": "ヒミツ　ユキ", "sex": Sex.FEMALE}, False),
        ({"name": "秘密　雪", "birth_date": "19800217"}, False),
        ({"name": "秘密　雪", "birth_date": "19800217", "address": "H2番地"}, False),
        ({"name": "秘密　雪", "birth_date": "19800217", "address": "架空県架空町大字架空H2番地1号"}, False),
        ({"name": "秘密", "birth_date": "19800217", "address": "架空県架空町大字架空H2番地"}, False),
        ({"name": "秘密　雪", "address": "架空県架空町大字架空H2番地"}, False),
        ({"birth_date": "19800217", "address": "架空県架空町大字架空H2番地"}, False),
    ],
)
def test_a_protected_person_is_found_by_whole_attributes_only(
    desk: Desk, more: dict[str, Any], seen: bool
) -> None:
    case_id = desk.open()

    hits = desk.write(lambda tx: find_residents(tx, desk.act, case_id, Criteria(**more)))

    assert ("R4" in [hit.resident_id for hit in hits]) is seen


def test_a_birth_that_is_not_recorded_finds_no_protected_person(tmp_path: Path) -> None:
    unknown = resident("U1", "H7", "秘密　雲", "ヒミツ　クモ", birth=RecordedDate())
    desk = desk_at(tmp_path, core=EmbeddedCore.of(TOWN, [(person(unknown, Flag.SHIEN),)]))
    case_id = desk.open()

    found = Criteria(name_kana="ヒミツ　クモ", sex=Sex.FEMALE)

    assert desk.write(lambda tx: find_residents(tx, desk.act, case_id, found)) == ()
    desk.store.close()


@pytest.mark.parametrize("flag", sorted(CONCEALING))
def test_nothing_of_a_protected_head_is_in_the_household_her_son_opens(desk: Desk, flag: Flag) -> None:
    desk.core.set_flags("R4", frozenset({flag}))
    case_id = desk.open()
    _find(desk, case_id, "ヒミツ")

    household = desk.write(lambda tx: read_household(tx, desk.act, case_id, "R5"))

    told = json.dumps(asdict(household), ensure_ascii=False)
    assert [word for word in (*SECRETS, flag.value) if word in told] == []
    assert [(member.held, member.resident is None) for member in household.members] == [
        (True, True),
        (False, False),
    ]
    assert household.address
    son = household.member("R5").resident
    assert son is not None
    assert (son.hittousha, son.honseki) == ("", "架空県架空町大字架空1番地")


def test_the_household_opened_by_the_protected_person_has_no_address(desk: Desk) -> None:
    case_id = desk.open()
    _find(desk, case_id, "ヒミツ　ユキ")

    household = desk.write(lambda tx: read_household(tx, desk.act, case_id, "R4"))

    assert (household.address, household.head_name) == ("", "")
    son = household.member("R5").resident
    assert son is not None
    assert (son.name, son.address) == ("秘密　空", "")


def test_only_who_was_found_in_the_visit_can_be_opened(desk: Desk) -> None:
    case_id = desk.open()
    _find(desk, desk.open(), "カクウ")

    for resident_id in ("R1", "nobody"):
        with pytest.raises(Refusal) as refused, desk.store.writing() as tx:
            read_household(tx, desk.act, case_id, resident_id)
        assert refused.value.detail == "nobody of that id was found in this visit"


def test_every_look_is_recorded_with_clerk_case_and_number_of_persons(desk: Desk) -> None:
    case_id = desk.open()
    _find(desk, case_id, "カクウ")
    desk.write(lambda tx: read_household(tx, desk.act, case_id, "R1"))

    with desk.store.reading() as tx:
        rows = tx.execute(select(view_log.c.kind, view_log.c.persons, view_log.c.staff_id)).all()
    assert sorted(tuple(row) for row in rows) == [("household", 3, "1001"), ("search", 2, "1001")]


@pytest.mark.parametrize("role", [Role.ADMIN, Role.CASH_OFFICER, Role.PROTECTION_OFFICER])
def test_roles_that_serve_no_cases_see_no_resident(desk: Desk, role: Role) -> None:
    case_id = desk.open()
    act = desk.as_staff(Staff(town_code=TOWN, staff_id="1001", name="架空　花子", role=role))

    with pytest.raises(Refusal) as refused:
        desk.write(lambda tx: find_residents(tx, act, case_id, Criteria(name_kana="カ")))

    assert refused.value.status == 403

"""A concealed person is named by nobody else's fields: not on screen, not on paper, nowhere in the town."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest

from counter_app.domain.certificates import Item
from counter_app.domain.failures import FailureCode
from counter_app.domain.requests import Outcome, RequesterKind, Rule
from counter_app.domain.residents import Resident
from counter_app.domain.restrictions import Flag, conceals
from gateway.cores.embedded import EmbeddedCore
from gateway.cores.port import Criteria, Person
from gateway.cores.variants import fold_variants
from gateway.counter.concealment import concealed_names, head_is_one, without_names
from gateway.counter.deciding import check
from gateway.counter.disclosure import hit, household_view
from gateway.counter.releasing import release
from gateway.counter.viewing import find_residents, read_household
from gateway.refusals import Refusal
from tests.unit.gateway.desk import Desk, desk_at, person, request, resident
from tests.unit.gateway.town_under_test import whole_town

MOTHER = resident(
    "M1",
    "H9",
    "秘密　雪",
    "ヒミツ　ユキ",
    head_name="秘密　雪",
    hittousha="秘密　雪",
    former_name="旧沢",
    former_name_kana="キュウサワ",
)


def _son(**more: object) -> Resident:
    return resident(
        "S1", "H9", "秘密　空", "ヒミツ　ソラ", **{"hittousha": "秘密　空", "head_name": "", **more}
    )


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("hittousha", "秘密　雪"),
        ("hittousha", "秘密雪"),
        ("hittousha", "秘密 雪󠄀"),
        ("hittousha", "旧沢　雪"),
        ("head_name", "秘密　雪"),
        ("previous_address", "架空県架空市本町1番地　秘密　雪方"),
        ("address", "架空県架空町本町1番地　ひみつ　ゆき　方"),
        ("relationship", "秘密　雪の子"),
    ],
)
def test_any_field_that_names_her_is_blank_and_no_other(field: str, text: str) -> None:
    concealed = concealed_names([person(MOTHER, Flag.SHIEN)])
    son = _son(**{field: text})

    shown = without_names(son, concealed)

    changed = {one.name for one in fields(son) if getattr(son, one.name) != getattr(shown, one.name)}
    assert changed == {field}
    assert getattr(shown, field) == ""


def test_a_remark_that_names_her_is_left_out_and_the_others_stay() -> None:
    concealed = concealed_names([person(MOTHER, Flag.KARI_SHIEN)])

    shown = without_names(_son(remarks=("世帯主　秘密　雪", "令和5年4月1日転入")), concealed)

    assert shown.remarks == ("令和5年4月1日転入",)


def test_nobody_concealed_blanks_nothing() -> None:
    son = _son(hittousha="秘密　雪")

    assert without_names(son, concealed_names([person(MOTHER, Flag.HAKKO_TEISHI)])) == son


def _outcome(folder: Path, son: Resident, items: frozenset[Item], head: Resident = MOTHER) -> list[Rule]:
    """Return the rules that block a page of the son alone, asked for by himself."""
    desk = desk_at(folder, core=EmbeddedCore.of("999997", [(person(head, Flag.SHIEN), person(son))]))
    case_id = desk.open()
    found = Criteria(name_kana="ヒミツ　ソラ", birth_date="19800217")
    desk.write(lambda tx: find_residents(tx, desk.act, case_id, found))
    asked = request(
        case_id, "S1", requester=RequesterKind.SELF, requester_id="S1", household_id="H9", items=items
    )
    verdict = desk.write(lambda tx: check(tx, desk.act, asked))
    desk.store.close()
    return [row.rule for row in verdict.trace if row.outcome is Outcome.BLOCKED]


@pytest.mark.parametrize(
    ("items", "more"),
    [
        ({Item.HONSEKI}, {"hittousha": "秘密　雪"}),
        (set(), {"remarks": ("従前の世帯主　秘密　雪",)}),
        (set(), {"previous_address": "架空県架空市本町1番地　秘密　雪方"}),
        ({Item.HEAD_AND_RELATIONSHIP}, {}),
    ],
)
def test_paper_that_would_name_her_is_held(tmp_path: Path, items: set[Item], more: dict[str, object]) -> None:
    assert _outcome(tmp_path, _son(**more), frozenset(items)) == [Rule.RESTRICTION]


def _elsewhere(folder: Path, flag: Flag, *, honseki: bool = True, **son: object) -> list[Rule]:
    """Return what blocks a page of a son whose mother, the 筆頭者, lives in another household."""
    son_alone = _son(head_name="秘密　空", hittousha="秘密　雪", relationship="世帯主", **son)
    mother = replace(MOTHER, household_id="H8")
    town = EmbeddedCore.of("999997", [(person(mother, flag),), (person(son_alone),)])
    desk = desk_at(folder, core=town)
    case_id = desk.open()
    found = Criteria(name_kana="ヒミツ　ソラ", birth_date="19800217")
    desk.write(lambda tx: find_residents(tx, desk.act, case_id, found))
    household = desk.write(lambda tx: read_household(tx, desk.act, case_id, "S1"))
    items = frozenset({Item.HONSEKI} if honseki else ())
    asked = request(
        case_id, "S1", requester=RequesterKind.SELF, requester_id="S1", household_id="H9", items=items
    )
    verdict = desk.write(lambda tx: check(tx, desk.act, asked))
    desk.store.close()
    shown = household.member("S1").resident
    assert shown is not None
    assert shown.hittousha == ("" if flag is Flag.SHIEN else "秘密　雪")
    return [row.rule for row in verdict.trace if row.outcome is Outcome.BLOCKED]


def test_a_concealed_head_of_the_family_register_who_lives_elsewhere_stops_the_page_that_names_her(
    tmp_path: Path,
) -> None:
    assert _elsewhere(tmp_path, Flag.SHIEN) == [Rule.RESTRICTION]


def test_a_page_that_omits_the_head_of_the_family_register_is_allowed(tmp_path: Path) -> None:
    assert _elsewhere(tmp_path, Flag.SHIEN, honseki=False) == []


def test_a_head_of_the_family_register_elsewhere_under_another_flag_stops_nothing(tmp_path: Path) -> None:
    assert _elsewhere(tmp_path, Flag.HAKKO_TEISHI) == []


def test_her_name_before_marriage_and_its_variants_stop_the_page_too() -> None:
    concealed = concealed_names([person(_son())], [person(MOTHER, Flag.SHIEN)])

    for text in ("旧沢　雪", "旧沢雪", "秘密　雪󠄀"):
        assert head_is_one(text, concealed)
    for text in ("秘密　雪子", "雪", "", "秘密　空"):
        assert not head_is_one(text, concealed)


def test_a_member_of_the_household_who_has_her_name_is_the_head_of_his_own_family_register() -> None:
    namesake = _son(hittousha="秘密　空")
    concealed = concealed_names(
        [person(namesake)], [person(replace(namesake, household_id="H8"), Flag.SHIEN)]
    )

    assert without_names(namesake, concealed) == namesake


def test_a_flag_lifted_or_set_in_the_core_counts_at_once() -> None:
    core = EmbeddedCore.of("999997", [(person(MOTHER, Flag.SHIEN),), (person(_son()),)])
    assert [one.resident.resident_id for one in core.concealed()] == ["M1"]

    core.set_flags("M1", frozenset({Flag.HAKKO_TEISHI}))
    core.set_flags("S1", frozenset({Flag.KARI_SHIEN}))

    assert [one.resident.resident_id for one in core.concealed()] == ["S1"]


@pytest.mark.parametrize("remark", ["母雪と別居", "ゆきの連絡先は別記", "ﾕｷ"])
def test_a_remark_with_her_given_name_alone_is_left_out_and_stops_the_page(
    tmp_path: Path, remark: str
) -> None:
    concealed = concealed_names([person(MOTHER, Flag.SHIEN)])

    assert without_names(_son(remarks=(remark, "令和5年転入")), concealed).remarks == ("令和5年転入",)
    assert _outcome(tmp_path, _son(remarks=(remark,)), frozenset()) == [Rule.RESTRICTION]


def test_a_given_name_in_a_place_is_no_name(tmp_path: Path) -> None:
    assert _outcome(tmp_path, _son(previous_address="架空県雪谷市1番地"), frozenset()) == []


def test_paper_that_would_name_her_in_the_address_is_held(tmp_path: Path) -> None:
    head = replace(MOTHER, address="架空県架空町本町1番地　秘密　雪方")

    assert _outcome(tmp_path, _son(), frozenset(), head) == [Rule.RESTRICTION]


def test_paper_that_omits_where_she_is_named_is_allowed(tmp_path: Path) -> None:
    assert _outcome(tmp_path, _son(hittousha="秘密　雪"), frozenset()) == []


def test_a_flag_on_the_head_of_the_family_register_stops_the_release_of_her_sons_page(desk: Desk) -> None:
    case_id = desk.open()
    asked = request(case_id, "R2", items=frozenset({Item.HONSEKI}))
    issue = desk.allot(case_id, asked)
    desk.core.set_flags("R1", frozenset({Flag.SHIEN}))

    with pytest.raises(Refusal) as refused:
        desk.write(lambda tx: release(tx, desk.act, issue.issue_id, "a" * 64, "build-1"))

    assert refused.value.code is FailureCode.ISSUE_HELD


def _secrets(hidden: list[Person]) -> set[str]:
    names = {
        text
        for one in (person.resident for person in hidden)
        for text in (one.name, one.name_kana, one.alias, one.alias_kana, one.name_combined)
    }
    return {fold_variants(name) for name in names} - {""}


def test_no_answer_of_the_whole_town_tells_a_concealed_persons_name_kana_or_own_address() -> None:
    seen = 0
    for entries in whole_town().households().values():
        household = tuple(Person(resident=one.resident, flags=one.flags) for one in entries)
        hidden = [one for one in household if conceals(one.flags)]
        seen += len(hidden)
        for asked in household if hidden else ():
            asked_for = asked.resident.resident_id
            view = household_view(household, "", asked_for=asked_for)
            told = json.dumps([asdict(view), asdict(hit(asked, household))], ensure_ascii=False)
            others = fold_variants(told)
            # タナカ　アオイ may be called so although her sister タナカ　アオ is concealed.
            for name in _secrets([one for one in household if one not in hidden]):
                others = others.replace(name, "")
            assert [name for name in _secrets(hidden) if name in others] == []
            if asked in hidden or len(hidden) == len(household):
                assert asked.resident.address not in told
    assert seen > 40

"""What a page says: composed once, hashed, and never more than was asked for."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.certificates import NEED_APPROVAL, Item, Scope, Selection
from counter_app.domain.render_model import (
    MASKED_NUMBER,
    PERSONS_PER_SHEET,
    Numbers,
    RenderModel,
    compose,
    paginate,
)
from counter_app.domain.residents import RecordedDate
from tests.unit.domain.people import FAMILY, FOREIGN, NAME, PACK, TODAY, household, resident

EVERY_ITEM = frozenset(Item)
NUMBERS = {
    "r1": Numbers(my_number="000000000001", resident_code="00000000001"),
    "r3": Numbers(my_number="000000000003", resident_code="00000000003"),
}


def model(
    *ids: str, scope: Scope = Scope.PART_OF_HOUSEHOLD, items: frozenset[Item] = frozenset()
) -> RenderModel:
    return compose(FAMILY, Selection(scope=scope, resident_ids=ids, items=items), PACK, TODAY)


def test_every_sensitive_item_is_omitted_unless_asked_for() -> None:
    printed = model("r1")
    person = printed.persons[0]

    assert printed.head_name == "省略"
    assert (person.relationship, person.honseki, person.hittousha) == ("省略", "省略", "省略")
    assert (person.my_number, person.resident_code) == ("省略", "省略")


def test_what_was_asked_for_is_printed_and_nothing_besides() -> None:
    head = model("r2", items=frozenset({Item.HEAD_AND_RELATIONSHIP}))
    origin = model("r2", items=frozenset({Item.HONSEKI}))

    assert (head.head_name, head.persons[0].relationship, head.persons[0].honseki) == (NAME, "子", "省略")
    assert (origin.head_name, origin.persons[0].relationship) == ("省略", "省略")
    assert origin.persons[0].honseki == "架空県架空町大字架空5番地"
    assert origin.persons[0].hittousha == "葛飾　一郎"


@given(st.frozensets(st.sampled_from(list(Item))))
def test_a_number_is_omitted_unless_asked_for_and_a_mask_where_it_may_not_be_known(
    items: frozenset[Item],
) -> None:
    for person in model("r1", "r2", items=items).persons:
        assert person.my_number == (MASKED_NUMBER if Item.MY_NUMBER in items else "省略")
        assert person.resident_code == (MASKED_NUMBER if Item.RESIDENT_CODE in items else "省略")


def numbered(items: frozenset[Item], numbers: dict[str, Numbers] | None = None) -> RenderModel:
    asked = Selection(scope=Scope.PART_OF_HOUSEHOLD, resident_ids=("r1", "r3"), items=items)
    return compose(FAMILY, asked, PACK, TODAY, numbers=NUMBERS if numbers is None else numbers)


@given(st.frozensets(st.sampled_from(list(Item))))
def test_with_the_numbers_at_hand_only_those_asked_for_are_printed(items: frozenset[Item]) -> None:
    for person, known in zip(numbered(items).persons, NUMBERS.values(), strict=True):
        assert person.my_number == (known.my_number if Item.MY_NUMBER in items else "省略")
        assert person.resident_code == (known.resident_code if Item.RESIDENT_CODE in items else "省略")


@given(st.frozensets(st.sampled_from(list(Item))))
def test_the_page_with_its_numbers_masked_is_the_page_composed_without_them(items: frozenset[Item]) -> None:
    full, plain = numbered(items), model("r1", "r3", items=items)

    assert full.masked() == plain == plain.masked()
    assert (full.sha256() == plain.sha256()) is not bool(items & NEED_APPROVAL)
    text = full.masked().canonical().decode()
    assert not any(known.my_number in text or known.resident_code in text for known in NUMBERS.values())


def test_no_number_is_in_what_a_failure_would_print_of_the_page() -> None:
    full = numbered(frozenset({Item.MY_NUMBER, Item.RESIDENT_CODE}))
    printed = f"{full!r} {NUMBERS!r} {full.persons!r}"
    assert not any(known.my_number in printed or known.resident_code in printed for known in NUMBERS.values())


def test_another_persons_number_is_another_page() -> None:
    exchanged = {"r1": NUMBERS["r3"], "r3": NUMBERS["r1"]}
    asked = frozenset({Item.MY_NUMBER})

    assert numbered(asked, exchanged).sha256() != numbered(asked).sha256()
    assert numbered(asked, exchanged).masked() == numbered(asked).masked()


def test_a_number_that_is_missing_or_none_is_never_printed() -> None:
    asked = frozenset({Item.MY_NUMBER})
    with pytest.raises(KeyError):
        numbered(asked, {"r1": NUMBERS["r1"]})
    for none in ("", "省略", "１２３４", MASKED_NUMBER):
        with pytest.raises(ValueError, match="none"):
            numbered(asked, {**NUMBERS, "r3": Numbers(my_number=none, resident_code="00000000000")})
    assert numbered(frozenset(), {}) == model("r1", "r3")


def test_a_name_keeps_its_selector() -> None:
    assert model("r1").persons[0].name == NAME


def test_persons_stand_in_the_order_of_the_register() -> None:
    assert model("r3", "r1") == model("r1", "r3")
    assert [person.name for person in model("r3", "r1").persons] == [NAME, "葛\U000e0102飾　秋"]


@pytest.mark.parametrize(
    ("scope", "ids", "attestation"),
    [
        (Scope.WHOLE_HOUSEHOLD, ("r1", "r2", "r3"), "世帯全員の写し"),
        (Scope.WHOLE_HOUSEHOLD, ("r1", "r3"), "世帯一部の写し"),
        (Scope.PART_OF_HOUSEHOLD, ("r1", "r2", "r3"), "世帯一部の写し"),
        (Scope.PERSONAL, ("r3",), "個人の写し"),
    ],
)
def test_the_attestation_is_the_packs_for_the_set_that_is_printed(
    scope: Scope, ids: tuple[str, ...], attestation: str
) -> None:
    assert model(*ids, scope=scope).attestation == attestation


def test_a_foreign_resident_has_no_honseki_and_his_status_is_omitted_unless_asked_for() -> None:
    foreigner = resident("r1", "ANDO VAN FICTIE", foreign=FOREIGN, alias="安藤", name_combined="安東")
    home, asked = household(foreigner), Selection(scope=Scope.PERSONAL, resident_ids=("r1",))

    plain = compose(home, asked, PACK, TODAY).persons[0]
    told = compose(home, replace(asked, items=EVERY_ITEM), PACK, TODAY).persons[0]

    assert (plain.honseki, plain.hittousha, told.honseki, told.hittousha) == ("", "", "", "")
    assert (plain.second_name_label, plain.second_name) == ("通称", "安藤")
    assert plain.birth == "1980年2月17日"
    assert plain.notes == ("併記名　安東", "国籍・地域　省略", "30条の45に規定する区分　省略")
    assert told.notes == (
        "併記名　安東",
        "国籍・地域　架空国",
        "30条の45に規定する区分　中長期在留者",
        "在留資格　永住者",
        "在留期間の満了の日　2030年1月31日",
        "在留カード等の番号　AB00000000CD",
    )


def test_a_japanese_resident_has_no_notes_of_a_foreigner_even_if_asked_for() -> None:
    born = RecordedDate(text="昭和15年5月日不詳")
    home = household(resident("r1", birth=born, former_name="旧田", remarks=("備考",)))
    asked = Selection(scope=Scope.PERSONAL, resident_ids=("r1",), items=EVERY_ITEM)

    person = compose(home, asked, PACK, TODAY).persons[0]

    assert person.notes == ("備考",)
    assert person.birth == "昭和15年5月日不詳"
    assert (person.second_name_label, person.second_name) == ("旧氏", "旧田")


@pytest.mark.parametrize(
    "home",
    [household(resident("r1"), resident("r2"), held=frozenset({"r2"})), household(resident("r1"), None)],
    ids=["held", "withheld"],
)
def test_a_held_person_cannot_reach_a_page_but_does_not_stop_another(home: object) -> None:
    assert isinstance(home, type(FAMILY))
    everyone = Selection(scope=Scope.WHOLE_HOUSEHOLD, resident_ids=("r1", "r2"))
    with pytest.raises(ValueError, match="held"):
        compose(home, everyone, PACK, TODAY)

    alone = compose(home, replace(everyone, resident_ids=("r1",)), PACK, TODAY)
    assert len(alone.persons) == 1


def test_a_stranger_to_the_household_or_nobody_at_all_cannot_be_printed() -> None:
    with pytest.raises(KeyError):
        model("r1", "stranger")
    with pytest.raises(ValueError, match="nobody"):
        model()


def test_the_canonical_bytes_are_sorted_compact_json_and_the_digest_is_theirs() -> None:
    printed = model("r1", "r2")
    again = json.dumps(
        json.loads(json.dumps(asdict(printed))), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )

    assert printed.canonical() == again.encode()
    assert printed.sha256() == hashlib.sha256(again.encode()).hexdigest()


def test_the_canonical_form_is_frozen_in_its_first_version() -> None:
    """Sheets in people's hands carry this digest: whoever changes it changes SCHEMA_VERSION too."""
    assert (model("r1").schema, model("r1").sha256()) == (
        1,
        "fa1e4c68474efd8830dd48e7c51a1f248bd7bc9e8f02fbc830c7593cade33288",
    )


@pytest.mark.parametrize("change", ["address", "head_name", "attestation", "issued_on", "mayor_name"])
def test_any_change_of_the_content_changes_the_digest(change: str) -> None:
    printed = model("r1")
    assert replace(printed, **{change: "別"}).sha256() != printed.sha256()  # type: ignore[arg-type]
    assert replace(printed, training=True).sha256() != printed.sha256()


@pytest.mark.parametrize(("persons", "sheets"), [(1, 1), (4, 1), (5, 2), (8, 2), (9, 3)])
def test_four_persons_stand_on_a_sheet(persons: int, sheets: int) -> None:
    printed = model("r1")
    assert paginate(replace(printed, persons=printed.persons * persons)) == sheets
    assert PERSONS_PER_SHEET == 4

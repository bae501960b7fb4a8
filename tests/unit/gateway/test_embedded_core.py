"""Finding persons in the embedded town: folded names, unknown birth days, flags as they are now."""

from __future__ import annotations

import pytest

from counter_app.domain.residents import RecordedDate, Sex
from counter_app.domain.restrictions import Flag
from gateway.cores.births import birth_digits
from gateway.cores.embedded import EmbeddedCore
from gateway.cores.fictitious import fictitious_core
from gateway.cores.port import Criteria
from gateway.cores.variants import fold_variants
from gateway.town import personas
from tests.unit.gateway.desk import small_town


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedCore:
    return fictitious_core(tmp_path_factory.mktemp("town"), seed=7, residents=300)


@pytest.mark.parametrize(
    ("birth", "digits"),
    [
        (RecordedDate(iso="1980-02-17"), "19800217"),
        (RecordedDate(text="昭和15年5月日不詳"), "19400500"),
        (RecordedDate(text="昭和15年月日不詳"), "19400000"),
        (RecordedDate(text="令和元年月日不詳"), "20190000"),
        (RecordedDate(text="不詳"), ""),
        (RecordedDate(), ""),
    ],
)
def test_a_birth_is_told_in_digits_as_far_as_it_is_known(birth: RecordedDate, digits: str) -> None:
    assert birth_digits(birth) == digits


def test_a_name_is_found_by_its_usual_form_hiragana_and_a_beginning() -> None:
    core = small_town()

    def found(criteria: Criteria) -> list[str]:
        return [person.resident.resident_id for person in core.find(criteria, 20)]

    assert found(Criteria(name="渡辺梅")) == ["R6"]
    assert found(Criteria(name_kana="わたなべ")) == ["R6"]
    assert found(Criteria(birth_date="19400500", name_kana="ワタナベ　ウメ")) == ["R6"]
    assert found(Criteria(name="辺")) == []
    assert found(Criteria()) == []


def test_all_criteria_must_be_met_and_sex_is_one_of_them() -> None:
    core = small_town()

    found = core.find(Criteria(birth_date="19800217", name_kana="カクウ", sex=Sex.MALE), 20)

    assert [person.resident.resident_id for person in found] == ["R1"]


def test_a_cards_longer_address_finds_the_registers_shorter_one() -> None:
    found = small_town().find(Criteria(address="架空県架空町大字架空H3番地　架空荘2号"), 20)

    assert [person.resident.resident_id for person in found] == ["R6"]


def test_no_more_than_asked_for_come_back(town: EmbeddedCore) -> None:
    assert len(town.find(Criteria(sex=Sex.FEMALE), 20)) == 20


def test_flags_are_those_of_now_and_strangers_have_none() -> None:
    core = small_town()
    core.set_flags("R1", frozenset({Flag.GAIJI}))

    found = core.person("R1")

    assert found is not None
    assert found.flags == {Flag.GAIJI}
    assert core.person("nobody") is None
    assert core.household("nowhere") == ()
    with pytest.raises(KeyError):
        core.set_flags("nobody", frozenset())


@pytest.mark.parametrize("name", sorted(name for name, record in personas.items() if record.card))
def test_every_persona_is_found_by_the_name_and_birth_on_the_card(town: EmbeddedCore, name: str) -> None:
    record = personas[name]
    assert record.card is not None

    found = town.find(Criteria(name=record.card.name, birth_date=record.card.birth_date), 20)

    assert [person.resident.resident_id for person in found] == [record.resident_id]


def test_every_persona_is_found_by_kana_and_birth(town: EmbeddedCore) -> None:
    for record in personas.values():
        birth = record.search.birth.replace("-", "")
        found = town.find(Criteria(name_kana=record.search.kana, birth_date=birth), 20)
        assert record.resident_id in [person.resident.resident_id for person in found]


def test_a_household_keeps_the_order_of_the_register(town: EmbeddedCore) -> None:
    for record in personas.values():
        members = town.household(record.household_id)
        assert tuple(person.resident.resident_id for person in members) == record.household


def test_variants_fold_to_one_usual_form() -> None:
    assert {fold_variants(name) for name in ("髙﨑", "高崎", "高嵜")} == {"高崎"}
    assert fold_variants("辻󠄂　𠮷昭") == "辻吉昭"

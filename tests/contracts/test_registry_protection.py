"""What no registry gives away: concealed names, seals on an old decision, persons who were not shown."""

from __future__ import annotations

import pytest

from counter_app.application.registry_port import ResidentSearch
from counter_app.domain.certificates import Item
from counter_app.domain.failures import FailureCode
from counter_app.domain.requests import Outcome, Rule
from counter_app.domain.residents import Sex
from counter_app.domain.sheets import SheetState
from tests.contracts.registry_rigs import (
    HEAD,
    HOUSEHOLD,
    P0,
    SEARCH,
    WATANABE,
    RegistryRig,
    key,
    refusal,
    request,
)


def test_a_person_who_was_not_found_in_the_case_is_not_read(rig: RegistryRig) -> None:
    with refusal():
        rig.registry.read_household(rig.new_case(), WATANABE)


def test_who_was_found_in_one_request_of_a_visit_is_read_again_in_the_next_and_in_no_other_visit(
    rig: RegistryRig,
) -> None:
    first, second, visit = key(), key(), key()
    for case_id in (first, second):
        rig.registry.open_case(key(), case_id, visit)
    rig.registry.find_residents(first, SEARCH)

    assert rig.registry.read_household(second, WATANABE).household_id == HOUSEHOLD
    with refusal():
        rig.registry.read_household(rig.new_case(), WATANABE)


def test_a_name_under_protection_is_withheld(rig: RegistryRig) -> None:
    rig.set_flags(WATANABE, "SHIEN")
    case_id = rig.new_case()

    (hit,) = rig.registry.find_residents(case_id, SEARCH)
    household = rig.registry.read_household(case_id, WATANABE)

    assert (hit.name, hit.name_kana, hit.address, hit.head_name) == ("", "", "", "")
    assert (hit.birth, hit.household_id, hit.held) == ("", "", True)
    assert household.member(WATANABE).resident is None


@pytest.mark.parametrize(
    "search",
    [
        ResidentSearch(name_kana="ワタナベ", birth_date="19850403"),
        ResidentSearch(name_kana="ワタナベ　カツミ", address="架空県架空町大字中原12番地3"),
        ResidentSearch(name_kana="ワタナベ　カツミ", sex=Sex.FEMALE),
        ResidentSearch(name="渡辺　葛美", birth_date="19850403", address="架空町大字中原12番地3"),
        ResidentSearch(birth_date="19850403", address="架空県架空町大字中原12番地3"),
    ],
)
def test_one_under_protection_is_not_found_by_less_than_whole_attributes(
    rig: RegistryRig, search: ResidentSearch
) -> None:
    rig.set_flags(WATANABE, "SHIEN")

    hits = rig.registry.find_residents(rig.new_case(), search)

    assert WATANABE not in [hit.resident_id for hit in hits]


def test_one_under_protection_is_found_by_all_that_stands_on_the_card(rig: RegistryRig) -> None:
    rig.set_flags(WATANABE, "SHIEN")
    card = ResidentSearch(
        name="渡邊\U000e010e　葛\U000e0102美",
        birth_date="19850403",
        address="架空県架空町大字中原12番地3",
        sex=Sex.FEMALE,
    )

    (hit,) = rig.registry.find_residents(rig.new_case(), card)

    assert (hit.resident_id, hit.held) == (WATANABE, True)


def test_a_head_under_protection_is_named_neither_by_her_familys_fields_nor_on_their_paper(
    rig: RegistryRig,
) -> None:
    rig.set_flags(HEAD, "SHIEN")
    case_id = rig.new_case()

    shown = rig.household(case_id).member(WATANABE).resident
    plain = rig.registry.check(request(case_id, members=(WATANABE,), items=frozenset()))
    honseki = request(case_id, members=(WATANABE,), items=frozenset({Item.HONSEKI}))
    with_honseki = rig.registry.check(honseki)

    assert shown is not None
    assert (shown.head_name, shown.hittousha) == ("", "")
    assert shown.honseki
    assert plain.outcome is Outcome.OK
    blocked = [result.rule for result in with_honseki.trace if result.outcome is Outcome.BLOCKED]
    assert blocked == [Rule.RESTRICTION]


def test_a_flag_that_came_after_the_check_stops_the_allotment(rig: RegistryRig) -> None:
    case_id = rig.new_case()
    asked = request(case_id)
    digest = rig.model(asked, rig.household(case_id)).sha256()
    rig.set_flags(WATANABE, "HAKKO_TEISHI")

    with refusal(FailureCode.ISSUE_HELD):
        rig.registry.allot(key(), asked, digest)


def test_a_flag_that_came_after_the_allotment_stops_the_release(rig: RegistryRig) -> None:
    _, allotment = rig.allotted()
    rig.set_flags(WATANABE, "HAKKO_TEISHI")

    with refusal(FailureCode.ISSUE_HELD):
        rig.registry.release(key(), allotment.issue_id, P0, "renderer-1")


def test_a_release_sent_again_brings_the_seal_while_no_sheet_is_spooled(rig: RegistryRig) -> None:
    _, allotment = rig.allotted()
    once = key()
    seal = rig.registry.release(once, allotment.issue_id, P0, "renderer-1")

    assert rig.registry.release(once, allotment.issue_id, P0, "renderer-1") == seal
    rig.moved(allotment, SheetState.SPOOLED)
    with refusal():
        rig.registry.release(once, allotment.issue_id, P0, "renderer-1")


def test_a_flag_that_came_after_a_release_stops_it_when_sent_again_with_its_key_or_a_new_one(
    rig: RegistryRig,
) -> None:
    _, allotment = rig.allotted()
    once = key()
    rig.registry.release(once, allotment.issue_id, P0, "renderer-1")
    rig.set_flags(WATANABE, "SHIEN")

    for again in (once, key()):
        with refusal(FailureCode.ISSUE_HELD):
            rig.registry.release(again, allotment.issue_id, P0, "renderer-1")


@pytest.mark.parametrize("member", [WATANABE, "99999999"])
def test_of_persons_never_shown_nothing_is_said_whether_they_exist_or_not(
    rig: RegistryRig, member: str
) -> None:
    case_id = rig.new_case()

    verdict = rig.registry.check(request(case_id, members=(member,)))

    blocked = [result.rule for result in verdict.trace if result.outcome is Outcome.BLOCKED]
    assert Rule.RECORD in blocked
    assert Rule.RESTRICTION not in blocked
    assert verdict.fee == 0
    with refusal(FailureCode.ISSUE_HELD):
        rig.registry.allot(key(), request(case_id), P0)


def test_who_was_shown_in_a_case_is_known_in_the_next_case_of_the_same_visit(rig: RegistryRig) -> None:
    visit, first, second = key(), key(), key()
    rig.registry.open_case(key(), first, visit)
    rig.registry.open_case(key(), second, visit)
    rig.household(first)

    assert rig.registry.check(request(second)).outcome is Outcome.OK
    assert rig.registry.check(request(rig.new_case())).outcome is Outcome.BLOCKED

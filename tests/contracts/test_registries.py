"""One suite for every registry: the fake in memory, and the real gateway process over TLS."""

from __future__ import annotations

from datetime import datetime

import pytest

from counter_app.application.registry_port import CaseOutcome, ResidentSearch, Role
from counter_app.domain.failures import FailureCode
from counter_app.domain.requests import HELD_REQUESTER, ISSUABLE, Outcome, RequesterKind, Rule
from counter_app.domain.sheet_code import is_sheet_number
from counter_app.domain.sheets import Payment, PaymentMethod, SheetOutcome, SheetState, SpoilReason
from tests.contracts.registry_rigs import HOUSEHOLD, P0, SEARCH, WATANABE, RegistryRig, key, refusal, request


def test_the_session_says_who_where_and_what_the_town_decided(rig: RegistryRig) -> None:
    session = rig.registry.session()

    assert (session.staff_name, session.role) == ("山田　花子", Role.CLERK)
    assert session.town_code == session.pack.town_code == "999997"
    assert datetime.fromisoformat(session.now).tzinfo is not None
    assert len(session.terminal) == 2


def test_cases_get_different_reception_numbers_and_a_repeated_key_the_same(rig: RegistryRig) -> None:
    case_id, once = key(), key()
    number = rig.registry.open_case(once, case_id, "visit-1")

    assert rig.registry.open_case(once, case_id, "visit-1") == number
    assert rig.registry.open_case(key(), key(), "visit-1") != number
    assert len(number) == 3
    assert number.isdigit()


def test_a_key_is_good_for_one_write_only(rig: RegistryRig) -> None:
    once = key()
    rig.registry.open_case(once, key(), "visit-1")

    with refusal():
        rig.registry.open_case(once, key(), "visit-1")


def test_a_person_is_found_by_kana_and_birth_with_the_name_as_recorded(rig: RegistryRig) -> None:
    (hit,) = rig.registry.find_residents(rig.new_case(), SEARCH)

    assert hit.resident_id == WATANABE
    assert hit.household_id == HOUSEHOLD
    assert hit.name == "渡邊\U000e010e　葛\U000e0102美"
    assert hit.birth == "昭和60年4月3日"
    assert not hit.held


def test_nobody_found_is_an_empty_answer(rig: RegistryRig) -> None:
    nobody = ResidentSearch(name_kana="イナイ　ヒト", birth_date="19010101")

    assert rig.registry.find_residents(rig.new_case(), nobody) == ()


def test_a_search_by_one_criterion_is_refused(rig: RegistryRig) -> None:
    with refusal():
        rig.registry.find_residents(rig.new_case(), ResidentSearch(name_kana="ワタナベ"))


def test_a_household_is_read_in_the_order_of_the_register(rig: RegistryRig) -> None:
    household = rig.household(rig.new_case())

    assert [member.resident_id for member in household.members] == ["98000001", "98000002", "98000003"]
    assert household.head_name == "渡邊\U000e010e　直\U000e0102人"
    first = household.members[0].resident
    assert first is not None
    assert first.relationship == "世帯主"


def test_a_request_in_order_is_allowed_with_its_fee(rig: RegistryRig) -> None:
    case_id = rig.new_case()
    rig.household(case_id)

    verdict = rig.registry.check(request(case_id))

    assert verdict.outcome is Outcome.OK
    assert verdict.fee == 600
    assert [result.rule for result in verdict.trace] == list(Rule)


def test_an_unsigned_form_blocks_by_its_own_rule(rig: RegistryRig) -> None:
    case_id = rig.new_case()
    rig.household(case_id)

    verdict = rig.registry.check(request(case_id, signature_seen=False))

    assert verdict.outcome is Outcome.BLOCKED
    blocked = [result.rule for result in verdict.trace if result.outcome is Outcome.BLOCKED]
    assert blocked == [Rule.FORM]


def test_allotment_gives_a_number_and_a_code_to_every_sheet_of_every_copy(rig: RegistryRig) -> None:
    _, allotment = rig.allotted()

    assert [(stamp.copy, stamp.page, stamp.pages) for stamp in allotment.stamps] == [(1, 1, 1), (2, 1, 1)]
    assert len({stamp.number for stamp in allotment.stamps}) == 2
    assert all(is_sheet_number(stamp.number) and stamp.code for stamp in allotment.stamps)
    assert allotment.fee == 600
    assert len(bytes.fromhex(allotment.job)) == 8


def test_allotment_repeated_with_its_key_is_the_same_allotment(rig: RegistryRig) -> None:
    case_id = rig.new_case()
    asked = request(case_id)
    digest = rig.model(asked, rig.household(case_id)).sha256()
    once = key()

    assert rig.registry.allot(once, asked, digest) == rig.registry.allot(once, asked, digest)


def test_a_page_composed_of_another_record_gets_no_numbers(rig: RegistryRig) -> None:
    case_id = rig.new_case()
    rig.household(case_id)

    with refusal(FailureCode.RECORD_CHANGED):
        rig.registry.allot(key(), request(case_id), "00" * 32)


def test_a_case_goes_from_release_to_hand_over(rig: RegistryRig) -> None:
    case_id, allotment = rig.allotted()

    seal = rig.registry.release(key(), allotment.issue_id, P0, "renderer-1")
    rig.moved(allotment, SheetState.SPOOLED)
    rig.moved(allotment, SheetState.COLLATED)
    payment = Payment(method=PaymentMethod.CASH, amount=600, received=1000)
    receipt = rig.registry.record_payment(key(), allotment.issue_id, payment)
    rig.registry.hand_over(key(), allotment.issue_id)

    assert seal.png.startswith(b"\x89PNG")
    assert seal.edge_mm > 0
    assert receipt.split("-")[1] == rig.registry.session().terminal
    with refusal():
        rig.registry.record_outcome(key(), case_id, CaseOutcome.WITHDRAWN, "visitor_left")


@pytest.mark.parametrize("kind", sorted(set(RequesterKind) - ISSUABLE))
def test_a_request_of_any_other_class_is_recorded_as_held_under_its_own_reason(
    rig: RegistryRig, kind: RequesterKind
) -> None:
    case_id, asked, reason = rig.new_case(), key(), f"{HELD_REQUESTER}{kind.value.lower()}"

    rig.registry.record_outcome(asked, case_id, CaseOutcome.HELD, reason)
    rig.registry.record_outcome(asked, case_id, CaseOutcome.HELD, reason)

    with refusal():
        rig.registry.record_outcome(key(), case_id, CaseOutcome.HELD, reason)


def test_another_page_than_the_released_one_is_refused(rig: RegistryRig) -> None:
    _, allotment = rig.allotted()
    rig.registry.release(key(), allotment.issue_id, P0, "renderer-1")

    with refusal():
        rig.registry.release(key(), allotment.issue_id, "cd" * 32, "renderer-1")


def test_an_impossible_step_of_a_sheet_is_refused_and_nothing_of_the_list_is_recorded(
    rig: RegistryRig,
) -> None:
    _, allotment = rig.allotted()
    rig.registry.release(key(), allotment.issue_id, P0, "renderer-1")
    first, second = (stamp.number for stamp in allotment.stamps)
    wrong = (
        SheetOutcome(number=first, state=SheetState.SPOOLED),
        SheetOutcome(number=second, state=SheetState.COLLATED),
    )

    with refusal():
        rig.registry.record_sheets(key(), allotment.issue_id, wrong)
    rig.moved(allotment, SheetState.SPOOLED)


def test_one_issue_at_a_time_has_the_printer_until_its_sheets_are_collated_or_spoiled(
    rig: RegistryRig,
) -> None:
    (_, first), (_, second) = rig.allotted(), rig.allotted()
    rig.registry.release(key(), first.issue_id, P0, "renderer-1")

    with refusal(FailureCode.PRINTER_BUSY):
        rig.registry.release(key(), second.issue_id, P0, "renderer-1")
    rig.moved(first, SheetState.SPOOLED)
    with refusal(FailureCode.PRINTER_BUSY):
        rig.registry.release(key(), second.issue_id, P0, "renderer-1")
    rig.moved(first, SheetState.COLLATED)
    rig.registry.release(key(), second.issue_id, P0, "renderer-1")
    _, third = rig.allotted()
    rig.moved(second, SheetState.SPOOLED)
    rig.moved(second, SheetState.SPOILED, SpoilReason.JAM)

    assert rig.registry.release(key(), third.issue_id, P0, "renderer-1").png


def test_hand_over_waits_for_every_sheet_and_for_the_fee(rig: RegistryRig) -> None:
    _, allotment = rig.allotted()
    rig.registry.release(key(), allotment.issue_id, P0, "renderer-1")
    rig.moved(allotment, SheetState.SPOOLED)

    with refusal():
        rig.registry.hand_over(key(), allotment.issue_id)
    rig.moved(allotment, SheetState.COLLATED)
    with refusal():
        rig.registry.hand_over(key(), allotment.issue_id)


def test_a_sum_that_is_not_the_fee_is_refused(rig: RegistryRig) -> None:
    _, allotment = rig.allotted()

    for amount, received in ((300, 300), (600, 500)):
        payment = Payment(method=PaymentMethod.CASH, amount=amount, received=received)
        with refusal():
            rig.registry.record_payment(key(), allotment.issue_id, payment)


def test_a_spoiled_sheet_needs_its_reason(rig: RegistryRig) -> None:
    _, allotment = rig.allotted()
    rig.registry.release(key(), allotment.issue_id, P0, "renderer-1")
    rig.moved(allotment, SheetState.SPOOLED)
    number = allotment.stamps[0].number

    with refusal():
        rig.registry.record_sheets(
            key(), allotment.issue_id, (SheetOutcome(number=number, state=SheetState.SPOILED),)
        )
    spoiled = SheetOutcome(number=number, state=SheetState.SPOILED, reason=SpoilReason.JAM)
    rig.registry.record_sheets(key(), allotment.issue_id, (spoiled,))


def test_a_withdrawn_case_takes_nothing_more(rig: RegistryRig) -> None:
    case_id = rig.new_case()
    rig.registry.record_outcome(key(), case_id, CaseOutcome.WITHDRAWN, "visitor_left")

    with refusal():
        rig.registry.find_residents(case_id, SEARCH)


def test_signed_out_nothing_is_answered(rig: RegistryRig) -> None:
    rig.sign_out()

    with refusal(FailureCode.SIGN_IN_EXPIRED):
        rig.registry.session()
    with refusal(FailureCode.SIGN_IN_EXPIRED):
        rig.registry.open_case(key(), key(), "visit-1")

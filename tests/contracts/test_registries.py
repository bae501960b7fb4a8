"""One suite for every registry: the fake in memory, and the real gateway process over TLS."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from counter_app.application.port_errors import Refused
from counter_app.application.registry_port import Allotment, CaseOutcome, ResidentSearch, Role
from counter_app.domain.certificates import Item
from counter_app.domain.failures import FailureCode
from counter_app.domain.requests import HELD_REQUESTER, ISSUABLE, Outcome, RequesterKind, Rule
from counter_app.domain.residents import Sex
from counter_app.domain.restrictions import Flag
from counter_app.domain.sheet_code import is_sheet_number
from counter_app.domain.sheets import Payment, PaymentMethod, SheetOutcome, SheetState, SpoilReason
from tests.contracts.registry_rigs import HEAD, HOUSEHOLD, SEARCH, WATANABE, RegistryRig, key, request
from tests.fakes.registry import FakeRegistry
from tests.integration.api.gateway_rig import GatewayRig

P0 = "ab" * 32


def _fake() -> RegistryRig:
    registry = FakeRegistry()

    def set_flags(resident_id: str, *flags: str) -> None:
        registry.town.flags[resident_id] = frozenset(Flag(flag) for flag in flags)

    def sign_out() -> None:
        registry.signed_in = False

    return RegistryRig(registry=registry, set_flags=set_flags, sign_out=sign_out)


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GatewayRig]:
    running = GatewayRig(tmp_path_factory.mktemp("gateway"))
    yield running
    running.stop()


@pytest.fixture(params=["fake", "gateway"])
def rig(request: pytest.FixtureRequest) -> Iterator[RegistryRig]:
    if request.param == "fake":
        yield _fake()
        return
    gateway: GatewayRig = request.getfixturevalue("gateway")
    connection = gateway.connect()
    gateway.sign_in(connection)
    yield RegistryRig(
        registry=connection.registry, set_flags=gateway.set_flags, sign_out=connection.sign_in.sign_out
    )
    for resident_id in (HEAD, WATANABE):
        gateway.set_flags(resident_id)
    connection.close()


def _refusal(code: FailureCode = FailureCode.GATEWAY_REFUSED) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, check=lambda error: error.failure.code is code)


def _allotted(rig: RegistryRig) -> tuple[str, Allotment]:
    case_id = rig.new_case()
    household = rig.household(case_id)
    asked = request(case_id)
    return case_id, rig.registry.allot(key(), asked, rig.model(asked, household).sha256())


def _moved(rig: RegistryRig, allotment: Allotment, state: SheetState) -> None:
    outcomes = tuple(SheetOutcome(number=stamp.number, state=state) for stamp in allotment.stamps)
    rig.registry.record_sheets(key(), allotment.issue_id, outcomes)


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

    with _refusal():
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
    with _refusal():
        rig.registry.find_residents(rig.new_case(), ResidentSearch(name_kana="ワタナベ"))


def test_a_household_is_read_in_the_order_of_the_register(rig: RegistryRig) -> None:
    household = rig.household(rig.new_case())

    assert [member.resident_id for member in household.members] == ["98000001", "98000002", "98000003"]
    assert household.head_name == "渡邊\U000e010e　直\U000e0102人"
    first = household.members[0].resident
    assert first is not None
    assert first.relationship == "世帯主"


def test_a_person_who_was_not_found_in_the_case_is_not_read(rig: RegistryRig) -> None:
    with _refusal():
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


def test_a_request_in_order_is_allowed_with_its_fee(rig: RegistryRig) -> None:
    verdict = rig.registry.check(request(rig.new_case()))

    assert verdict.outcome is Outcome.OK
    assert verdict.fee == 600
    assert [result.rule for result in verdict.trace] == list(Rule)


def test_an_unsigned_form_blocks_by_its_own_rule(rig: RegistryRig) -> None:
    verdict = rig.registry.check(request(rig.new_case(), signature_seen=False))

    assert verdict.outcome is Outcome.BLOCKED
    blocked = [result.rule for result in verdict.trace if result.outcome is Outcome.BLOCKED]
    assert blocked == [Rule.FORM]


def test_allotment_gives_a_number_and_a_code_to_every_sheet_of_every_copy(rig: RegistryRig) -> None:
    _, allotment = _allotted(rig)

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

    with _refusal(FailureCode.RECORD_CHANGED):
        rig.registry.allot(key(), request(case_id), "00" * 32)


def test_a_flag_that_came_after_the_check_stops_the_allotment(rig: RegistryRig) -> None:
    case_id = rig.new_case()
    asked = request(case_id)
    digest = rig.model(asked, rig.household(case_id)).sha256()
    rig.set_flags(WATANABE, "HAKKO_TEISHI")

    with _refusal(FailureCode.ISSUE_HELD):
        rig.registry.allot(key(), asked, digest)


def test_a_flag_that_came_after_the_allotment_stops_the_release(rig: RegistryRig) -> None:
    _, allotment = _allotted(rig)
    rig.set_flags(WATANABE, "HAKKO_TEISHI")

    with _refusal(FailureCode.ISSUE_HELD):
        rig.registry.release(key(), allotment.issue_id, P0, "renderer-1")


def test_a_release_sent_again_brings_the_seal_while_no_sheet_is_spooled(rig: RegistryRig) -> None:
    _, allotment = _allotted(rig)
    once = key()
    seal = rig.registry.release(once, allotment.issue_id, P0, "renderer-1")

    assert rig.registry.release(once, allotment.issue_id, P0, "renderer-1") == seal
    _moved(rig, allotment, SheetState.SPOOLED)
    with _refusal():
        rig.registry.release(once, allotment.issue_id, P0, "renderer-1")


def test_a_flag_that_came_after_a_release_stops_it_when_sent_again_with_its_key_or_a_new_one(
    rig: RegistryRig,
) -> None:
    _, allotment = _allotted(rig)
    once = key()
    rig.registry.release(once, allotment.issue_id, P0, "renderer-1")
    rig.set_flags(WATANABE, "SHIEN")

    for again in (once, key()):
        with _refusal(FailureCode.ISSUE_HELD):
            rig.registry.release(again, allotment.issue_id, P0, "renderer-1")


def test_a_case_goes_from_release_to_hand_over(rig: RegistryRig) -> None:
    case_id, allotment = _allotted(rig)

    seal = rig.registry.release(key(), allotment.issue_id, P0, "renderer-1")
    _moved(rig, allotment, SheetState.SPOOLED)
    _moved(rig, allotment, SheetState.COLLATED)
    payment = Payment(method=PaymentMethod.CASH, amount=600, received=1000)
    receipt = rig.registry.record_payment(key(), allotment.issue_id, payment)
    rig.registry.hand_over(key(), allotment.issue_id)

    assert seal.png.startswith(b"\x89PNG")
    assert seal.edge_mm > 0
    assert receipt.split("-")[1] == rig.registry.session().terminal
    with _refusal():
        rig.registry.record_outcome(key(), case_id, CaseOutcome.WITHDRAWN, "visitor_left")


@pytest.mark.parametrize("kind", sorted(set(RequesterKind) - ISSUABLE))
def test_a_request_of_any_other_class_is_recorded_as_held_under_its_own_reason(
    rig: RegistryRig, kind: RequesterKind
) -> None:
    case_id, asked, reason = rig.new_case(), key(), f"{HELD_REQUESTER}{kind.value.lower()}"

    rig.registry.record_outcome(asked, case_id, CaseOutcome.HELD, reason)
    rig.registry.record_outcome(asked, case_id, CaseOutcome.HELD, reason)

    with _refusal():
        rig.registry.record_outcome(key(), case_id, CaseOutcome.HELD, reason)


def test_another_page_than_the_released_one_is_refused(rig: RegistryRig) -> None:
    _, allotment = _allotted(rig)
    rig.registry.release(key(), allotment.issue_id, P0, "renderer-1")

    with _refusal():
        rig.registry.release(key(), allotment.issue_id, "cd" * 32, "renderer-1")


def test_an_impossible_step_of_a_sheet_is_refused_and_nothing_of_the_list_is_recorded(
    rig: RegistryRig,
) -> None:
    _, allotment = _allotted(rig)
    rig.registry.release(key(), allotment.issue_id, P0, "renderer-1")
    first, second = (stamp.number for stamp in allotment.stamps)
    wrong = (
        SheetOutcome(number=first, state=SheetState.SPOOLED),
        SheetOutcome(number=second, state=SheetState.COLLATED),
    )

    with _refusal():
        rig.registry.record_sheets(key(), allotment.issue_id, wrong)
    _moved(rig, allotment, SheetState.SPOOLED)


def test_hand_over_waits_for_every_sheet_and_for_the_fee(rig: RegistryRig) -> None:
    _, allotment = _allotted(rig)
    rig.registry.release(key(), allotment.issue_id, P0, "renderer-1")
    _moved(rig, allotment, SheetState.SPOOLED)

    with _refusal():
        rig.registry.hand_over(key(), allotment.issue_id)
    _moved(rig, allotment, SheetState.COLLATED)
    with _refusal():
        rig.registry.hand_over(key(), allotment.issue_id)


def test_a_sum_that_is_not_the_fee_is_refused(rig: RegistryRig) -> None:
    _, allotment = _allotted(rig)

    for amount, received in ((300, 300), (600, 500)):
        payment = Payment(method=PaymentMethod.CASH, amount=amount, received=received)
        with _refusal():
            rig.registry.record_payment(key(), allotment.issue_id, payment)


def test_a_spoiled_sheet_needs_its_reason(rig: RegistryRig) -> None:
    _, allotment = _allotted(rig)
    rig.registry.release(key(), allotment.issue_id, P0, "renderer-1")
    _moved(rig, allotment, SheetState.SPOOLED)
    number = allotment.stamps[0].number

    with _refusal():
        rig.registry.record_sheets(
            key(), allotment.issue_id, (SheetOutcome(number=number, state=SheetState.SPOILED),)
        )
    spoiled = SheetOutcome(number=number, state=SheetState.SPOILED, reason=SpoilReason.JAM)
    rig.registry.record_sheets(key(), allotment.issue_id, (spoiled,))


def test_a_withdrawn_case_takes_nothing_more(rig: RegistryRig) -> None:
    case_id = rig.new_case()
    rig.registry.record_outcome(key(), case_id, CaseOutcome.WITHDRAWN, "visitor_left")

    with _refusal():
        rig.registry.find_residents(case_id, SEARCH)


def test_signed_out_nothing_is_answered(rig: RegistryRig) -> None:
    rig.sign_out()

    with _refusal(FailureCode.SIGN_IN_EXPIRED):
        rig.registry.session()
    with _refusal(FailureCode.SIGN_IN_EXPIRED):
        rig.registry.open_case(key(), key(), "visit-1")

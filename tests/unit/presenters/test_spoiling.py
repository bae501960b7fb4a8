"""書損 late in a case: at the hand-over, and where the gateway refuses a record."""

from __future__ import annotations

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.sheets import SheetState
from tests.unit.presenters.counter_under_test import Counter
from ui import view_models as vm

NO = Refused(FailureCode.GATEWAY_REFUSED)


def spoil(counter: Counter, reason: str = "misprint") -> None:
    counter.press(vm.Action.SPOIL)
    counter.do(vm.SpoilReasonChosen(reason))
    counter.enter()


def outcomes(counter: Counter) -> list[tuple[str, str]]:
    return [(case.ended, case.reason) for case in counter.registry.cases.values()]


def test_paper_that_is_found_wrong_at_the_hand_over_ends_with_the_officer_who_refunds() -> None:
    counter = Counter()
    counter.to_hand_over()
    spoil(counter)

    assert isinstance(counter.body, vm.HeldBody)
    assert counter.sheets == [SheetState.SPOILED]
    assert outcomes(counter) == [("held", "refund_due")]
    counter.enter()
    assert counter.shows(vm.ClosedBody(number="001", outcome="held"))


def test_a_refused_fee_is_no_dead_end() -> None:
    counter = Counter()
    counter.to_paying()
    counter.registry.plan("record_payment", NO)
    counter.pay()
    assert {vm.Action.SPOIL} <= counter.actions
    spoil(counter)

    assert outcomes(counter) == [("held", "refund_due")]


def test_an_end_that_cannot_be_recorded_is_left_by_its_own_key_and_said_to_be_unrecorded() -> None:
    counter = Counter()
    counter.to_collating()
    counter.registry.plan("record_sheets", NO)
    spoil(counter, "visitor_left")
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.RETRY)
    counter.press(vm.Action.END_UNRECORDED)

    assert counter.body == vm.ClosedBody(number="001", outcome="unrecorded")
    assert outcomes(counter) == [("", "")]

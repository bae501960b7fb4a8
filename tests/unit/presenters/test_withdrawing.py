"""F8 asks why first: a slip of the finger withdraws nothing."""

from __future__ import annotations

import json

import pytest

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import states
from counter_app.domain.sheets import SheetState
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import card
from ui import view_models as vm

ASKED = vm.WithdrawBody(reasons=("visitor", "papers_missing", "mistake"))


@pytest.mark.parametrize("reach", ["to_reception", "to_card", "to_comparing", "to_items", "to_checked"])
def test_f8_and_enter_alone_withdraw_nothing_and_esc_returns_to_the_page(reach: str) -> None:
    counter = Counter()
    getattr(counter, reach)()
    before, step = counter.body, counter.screen.step

    counter.press(vm.Action.WITHDRAW)
    assert counter.shows(ASKED)
    assert counter.screen.step == step
    assert counter.actions == {vm.Action.BACK, vm.Action.NEW_CASE}
    assert not counter.primary.enabled
    counter.enter()
    counter.press(vm.Action.WITHDRAW)
    assert counter.shows(ASKED)
    counter.do(vm.BackPressed())

    assert counter.shows(before)
    assert not [case for case in counter.registry.cases.values() if case.ended]
    assert "allot" not in counter.registry.calls


@pytest.mark.parametrize("reason", ASKED.reasons)
def test_the_reason_is_recorded(reason: str) -> None:
    counter = Counter()
    counter.to_items()
    case_id = counter.screen.case_id
    counter.press(vm.Action.WITHDRAW)
    counter.do(vm.WithdrawalChosen(reason))
    assert counter.shows(vm.WithdrawBody(reasons=ASKED.reasons, chosen=reason))
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.RECORD_WITHDRAWN)

    counter.clock.advance(1.0)
    counter.presenter.handle(vm.PrimaryPressed())
    counter.lanes.step()
    told = [entry.event_json for entry in counter.journal.entries(case_id) if entry.event_type == "Withdrew"]
    counter.lanes.run_all()

    assert [json.loads(text)["reason"] for text in told] == [reason]
    assert counter.shows(vm.ClosedBody(number="001", outcome="withdrawn"))


def test_other_keys_do_nothing_while_the_reason_is_asked() -> None:
    counter = Counter()
    counter.to_items()
    counter.press(vm.Action.WITHDRAW)

    counter.do(vm.ItemToggled("honseki"), vm.CopiesChanged(3), vm.PreviewHeld(held=True))
    counter.press(vm.Action.PARK)
    counter.press(vm.Action.PREVIEW)
    assert counter.shows(ASKED)
    counter.do(vm.BackPressed())

    assert isinstance(counter.body, vm.ItemsBody)
    assert (counter.body.copies, counter.body.preview_held) == (1, False)
    assert not any(tick.ticked for tick in counter.body.items)
    assert not counter.pages.drafts


def test_the_question_stays_while_the_card_is_read_beneath_it() -> None:
    counter = Counter()
    counter.to_card()
    counter.press(vm.Action.WITHDRAW)
    counter.do(vm.WithdrawalChosen("mistake"))

    counter.put(card())
    assert isinstance(counter.state, states.EnteringCredential)
    assert counter.shows(vm.WithdrawBody(reasons=ASKED.reasons, chosen="mistake"))
    counter.do(vm.BackPressed())

    assert isinstance(counter.body, vm.CredentialBody)


def test_the_question_goes_when_the_paper_is_on_its_way() -> None:
    counter = Counter()
    counter.to_checked()
    counter.clock.advance(1.0)
    counter.presenter.handle(vm.PrimaryPressed())
    while not isinstance(counter.state, states.Rendering):
        counter.lanes.step()
    counter.presenter.handle(vm.ActionPressed(vm.Action.WITHDRAW))
    assert counter.shows(ASKED)

    counter.lanes.run_all()

    assert isinstance(counter.body, vm.CollateBody)
    counter.do(vm.WithdrawalChosen("visitor"), vm.PrimaryPressed())
    assert isinstance(counter.body, vm.CollateBody)
    assert counter.sheets == [SheetState.RESERVED]


def test_a_withdrawal_that_was_not_written_is_said_and_can_be_pressed_again() -> None:
    counter = Counter()
    counter.to_items()
    counter.press(vm.Action.WITHDRAW)
    counter.do(vm.WithdrawalChosen("visitor"))
    counter.journal.fault = Unavailable(FailureCode.STORE_FULL)
    counter.enter()
    assert counter.trouble == FailureCode.STORE_FULL
    assert isinstance(counter.body, vm.WithdrawBody)

    counter.enter()

    assert counter.shows(vm.ClosedBody(number="001", outcome="withdrawn"))


def test_a_withdrawal_the_gateway_does_not_hear_of_is_asked_again_by_enter() -> None:
    counter = Counter()
    counter.to_items()
    counter.registry.plan("record_outcome", Unavailable(FailureCode.GATEWAY_UNREACHABLE))
    counter.withdraw()
    assert counter.trouble == FailureCode.GATEWAY_UNREACHABLE
    assert counter.primary.label is vm.Primary.RETRY

    counter.enter()

    assert counter.shows(vm.ClosedBody(number="001", outcome="withdrawn"))

"""No key of a case but those that decide something: what one key does at once, and what it must not."""

from __future__ import annotations

from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import PIN
from ui import view_models as vm


def test_the_signature_has_a_key_of_its_own_and_the_check_follows_it_at_once() -> None:
    counter = Counter()
    counter.to_form()
    counter.press(vm.Action.PRINT_FORM)
    assert "check" not in counter.registry.calls

    counter.enter()
    assert isinstance(counter.body, vm.FormBody)
    assert "check" not in counter.registry.calls
    counter.do(vm.SignatureToggled())

    assert isinstance(counter.body, vm.CheckBody)
    assert counter.told[-3:] == [clerk.SignatureToggled, clerk.CheckAsked, events.RequestChecked]


def test_a_signature_taken_back_asks_nothing() -> None:
    counter = Counter()
    counter.to_checked()
    counter.do(vm.BackPressed())
    asked = counter.registry.calls.count("check")

    counter.do(vm.SignatureToggled())

    assert isinstance(counter.body, vm.FormBody)
    assert not counter.body.signature_seen
    assert counter.registry.calls.count("check") == asked


def test_a_signature_hit_twice_is_checked_once() -> None:
    counter = Counter()
    counter.to_form()
    counter.press(vm.Action.PRINT_FORM)

    counter.clock.advance(1.0)
    counter.presenter.handle(vm.SignatureToggled())
    counter.clock.advance(1.0)
    counter.presenter.handle(vm.SignatureToggled())
    counter.lanes.run_all()

    assert isinstance(counter.body, vm.CheckBody)
    assert counter.registry.calls.count("check") == 1


def test_an_enter_meant_for_the_form_answers_nothing_that_came_of_it() -> None:
    counter = Counter()
    counter.to_items()
    counter.do(vm.ItemToggled("my_number"))
    counter.press(vm.Action.PRINT_FORM)

    counter.do(vm.SignatureToggled(), vm.FormSubmitted(""))

    assert isinstance(counter.body, vm.CheckBody)
    assert counter.approvals.all == {}


def test_f3_at_the_items_prints_the_form_at_once() -> None:
    counter = Counter()
    counter.to_items()
    counter.do(vm.ItemToggled("honseki"))
    assert vm.Action.PRINT_FORM in counter.actions

    counter.press(vm.Action.PRINT_FORM)

    assert isinstance(counter.body, vm.FormBody)
    assert (counter.body.form, counter.body.items) == ("printed", ("honseki",))
    assert len(counter.pages.forms) == 1


def test_fourteen_keys_lead_from_the_card_to_the_printer_by_pin() -> None:
    counter = Counter()
    counter.to_credential()
    after_pin: tuple[vm.Intent, ...] = (
        vm.SpokenToggled("name"),
        vm.SpokenToggled("birth_date"),
        vm.PrimaryPressed(),
        vm.ScopeChosen("whole_household"),
        vm.PrimaryPressed(),
        vm.ActionPressed(vm.Action.PRINT_FORM),
        vm.SignatureToggled(),
        vm.PrimaryPressed(),
    )

    counter.press(vm.Action.VISITOR_PIN)
    counter.do(vm.CredentialSubmitted("text_pin", PIN))
    counter.do(*after_pin)

    assert isinstance(counter.state, states.Collating)
    # F4, the PIN and its Enter, then one key for each of these
    assert 1 + len(PIN) + 1 + len(after_pin) == 14

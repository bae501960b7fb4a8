"""What is left to the clerk once a request was recorded as held: the visitor is still there."""

from __future__ import annotations

import pytest

from counter_app.domain.issuance import states
from counter_app.domain.restrictions import Flag
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import TRACES
from ui import view_models as vm


def to_hold(counter: Counter) -> None:
    """A person of the household is flagged after he was put on the page."""
    counter.to_persons()
    counter.do(vm.PersonToggled("r2"))
    counter.town.flags |= {"r2": frozenset({Flag.TENSHUTSU_YOTEI})}
    counter.enter()
    counter.press(vm.Action.PRINT_FORM)
    counter.do(vm.SignatureToggled())
    assert counter.body == vm.HeldBody(number="001")


def test_one_key_takes_another_request_of_the_same_visitor_past_identification() -> None:
    counter = Counter()
    to_hold(counter)
    visit = counter.state.ref.visit_id
    assert not [trace for trace in TRACES if trace in repr(counter.screen)]

    counter.press(vm.Action.NEXT_REQUEST)
    counter.do(vm.PurposeChosen("pension"), vm.ReceptionSubmitted("", ""))

    assert isinstance(counter.state, states.ChoosingPersons)
    assert counter.state.ref.visit_id == visit
    assert [row.number for row in counter.screen.cases] == ["002"]
    assert [case.ended for case in counter.registry.cases.values()] == ["held", ""]


def test_the_other_request_is_issued_without_what_held_the_first() -> None:
    counter = Counter()
    to_hold(counter)
    counter.press(vm.Action.NEXT_REQUEST)
    counter.do(vm.PurposeChosen("pension"), vm.ReceptionSubmitted("", ""))

    counter.enter()
    counter.press(vm.Action.PRINT_FORM)
    counter.do(vm.SignatureToggled(), vm.PrimaryPressed())

    assert isinstance(counter.state, states.Collating)


def test_a_hold_before_identification_keeps_nobody() -> None:
    counter = Counter()
    counter.to_reception()
    counter.do(vm.RequesterChosen("THIRD"), vm.ReceptionSubmitted("", ""))
    assert counter.body == vm.HeldBody(number="001")

    counter.press(vm.Action.NEXT_REQUEST)
    counter.do(vm.PurposeChosen("pension"), vm.ReceptionSubmitted("", ""))

    assert isinstance(counter.state, states.AwaitingCard)


def test_enter_still_ends_the_hold_and_forgets_the_visitor() -> None:
    counter = Counter()
    to_hold(counter)

    counter.enter()
    assert counter.body == vm.ClosedBody(number="001", outcome="held")
    counter.press(vm.Action.NEW_CASE)
    counter.do(vm.PurposeChosen("pension"), vm.ReceptionSubmitted("", ""))

    assert isinstance(counter.state, states.AwaitingCard)


@pytest.mark.parametrize("flag", [None, Flag.SHIEN])
def test_every_hold_offers_the_same_keys(flag: Flag | None) -> None:
    """Neither by words nor by a key does the page tell why."""
    plain, flagged = Counter(), Counter(flags={} if flag is None else {"r1": flag})
    to_hold(plain)
    if flag is None:
        flagged.to_reception()
        flagged.do(vm.RequesterChosen("THIRD"), vm.ReceptionSubmitted("", ""))
    else:
        flagged.to_comparing()

    assert isinstance(flagged.body, vm.HeldBody)
    assert flagged.screen.bottom == plain.screen.bottom

"""One visit, two requests: the visitor is identified once, each request is recorded whole."""

from __future__ import annotations

import pytest

from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import IdentityLevel, SpokenAttribute
from counter_app.domain.issuance import states
from counter_app.domain.sheets import SheetState
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import TRACES
from ui import view_models as vm


def begin_second(counter: Counter) -> tuple[str, str]:
    """The first request waits at its form; the second is past its reception. Returns both ids."""
    counter.to_form()
    first = counter.screen.case_id
    counter.press(vm.Action.NEXT_REQUEST)
    second = counter.screen.case_id
    counter.do(vm.PurposeChosen("school"), vm.ReceptionSubmitted("", ""))
    return first, second


def issue_and_hand_over(counter: Counter) -> None:
    """From the form to the visitor's hand."""
    counter.press(vm.Action.PRINT_FORM)
    counter.do(vm.SignatureToggled(), vm.FormSubmitted(""))
    counter.enter()
    counter.scan()
    counter.pay()
    counter.hand_over()


def test_f11_opens_the_next_request_of_the_same_visit_past_identification() -> None:
    counter = Counter()
    first, second = begin_second(counter)

    assert isinstance(counter.body, vm.PersonsBody)
    assert counter.screen.summary is not None
    assert counter.screen.summary.method == "card_code_b"
    assert [(row.number, row.state, row.selected) for row in counter.screen.cases] == [
        ("001", "form", False),
        ("002", "persons", True),
    ]
    visits = {counter.desk.cases[case_id].state.ref.visit_id for case_id in (first, second)}
    assert len(visits) == 1
    assert counter.readers.spent == 1


@pytest.mark.parametrize("order", [("first", "second"), ("second", "first")])
def test_both_requests_of_a_visit_are_issued_and_handed_over_in_either_order(order: tuple[str, str]) -> None:
    counter = Counter()
    first, second = begin_second(counter)
    counter.do(vm.ScopeChosen("whole_household"), vm.PrimaryPressed(), vm.CopiesChanged(2))
    counter.enter()
    ids = {"first": first, "second": second}

    counter.do(vm.CaseSelected(ids[order[0]]))
    issue_and_hand_over(counter)
    counter.do(vm.CaseSelected(ids[order[1]]))
    issue_and_hand_over(counter)

    assert not counter.desk.cases
    assert counter.sheets == [SheetState.HANDED_OVER] * 3
    assert counter.screen.counts.handed_over == 3
    assert [payment.amount for payment in counter.payments] in ([300, 600], [600, 300])
    assert not [trace for trace in TRACES if trace in repr(counter.screen)]


def test_the_record_of_the_second_request_says_how_the_visitor_was_identified() -> None:
    counter = Counter()
    _first, second = begin_second(counter)
    counter.enter()
    counter.enter()
    counter.press(vm.Action.PRINT_FORM)
    counter.do(vm.SignatureToggled(), vm.FormSubmitted(""))
    counter.enter()

    (issue,) = counter.registry.issues.values()
    assert issue.request.case_id == second
    assert issue.request.identity.method == "card_code_b"
    assert issue.request.identity.level is IdentityLevel.P1
    assert issue.request.identity.spoken == {SpokenAttribute.NAME, SpokenAttribute.BIRTH_DATE}
    assert issue.request.form.number.startswith("002-")


def test_the_second_request_outlives_the_first() -> None:
    counter = Counter()
    first, second = begin_second(counter)
    counter.do(vm.CaseSelected(first))
    issue_and_hand_over(counter)
    assert [row.number for row in counter.screen.cases] == ["002"]
    assert "渡邉" not in repr(counter.screen)

    counter.do(vm.CaseSelected(second))

    assert isinstance(counter.body, vm.PersonsBody)
    assert counter.body.rows[0].name == "渡邉　葛\U000e0100美"


def test_a_record_that_changed_before_the_second_request_is_read_again_and_confirmed_anew() -> None:
    counter = Counter()
    begin_second(counter)
    counter.enter()
    counter.enter()
    counter.press(vm.Action.PRINT_FORM)
    counter.do(vm.SignatureToggled(), vm.FormSubmitted(""))
    counter.town.change("r1", address="架空県架空町大字上原１番地")
    counter.enter()
    assert counter.trouble == FailureCode.RECORD_CHANGED

    counter.enter()

    assert isinstance(counter.state, states.Comparing)
    assert "上原" in repr(counter.body)
    counter.do(vm.SpokenToggled("name"), vm.SpokenToggled("birth_date"))
    counter.enter()
    counter.enter()
    counter.enter()
    issue_and_hand_over(counter)
    assert counter.sheets == [SheetState.HANDED_OVER]


def test_before_the_visitor_is_identified_there_is_no_next_request() -> None:
    counter = Counter()
    counter.to_card()
    assert vm.Action.NEXT_REQUEST not in counter.actions

    counter.press(vm.Action.NEXT_REQUEST)

    assert len(counter.desk.cases) == 1

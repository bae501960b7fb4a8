"""The approver's window with something in the way: recalled, overtaken, another page, no line, no answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.application.port_errors import Refused, Unavailable, Uncertain
from counter_app.domain.failures import FailureCode
from tests.unit.presenters.approver_under_test import Approver, reading, record
from ui import view_models as vm
from ui.view_models import Action, Primary


def test_an_approval_recalled_while_it_is_open_says_so_and_leaves() -> None:
    approver = reading(Approver(record())).enter()

    approver.queue.recall("a030")
    approver.presenter.moved("a030")
    approver.lanes.run_all()

    assert approver.list == vm.QueueBody(waiting=0, number="030", outcome="gone")
    approver.enter()
    assert approver.queue.approved == {}


def test_one_recalled_before_it_opens_or_before_it_is_signed_says_so_too() -> None:
    approver = Approver(record())
    approver.queue.recall("a030")
    approver.enter()
    assert approver.list.outcome == "gone"

    approver = reading(Approver(record())).enter()
    approver.queue.recall("a030")
    approver.enter()
    assert approver.list.outcome == "gone"


def test_another_page_than_the_counter_drew_cannot_be_approved() -> None:
    approver = reading(Approver(replace(record(), p0_sha256="ab" * 32)))

    assert approver.trouble == FailureCode.APPROVAL_DIFFERS
    assert approver.page.stop == "page"
    assert not approver.enter().goes_on
    assert approver.page.phase == "looking"


def test_another_renderer_is_told_apart_from_another_page() -> None:
    approver = reading(Approver(replace(record(), renderer_id="older", p0_sha256="ab" * 32)))

    assert approver.trouble == FailureCode.RENDERER_DIFFERS
    assert not approver.goes_on


def test_a_page_that_cannot_be_drawn_shows_what_to_compare_and_goes_back_only() -> None:
    approver = Approver(record())
    approver.pages.fault = Refused(FailureCode.GLYPH_MISSING, characters="〓")
    approver.enter()

    assert approver.trouble == FailureCode.GLYPH_MISSING
    assert approver.page.page is None
    assert approver.page.lines
    assert not approver.enter().goes_on
    assert isinstance(approver.press(Action.GIVE_BACK).screen.body, vm.ReturnBody)


def test_whatever_differs_makes_approving_dead() -> None:
    approver = reading(Approver(replace(record(), fee=0)))

    assert approver.page.stop == "lines"
    assert not approver.enter().goes_on


def test_what_is_not_known_is_sent_once_more_by_the_same_key() -> None:
    approver = reading(Approver(record())).enter()
    approver.queue.lost = Uncertain(FailureCode.GATEWAY_SLOW)
    approver.enter().wait(6)

    assert approver.trouble == FailureCode.GATEWAY_SLOW
    assert approver.screen.bottom.primary == vm.PrimaryButton(label=Primary.RETRY)
    key = approver.queue.approved["a030"]
    approver.enter()

    assert approver.queue.approved == {"a030": key}
    assert approver.list.outcome == "approved"


def test_what_was_not_sent_is_sent_by_enter_once_the_line_is_back() -> None:
    approver = reading(Approver(record())).enter()
    approver.queue.fault = Unavailable(FailureCode.GATEWAY_UNREACHABLE)
    approver.enter()
    assert approver.trouble == FailureCode.GATEWAY_UNREACHABLE

    approver.enter()
    assert approver.list.outcome == "approved"


@pytest.mark.parametrize("code", [FailureCode.RECORD_CHANGED, FailureCode.ISSUE_HELD])
def test_what_was_overtaken_is_not_approved_and_leaves(code: FailureCode) -> None:
    approver = reading(Approver(record())).enter()
    approver.queue.fault = Refused(code)
    approver.enter()

    assert (approver.list.outcome, approver.list.number) == ("overtaken", "030")


@pytest.mark.parametrize("code", [FailureCode.APPROVER_IS_MAKER, FailureCode.GATEWAY_REFUSED])
def test_a_refusal_is_said_and_nothing_is_approved_after_it(code: FailureCode) -> None:
    approver = reading(Approver(record())).enter()
    approver.queue.fault = Refused(code)
    approver.enter()

    assert approver.trouble == code
    assert not approver.goes_on
    approver.do(vm.BackPressed())
    assert (approver.trouble, approver.goes_on) == (code, False)
    approver.press(Action.GIVE_BACK).do(vm.ReturnReasonChosen("papers")).enter()
    assert approver.list.outcome == "returned"


def test_an_own_case_is_refused_before_anything_of_it_is_shown() -> None:
    approver = Approver(record())
    approver.queue.fault = Refused(FailureCode.APPROVER_IS_MAKER)
    approver.enter()

    assert approver.trouble == FailureCode.APPROVER_IS_MAKER
    assert approver.list == vm.QueueBody(waiting=1)


def test_a_line_that_is_down_is_said_and_goes_away_by_itself() -> None:
    approver = Approver(record())
    approver.queue.fault = Unavailable(FailureCode.GATEWAY_UNREACHABLE)
    down = approver.wait(5).screen
    assert approver.trouble == FailureCode.GATEWAY_UNREACHABLE
    assert (down.body, down.top.mode) == (vm.QueueBody(waiting=None), vm.Mode.LINE_DOWN)

    up = approver.wait(5).screen
    assert approver.trouble == ""
    assert (up.body, up.top.mode) == (vm.QueueBody(waiting=1), vm.Mode.NORMAL)


def test_a_sign_in_that_ran_out_leads_to_the_sign_in_page() -> None:
    approver = Approver(record())
    approver.queue.fault = Refused(FailureCode.SIGN_IN_EXPIRED)
    approver.enter()

    assert [failure and failure.code for failure in approver.program.reasons] == [FailureCode.SIGN_IN_EXPIRED]


def test_a_bug_is_passed_on_and_said() -> None:
    approver = Approver()
    approver.queue.fault = KeyError("planted")
    approver.wait(5)

    assert [type(bug) for bug in approver.program.bugs] == [KeyError]
    assert approver.trouble == FailureCode.INTERNAL

"""The approver's window: what waits, one page at a time, two strokes of Enter before anything is signed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.application.port_errors import Refused, Unavailable, Uncertain
from counter_app.domain.approvals import ReturnReason
from counter_app.domain.failures import FailureCode
from tests.unit.presenters.approver_under_test import REQUEST, Approver, later, record
from ui import view_models as vm
from ui.view_models import Action, Primary


def reading(approver: Approver) -> Approver:
    """Open the first line and read its page to the end."""
    return approver.enter().read_to_the_end()


def test_the_queue_shows_numbers_and_names_nobody() -> None:
    first = record("030")
    approver = Approver(first, later(first, "033", 30))

    assert approver.list == vm.QueueBody(waiting=2)
    assert approver.screen.queue == (
        vm.QueueRow(
            approval_id="a030",
            number="030",
            counter=2,
            scope="personal",
            trigger="agent",
            waiting=52,
            selected=True,
        ),
        vm.QueueRow(
            approval_id="a033",
            number="033",
            counter=2,
            scope="personal",
            trigger="agent",
            waiting=22,
            selected=False,
        ),
    )
    said = repr(approver.screen)
    assert all(name not in said for name in (*first.persons, "川島"))


def test_the_top_bar_counts_what_waits() -> None:
    approver = Approver(record())

    assert approver.screen.top.approving
    assert [(chip.device, chip.count) for chip in approver.screen.top.chips] == [(vm.Device.APPROVALS, 1)]


def test_waiting_goes_on_by_the_second() -> None:
    approver = Approver(record()).wait(3)

    rows = approver.screen.queue
    assert rows is not None
    assert rows[0].waiting == 55


def test_the_queue_is_asked_for_every_five_seconds_and_whenever_something_moved() -> None:
    approver = Approver()
    assert approver.queue.asked == 1

    approver.wait(4)
    assert approver.queue.asked == 1
    approver.wait(1)
    assert approver.queue.asked == 2

    approver.queue.put(record())
    approver.presenter.moved("a030")
    approver.lanes.run_all()
    assert approver.list.waiting == 1


def test_what_moves_while_the_queue_is_asked_for_is_asked_for_again() -> None:
    approver = Approver()
    approver.presenter.moved("")
    approver.presenter.moved("a030")

    approver.lanes.run_all()

    assert approver.queue.asked == 3


def test_a_line_is_chosen_and_enter_opens_it() -> None:
    first = record("030")
    approver = Approver(first, later(first, "033"))

    approver.do(vm.CaseSelected("a033")).enter()

    assert (approver.page.number, approver.page.phase) == ("033", "looking")
    assert approver.page.page is not None
    assert approver.screen.case_id == "a033"


def test_enter_is_dead_until_every_sheet_was_seen_to_its_end() -> None:
    approver = Approver(record()).enter()
    assert approver.page.sheets == 2
    assert not approver.goes_on

    approver.do(vm.SheetSeen(0)).enter()
    assert (approver.page.phase, approver.goes_on) == ("looking", False)

    approver.do(vm.SheetTurned(1), vm.SheetSeen(1))
    assert approver.goes_on
    assert approver.page.seen == frozenset({0, 1})


def test_a_sheet_that_is_not_shown_is_not_seen() -> None:
    approver = Approver(record()).enter()

    approver.do(vm.SheetSeen(1), vm.SheetSeen(7), vm.SheetTurned(5), vm.SheetTurned(-1))

    assert (approver.page.at, approver.page.seen) == (0, frozenset())


def test_the_first_enter_asks_and_the_second_signs_over_the_page_drawn_here() -> None:
    one = record()
    approver = reading(Approver(one)).enter()

    assert approver.page.phase == "asking"
    assert approver.screen.bottom.primary == vm.PrimaryButton(label=Primary.SIGN)
    assert approver.queue.approved == {}

    approver.enter()
    assert approver.queue.approved["a030"][1] == one.p0_sha256
    assert approver.list == vm.QueueBody(waiting=0, number="030", outcome="approved")


def test_a_key_that_bounces_signs_nothing() -> None:
    approver = reading(Approver(record()))

    approver.clock.advance(1)
    approver.presenter.handle(vm.PrimaryPressed())
    approver.clock.advance(0.1)
    approver.presenter.handle(vm.PrimaryPressed())
    approver.lanes.run_all()

    assert approver.page.phase == "asking"
    assert approver.queue.approved == {}


def test_esc_takes_the_question_back_and_leads_to_the_list_from_the_page() -> None:
    approver = reading(Approver(record())).enter().do(vm.BackPressed())
    assert approver.page.phase == "looking"

    approver.press(Action.TO_LIST)

    assert approver.list == vm.QueueBody(waiting=1)
    assert approver.queue.approved == {}


def test_after_a_decision_the_record_is_on_no_screen_and_in_no_memory() -> None:
    approver = reading(Approver(record())).enter().enter()

    assert approver.presenter._opened is None
    assert "渡邉" not in repr(approver.screen)
    assert "川島" not in repr(approver.presenter._queue)


def test_a_page_put_off_waits_on_and_the_hands_go_to_the_next() -> None:
    first = record("030")
    approver = Approver(first, later(first, "033")).enter().press(Action.PARK)

    assert approver.list == vm.QueueBody(waiting=2, number="030", outcome="kept")
    approver.enter()
    assert approver.page.number == "033"


def test_a_case_goes_back_with_a_reason_and_never_without() -> None:
    approver = Approver(record()).enter().press(Action.GIVE_BACK)
    assert isinstance(approver.screen.body, vm.ReturnBody)
    assert not approver.goes_on
    approver.enter()
    assert approver.queue.returned == {}

    approver.do(vm.ReturnReasonChosen("items"))
    assert approver.goes_on
    approver.enter()

    assert approver.queue.returned["a030"][1] is ReturnReason.ITEMS
    assert approver.list == vm.QueueBody(waiting=0, number="030", outcome="returned")


def test_esc_at_the_reasons_leads_back_to_the_page() -> None:
    approver = Approver(record()).enter().press(Action.GIVE_BACK).do(vm.BackPressed())

    assert approver.page.phase == "looking"


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


def test_signing_out_forgets_everything_and_stops_listening() -> None:
    approver = Approver(record()).enter()
    screens = len(approver.window.screens)
    approver.presenter.end()
    approver.presenter.tick()
    approver.presenter.moved("a030")
    approver.presenter.handle(vm.PrimaryPressed())

    assert approver.watch.calls[-1] == "stop"
    assert len(approver.window.screens) == screens
    assert approver.presenter._opened is None

    approver.sign_in()
    assert approver.watch.calls[-1] == "resume"
    assert approver.list.waiting == 1


def test_f10_signs_out_from_the_list() -> None:
    approver = Approver().press(Action.SIGN_OUT)

    assert approver.program.signed_out == 1


def test_a_late_answer_of_a_record_that_was_left_changes_nothing() -> None:
    approver = Approver(record())
    approver.clock.advance(1)
    approver.presenter.handle(vm.PrimaryPressed())
    approver.clock.advance(1)
    approver.presenter.handle(vm.ActionPressed(Action.TO_LIST))
    approver.lanes.run_all()

    assert approver.list == vm.QueueBody(waiting=1)


def test_a_bug_is_passed_on_and_said() -> None:
    approver = Approver()
    approver.queue.fault = KeyError("planted")
    approver.wait(5)

    assert [type(bug) for bug in approver.program.bugs] == [KeyError]
    assert approver.trouble == FailureCode.INTERNAL


def test_an_exercise_hears_states_and_verdicts_and_no_person() -> None:
    approver = reading(Approver(record("030", replace(REQUEST, destination="架空")))).enter().enter()

    states = [state for state, _ in approver.told]
    order = ("ApproverQueue", "ApproverReading", "ApproverLooking", "ApproverAsking", "ApproverSigning")
    assert tuple(dict.fromkeys(states)) == order
    asking = next(keys for state, keys in approver.told if state == "ApproverAsking")
    assert asking["number"] == "030"
    assert asking["seen"] == [1, 2]
    assert asking["compared"] == dict.fromkeys(
        ("requester", "visitor", "persons", "items", "restriction", "fee", "form", "earlier"), "same"
    )
    assert approver.told[-1] == ("ApproverQueue", {"waiting": [], "outcome": "approved", "number": "030"})
    assert all(name not in repr(approver.told) for name in ("渡邉", "川島", "架空"))


def test_nothing_is_told_twice() -> None:
    approver = Approver(record()).wait(12)

    assert [state for state, _ in approver.told] == ["ApproverQueue", "ApproverQueue"]


def test_the_page_is_large_while_f9_is_held() -> None:
    approver = Approver(record()).enter()

    assert approver.do(vm.PreviewHeld(held=True)).page.large
    assert not approver.do(vm.PreviewHeld(held=False)).page.large
    assert approver.press(Action.PREVIEW).page.large

"""The approver's window: what waits, one page at a time, two strokes of Enter before anything is signed."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.approvals import ReturnReason
from tests.unit.presenters.approver_under_test import REQUEST, Approver, later, reading, record
from ui import view_models as vm
from ui.view_models import Action, Primary


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


def test_who_signs_in_after_somebody_is_told_of_anew() -> None:
    approver = Approver(record())
    approver.presenter.end()
    before = len(approver.told)

    approver.sign_in()

    assert [state for state, _ in approver.told[before:]] == ["ApproverQueue", "ApproverQueue"]

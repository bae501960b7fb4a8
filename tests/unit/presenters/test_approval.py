"""承認 from the clerk's side: asked for, waited for beside other visitors, recalled, or given back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.approvals import ApprovalState, ReturnReason
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import states
from counter_app.domain.sheets import SheetState, SpoilReason
from tests.fakes.approvals import FakeApprovalQueue
from tests.unit.presenters.counter_under_test import Counter
from ui import view_models as vm
from ui.presenters.approval import ASK_EVERY_S


def at_check() -> Counter:
    """A case that prints 個人番号, checked."""
    counter = Counter()
    counter.to_items()
    counter.do(vm.ItemToggled("my_number"))
    counter.press(vm.Action.PRINT_FORM)
    counter.do(vm.SignatureToggled())
    return counter


def waiting() -> Counter:
    counter = at_check()
    counter.enter()
    return counter


def only(counter: Counter) -> str:
    (approval_id,) = counter.approvals.all
    return approval_id


def approve(counter: Counter, approval_id: str) -> None:
    queue = FakeApprovalQueue(counter.approvals)
    record = queue.read(approval_id)
    queue.approve("k", record, record.p0_sha256)


def give_back(counter: Counter, approval_id: str, note: str = "") -> None:
    FakeApprovalQueue(counter.approvals).give_back("k", approval_id, ReturnReason.PAPERS, note)


def moved(counter: Counter, approval_id: str) -> None:
    """The gateway tells that it moved."""
    counter.presenter.approval_moved(approval_id)
    counter.lanes.run_all()


def approval_body(counter: Counter) -> vm.ApprovalBody:
    assert isinstance(counter.body, vm.ApprovalBody)
    return counter.body


def rows(counter: Counter) -> dict[str, tuple[str, str]]:
    return {row.number: (row.state, row.news) for row in counter.screen.cases}


def test_the_check_says_which_rule_wants_it_and_the_blue_button_asks_for_it() -> None:
    counter = at_check()

    assert isinstance(counter.body, vm.CheckBody)
    assert counter.body.outcome == "approval"
    assert [row.rule for row in counter.body.rows if row.outcome == "approval"] == ["approval"]
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.ASK_APPROVAL)
    assert counter.screen.with_approval


def test_a_case_without_need_of_approval_has_no_such_step() -> None:
    counter = Counter()
    counter.to_checked()
    assert counter.primary.label is vm.Primary.TO_ISSUE

    counter.enter()

    assert not counter.screen.with_approval
    assert counter.approvals.all == {}


def test_the_wait_says_since_when_and_how_long_with_the_pages_and_nothing_prints() -> None:
    counter = waiting()
    counter.clock.advance(125)
    counter.presenter.tick()

    body = approval_body(counter)
    assert body.phase == "waiting"
    asked = counter.approvals.all[only(counter)].ticket.asked_at
    assert body.since == asked[11:16]
    assert body.waiting == 125
    assert body.pages
    assert counter.screen.step is vm.Step.APPROVAL
    assert counter.primary.working
    assert [name for name, _ in counter.queue.submitted if not name.startswith("form-")] == []
    assert rows(counter) == {"001": ("approval", "")}
    assert {vm.Action.RECALL, vm.Action.NEW_CASE} <= counter.actions
    assert vm.Action.WITHDRAW not in counter.actions


def test_once_approved_the_page_goes_on_by_itself_to_the_printer() -> None:
    counter = waiting()
    approve(counter, only(counter))

    moved(counter, only(counter))

    assert isinstance(counter.state, states.Collating)


def test_another_case_goes_on_meanwhile_and_the_list_says_what_was_decided() -> None:
    counter = waiting()
    counter.press(vm.Action.NEW_CASE)
    second = counter.screen.case_id
    counter.do(vm.PurposeChosen("bank"))
    assert isinstance(counter.body, vm.ReceptionBody)
    approve(counter, only(counter))

    moved(counter, only(counter))

    assert counter.screen.case_id == second
    assert rows(counter)["001"] == ("collate", "approved")
    first = next(row.case_id for row in counter.screen.cases if row.number == "001")
    counter.do(vm.CaseSelected(first))
    assert rows(counter)["001"] == ("collate", "")


def test_a_case_that_came_back_says_so_in_the_list_and_then_who_why_and_in_which_words() -> None:
    counter = waiting()
    counter.press(vm.Action.NEW_CASE)
    give_back(counter, only(counter), "委任状の日付を確かめてください")

    moved(counter, only(counter))

    assert rows(counter)["001"] == ("returned", "returned")
    first = next(row.case_id for row in counter.screen.cases if row.number == "001")
    counter.do(vm.CaseSelected(first))
    body = approval_body(counter)
    assert (body.phase, body.outcome, body.by) == ("returned", "returned", "齋藤　明美")
    assert (body.reason, body.note) == ("papers", "委任状の日付を確かめてください")
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.MEND)
    assert rows(counter)["001"] == ("returned", "")


def test_a_returned_case_is_mended_at_the_items_and_its_numbers_are_void() -> None:
    counter = waiting()
    give_back(counter, only(counter))
    moved(counter, only(counter))

    counter.enter()

    assert isinstance(counter.body, vm.ItemsBody)
    assert counter.sheets == [SheetState.VOID]
    counter.do(vm.ItemToggled("my_number"))
    counter.press(vm.Action.PRINT_FORM)
    counter.do(vm.SignatureToggled())
    assert counter.primary.label is vm.Primary.TO_ISSUE


def test_f8_takes_it_back_and_leads_to_the_items() -> None:
    counter = waiting()

    counter.press(vm.Action.RECALL)

    assert isinstance(counter.body, vm.ItemsBody)
    assert counter.approvals.all[only(counter)].status.state is ApprovalState.RECALLED
    assert counter.sheets == [SheetState.VOID]


def test_what_was_decided_before_f8_arrived_holds() -> None:
    counter = waiting()
    approve(counter, only(counter))

    counter.press(vm.Action.RECALL)

    assert isinstance(counter.state, states.Collating)


def test_an_approval_of_another_page_prints_nothing_and_enter_decides_anew() -> None:
    counter = waiting()
    approval = counter.approvals.all[only(counter)]
    approve(counter, only(counter))
    claims = approval.status.claims
    assert claims is not None
    approval.status = replace(approval.status, claims=replace(claims, p0_sha256="00" * 32))
    before = list(counter.queue.submitted)

    moved(counter, only(counter))

    assert counter.trouble == FailureCode.APPROVAL_DIFFERS
    assert counter.primary.label is vm.Primary.RETRY
    assert isinstance(counter.body, vm.ApprovalBody)
    assert counter.body.phase == "in_doubt"
    assert vm.Action.RECALL not in counter.actions
    assert counter.queue.submitted == before
    counter.enter()
    assert counter.queue.submitted == before
    assert counter.sheets[0] is SheetState.VOID


def test_a_trouble_of_a_case_that_is_not_on_the_screen_is_seen_in_the_list() -> None:
    counter = waiting()
    approval = counter.approvals.all[only(counter)]
    approve(counter, only(counter))
    claims = approval.status.claims
    assert claims is not None
    approval.status = replace(approval.status, claims=replace(claims, nonce="00"))
    counter.press(vm.Action.NEW_CASE)

    moved(counter, only(counter))

    assert rows(counter)["001"] == ("approval", "trouble")


def test_the_line_may_be_down_while_it_waits_and_is_asked_again_once_it_is_back() -> None:
    counter = waiting()
    approve(counter, only(counter))
    counter.registry.plan("status", Unavailable(FailureCode.GATEWAY_UNREACHABLE))

    moved(counter, only(counter))
    assert approval_body(counter).phase == "waiting"
    assert counter.trouble == ""
    moved(counter, "")

    assert isinstance(counter.state, states.Collating)


@pytest.mark.parametrize("code", [FailureCode.GATEWAY_SLOW, FailureCode.GATEWAY_FAULT])
def test_one_answer_lost_while_the_line_stands_hides_no_decision_for_long(code: FailureCode) -> None:
    counter = waiting()
    approve(counter, only(counter))
    counter.registry.plan("status", Unavailable(code))
    moved(counter, only(counter))
    assert approval_body(counter).phase == "waiting"

    counter.clock.advance(ASK_EVERY_S)
    counter.presenter.tick()
    counter.lanes.run_all()

    assert isinstance(counter.state, states.Collating)


def test_who_sits_here_meanwhile_does_not_ask_for_the_case_of_another_clerk() -> None:
    counter = waiting()
    approve(counter, only(counter))
    own = counter.desk.desk
    counter.desk.desk = replace(own, staff=replace(own.staff, staff_id="2001"))

    moved(counter, "")
    assert approval_body(counter).phase == "waiting"
    counter.desk.desk = own
    moved(counter, "")

    assert isinstance(counter.state, states.Collating)


def test_one_that_moved_asks_for_no_other() -> None:
    counter = waiting()
    approve(counter, only(counter))

    moved(counter, "approval-of-somebody-else")

    assert approval_body(counter).phase == "waiting"


@pytest.mark.parametrize("code", [FailureCode.APPROVAL_MISSING, FailureCode.RECORD_CHANGED])
def test_a_release_refused_after_all_prints_nothing_and_enter_decides_anew(code: FailureCode) -> None:
    counter = waiting()
    approve(counter, only(counter))
    counter.registry.plan("release", Refused(code))
    before = list(counter.queue.submitted)

    moved(counter, only(counter))
    assert counter.trouble == code
    assert counter.primary.label is vm.Primary.RETRY
    counter.enter()

    assert counter.queue.submitted == before
    assert counter.sheets[0] is SheetState.VOID


def test_an_approval_that_lapsed_says_that_its_time_was_over() -> None:
    counter = waiting()
    counter.clock.advance(31 * 60)

    moved(counter, only(counter))

    assert (approval_body(counter).outcome, approval_body(counter).by) == ("lapsed", "")


@pytest.mark.parametrize("reason", [SpoilReason.JAM, SpoilReason.VISITOR_LEFT])
def test_that_a_page_came_back_is_no_reason_a_clerk_gives_for_bad_sheets(reason: SpoilReason) -> None:
    counter = Counter()
    counter.to_collating()
    counter.press(vm.Action.SPOIL)

    assert isinstance(counter.body, vm.SpoilBody)
    assert reason.value in counter.body.reasons
    assert SpoilReason.RETURNED.value not in counter.body.reasons


class Listening:
    """Implements ``Watch``: notes what it is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def tick(self) -> None:
        self.heard.append("tick")

    def stop(self) -> None:
        self.heard.append("stop")

    def resume(self) -> None:
        self.heard.append("resume")


def test_the_gateway_is_listened_to_while_somebody_is_signed_in() -> None:
    counter, watch = Counter(), Listening()
    counter.presenter.listen(watch)
    counter.presenter.begin(counter.desk)
    counter.presenter.tick()
    counter.lanes.run_all()

    counter.presenter.end()
    counter.presenter.tick()

    assert watch.heard == ["resume", "tick", "stop"]

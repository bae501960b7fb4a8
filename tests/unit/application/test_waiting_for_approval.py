"""A page that needs an approval, from the item asked for to the sheet, seen from both sides of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.application.effect_work import work_on
from counter_app.application.lanes_port import Lane
from counter_app.application.port_errors import Refused, Unavailable, Uncertain
from counter_app.application.recovery import recover
from counter_app.domain.approvals import APPROVAL_MINUTES, ApprovalState, ApprovalTicket, ReturnReason
from counter_app.domain.certificates import Item
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import SpokenAttribute
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.render_model import MASKED_NUMBER
from counter_app.domain.requests import Outcome, RequesterKind
from counter_app.domain.restrictions import Flag
from counter_app.infrastructure.store.event_codec import read_event, write_event
from tests.fakes.approvals import FakeApprovalQueue, FakeApprovals
from tests.unit.application.desk_under_test import DeskUnderTest
from tests.unit.domain.people import AGENT_PAPERS

MINUTE = 60.0
KEY = "00000000-0000-4000-8000-000000000001"


class Approved(DeskUnderTest):
    """A case that asks for the 個人番号, and an approver at another PC."""

    def __init__(self, *held: Lane) -> None:
        super().__init__(*held)
        self.approver = FakeApprovalQueue(self.approvals)

    def to_waiting(self) -> None:
        self.to_credential()
        self.type_code()
        self.tell(
            clerk.SpokenToggled(attribute=SpokenAttribute.NAME),
            clerk.SpokenToggled(attribute=SpokenAttribute.ADDRESS),
            clerk.IdentityConfirmed(),
            clerk.PersonsConfirmed(),
            clerk.ItemToggled(item=Item.MY_NUMBER),
        )
        self.to_issued()

    def to_issued(self) -> None:
        self.tell(
            clerk.ItemsConfirmed(), clerk.FormPrintAsked(), clerk.SignatureToggled(), clerk.CheckAsked()
        )
        self.desk.issue(self.case_id)

    def hear(self) -> None:
        """Let the stream of events tell the case what moved since."""
        for moved in ("", *self.approvals.moved):
            self.desk.tell(self.case_id, events.ApprovalMoved(approval_id=moved))
        self.approvals.moved.clear()

    def approve(self, key: str = KEY) -> None:
        (line,) = self.approver.waiting()
        record = self.approver.read(line.approval_id)
        self.approver.approve(key, record, record.p0_sha256)

    def give_back(self) -> None:
        (line,) = self.approver.waiting()
        self.approver.give_back(KEY, line.approval_id, ReturnReason.ITEMS, "番号は要らないはず")

    @property
    def sent(self) -> list[str]:
        return [name for name, _ in self.queue.submitted if name.startswith("issue-")]

    @property
    def approval(self) -> str:
        assert isinstance(self.state, states.WithNumbers)
        assert self.state.issue.approval is not None
        return self.state.issue.approval.approval_id


def waiting(*held: Lane) -> Approved:
    under = Approved(*held)
    under.to_waiting()
    assert isinstance(under.state, states.AwaitingApproval)
    return under


def test_nothing_is_released_until_a_second_person_has_approved_this_very_page() -> None:
    under = waiting()
    assert "release" not in under.registry.calls

    under.hear()
    assert isinstance(under.state, states.AwaitingApproval)
    under.approve()
    assert isinstance(under.state, states.AwaitingApproval)
    assert not under.sent
    under.hear()

    assert isinstance(under.state, states.Collating)
    assert under.sent == ["issue-issue-1"]
    assert under.state.issue.model != under.state.issue.model.masked()
    assert MASKED_NUMBER not in under.state.issue.model.canonical().decode()


def test_the_gateway_itself_releases_nothing_that_was_not_approved() -> None:
    under = waiting()
    assert isinstance(under.state, states.AwaitingApproval)
    issue = under.state.issue

    with pytest.raises(Refused) as refusal:
        under.registry.release(KEY, issue.issue_id, issue.p0_sha256, "fake")
    assert refusal.value.failure.code is FailureCode.APPROVAL_MISSING


def test_a_statement_changed_on_its_way_prints_nothing_and_voids_the_numbers() -> None:
    under = waiting()
    under.approve()
    held = under.approvals.all[under.approval]
    assert held.status.claims is not None
    held.status = replace(held.status, claims=replace(held.status.claims, p0_sha256="cd" * 32))
    under.hear()

    assert isinstance(under.state, states.Troubled)
    assert under.state.failure.code is FailureCode.APPROVAL_DIFFERS
    under.tell(clerk.Retried())
    assert isinstance(under.state, states.Checked)
    assert (under.sheets(), under.sent) == (["void"], [])


def test_an_approval_that_has_grown_old_releases_nothing() -> None:
    under = waiting()
    under.approve()
    under.clock.advance(APPROVAL_MINUTES * MINUTE + 1)
    under.hear()

    assert isinstance(under.state, states.Troubled)
    assert under.state.failure.code is FailureCode.APPROVAL_MISSING
    under.tell(clerk.Retried())
    assert (under.sheets(), under.sent) == (["void"], [])


def test_given_back_it_is_corrected_and_issued_without_what_was_not_wanted() -> None:
    under = waiting()
    under.give_back()
    under.hear()
    assert isinstance(under.state, states.ApprovalReturned)
    assert (under.state.status.reason, under.state.status.note) == (ReturnReason.ITEMS, "番号は要らないはず")

    under.tell(clerk.Acknowledged())
    assert isinstance(under.state, states.ChoosingItems)
    assert under.case.memory.pages is None
    under.tell(clerk.ItemToggled(item=Item.MY_NUMBER))
    under.to_issued()

    assert isinstance(under.state, states.Collating)
    assert under.state.issue.verdict.outcome is Outcome.OK
    assert under.sheets() == ["void", "reserved"]


def test_corrected_and_asked_again_it_is_another_page_under_other_numbers_and_another_approval() -> None:
    under = waiting()
    under.give_back()
    under.hear()
    under.tell(clerk.Acknowledged(), clerk.CopiesSet(copies=2))
    under.to_issued()
    assert isinstance(under.state, states.AwaitingApproval)
    assert under.approval == "approval-2"

    under.approve("00000000-0000-4000-8000-000000000002")
    under.hear()
    assert isinstance(under.state, states.Collating)
    assert under.sheets() == ["void", "reserved", "reserved"]


def test_taken_back_by_the_clerk_it_waits_for_nobody_any_more() -> None:
    under = waiting()
    under.tell(clerk.ApprovalRecalled())

    assert isinstance(under.state, states.ChoosingItems)
    assert under.sheets() == ["void"]
    assert under.approver.waiting() == ()
    assert under.approvals.all["approval-1"].status.state is ApprovalState.RECALLED


def test_taken_back_too_late_the_case_goes_where_it_was_decided_to_go() -> None:
    approved, returned = waiting(), waiting()
    approved.approve()
    returned.give_back()
    for under in (approved, returned):
        under.tell(clerk.ApprovalRecalled())

    assert isinstance(approved.state, states.Collating)
    assert isinstance(returned.state, states.ApprovalReturned)


def test_an_approval_that_comes_while_it_is_taken_back_is_either_one_or_the_other() -> None:
    under = waiting()
    under.registry.plan("recall", Uncertain(FailureCode.GATEWAY_SLOW), after_commit=True)
    under.tell(clerk.ApprovalRecalled())
    assert isinstance(under.state, states.Troubled)
    with pytest.raises(ValueError, match="not enough values"):
        under.approve()
    under.hear()

    under.tell(clerk.Retried())
    assert isinstance(under.state, states.ChoosingItems)
    assert under.sent == []


def test_the_line_may_be_gone_for_hours_and_the_case_waits_and_asks_when_it_is_back() -> None:
    under = waiting()
    under.registry.plan("status", Unavailable(FailureCode.GATEWAY_UNREACHABLE))
    under.approve()
    under.hear()
    assert isinstance(under.state, states.Collating)

    other = waiting()
    for _ in range(3):
        other.registry.plan("status", Unavailable(FailureCode.GATEWAY_UNREACHABLE))
        other.tell(events.ApprovalMoved(approval_id=""))
        assert isinstance(other.state, states.AwaitingApproval)
    other.approve()
    other.tell(events.ApprovalMoved(approval_id=""))
    assert isinstance(other.state, states.Collating)


def test_a_flag_that_comes_while_it_waits_stops_the_approver_and_the_release() -> None:
    under = waiting()
    (line,) = under.approver.waiting()
    record = under.approver.read(line.approval_id)
    under.town.flags["r1"] = frozenset({Flag.SHIEN})
    with pytest.raises(Refused, match=FailureCode.ISSUE_HELD.value):
        under.approver.approve(KEY, record, record.p0_sha256)

    late = waiting()
    late.approve()
    late.town.flags["r1"] = frozenset({Flag.SHIEN})
    late.hear()
    assert isinstance(late.state, states.Held)
    assert (late.sheets(), late.sent) == (["void"], [])


def test_nobody_approves_his_own_case_also_under_another_account() -> None:
    under = waiting()
    own = FakeApprovalQueue(under.approvals, staff_id="1901", person="1001")
    record = under.approver.read(under.approval)

    assert own.waiting() == ()
    with pytest.raises(Refused, match=FailureCode.APPROVER_IS_MAKER.value):
        own.read(under.approval)
    with pytest.raises(Refused, match=FailureCode.APPROVER_IS_MAKER.value):
        own.approve(KEY, record, record.p0_sha256)
    with pytest.raises(Refused, match=FailureCode.APPROVER_IS_MAKER.value):
        own.give_back(KEY, under.approval, ReturnReason.PAGE, "")
    under.hear()
    assert isinstance(under.state, states.AwaitingApproval)


def test_a_visitor_who_leaves_takes_his_page_from_the_approvers_with_him() -> None:
    under = waiting()
    case = under.case
    under.tell(clerk.Withdrew())

    assert isinstance(case.state, states.Closed)
    assert under.approver.waiting() == ()
    assert under.sheets() == ["void"]
    assert case.memory.pages is None


def test_after_a_restart_the_page_is_drawn_again_and_the_same_approval_awaited() -> None:
    under = waiting()
    under.approve()
    found = recover(under.journal, read_event, write_event).cases[under.case_id]
    assert isinstance(found, states.Troubled)
    under.desk.adopt(under.case_id, found)
    assert under.case.memory.pages is None

    under.tell(clerk.Retried())
    assert isinstance(under.state, states.Collating)
    assert under.registry.calls.count("ask") == 1
    assert under.sent == ["issue-issue-1"]


@pytest.mark.parametrize("digest", [None, "cd" * 32], ids=["no_page", "another_page"])
def test_only_the_page_in_memory_is_laid_before_anybody(digest: str | None) -> None:
    under = waiting()
    assert isinstance(under.state, states.AwaitingApproval)
    memory = under.case.memory.lend()
    assert memory.pages is not None
    memory.pages = None if digest is None else replace(memory.pages, sha256=digest)
    ask = effects.AskApproval(case_id=under.case_id, turn=1, key=KEY, issue=under.state.issue)

    with pytest.raises(Refused, match=FailureCode.PAGE_DIFFERS_FROM_RECORD.value):
        work_on(ask, under.desk.desk, memory, lambda _job: None, lambda: True)
    assert under.registry.calls.count("ask") == 1


def test_a_ticket_for_another_renderer_is_no_answer() -> None:
    under = waiting()
    assert isinstance(under.state, states.AwaitingApproval)
    memory = under.case.memory.lend()
    assert memory.pages is not None
    ask = effects.AskApproval(case_id=under.case_id, turn=1, key=KEY, issue=under.state.issue)
    under.desk.desk = replace(under.desk.desk, approvals=OfAnotherProgram(under.registry))

    with pytest.raises(Refused, match=FailureCode.GATEWAY_ANSWER_MALFORMED.value):
        work_on(ask, under.desk.desk, memory, lambda _job: None, lambda: True)


class OfAnotherProgram(FakeApprovals):
    """A gateway that takes the page for one of another program."""

    def ask(self, key: str, issue_id: str, p0_sha256: str, renderer_id: str) -> ApprovalTicket:
        return super().ask(key, issue_id, p0_sha256, f"not {renderer_id}")


def test_an_agent_is_served_by_papers_and_the_approval_alone() -> None:
    under = Approved()
    under.open()
    under.tell(
        clerk.PurposeChosen(purpose="pension", requester=RequesterKind.AGENT),
        clerk.PapersEntered(evidence=AGENT_PAPERS),
    )
    assert isinstance(under.state, states.ChoosingResident)
    under.tell(clerk.ResidentChosen(resident_id="r1"))
    under.tell(
        clerk.SpokenToggled(attribute=SpokenAttribute.NAME),
        clerk.SpokenToggled(attribute=SpokenAttribute.ADDRESS),
        clerk.IdentityConfirmed(),
        clerk.PersonsConfirmed(),
    )
    under.to_issued()
    assert isinstance(under.state, states.AwaitingApproval)
    (line,) = under.approver.waiting()
    assert line.trigger == "agent"
    assert under.approver.read(line.approval_id).request.agent == AGENT_PAPERS.agent

    under.approve()
    under.hear()
    assert isinstance(under.state, states.Collating)

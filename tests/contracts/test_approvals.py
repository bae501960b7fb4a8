"""One suite for both sides of an approval: the fake in memory, and the real gateway process over TLS."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from counter_app.application.registry_port import CaseOutcome
from counter_app.domain.approvals import ApprovalState, ReturnReason, names_this_page
from counter_app.domain.failures import FailureCode
from counter_app.domain.render_model import MASKED_NUMBER
from counter_app.domain.requests import Outcome
from tests.contracts.approval_rigs import (
    AGENT,
    RENDERER,
    ApprovalRig,
    by_agent,
    listening,
    with_my_number,
)
from tests.contracts.registry_rigs import P0, WATANABE, key, refusal, request

OTHER_PAGE = P0[:-1] + "c"


def test_what_was_asked_waits_and_its_line_names_nobody(approval_rig: ApprovalRig) -> None:
    asked = approval_rig.asked()

    (line,) = [one for one in approval_rig.queue.waiting() if one.approval_id == asked.approval_id]
    status = approval_rig.approvals.status(asked.approval_id)

    assert (line.trigger, line.certificate, line.asked_at) == ("agent", "J01", asked.ticket.asked_at)
    assert (line.counter, len(line.number)) == ("2番窓口", 3)
    assert (status.state, status.claims, status.decided_by) == (ApprovalState.WAITING, None, "")
    assert datetime.fromisoformat(asked.ticket.asked_at).tzinfo is not None


def test_longest_waiting_comes_first(approval_rig: ApprovalRig) -> None:
    first, second = approval_rig.asked(), approval_rig.asked()

    waiting = approval_rig.waiting(approval_rig.queue)

    assert waiting.index(first.approval_id) < waiting.index(second.approval_id)


def test_the_approver_reads_the_gateways_own_record(approval_rig: ApprovalRig) -> None:
    asked = approval_rig.asked()

    record = approval_rig.queue.read(asked.approval_id)

    ticket = asked.ticket
    assert (record.approval_id, record.nonce, record.asked_at) == (
        ticket.approval_id,
        ticket.nonce,
        ticket.asked_at,
    )
    assert (record.case_id, record.issue_id) == (asked.case_id, asked.issue_id)
    assert record.request == by_agent(asked.case_id)
    assert record.request.agent == AGENT
    assert (record.model, record.stamps, record.fee) == (
        asked.allotment.model,
        asked.allotment.stamps,
        asked.allotment.fee,
    )
    assert (record.p0_sha256, record.renderer_id) == (P0, RENDERER)
    assert record.restriction_version == ticket.restriction_version
    assert record.clerk_name == "山田　花子"
    assert record.requester_name == "渡邊\U000e010e　葛\U000e0102美"
    assert record.persons == tuple(person.name for person in record.model.persons)


def test_the_numbers_are_told_with_the_allotment_and_in_the_record_and_nowhere_before(
    approval_rig: ApprovalRig,
) -> None:
    asked = approval_rig.asked(with_my_number)

    record = approval_rig.queue.read(asked.approval_id)

    printed = [person.my_number for person in record.model.persons]
    assert all(len(number) == 12 and number.isdigit() for number in printed)
    assert record.model == asked.allotment.model
    assert {person.my_number for person in record.model.masked().persons} == {MASKED_NUMBER}
    (line,) = [one for one in approval_rig.queue.waiting() if one.approval_id == asked.approval_id]
    assert line.trigger == "my_number"


def test_an_allotment_with_numbers_repeated_with_its_key_is_the_same_allotment(
    approval_rig: ApprovalRig,
) -> None:
    clerk = approval_rig.clerk
    case_id = clerk.new_case()
    asked, once = with_my_number(case_id), key()
    digest = clerk.model(asked, clerk.household(case_id)).sha256()

    first = clerk.registry.allot(once, asked, digest)
    clerk.allotments.append(first)

    assert clerk.registry.allot(once, asked, digest) == first
    assert first.model != first.model.masked()


def test_an_approved_page_is_named_by_its_statement_and_released(approval_rig: ApprovalRig) -> None:
    asked = approval_rig.asked()

    approval_rig.approve(asked)
    status = approval_rig.approvals.status(asked.approval_id)
    seal = approval_rig.clerk.registry.release(key(), asked.issue_id, P0, RENDERER)

    assert (status.state, status.decided_by) == (ApprovalState.APPROVED, "齋藤　明美")
    assert names_this_page(
        status.claims, asked.ticket, case_id=asked.case_id, issue_id=asked.issue_id, p0_sha256=P0
    )
    assert seal.png.startswith(b"\x89PNG")
    assert asked.approval_id not in approval_rig.waiting(approval_rig.queue)


def test_without_an_approval_nothing_is_released(approval_rig: ApprovalRig) -> None:
    asked = approval_rig.asked()

    with refusal(FailureCode.APPROVAL_MISSING):
        approval_rig.clerk.registry.release(key(), asked.issue_id, P0, RENDERER)


def test_an_approval_releases_no_other_page(approval_rig: ApprovalRig) -> None:
    asked = approval_rig.asked()
    approval_rig.approve(asked)

    with refusal(FailureCode.APPROVAL_MISSING):
        approval_rig.clerk.registry.release(key(), asked.issue_id, OTHER_PAGE, RENDERER)


def test_an_approval_of_one_issue_releases_no_other_with_the_same_page(approval_rig: ApprovalRig) -> None:
    first, second = approval_rig.asked(), approval_rig.asked()
    approval_rig.approve(first)

    with refusal(FailureCode.APPROVAL_MISSING):
        approval_rig.clerk.registry.release(key(), second.issue_id, P0, RENDERER)


def test_a_page_that_was_rendered_differently_at_the_approvers_is_not_approved(
    approval_rig: ApprovalRig,
) -> None:
    asked = approval_rig.asked()

    with refusal(FailureCode.APPROVAL_DIFFERS):
        approval_rig.queue.approve(key(), approval_rig.queue.read(asked.approval_id), OTHER_PAGE)

    assert approval_rig.approvals.status(asked.approval_id).state is ApprovalState.WAITING


@pytest.mark.parametrize(
    "name", ["case_id", "issue_id", "p0_sha256", "renderer_id", "restriction_version", "nonce"]
)
def test_a_record_changed_by_one_character_on_its_way_to_the_approver_is_not_approved(
    approval_rig: ApprovalRig, name: str
) -> None:
    asked = approval_rig.asked()
    record = approval_rig.queue.read(asked.approval_id)
    value = getattr(record, name)
    changed = replace(record, **{name: value[:-1] + ("0" if value[-1] != "0" else "1")})

    with refusal(FailureCode.APPROVAL_DIFFERS):
        approval_rig.queue.approve(key(), changed, changed.p0_sha256)

    assert approval_rig.approvals.status(asked.approval_id).state is ApprovalState.WAITING


@pytest.mark.parametrize("reason", ReturnReason)
def test_a_returned_case_brings_reason_and_words_to_its_clerk(
    approval_rig: ApprovalRig, reason: ReturnReason
) -> None:
    asked = approval_rig.asked()

    approval_rig.queue.give_back(key(), asked.approval_id, reason, "日付を確かめてください")
    status = approval_rig.approvals.status(asked.approval_id)

    assert (status.state, status.reason, status.note) == (
        ApprovalState.RETURNED,
        reason,
        "日付を確かめてください",
    )
    assert (status.decided_by, status.claims) == ("齋藤　明美", None)
    with refusal(FailureCode.APPROVAL_MISSING):
        approval_rig.clerk.registry.release(key(), asked.issue_id, P0, RENDERER)
    with refusal():
        approval_rig.approvals.ask(key(), asked.issue_id, P0, RENDERER)


def test_what_was_recalled_waits_no_more_and_can_be_neither_read_nor_approved(
    approval_rig: ApprovalRig,
) -> None:
    asked = approval_rig.asked()
    record, once = approval_rig.queue.read(asked.approval_id), key()

    approval_rig.approvals.recall(once, asked.approval_id)
    approval_rig.approvals.recall(once, asked.approval_id)

    assert approval_rig.approvals.status(asked.approval_id).state is ApprovalState.RECALLED
    assert asked.approval_id not in approval_rig.waiting(approval_rig.queue)
    with refusal():
        approval_rig.queue.read(asked.approval_id)
    with refusal():
        approval_rig.queue.approve(key(), record, P0)
    with refusal():
        approval_rig.queue.give_back(key(), asked.approval_id, ReturnReason.PAGE, "")


def test_what_was_decided_can_be_neither_recalled_nor_decided_again(approval_rig: ApprovalRig) -> None:
    asked = approval_rig.asked()
    record, once = approval_rig.queue.read(asked.approval_id), key()
    approval_rig.queue.approve(once, record, P0)

    with refusal():
        approval_rig.approvals.recall(key(), asked.approval_id)
    with refusal():
        approval_rig.queue.approve(key(), record, P0)
    with refusal():
        approval_rig.queue.give_back(key(), asked.approval_id, ReturnReason.PAGE, "")

    assert approval_rig.approvals.status(asked.approval_id).state is ApprovalState.APPROVED


def test_asked_again_with_its_key_it_is_the_same_and_anew_the_earlier_one_lapses(
    approval_rig: ApprovalRig,
) -> None:
    _case_id, allotment = approval_rig.clerk.allotted(by_agent)
    once = key()
    first = approval_rig.approvals.ask(once, allotment.issue_id, P0, RENDERER)

    assert approval_rig.approvals.ask(once, allotment.issue_id, P0, RENDERER) == first
    second = approval_rig.approvals.ask(key(), allotment.issue_id, P0, RENDERER)

    assert (second.approval_id, second.nonce) != (first.approval_id, first.nonce)
    assert approval_rig.approvals.status(first.approval_id).state is ApprovalState.LAPSED
    assert approval_rig.approvals.status(second.approval_id).state is ApprovalState.WAITING


def test_nobody_approves_his_own_case_under_another_account(approval_rig: ApprovalRig) -> None:
    asked = approval_rig.asked()
    record = approval_rig.queue.read(asked.approval_id)
    own = approval_rig.own_queue

    assert asked.approval_id not in approval_rig.waiting(own)
    with refusal(FailureCode.APPROVER_IS_MAKER):
        own.read(asked.approval_id)
    with refusal(FailureCode.APPROVER_IS_MAKER):
        own.approve(key(), record, P0)
    with refusal(FailureCode.APPROVER_IS_MAKER):
        own.give_back(key(), asked.approval_id, ReturnReason.PAGE, "")
    assert approval_rig.approvals.status(asked.approval_id).state is ApprovalState.WAITING


def test_who_may_not_approve_has_no_queue(approval_rig: ApprovalRig) -> None:
    asked = approval_rig.asked()
    record, none = approval_rig.queue.read(asked.approval_id), approval_rig.no_queue

    with refusal():
        none.waiting()
    with refusal():
        none.read(asked.approval_id)
    with refusal():
        none.approve(key(), record, P0)
    assert approval_rig.approvals.status(asked.approval_id).state is ApprovalState.WAITING


def test_a_flag_that_comes_while_it_waits_is_found_before_the_statement_counts(
    approval_rig: ApprovalRig,
) -> None:
    asked = approval_rig.asked()
    record = approval_rig.queue.read(asked.approval_id)
    approval_rig.clerk.set_flags(WATANABE, "SHIEN")

    with refusal(FailureCode.ISSUE_HELD):
        approval_rig.queue.approve(key(), record, P0)


def test_a_flag_that_comes_after_the_approval_stops_the_release(approval_rig: ApprovalRig) -> None:
    asked = approval_rig.asked()
    approval_rig.approve(asked)
    approval_rig.clerk.set_flags(WATANABE, "SHIEN")

    with refusal(FailureCode.ISSUE_HELD):
        approval_rig.clerk.registry.release(key(), asked.issue_id, P0, RENDERER)


def test_a_page_that_needs_no_approval_is_not_laid_before_anybody(approval_rig: ApprovalRig) -> None:
    case_id, allotment = approval_rig.clerk.allotted()

    assert approval_rig.clerk.registry.check(request(case_id)).outcome is Outcome.OK
    with refusal():
        approval_rig.approvals.ask(key(), allotment.issue_id, P0, RENDERER)


@pytest.mark.parametrize("asked_for", [by_agent, with_my_number])
def test_the_check_says_that_an_approval_is_needed(approval_rig: ApprovalRig, asked_for: type) -> None:
    case_id = approval_rig.clerk.new_case()
    approval_rig.clerk.household(case_id)

    assert approval_rig.clerk.registry.check(asked_for(case_id)).outcome is Outcome.APPROVAL


def test_a_case_that_ends_takes_its_waiting_approval_with_it(approval_rig: ApprovalRig) -> None:
    asked = approval_rig.asked()
    record = approval_rig.queue.read(asked.approval_id)

    approval_rig.clerk.registry.record_outcome(key(), asked.case_id, CaseOutcome.WITHDRAWN, "visitor_left")

    assert asked.approval_id not in approval_rig.waiting(approval_rig.queue)
    with refusal():
        approval_rig.queue.approve(key(), record, P0)


def test_an_approval_nobody_asked_for_is_no_approval(approval_rig: ApprovalRig) -> None:
    nowhere = key()

    with refusal():
        approval_rig.approvals.status(nowhere)
    with refusal():
        approval_rig.approvals.recall(key(), nowhere)
    with refusal():
        approval_rig.queue.read(nowhere)


def test_clerk_and_approver_hear_of_the_same_approval_as_it_moves(approval_rig: ApprovalRig) -> None:
    with (
        listening(approval_rig.clerks_events) as clerk,
        listening(approval_rig.approvers_events) as approver,
    ):
        asked = approval_rig.asked()
        assert approver.next() == asked.approval_id

        approval_rig.approve(asked)
        assert (clerk.next(), approver.next()) == (asked.approval_id, asked.approval_id)


def test_what_happened_before_is_not_told_and_who_wants_no_more_is_let_go(approval_rig: ApprovalRig) -> None:
    approval_rig.asked()

    with listening(approval_rig.clerks_events) as clerk:
        assert clerk.nothing_more()

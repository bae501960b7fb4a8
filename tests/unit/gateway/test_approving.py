"""An approval is one person's signed word over one page: whatever else comes is refused."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from sqlalchemy import Connection, select, update

from counter_app.domain.approvals import APPROVAL_MINUTES, ApprovalState, ReturnReason
from counter_app.domain.failures import FailureCode
from counter_app.domain.restrictions import Flag
from gateway.clock import stamp
from gateway.counter.approval_record import approval_record
from gateway.counter.approval_rows import approvals_in, settle
from gateway.counter.approver_keys import take_out_of_use
from gateway.counter.approving import approve, give_back, waiting_approvals
from gateway.counter.asking import approval_status, recall_approval
from gateway.counter.cases import CaseState
from gateway.counter.closing import record_outcome
from gateway.counter.office import Role
from gateway.counter.once import Write, answer_once
from gateway.refusals import Refusal
from gateway.store.tables import decisions, issues
from tests.unit.gateway.approvers import (
    CHIEF,
    CLERK_AGAIN,
    DEPUTY,
    OTHER_P0,
    Approver,
    Asked,
    approver,
    asked_for,
    by_agent,
)
from tests.unit.gateway.desk import NEXT_PLACE, OTHER_CLERK, TOWN, Desk, small_town


def _refused(chief: Approver, asked: Asked, statement: str) -> FailureCode:
    with pytest.raises(Refusal) as refused:
        chief.send(asked, statement)
    assert asked.status().state is ApprovalState.WAITING
    return refused.value.code


def test_a_statement_over_the_page_by_the_approvers_own_key_approves_it(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    statement = chief.sign(asked.claims(CHIEF))

    assert chief.send(asked, statement) == 1

    told = asked.status()
    assert (told.state, told.decided_by, told.statement) == (ApprovalState.APPROVED, CHIEF.name, statement)
    assert told.approver_key == chief.jwk()


@pytest.mark.parametrize(
    "change",
    [
        {"p0_sha256": OTHER_P0},
        {"nonce": "0" * 32},
        {"case_id": "other"},
        {"issue_id": "other"},
        {"approval_id": "other"},
        {"renderer_id": "build-2"},
        {"restriction_version": "other"},
        {"town_code": "999996"},
        {"approver": DEPUTY.staff_id},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_statement_over_anything_else_is_none(hall: Desk, change: dict[str, str]) -> None:
    asked, chief = asked_for(hall), approver(hall)

    code = _refused(chief, asked, chief.sign(asked.claims(CHIEF, **change)))

    assert code is FailureCode.APPROVAL_DIFFERS


def test_a_key_that_is_not_on_record_signs_nothing(hall: Desk) -> None:
    asked, nobody = asked_for(hall), Approver(desk=hall)

    assert _refused(nobody, asked, nobody.sign(asked.claims(CHIEF))) is FailureCode.APPROVAL_DIFFERS


def test_the_key_of_another_approver_signs_nothing_for_this_one(hall: Desk) -> None:
    asked, chief, deputy = asked_for(hall), approver(hall), approver(hall, DEPUTY)

    assert _refused(chief, asked, deputy.sign(asked.claims(CHIEF))) is FailureCode.APPROVAL_DIFFERS


def test_a_stranger_who_names_the_approvers_key_signs_nothing(hall: Desk) -> None:
    asked, chief, stranger = asked_for(hall), approver(hall), Approver(desk=hall)
    forged = stranger.sign(asked.claims(CHIEF), kid=chief.key.thumbprint())

    assert _refused(chief, asked, forged) is FailureCode.APPROVAL_DIFFERS


def test_a_key_taken_out_of_use_signs_nothing(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    place = chief.place.terminal
    hall.write(lambda tx: take_out_of_use(tx, TOWN, CHIEF.staff_id, place, stamp(hall.clock)))

    assert _refused(chief, asked, chief.sign(asked.claims(CHIEF))) is FailureCode.APPROVAL_DIFFERS


def _text(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def test_a_statement_signed_by_nothing_is_none(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    header = json.dumps({"alg": "none", "kid": chief.key.thumbprint(), "typ": "approval+jws"}).encode()
    unsigned = f"{_text(header)}.{_text(asked.claims(CHIEF).canonical())}."

    assert _refused(chief, asked, unsigned) is FailureCode.APPROVAL_DIFFERS


@pytest.mark.parametrize("header", [{"typ": "receipt+jws"}, {"jku": "https://x"}, {"typ": "JWT"}])
def test_a_header_that_says_more_or_something_else_is_refused(hall: Desk, header: dict[str, str]) -> None:
    asked, chief = asked_for(hall), approver(hall)

    code = _refused(chief, asked, chief.sign(asked.claims(CHIEF), **header))

    assert code is FailureCode.APPROVAL_DIFFERS


def test_one_bit_more_in_the_signature_is_another_statement(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    sound = chief.sign(asked.claims(CHIEF))
    written_otherwise = sound[:-1] + {"A": "B", "Q": "R", "g": "h", "w": "x"}[sound[-1]]

    assert _refused(chief, asked, written_otherwise) is FailureCode.APPROVAL_DIFFERS


def test_a_statement_does_not_serve_the_next_asking_of_the_same_page(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    old = chief.sign(asked.claims(CHIEF))
    again = replace(asked, ticket=asked.again())

    assert _refused(chief, again, old) is FailureCode.APPROVAL_DIFFERS


def test_the_clerk_himself_cannot_approve_by_his_own_account(hall: Desk) -> None:
    supervisor = replace(hall.act.staff, staff_id=CHIEF.staff_id, name=CHIEF.name, role=Role.SUPERVISOR)
    hall.act = hall.as_staff(supervisor)
    asked, chief = asked_for(hall), approver(hall)

    assert chief.waiting() == []
    assert _refused(chief, asked, chief.sign(asked.claims(CHIEF))) is FailureCode.APPROVER_IS_MAKER


def test_nor_by_a_second_account_nor_look_nor_return(hall: Desk) -> None:
    asked, again = asked_for(hall), approver(hall, CLERK_AGAIN)

    assert again.waiting() == []
    code = _refused(again, asked, again.sign(asked.claims(CLERK_AGAIN)))
    with pytest.raises(Refusal) as looked:
        again.read(asked)
    with pytest.raises(Refusal) as returned:
        again.give_back(asked, ReturnReason.PAGE)

    assert {code, looked.value.code, returned.value.code} == {FailureCode.APPROVER_IS_MAKER}
    assert (looked.value.status, returned.value.status) == (403, 403)


def test_whoever_allotted_the_issue_does_not_approve_it_either(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    with hall.store.writing() as tx:
        tx.execute(update(issues).values(staff_id=CHIEF.staff_id))

    assert _refused(chief, asked, chief.sign(asked.claims(CHIEF))) is FailureCode.APPROVER_IS_MAKER


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SUPERVISOR}))
def test_a_role_that_approves_nothing_reaches_nothing(hall: Desk, role: Role) -> None:
    asked = asked_for(hall)
    nobody = Approver(desk=hall, staff=replace(OTHER_CLERK, role=role))
    attempts: tuple[Callable[[], object], ...] = (
        nobody.waiting,
        nobody.register,
        lambda: nobody.read(asked),
        lambda: nobody.approve(asked),
        lambda: nobody.give_back(asked, ReturnReason.PAGE),
    )

    for attempt in attempts:
        with pytest.raises(Refusal) as refused:
            attempt()
        assert refused.value.status == 403


def test_a_flag_that_came_while_it_waited_stops_it_and_the_clerk_is_told_that_it_lapsed(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    hall.core.set_flags("R1", frozenset({Flag.SHIEN}))
    statement = chief.sign(asked.claims(CHIEF))
    write = Write(key="k", path="/approve", body=b"")

    with pytest.raises(Refusal) as refused:
        answer_once(
            hall.store,
            chief.act,
            write,
            lambda tx: {"recorded": approve(tx, chief.act, asked.approval_id, statement)},
        )

    assert refused.value.code is FailureCode.ISSUE_HELD
    assert asked.status().state is ApprovalState.LAPSED
    with hall.store.reading() as tx:
        kept = tx.execute(select(decisions.c.step, decisions.c.outcome, decisions.c.staff_id)).all()
    assert ("approve", "blocked", CHIEF.staff_id) in [tuple(row) for row in kept]


def test_of_two_approvers_the_second_finds_it_decided(hall: Desk) -> None:
    asked, chief, deputy = asked_for(hall), approver(hall), approver(hall, DEPUTY)
    chief.approve(asked)

    with pytest.raises(Refusal, match="waits no more"):
        deputy.approve(asked)
    with pytest.raises(Refusal, match="waits no more"):
        deputy.give_back(asked, ReturnReason.PAGE)

    assert asked.status().decided_by == CHIEF.name


def test_of_two_who_decide_at_the_same_moment_one_does(hall: Desk) -> None:
    asked, people = asked_for(hall), (approver(hall), approver(hall, DEPUTY))
    both = Barrier(len(people))

    def decide(one: Approver) -> int:
        statement = one.sign(asked.claims(one.staff))
        both.wait(10)
        try:
            return one.send(asked, statement)
        except Refusal as error:
            return -error.status

    with ThreadPoolExecutor(len(people)) as pool:
        assert sorted(pool.map(decide, people)) == [-409, 1]


def test_a_returned_case_cannot_be_approved_afterwards(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    chief.give_back(asked, ReturnReason.PERSONS)

    with pytest.raises(Refusal, match="waits no more"):
        chief.approve(asked)


def test_too_late_is_too_late(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    hall.clock.forward(minutes=APPROVAL_MINUTES)

    with pytest.raises(Refusal, match="waits no more"):
        chief.approve(asked)


def test_a_case_that_has_ended_cannot_be_approved(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    hall.write(lambda tx: record_outcome(tx, hall.act, asked.case_id, CaseState.HELD, "other"))

    with pytest.raises(Refusal, match="waits no more"):
        chief.approve(asked)


def test_what_an_approver_saw_opens_nothing_to_the_clerk(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    chief.read(asked)
    other_person = by_agent(asked.case_id, requester_id="R6", household_id="H3")

    with pytest.raises(Refusal) as refused:
        hall.allot(asked.case_id, other_person)

    assert refused.value.code is FailureCode.ISSUE_HELD


def test_an_approver_of_another_town_finds_nothing(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    foreign = replace(chief.act, office=replace(hall.act.office, core=small_town("999996")))
    attempts: tuple[Callable[[Connection], object], ...] = (
        lambda tx: approve(tx, foreign, asked.approval_id, chief.sign(asked.claims(CHIEF))),
        lambda tx: give_back(tx, foreign, asked.approval_id, ReturnReason.PAGE, ""),
        lambda tx: approval_record(tx, foreign, asked.approval_id),
        lambda tx: approval_status(tx, foreign, asked.approval_id),
        lambda tx: recall_approval(tx, foreign, asked.approval_id),
    )

    for attempt in attempts:
        with pytest.raises(Refusal) as refused:
            hall.write(attempt)
        assert refused.value.status == 404
    assert hall.write(lambda tx: waiting_approvals(tx, foreign)) == ()


def test_the_approvers_own_place_is_not_asked_for(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall, place=replace(NEXT_PLACE, terminal="07"))

    assert chief.approve(asked) == 1


def test_what_was_decided_meanwhile_is_not_overwritten_by_whoever_lets_it_lapse(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    with hall.store.reading() as tx:
        (read_before,) = approvals_in(tx, hall.act, ApprovalState.WAITING)
    chief.approve(asked)

    hall.write(lambda tx: settle(tx, hall.act, read_before, ApprovalState.LAPSED))

    told = asked.status()
    assert (told.state, told.decided_by) == (ApprovalState.APPROVED, CHIEF.name)
    assert told.statement

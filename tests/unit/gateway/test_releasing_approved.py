"""What needs an approval is released for exactly the page that was approved, and for no other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from counter_app.domain.approvals import APPROVAL_MINUTES, ApprovalState, ReturnReason
from counter_app.domain.failures import FailureCode
from counter_app.domain.restrictions import Flag
from gateway.clock import stamp
from gateway.counter.approver_keys import take_out_of_use
from gateway.refusals import Refusal
from gateway.store.approval_tables import approvals
from gateway.store.tables import staff
from tests.unit.gateway.approvers import (
    CHIEF,
    DEPUTY,
    OTHER_P0,
    P0,
    Approver,
    Asked,
    approver,
    asked_for,
    with_number,
)
from tests.unit.gateway.desk import CLERK, TOWN, Desk


def _code(asked: Asked, p0_sha256: str = P0) -> FailureCode:
    with pytest.raises(Refusal) as refused:
        asked.release(p0_sha256)
    return refused.value.code


def _approved(hall: Desk) -> tuple[Asked, Approver]:
    asked, chief = asked_for(hall), approver(hall)
    chief.approve(asked)
    return asked, chief


def test_the_approved_page_is_released_and_may_be_again(hall: Desk) -> None:
    asked, _chief = _approved(hall)

    assert asked.release().png == b"seal"
    assert asked.release().png == b"seal"


def test_an_approved_page_with_numbers_is_released_too(hall: Desk) -> None:
    asked = asked_for(hall, with_number(hall.open()))
    approver(hall).approve(asked)

    assert asked.release().png == b"seal"


def test_nothing_is_released_before_it_is_approved(hall: Desk) -> None:
    assert _code(asked_for(hall)) is FailureCode.APPROVAL_MISSING


def test_another_page_than_the_approved_is_not_released(hall: Desk) -> None:
    asked, _chief = _approved(hall)

    assert _code(asked, OTHER_P0) is FailureCode.APPROVAL_MISSING


def test_a_returned_page_is_not_released(hall: Desk) -> None:
    asked = asked_for(hall)
    approver(hall).give_back(asked, ReturnReason.PAGE)

    assert _code(asked) is FailureCode.APPROVAL_MISSING


def test_what_one_approver_approved_and_another_returned_is_not_released(hall: Desk) -> None:
    asked, _chief = _approved(hall)
    again = replace(asked, ticket=asked.again())
    approver(hall, DEPUTY).give_back(again, ReturnReason.PAGE)

    assert _code(asked) is FailureCode.APPROVAL_MISSING


def test_who_approves_no_longer_has_approved_nothing(hall: Desk) -> None:
    asked, _chief = _approved(hall)
    with hall.store.writing() as tx:
        tx.execute(update(staff).where(staff.c.staff_id == CHIEF.staff_id).values(role="CLERK"))

    assert _code(asked) is FailureCode.APPROVAL_MISSING


def test_a_flag_between_approval_and_release_stops_it(hall: Desk) -> None:
    asked, _chief = _approved(hall)
    hall.core.set_flags("R2", frozenset({Flag.SHIEN}))

    assert _code(asked) is FailureCode.ISSUE_HELD


def test_another_state_of_flags_than_the_approved_is_a_changed_record(hall: Desk) -> None:
    asked, _chief = _approved(hall)
    hall.core.set_flags("R2", frozenset({Flag.HON_TSUCHI}))

    assert _code(asked) is FailureCode.RECORD_CHANGED


def test_an_approval_half_an_hour_old_releases_nothing(hall: Desk) -> None:
    asked, _chief = _approved(hall)
    hall.clock.forward(minutes=APPROVAL_MINUTES)

    assert _code(asked) is FailureCode.APPROVAL_MISSING
    told = asked.status()
    assert (told.state, told.statement, told.approver_key) == (ApprovalState.LAPSED, "", None)


def test_a_row_that_says_approved_without_a_sound_statement_releases_nothing(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    over_another = chief.sign(asked.claims(CHIEF, p0_sha256=OTHER_P0))
    for statement in ("", "a.b.c", over_another):
        row = {
            "state": "approved",
            "decided_by": CHIEF.staff_id,
            "decided_at": stamp(hall.clock),
            "statement": statement,
        }
        with hall.store.writing() as tx:
            tx.execute(update(approvals).values(row))

        assert _code(asked) is FailureCode.APPROVAL_MISSING


def test_a_statement_written_over_to_another_approver_releases_nothing(hall: Desk) -> None:
    asked, _chief = _approved(hall)
    with hall.store.writing() as tx:
        tx.execute(update(approvals).values(decided_by=DEPUTY.staff_id))

    assert _code(asked) is FailureCode.APPROVAL_MISSING


def test_a_key_taken_out_of_use_after_the_approval_releases_nothing(hall: Desk) -> None:
    asked, chief = _approved(hall)
    place = chief.place.terminal
    hall.write(lambda tx: take_out_of_use(tx, TOWN, CHIEF.staff_id, place, stamp(hall.clock)))

    assert _code(asked) is FailureCode.APPROVAL_MISSING


def test_an_approver_found_to_be_the_clerk_after_all_releases_nothing(hall: Desk) -> None:
    asked, _chief = _approved(hall)
    with hall.store.writing() as tx:
        same = update(staff).where(staff.c.staff_id == CHIEF.staff_id).values(person_id=CLERK.staff_id)
        tx.execute(same)

    assert _code(asked) is FailureCode.APPROVAL_MISSING

"""Approvals are told of as they move: to the clerk of the case and to approvers, to nobody else."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from counter_app.domain.approvals import APPROVAL_MINUTES, ApprovalState, ReturnReason
from gateway.counter.event_list import last_told, told_since
from gateway.counter.lapsing import lapse_overdue
from gateway.counter.office import Act
from gateway.store.approval_tables import events
from tests.unit.gateway.approvers import DEPUTY, Approver, approver, asked_for
from tests.unit.gateway.desk import OTHER_CLERK, Desk


@dataclass
class Ear:
    """Somebody who listens from now on."""

    desk: Desk
    act: Act
    seen: int = 0

    def __post_init__(self) -> None:
        with self.desk.store.reading() as tx:
            self.seen = last_told(tx, self.act)

    def heard(self) -> tuple[str, ...]:
        with self.desk.store.reading() as tx:
            self.seen, found = told_since(tx, self.act, self.seen)
        return found


def test_an_asking_is_told_to_the_approvers_once(hall: Desk) -> None:
    clerk, chief = Ear(hall, hall.act), Ear(hall, Approver(desk=hall).act)

    asked = asked_for(hall)

    assert (chief.heard(), chief.heard()) == ((asked.approval_id,), ())
    assert clerk.heard() == ()


def test_what_is_decided_is_told_to_the_clerk_of_the_case_and_to_the_other_approvers(hall: Desk) -> None:
    asked, chief = asked_for(hall), approver(hall)
    clerk, deputy = Ear(hall, hall.act), Ear(hall, Approver(desk=hall, staff=DEPUTY).act)
    stranger = Ear(hall, hall.as_staff(OTHER_CLERK))

    chief.give_back(asked, ReturnReason.PAGE)

    assert clerk.heard() == deputy.heard() == (asked.approval_id,)
    assert stranger.heard() == ()


def test_what_was_told_before_is_not_told_to_who_comes_later(hall: Desk) -> None:
    asked = asked_for(hall)
    approver(hall).approve(asked)

    assert Ear(hall, hall.act).heard() == ()


def test_what_waited_too_long_lapses_and_is_told(hall: Desk) -> None:
    asked = asked_for(hall)
    clerk = Ear(hall, hall.act)
    hall.clock.forward(minutes=APPROVAL_MINUTES)

    hall.write(lambda tx: lapse_overdue(tx, hall.act))

    assert clerk.heard() == (asked.approval_id,)
    assert asked.status().state is ApprovalState.LAPSED


def test_sequences_go_on_over_midnight_and_old_rows_are_cleared_away(hall: Desk) -> None:
    asked_for(hall)
    ear = Ear(hall, Approver(desk=hall).act)
    hall.clock.forward(days=2)

    late = asked_for(hall)

    assert ear.heard() == (late.approval_id,)
    with hall.store.reading() as tx:
        assert tx.execute(select(events.c.sequence)).scalars().all() == [2]

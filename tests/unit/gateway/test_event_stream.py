"""The stream of events ends with the token, with the terminal, with the role, and with the gateway."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from sqlalchemy import update

from counter_app.domain.approvals import APPROVAL_MINUTES, ApprovalState
from gateway.access_tokens import LIFETIME_SECONDS, TokenSubject, issue_token
from gateway.api.calls import Service
from gateway.api.event_stream import CONNECTED, Listener, told
from gateway.clock import stamp
from gateway.staff_list import StaffList
from gateway.store.tables import staff
from gateway.terminals import TerminalList
from tests.unit.gateway.approvers import CHIEF, asked_for
from tests.unit.gateway.desk import CLERK, TOWN, Desk
from tests.unit.gateway.test_towns_apart import ISSUER, PlainHashing


def _listener(hall: Desk) -> Listener:
    terminals = TerminalList(hall.store)
    terminals.first(TOWN)
    key = hall.act.office.keys.access_token
    service = Service(
        offices={TOWN: hall.act.office},
        store=hall.store,
        staff=StaffList(hall.store, PlainHashing()),
        terminals=terminals,
        clock=hall.clock,
        token_key=key,
        issuer=ISSUER,
        build="test",
    )
    subject = TokenSubject(town_code=TOWN, staff_id=CLERK.staff_id, terminal="01")
    bearer = f"Bearer {issue_token(key, hall.clock, ISSUER, subject)}"
    return Listener(service=service, act=service.act_of(bearer), authorization=bearer)


def _expire(hall: Desk) -> None:
    hall.clock.forward(seconds=LIFETIME_SECONDS)


def _retire(hall: Desk) -> None:
    TerminalList(hall.store).retire(TOWN, "01", stamp(hall.clock))


def _promote(hall: Desk) -> None:
    with hall.store.writing() as tx:
        tx.execute(update(staff).where(staff.c.staff_id == CLERK.staff_id).values(role="ADMIN"))


def test_the_heart_beats_as_long_as_the_token_holds(hall: Desk) -> None:
    assert _listener(hall).beat()


@pytest.mark.parametrize("end", [_expire, _retire, _promote])
def test_nobody_listens_on_who_may_not_any_more(hall: Desk, end: Callable[[Desk], None]) -> None:
    listener = _listener(hall)

    end(hall)

    assert not listener.beat()


def test_its_beat_lets_lapse_what_waited_too_long_and_the_clerk_hears_of_it(hall: Desk) -> None:
    asked, listener = asked_for(hall), _listener(hall)
    listener.start()
    assert listener.moved() == ()
    hall.clock.forward(minutes=APPROVAL_MINUTES)

    assert listener.beat()

    assert listener.moved() == (asked.approval_id,)
    assert asked.status(hall.as_staff(CHIEF)).state is ApprovalState.LAPSED


def test_a_gateway_that_stops_ends_the_stream(hall: Desk) -> None:
    listener = _listener(hall)
    listener.service.ending.set()

    async def whole() -> list[str]:
        return [text async for text in told(listener)]

    assert asyncio.run(whole()) == [CONNECTED]

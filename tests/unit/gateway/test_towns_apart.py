"""Two towns share one database: nothing of one is reached with a token or an act of the other (Q-17)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from joserfc import jwt
from sqlalchemy import Connection

from gateway.access_tokens import AUDIENCE, TokenSubject, issue_token
from gateway.api.calls import Service
from gateway.counter.cases import CaseState, open_case
from gateway.counter.closing import hand_over, record_outcome, record_sheets
from gateway.counter.ledger import ledger_entry
from gateway.counter.office import Act, Role, Staff
from gateway.counter.once import Write, answer_once, stored_answer
from gateway.counter.releasing import release
from gateway.refusals import Refusal
from gateway.staff_list import NewStaff, StaffList
from gateway.terminals import TerminalList
from tests.unit.gateway.desk import CLERK, PLACE, Desk, small_town

OTHER_TOWN = "999996"
ISSUER = "http://127.0.0.1:1"


class PlainHashing:
    """Passwords as they are: hashing is tried elsewhere."""

    def hash(self, password: str) -> str:
        return password

    def verify(self, hashed: str, password: str) -> bool:
        return hashed == password


def _act_of_other_town(desk: Desk) -> Act:
    office = replace(desk.act.office, core=small_town(OTHER_TOWN))
    return Act(staff=replace(CLERK, town_code=OTHER_TOWN), office=office, place=PLACE)


def _service(desk: Desk) -> Service:
    staff, terminals = StaffList(desk.store, PlainHashing()), TerminalList(desk.store)
    for town in ("999997", OTHER_TOWN):
        entry = NewStaff(staff_id=f"S{town}", username="a", name=town, role=Role.CLERK, password="p")
        staff.enter(town, (entry,))
        terminals.first(town)
    offices = {"999997": desk.act.office, OTHER_TOWN: _act_of_other_town(desk).office}
    return Service(
        offices=offices,
        store=desk.store,
        staff=staff,
        terminals=terminals,
        clock=desk.clock,
        token_key=desk.act.office.keys.access_token,
        issuer=ISSUER,
        build="test",
    )


def _bearer(desk: Desk, town: str, staff_id: str, issuer: str = ISSUER, terminal: str = "01") -> str:
    subject = TokenSubject(town_code=town, staff_id=staff_id, terminal=terminal)
    return f"Bearer {issue_token(desk.act.office.keys.access_token, desk.clock, issuer, subject)}"


def test_cases_issues_and_answers_of_one_town_do_not_exist_for_the_other(desk: Desk) -> None:
    case_id = desk.open("C1")
    issue = desk.allot(case_id).issue_id
    write = Write(key="0" * 36, path="/v1/x", body=b"")
    answer_once(desk.store, desk.act, write, lambda _tx: {"secret": 1})
    other = _act_of_other_town(desk)
    attempts: list[Callable[[Connection], object]] = [
        lambda tx: record_outcome(tx, other, case_id, CaseState.HELD, "x"),
        lambda tx: ledger_entry(tx, other, issue),
        lambda tx: release(tx, other, issue, "a" * 64, "b"),
        lambda tx: record_sheets(tx, other, issue, ()),
        lambda tx: hand_over(tx, other, issue),
        lambda tx: stored_answer(tx, other, write.key),
    ]

    for attempt in attempts:
        with pytest.raises(Refusal) as refused:
            desk.write(attempt)
        assert refused.value.status == 404


def test_the_same_ids_and_keys_live_side_by_side_in_two_towns(desk: Desk) -> None:
    desk.open("C1")
    other = _act_of_other_town(desk)
    write = Write(key="0" * 36, path="/v1/x", body=b"")

    assert desk.write(lambda tx: open_case(tx, other, "C1", "V1")) == "001"
    first = answer_once(desk.store, desk.act, write, lambda _tx: {"town": 1})
    second = answer_once(desk.store, other, write, lambda _tx: {"town": 2})

    assert first != second


def test_a_token_opens_the_office_of_its_own_town_only(desk: Desk) -> None:
    service = _service(desk)

    act = service.act_of(_bearer(desk, OTHER_TOWN, f"S{OTHER_TOWN}"))

    assert (act.town, act.staff.town_code) == (OTHER_TOWN, OTHER_TOWN)
    with pytest.raises(Refusal):
        service.act_of(_bearer(desk, OTHER_TOWN, "S999997"))
    with pytest.raises(Refusal):
        service.act_of(_bearer(desk, "999995", "S999997"))


def test_an_expired_foreign_or_damaged_token_is_an_expired_sign_in(desk: Desk) -> None:
    service = _service(desk)
    good = _bearer(desk, "999997", "S999997")
    foreign = _bearer(desk, "999997", "S999997", issuer="http://127.0.0.1:2")
    head, payload, signature = good.split(".")
    swapped = f"{head}.{_bearer(desk, OTHER_TOWN, f'S{OTHER_TOWN}').split('.')[1]}.{signature}"
    assert isinstance(service.act_of(good).staff, Staff)

    for bad in (None, "", "Bearer", "Basic eA==", "Bearer x.y.z", f"{head}.{payload}.", swapped, foreign):
        with pytest.raises(Refusal) as refused:
            service.act_of(bad)
        assert refused.value.status == 401
    desk.clock.forward(minutes=61)
    with pytest.raises(Refusal):
        service.act_of(good)


def test_a_token_names_its_terminal_and_one_that_the_town_does_not_use_is_no_sign_in(desk: Desk) -> None:
    service = _service(desk)
    added = service.terminals.add("999997", "住民課", "3番窓口")
    bearer = _bearer(desk, "999997", "S999997", terminal=added.terminal)
    assert service.act_of(bearer).place == added

    foreign = _bearer(desk, OTHER_TOWN, f"S{OTHER_TOWN}", terminal=added.terminal)
    service.terminals.retire("999997", added.terminal, "2026-11-24T10:00:00.000+09:00")

    for bad in (
        bearer,
        foreign,
        *(_bearer(desk, "999997", "S999997", terminal=no) for no in ("", "1", "99")),
    ):
        with pytest.raises(Refusal) as refused:
            service.act_of(bad)
        assert refused.value.status == 401


def test_a_token_that_names_no_terminal_is_no_sign_in(desk: Desk) -> None:
    key, now = desk.act.office.keys.access_token, int(desk.clock.now().timestamp())
    claims: dict[str, str | int] = {
        "iss": ISSUER,
        "sub": "S999997",
        "aud": AUDIENCE,
        "iat": now,
        "exp": now + 60,
        "town_code": "999997",
    }
    header = {"alg": "ES256", "kid": key.kid, "typ": "at+jwt"}
    service = _service(desk)
    whole = jwt.encode(header, {**claims, "terminal": "01"}, key.private())
    assert service.act_of(f"Bearer {whole}").place == PLACE

    with pytest.raises(Refusal) as refused:
        service.act_of(f"Bearer {jwt.encode(header, dict(claims), key.private())}")

    assert refused.value.status == 401

"""Two accounts of one person are known to be his, wherever staff comes from."""

from __future__ import annotations

from gateway.counter.office import Role
from gateway.staff_list import StaffList, demo_staff
from tests.unit.gateway.desk import TOWN, Desk
from tests.unit.gateway.test_towns_apart import PlainHashing


def test_the_demo_staff_has_two_who_approve_and_a_clerk_with_a_second_account(desk: Desk) -> None:
    listed, people = StaffList(desk.store, PlainHashing()), demo_staff()
    listed.enter(TOWN, people)
    found = {one.username: listed.recognise(TOWN, one.username, one.password) for one in people}

    clerk, again, chief, deputy = (found[name] for name in ("yamada", "yamada2", "sato", "saito"))

    assert clerk is not None
    assert again is not None
    assert chief is not None
    assert deputy is not None
    assert {one.role for one in (again, chief, deputy)} == {Role.SUPERVISOR}
    assert again.is_same_person(clerk)
    assert not any(one.is_same_person(clerk) for one in (chief, deputy))
    assert not chief.is_same_person(deputy)
    assert listed.find(TOWN, again.staff_id) == again

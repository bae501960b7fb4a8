from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.residents import RecordedDate, Sex
from gateway.town import AS_OF, Town, TownResident, generate
from gateway.town.addresses import TOWN_PREFIX
from gateway.town.kinship import KIN
from tests.unit.gateway.town_under_test import whole_town

SEXES = {"妻": Sex.FEMALE, "夫": Sex.MALE, "父": Sex.MALE, "母": Sex.FEMALE, "子の妻": Sex.FEMALE}
YEAR = 365.25


def years_between(older: TownResident, younger: TownResident) -> float | None:
    """Return how many years ``older`` was born before ``younger``; None where a day is unknown."""
    first, second = older.resident.birth.day, younger.resident.birth.day
    return (second - first).days / YEAR if first and second else None


def with_relation(members: tuple[TownResident, ...], *relations: str) -> list[TownResident]:
    return [m for m in members if m.resident.relationship in relations]


def check_family(members: tuple[TownResident, ...]) -> None:
    head = members[0]
    mothers = with_relation(members, "妻") or [head]
    for child in with_relation(members, "子", "妻の子"):
        years = years_between(mothers[0], child)
        assert years is None or 18 <= years <= 55
    for parent in with_relation(members, "父", "母"):
        years = years_between(parent, head)
        assert years is None or 18 <= years <= 55
    for grandchild in with_relation(members, "孫"):
        years = years_between(head, grandchild)
        assert years is None or years >= 35
    for elder, younger in pairwise(with_relation(members, "子")):
        years = years_between(elder, younger)
        assert years is None or years > 0.9


def check_dates(town: Town) -> None:
    for entry in town.residents:
        r = entry.resident
        for later in (r.address_since, r.notified_on):
            days = [d.iso for d in (r.birth, r.resident_since, later) if d.iso]
            assert days == sorted(days)
            assert all(day <= AS_OF.isoformat() for day in days)
        assert r.resident_since.iso or r.resident_since.text
        if r.birth.iso and r.birth.iso < r.resident_since.iso and r.foreign is None:
            assert r.previous_address
            assert not r.previous_address.startswith(TOWN_PREFIX)


def test_the_head_stands_first_and_once_and_gives_the_household_name_and_address() -> None:
    for members in whole_town().households().values():
        heads = with_relation(members, "世帯主")
        assert heads == [members[0]]
        assert {m.resident.head_name for m in members} == {members[0].resident.name}
        assert len({m.resident.address for m in members}) == 1


def test_members_of_a_household_stand_together_in_the_register() -> None:
    order = [r.resident.household_id for r in whole_town().residents]
    changes = sum(1 for before, after in pairwise(order) if before != after)

    assert changes + 1 == len(set(order))


def test_relations_are_those_a_certificate_prints_and_the_rare_ones_occur() -> None:
    relations = {r.resident.relationship for r in whole_town().residents}

    assert relations <= {"世帯主", "妹の子", *KIN}
    assert {"妻(未届)", "同居人", "縁故者", "孫", "子の妻", "子の夫", "祖母"} <= relations
    assert "長男" not in relations


def test_relations_agree_with_sex() -> None:
    for entry in whole_town().residents:
        relation = entry.resident.relationship
        assert entry.resident.sex is SEXES.get(relation, entry.resident.sex)


def test_parents_children_and_grandchildren_are_a_generation_apart() -> None:
    for members in whole_town().households().values():
        check_family(members)


def test_no_two_of_a_household_share_a_whole_name() -> None:
    for members in whole_town().households().values():
        names = [m.resident.name for m in members]
        assert len(set(names)) == len(names)


def test_the_dates_of_a_record_follow_one_another_and_moves_name_what_was_left() -> None:
    check_dates(whole_town())


def test_the_day_an_address_was_taken_stands_only_with_those_who_moved_inside_the_town() -> None:
    moved = [r.resident for r in whole_town().residents if r.resident.address_since != RecordedDate()]

    assert 0.2 < len(moved) / len(whole_town().residents) < 0.5
    for r in moved:
        assert not r.address_since.text
        assert r.resident_since.text or r.resident_since.iso < r.address_since.iso
    households = {r.household_id for r in moved}
    days = {(r.household_id, r.address_since.iso) for r in moved}
    assert len(days) == len(households)


def test_who_was_born_here_and_never_moved_has_no_other_day_than_his_birth() -> None:
    stayed = [
        r.resident
        for r in whole_town().residents
        if r.resident.birth.iso and r.resident.birth == r.resident.resident_since and not r.resident.foreign
    ]
    still = [r for r in stayed if not r.address_since.printed()]

    assert len(still) > 1000
    assert len(stayed) > len(still)
    assert not any(r.previous_address for r in stayed)


def test_those_in_one_family_register_share_its_honseki() -> None:
    for members in whole_town().households().values():
        places: dict[str, set[str]] = {}
        for member in members:
            places.setdefault(member.resident.hittousha, set()).add(member.resident.honseki)
        assert all(len(found) == 1 for found in places.values())


def test_parents_lived_here_by_the_time_their_first_child_did() -> None:
    for members in whole_town().households().values():
        children = [m.resident.resident_since.iso for m in with_relation(members, "子")]
        for parent in with_relation(members, "世帯主", "妻", "夫"):
            if parent.resident.foreign is None and parent.resident.birth.iso:
                assert all(not since or parent.resident.resident_since.iso <= since for since in children)


def test_an_unknown_birth_day_is_not_given_away_by_another_date() -> None:
    for entry in whole_town().residents:
        r = entry.resident
        if r.birth.text and r.resident_since.iso:
            assert r.previous_address


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**63))
def test_families_and_dates_hold_together_whatever_the_seed(seed: int) -> None:
    town = generate(seed, 500)

    check_dates(town)
    for members in town.households().values():
        check_family(members)

"""What a clerk may see of persons: the one place that turns the register into answers.

A person under 照会制限 shows no name, no address and no head, nor does he show through another's fields:
whatever field names him is blank (``concealment``; knowledge/domain.md 2.1, Q-02). The two numbers are not
in the register's values at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from counter_app.domain.residents import Household, Member
from counter_app.domain.restrictions import conceals, stops_issue
from gateway.cores.port import Person
from gateway.counter.concealment import Concealed, concealed_names, names_one, without_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One person found, as the counter may see him; empty texts where withheld."""

    resident_id: str
    household_id: str
    name: str
    name_kana: str
    birth: str
    address: str
    head_name: str
    held: bool


def hit(person: Person, household: tuple[Person, ...]) -> Hit:
    """Return the line of a search result for ``person``, a member of ``household``."""
    resident = without_names(person.resident, concealed_names(household))
    hidden = conceals(person.flags)
    head_hidden = hidden or _head_hidden(household)
    return Hit(
        resident_id=resident.resident_id,
        household_id="" if hidden else resident.household_id,
        name="" if hidden else resident.name,
        name_kana="" if hidden else resident.name_kana,
        birth="" if hidden else resident.birth.printed(western=resident.foreign is not None),
        address="" if hidden else resident.address,
        head_name="" if head_hidden else resident.head_name,
        held=stops_issue(person.flags),
    )


def household_view(
    household: tuple[Person, ...], as_of: str, *, asked_for: str = "", elsewhere: Iterable[Person] = ()
) -> Household:
    """Return the household as the counter may see it; ``asked_for`` is the person it was read by.

    ``elsewhere`` are those of the town under 照会制限, who may be 筆頭者 of members.
    The address is withheld where that person, or everybody, is under 照会制限, and then with every member.
    """
    head = household[0]
    asked_hidden = any(
        conceals(person.flags) for person in household if person.resident.resident_id == asked_for
    )
    no_address = asked_hidden or all(conceals(person.flags) for person in household)
    head_hidden = _head_hidden(household)
    concealed = concealed_names(household, elsewhere)
    address = "" if no_address or names_one(head.resident.address, concealed) else head.resident.address
    return Household(
        household_id=head.resident.household_id,
        head_name="" if head_hidden or asked_hidden else head.resident.head_name,
        address=address,
        members=tuple(
            _member(person, concealed, head_hidden=head_hidden, no_address=no_address) for person in household
        ),
        as_of=as_of,
    )


def _head_hidden(household: tuple[Person, ...]) -> bool:
    return conceals(household[0].flags)


def _member(person: Person, concealed: Concealed, *, head_hidden: bool, no_address: bool) -> Member:
    held = stops_issue(person.flags)
    if conceals(person.flags):
        return Member(resident_id=person.resident.resident_id, held=held, resident=None)
    shown = without_names(person.resident, concealed)
    if head_hidden:
        shown = replace(shown, head_name="")
    if no_address:
        shown = replace(shown, address="", previous_address="")
    return Member(resident_id=person.resident.resident_id, held=held, resident=shown)

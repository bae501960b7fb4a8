"""The wording follows the set, both ways (knowledge/domain.md 1.6.2)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.certificates import NEED_APPROVAL, CertificateKind, Item, Scope, Selection
from tests.unit.domain.people import FAMILY, household, resident

ALL = ("r1", "r2", "r3")


@pytest.mark.parametrize(
    ("scope", "ids", "kind"),
    [
        (Scope.WHOLE_HOUSEHOLD, ALL, CertificateKind.WHOLE_HOUSEHOLD),
        (Scope.WHOLE_HOUSEHOLD, ("r3", "r1", "r2"), CertificateKind.WHOLE_HOUSEHOLD),
        (Scope.WHOLE_HOUSEHOLD, ("r1", "r2"), CertificateKind.PART_OF_HOUSEHOLD),
        (Scope.PART_OF_HOUSEHOLD, ("r1",), CertificateKind.PART_OF_HOUSEHOLD),
        (Scope.PART_OF_HOUSEHOLD, ALL, CertificateKind.PART_OF_HOUSEHOLD),
        (Scope.PERSONAL, ("r2",), CertificateKind.PERSONAL),
    ],
)
def test_the_kind_follows_from_what_was_asked_and_who_is_on_it(
    scope: Scope, ids: tuple[str, ...], kind: CertificateKind
) -> None:
    assert Selection(scope=scope, resident_ids=ids).kind(FAMILY) is kind


def test_the_whole_household_of_one_is_the_whole_household() -> None:
    alone = household(resident("r1"))
    asked = Selection(scope=Scope.WHOLE_HOUSEHOLD, resident_ids=("r1",))
    assert asked.kind(alone) is CertificateKind.WHOLE_HOUSEHOLD
    asked = replace(asked, scope=Scope.PART_OF_HOUSEHOLD)
    assert asked.kind(alone) is CertificateKind.PART_OF_HOUSEHOLD


def test_whole_is_whole_only_with_the_member_whose_name_is_withheld() -> None:
    hiding = household(resident("r1"), None)
    asked = Selection(scope=Scope.WHOLE_HOUSEHOLD, resident_ids=("r1",))
    assert asked.kind(hiding) is CertificateKind.PART_OF_HOUSEHOLD


def test_the_two_numbers_need_an_approval_and_nothing_else_does() -> None:
    assert {Item.MY_NUMBER, Item.RESIDENT_CODE} == NEED_APPROVAL


def test_nothing_sensitive_is_chosen_unless_asked_for() -> None:
    selection = Selection(scope=Scope.PERSONAL, resident_ids=("r1",))
    assert selection.items == frozenset()
    assert selection.copies == 1

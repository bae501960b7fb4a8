"""Which papers make which level."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.identity import (
    ONE_IS_ENOUGH,
    CredentialKind,
    Evidence,
    IdentityLevel,
    Paper,
    PaperKind,
    level_of,
)
from tests.unit.domain.people import CARD, PAPERS


def shown(*kinds: PaperKind) -> Evidence:
    return replace(PAPERS, papers=tuple(Paper(kind=kind) for kind in kinds))


@pytest.mark.parametrize("credential", list(CredentialKind))
def test_a_card_that_was_opened_is_one_strong_paper(credential: CredentialKind) -> None:
    assert level_of(replace(CARD, credential=credential)) is IdentityLevel.P1


@pytest.mark.parametrize("kind", sorted(ONE_IS_ENOUGH))
def test_one_paper_with_a_photo_from_an_authority_is_enough(kind: PaperKind) -> None:
    assert level_of(shown(kind)) is IdentityLevel.P1
    assert level_of(shown(PaperKind.PENSION_BOOK, kind)) is IdentityLevel.P1


def test_two_weaker_papers_of_different_kinds_are_needed() -> None:
    assert level_of(shown(PaperKind.PENSION_BOOK, PaperKind.CARE_INSURANCE)) is IdentityLevel.P2


@pytest.mark.parametrize(
    "kinds",
    [
        (),
        (PaperKind.PENSION_BOOK,),
        (PaperKind.PENSION_BOOK, PaperKind.PENSION_BOOK),
        (PaperKind.QUESTIONS,),
        (PaperKind.PENSION_BOOK, PaperKind.QUESTIONS),
    ],
)
def test_anything_less_is_the_lowest_level(kinds: tuple[PaperKind, ...]) -> None:
    assert level_of(shown(*kinds)) is IdentityLevel.P3

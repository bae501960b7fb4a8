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
    kept_of_number,
    level_of,
    recorded,
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


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (PaperKind.DRIVING_LICENCE, "0123", "0123"),
        (PaperKind.DRIVING_LICENCE, "０１２３ ４５６７ ８９０１", "8901"),
        (PaperKind.RESIDENCE_CARD, "ab12345678cd", "78CD"),
        (PaperKind.PASSPORT, "tk1234567", "4567"),
        (PaperKind.DISABILITY_CERTIFICATE, "第12号", "12"),
        (PaperKind.PENSION_BOOK, "1234-567890", "7890"),
    ],
)
def test_of_a_number_only_the_end_is_kept(kind: PaperKind, typed: str, kept: str) -> None:
    assert kept_of_number(kind, typed) == kept


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (PaperKind.DRIVING_LICENCE, "012"),
        (PaperKind.DRIVING_LICENCE, "01234567890"),
        (PaperKind.DRIVING_LICENCE, "012A"),
        (PaperKind.PENSION_BOOK, ""),
        (PaperKind.CARE_INSURANCE, " － "),
    ],
)
def test_what_cannot_be_the_number_is_not_kept(kind: PaperKind, typed: str) -> None:
    with pytest.raises(ValueError, match="number"):
        kept_of_number(kind, typed)


@pytest.mark.parametrize(
    ("paper", "whole"),
    [
        (Paper(kind=PaperKind.DRIVING_LICENCE, masked_number="0123", expires="2029-03-17"), True),
        (Paper(kind=PaperKind.DRIVING_LICENCE, masked_number="0123"), False),
        (Paper(kind=PaperKind.DRIVING_LICENCE, expires="2029-03-17"), False),
        (Paper(kind=PaperKind.PASSPORT, masked_number="TK1234567", expires="2029-03-17"), False),
        (Paper(kind=PaperKind.HEALTH_ELIGIBILITY, masked_number="12"), False),
        (Paper(kind=PaperKind.PENSION_BOOK, masked_number="7890"), True),
        (Paper(kind=PaperKind.PENSION_BOOK), False),
        (Paper(kind=PaperKind.QUESTIONS), True),
        (Paper(kind=PaperKind.QUESTIONS, masked_number="1"), False),
    ],
)
def test_type_masked_number_and_expiry_must_be_recorded_where_the_paper_bears_them(
    paper: Paper, whole: bool
) -> None:
    assert recorded(paper) is whole

"""What differs between evidence and register is marked, and explained only where the explanation holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.identity import CardAttributes, CardEvidence, CredentialKind, FaceSignature
from counter_app.domain.residents import ForeignStatus, RecordedDate, Sex
from gateway.cores.variants import fold_variants as fold_in_gateway
from tests.unit.presenters.town import ADDRESS, KUZUMI
from ui.presenters.comparing import address_row, compare_rows, name_row, printed_birth
from ui.presenters.variant_groups import GROUPS, fold_variants


@pytest.mark.parametrize(
    ("card", "register", "note", "values"),
    [
        ("渡辺　葛美", "渡邉　葛美", "substitute_character", ("辺", "邉")),
        ("葛美", "葛\U000e0100美", "substitute_character", ("葛", "葛\U000e0100")),
        ("髙橋　架空", "高橋　架空", "substitute_character", ("髙", "高")),
        ("架空 花子", "架空　花子", "spacing", ()),
        ("架空花子", "架空　花子", "spacing", ()),
        ("SMITH JOHN", "Smith John", "latin", ()),
        ("ＳＭＩＴＨ　ＪＯＨＮ", "SMITH JOHN", "latin", ()),
        ("架空　花子", "架空　華子", "other", ()),
        ("渡辺　葛美", "渡邉　架空", "other", ()),
    ],
)
def test_a_difference_of_names_is_marked_and_explained(
    card: str, register: str, note: str, values: tuple[str, ...]
) -> None:
    row = name_row(card, register)

    assert row.differs
    assert (row.card, row.register) == (card, register)
    assert (row.note, row.note_values) == (note, values)


def test_names_equal_by_code_points_need_no_word() -> None:
    row = name_row("渡邉　葛\U000e0100美", "渡邉　葛\U000e0100美")
    assert (row.differs, row.note) == (False, "")


@pytest.mark.parametrize(
    ("card", "register", "note"),
    [
        (ADDRESS, ADDRESS, ""),
        ("架空県架空町大字中原12番地3", "架空県架空町大字中原１２番地３", "notation"),
        ("架空県架空町中原12-3", "架空県架空町大字中原１２番地３", "notation"),
        ("架空県架空町中原一丁目2番3号", "架空県架空町中原1-2-3", "notation"),
        ("架空県架空町大字中原12番地3", "架空県架空町大字中原１番地２３", "moved"),
        ("架空県架空町大字上原12番地3", "架空県架空町大字中原12番地3", "moved"),
    ],
)
def test_an_address_written_otherwise_is_told_from_a_move(card: str, register: str, note: str) -> None:
    row = address_row(card, register)
    assert (row.differs, row.note) == (bool(note), note)


@pytest.mark.parametrize(
    ("digits", "western", "printed"),
    [
        ("19850403", False, "昭和60年4月3日"),
        ("20190501", False, "令和元年5月1日"),
        ("19850403", True, "1985年4月3日"),
        ("19400500", False, "1940年5月"),
        ("19400000", False, "1940年"),
        ("18680124", False, "1868年1月24日"),
    ],
)
def test_a_birth_date_of_the_card_prints_as_on_paper(digits: str, *, western: bool, printed: str) -> None:
    assert printed_birth(digits, western=western) == printed


def evidence(birth: str, sex: Sex = Sex.FEMALE) -> CardEvidence:
    return CardEvidence(
        attributes=CardAttributes(name=KUZUMI.name, address=ADDRESS, birth_date=birth, sex=sex),
        credential=CredentialKind.CODE_B,
        signature=FaceSignature.VERIFIED,
        chip_genuine=None,
        certificate_sha256="",
        apdu_count=1,
        elapsed_ms=1.0,
    )


def test_a_birth_date_with_unknown_parts_is_left_to_the_clerk() -> None:
    unknown = replace(KUZUMI, birth=RecordedDate(text="昭和15年5月日不詳"))

    row = compare_rows(evidence("19400500"), unknown)[1]

    assert (row.register, row.differs, row.note) == ("昭和15年5月日不詳", True, "notation")


def test_another_birth_date_and_another_sex_are_marked() -> None:
    rows = compare_rows(evidence("19850404", Sex.MALE), KUZUMI)
    assert [(row.attribute, row.note) for row in rows if row.differs] == [
        ("birth_date", "other"),
        ("sex", "other"),
    ]


def test_births_of_foreign_residents_are_western_on_both_sides() -> None:
    foreign = replace(KUZUMI, foreign=ForeignStatus(nationality="架空国", legal_category="中長期在留者"))
    row = compare_rows(evidence("19850403"), foreign)[1]
    assert (row.card, row.register, row.differs) == ("1985年4月3日", "1985年4月3日", False)


def test_variants_are_folded_as_the_gateway_folds_them_for_searching() -> None:
    for group in GROUPS:
        assert len({fold_variants(character) for character in group}) == 1
        assert len({fold_in_gateway(character) for character in group}) == 1

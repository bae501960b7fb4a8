"""What the register says, and how it prints."""

from __future__ import annotations

from datetime import date

import pytest

from counter_app.domain.residents import RecordedDate, Sex
from counter_app.domain.restrictions import CONCEALING, Flag, conceals, stops_issue
from tests.unit.domain.people import FAMILY


@pytest.mark.parametrize(
    ("sex", "printed"), [(Sex.MALE, "男"), (Sex.FEMALE, "女"), (Sex.UNKNOWN, ""), (Sex.NOT_APPLICABLE, "")]
)
def test_only_what_the_register_says_is_printed_as_sex(sex: Sex, printed: str) -> None:
    assert sex.printed == printed


def test_a_known_day_prints_by_the_era_and_for_foreigners_by_the_western_calendar() -> None:
    day = RecordedDate(iso="1980-02-17")
    assert day.day == date(1980, 2, 17)
    assert day.printed() == "昭和55年2月17日"
    assert day.printed(western=True) == "1980年2月17日"


@pytest.mark.parametrize("western", [True, False])
def test_an_unknown_day_prints_as_the_core_words_it(*, western: bool) -> None:
    unknown = RecordedDate(text="昭和15年5月日不詳")
    assert unknown.day is None
    assert unknown.printed(western=western) == "昭和15年5月日不詳"


def test_what_is_not_recorded_prints_as_nothing() -> None:
    assert RecordedDate().printed() == ""


def test_a_member_is_found_by_his_id_and_no_stranger_is() -> None:
    assert FAMILY.member("r2").resident_id == "r2"
    with pytest.raises(KeyError):
        FAMILY.member("somebody")


def test_nobody_without_a_flag_is_stopped() -> None:
    assert not stops_issue(frozenset())
    assert not conceals(frozenset())


@pytest.mark.parametrize("flag", list(Flag))
def test_every_flag_stops_but_the_wish_to_be_told(flag: Flag) -> None:
    assert stops_issue(frozenset({flag})) is (flag is not Flag.HON_TSUCHI)
    assert stops_issue(frozenset({flag, Flag.HON_TSUCHI})) is (flag is not Flag.HON_TSUCHI)


@pytest.mark.parametrize("flag", list(Flag))
def test_protection_conceals_and_so_does_nothing_else(flag: Flag) -> None:
    expected = flag in (Flag.SHIEN, Flag.KARI_SHIEN, Flag.SHOKAI_YOKUSHI)
    assert conceals(frozenset({flag, Flag.GAIJI})) is expected
    assert (flag in CONCEALING) is expected

"""Foreign residents: Latin names up to a hundred characters and more, 併記漢字名, 通称, 30条の45 items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from counter_app.domain.residents import ForeignStatus, RecordedDate, Sex
from gateway.town.chance import Chance, Weighted
from gateway.town.register import AS_OF
from gateway.town.words import Nation, given_names, surnames

LONG_NAME = 100
"""Characters from which a Latin name counts as long; 住民票 must print it whole."""

LONG_NAME_PER_MILLE = 40
ALIAS_PER_MILLE = 180

_STATUS: Weighted[tuple[str, str]] = Weighted.of(
    [
        (("永住者", ""), 30),
        (("定住者", "3年"), 10),
        (("技能実習２号ロ", "1年"), 18),
        (("特定技能１号", "1年"), 16),
        (("技術・人文知識・国際業務", "3年"), 12),
        (("家族滞在", "1年3月"), 6),
        (("留学", "2年"), 4),
    ]
)


@dataclass(frozen=True, slots=True)
class ForeignName:
    """A foreign resident's name: Latin as in the residence card, and what may be recorded beside it."""

    latin: str
    combined: str = ""
    alias: str = ""
    alias_kana: str = ""


def name(nation: Nation, family: str, sex: Sex, birth_year: int, chance: Chance) -> ForeignName:
    """Draw a name within ``family``; a few are so long that a certificate has to wrap them.

    An alias (通称) is drawn for some of those born before 2009.
    """
    given = chance.pick(nation.male if sex is Sex.MALE else nation.female)
    latin = f"{family} {given}"
    if chance.happens(LONG_NAME_PER_MILLE):
        while len(latin) < LONG_NAME:
            latin = f"{latin} {chance.pick(nation.families)} {chance.pick(nation.male + nation.female)}"
    combined = ""
    if family in nation.kanji and given in nation.kanji and latin == f"{family} {given}":
        combined = f"{nation.kanji[family]}　{nation.kanji[given]}"
    if birth_year >= 2009 or not chance.happens(ALIAS_PER_MILLE):
        return ForeignName(latin, combined)
    surname, first = chance.draw(surnames()), chance.draw(given_names(sex, birth_year))
    return ForeignName(latin, combined, f"{surname.text}　{first.text}", f"{surname.kana}　{first.kana}")


def status(nation: Nation, serial: int, *, spouse: bool, age: int, chance: Chance) -> ForeignStatus:
    """Draw the items of 30条の45. ``serial`` makes the card number unique; XX is issued to nobody."""
    if nation.name == "韓国" and chance.happens(450):
        return ForeignStatus(nationality=nation.name, legal_category="特別永住者")
    residence, period = chance.draw(_STATUS)
    if spouse:
        residence, period = "日本人の配偶者等", "3年"
    elif age < 18:
        residence, period = "家族滞在", "1年3月"
    expires = RecordedDate()
    if period:
        expires = RecordedDate(iso=(AS_OF + timedelta(days=chance.between(20, 1000))).isoformat())
    return ForeignStatus(
        nationality=nation.name,
        legal_category="中長期在留者",
        residence_status=residence,
        residence_period=period,
        expires=expires,
        card_number=f"XX{serial:08d}XX",
    )

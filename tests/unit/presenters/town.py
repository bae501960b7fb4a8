"""A household of the fictitious town, its clerk and its pack: what the presenters' tests speak about."""

from __future__ import annotations

from datetime import date

from counter_app.application.registry_port import Role, StaffSession
from counter_app.domain.identity import CardAttributes, CredentialKind
from counter_app.domain.residents import Household, Member, RecordedDate, Resident, Sex
from tests.fakes.readers import FakeCard
from tests.fakes.town import FakeTown, town_pack

ADDRESS = "架空県架空町大字中原１２番地３"
NAME = "渡邉　葛\U000e0100美"
CARD_NAME = "渡邉　葛美"
CODE_B = "60040320304821"
PIN = "5678"

TODAY = date(2026, 11, 24)
PACK = town_pack(TODAY)

STAFF = StaffSession(
    staff_id="s1",
    staff_name="山田　花子",
    role=Role.CLERK,
    town_code="999997",
    town_name="架空町",
    office="住民課",
    counter="2",
    terminal="02",
    now="2026-11-24T09:00:00+09:00",
    training=False,
    pack=PACK,
)


def resident(resident_id: str, name: str, kana: str, birth: str, relationship: str) -> Resident:
    """A resident of the one address."""
    return Resident(
        resident_id=resident_id,
        household_id="h1",
        name=name,
        name_kana=kana,
        birth=RecordedDate(iso=birth),
        sex=Sex.FEMALE,
        address=ADDRESS,
        head_name=NAME,
        relationship=relationship,
        honseki="架空県架空町大字中原１２番地",
        hittousha=NAME,
    )


KUZUMI = resident("r1", NAME, "ワタナベ　クズミ", "1985-04-03", "世帯主")
CHILD = resident("r2", "渡邉　架空子", "ワタナベ　カクコ", "2012-07-01", "子")
HOUSEHOLD = Household(
    household_id="h1",
    head_name=NAME,
    address=ADDRESS,
    members=(
        Member(resident_id="r1", held=False, resident=KUZUMI),
        Member(resident_id="r2", held=False, resident=CHILD),
    ),
    as_of="2026-11-24T10:42:00+09:00",
)


def town() -> FakeTown:
    """The register, as one test may change it."""
    return FakeTown(residents=(KUZUMI, CHILD), flags={})


def card() -> FakeCard:
    """The visitor's card, which writes JIS characters only."""
    said = CardAttributes(
        name=CARD_NAME, address="架空県架空町大字中原12番地3", birth_date="19850403", sex=Sex.FEMALE
    )
    return FakeCard(attributes=said, secrets={CredentialKind.CODE_B: CODE_B, CredentialKind.TEXT_PIN: PIN})


TRACES = ("渡邉", "クズミ", "架空子", "中原", "1985", "昭和60年", "年金の請求")
"""What must be nowhere on a screen once the case is closed."""

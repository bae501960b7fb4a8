"""A fictitious household, its visitor and its town's pack, for the tests of the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from counter_app.domain.identity import (
    Agent,
    CardAttributes,
    CardEvidence,
    CredentialKind,
    FaceSignature,
    Paper,
    PaperEvidence,
    PaperKind,
    SpokenAttribute,
)
from counter_app.domain.issuance.values import Identity
from counter_app.domain.packs import FORM_WORDS, Pack, read_pack
from counter_app.domain.residents import ForeignStatus, Household, Member, RecordedDate, Resident, Sex

TODAY = date(2026, 11, 24)
ADDRESS = "架空県架空町大字架空一丁目2番地3"
NAME = "葛\U000e0102飾　春子"


def pack_mapping() -> dict[str, Any]:
    """A pack as its file parses, fresh for every caller."""
    words = {"title": "題", "fee": 300, "revenue_account": "手数料"}
    return {
        "effective": date(2026, 4, 1),
        "town": {"code": "999997", "name": "架空町"},
        "mayor": {"title": "長", "name": "某"},
        "words": {"omitted": "省略", "not_recorded": ""},
        "purposes": {"pension": "年金の請求", "bank": "金融機関"},
        "certificates": {
            "J01": {**words, "counted_as": "全員", "attestation": "世帯全員の写し"},
            "J02": {**words, "counted_as": "一部", "attestation": "世帯一部の写し"},
            "J03": {**words, "counted_as": "個人", "attestation": "個人の写し"},
        },
        "form": {word: f"<{word}>" for word in FORM_WORDS},
    }


PACK: Pack = read_pack(pack_mapping())


def resident(resident_id: str, name: str = NAME, **changes: Any) -> Resident:
    """A resident with every item recorded."""
    said: dict[str, Any] = {
        "resident_id": resident_id,
        "household_id": "h1",
        "name": name,
        "name_kana": "カツシカ　ハルコ",
        "birth": RecordedDate(iso="1980-02-17"),
        "sex": Sex.FEMALE,
        "address": ADDRESS,
        "head_name": NAME,
        "relationship": "世帯主" if resident_id == "r1" else "子",
        "honseki": "架空県架空町大字架空5番地",
        "hittousha": "葛飾　一郎",
        "resident_since": RecordedDate(iso="2001-04-01"),
        "previous_address": "架空県架空市1番地",
    }
    return Resident(**{**said, **changes})


FOREIGN = ForeignStatus(
    nationality="架空国",
    legal_category="中長期在留者",
    residence_status="永住者",
    expires=RecordedDate(iso="2030-01-31"),
    card_number="AB00000000CD",
)


def household(*residents: Resident | None, held: frozenset[str] = frozenset()) -> Household:
    """A household of ``residents``; None stands for a member whose very name is withheld."""
    members = tuple(
        Member(
            resident_id=f"r{place}",
            held=f"r{place}" in held or person is None,
            resident=person,
        )
        for place, person in enumerate(residents, start=1)
    )
    return Household(
        household_id="h1", head_name=NAME, address=ADDRESS, members=members, as_of="2026-11-24T09:00:00+09:00"
    )


FAMILY = household(
    resident("r1"), resident("r2", "葛\U000e0102飾　夏夫"), resident("r3", "葛\U000e0102飾　秋")
)

CARD = CardEvidence(
    attributes=CardAttributes(name="葛飾　春子", address=ADDRESS, birth_date="19800217", sex=Sex.FEMALE),
    credential=CredentialKind.CODE_B,
    signature=FaceSignature.VERIFIED,
    chip_genuine=None,
    certificate_sha256="",
    apdu_count=20,
    elapsed_ms=400.0,
)
PAPERS = PaperEvidence(
    name_kana="カツシカ　ハルコ",
    birth_date="19800217",
    papers=(Paper(kind=PaperKind.DRIVING_LICENCE, masked_number="0123", expires="2029-03-17"),),
)
AGENT = Agent(name="架空　代理", address="架空県架空市9番地", mandate_date="2026-11-20", original_seen=True)
AGENT_PAPERS = replace(PAPERS, agent=AGENT)
SPOKEN = frozenset({SpokenAttribute.NAME, SpokenAttribute.BIRTH_DATE})
VISITOR = Identity(evidence=CARD, resident_id="r1", household=FAMILY, spoken=SPOKEN)

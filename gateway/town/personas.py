"""What a scenario needs to know of a persona: whom to search for, and what is on the card.

A card carries JIS characters only, so its text differs from the register where that has a variant
(knowledge/domain.md 3.11): the counter must show the difference, not take the card's word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from counter_app.domain import wareki
from counter_app.domain.residents import Resident
from gateway.town.persona_households import persona_residents, persona_rows

_SECURITY_CODE = "4821"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPersona:
    """A virtual card: the four attributes, the expiry (YYYYMMDD) and the secrets that open it.

    ``code_b`` is 照合番号B: birth as YYMMDD of the era, expiry year, security code (14 digits).
    Exercise values only; no issued card has them.
    """

    name: str
    address: str
    birth_date: str
    sex: str
    code_b: str
    text_pin: str
    auth_pin: str
    sign_pin: str
    expires: str

    def as_json(self) -> dict[str, str]:
        """Return the fields as the virtual card process reads them."""
        return {key: str(value) for key, value in asdict(self).items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchKeys:
    """What a clerk keys to find someone without a card; ``birth`` is YYYY-MM-DD."""

    kana: str
    birth: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaRecord:
    """A persona: ids that never change, the household in register order, search keys, and a card or none."""

    resident_id: str
    household_id: str
    household: tuple[str, ...]
    name: str
    search: SearchKeys
    card: CardPersona | None = None


def _record(row: dict[str, str]) -> PersonaRecord:
    """Return the record of one row; with a card if the row names what the card can write (JIS)."""
    person = next(r for r in persona_residents() if r.resident_id == row["resident_id"])
    household = (r.resident_id for r in persona_residents() if r.household_id == person.household_id)
    return PersonaRecord(
        resident_id=person.resident_id,
        household_id=person.household_id,
        household=tuple(household),
        name=person.name,
        search=SearchKeys(kana=person.name_kana, birth=person.birth.iso),
        card=_card(person, row["card_name"], row["card_expires"]) if row["card_name"] else None,
    )


def _card(person: Resident, card_name: str, expiry_year: str) -> CardPersona:
    birth = person.birth.day
    if birth is None:
        raise ValueError(f"{person.resident_id} has no whole birth day for a card")
    return CardPersona(
        name=card_name,
        address=person.address,
        birth_date=f"{birth:%Y%m%d}",
        sex=person.sex.value,
        code_b=f"{wareki.era_year(birth):02d}{birth:%m%d}{expiry_year}{_SECURITY_CODE}",
        text_pin="5678",
        auth_pin="1234",
        sign_pin="ABC123",
        expires=f"{expiry_year}{birth:%m%d}",
    )


personas: Mapping[str, PersonaRecord] = MappingProxyType(
    {row["persona"]: _record(row) for row in persona_rows() if row["persona"]}
)
"""By name. ``held`` is under SHIEN, ``leaving`` under TENSHUTSU_YOTEI; all others carry no flag."""

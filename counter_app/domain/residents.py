"""Residents and households as the core records them (knowledge/domain.md 3.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain import wareki


class Sex(StrEnum):
    """JIS X 0303 / ISO 5218, as on the card and in the core."""

    UNKNOWN = "0"
    MALE = "1"
    FEMALE = "2"
    NOT_APPLICABLE = "9"

    @property
    def printed(self) -> str:
        """The word on a certificate; blank where the register says none."""
        return {Sex.MALE: "男", Sex.FEMALE: "女"}.get(self, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDate:
    """A date of the register: a known day (``iso``, YYYY-MM-DD), or the core's text for an unknown one.

    With an unknown part ``iso`` is empty and ``text`` is printed verbatim (昭和15年5月日不詳).
    Both empty: nothing is recorded, and nothing is printed.
    """

    iso: str = ""
    text: str = ""

    @property
    def day(self) -> date | None:
        """The day, where the whole of it is known."""
        return date.fromisoformat(self.iso) if self.iso else None

    def printed(self, *, western: bool = False) -> str:
        """The date as certificates print it; ``western`` for births of foreign residents."""
        if self.text or self.day is None:
            return self.text
        return wareki.print_western(self.day) if western else wareki.print_wareki(self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignStatus:
    """The items of 住民基本台帳法30条の45 for a foreign resident; printed only when asked for."""

    nationality: str
    legal_category: str
    residence_status: str = ""
    residence_period: str = ""
    expires: RecordedDate = RecordedDate()
    card_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """One person of the register, with every item a 住民票 may print except the two numbers.

    個人番号 and 住民票コード are not fields: they never leave the gateway with a household.
    ``relationship`` is 続柄表記, printed as given and never composed.
    """

    resident_id: str
    household_id: str
    name: str
    name_kana: str
    birth: RecordedDate
    sex: Sex
    address: str
    head_name: str
    relationship: str
    former_name: str = ""
    former_name_kana: str = ""
    alias: str = ""
    alias_kana: str = ""
    name_combined: str = ""
    foreign: ForeignStatus | None = None
    honseki: str = ""
    hittousha: str = ""
    resident_since: RecordedDate = RecordedDate()
    address_since: RecordedDate = RecordedDate()
    notified_on: RecordedDate = RecordedDate()
    previous_address: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of a household as one clerk may see him.

    ``held`` says that issuance for him stops, never why. ``resident`` is None where even the name
    is withheld (照会制限).
    """

    resident_id: str
    held: bool
    resident: Resident | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """A household, members in the order of the register, head first. ``as_of`` is gateway time, ISO 8601."""

    household_id: str
    head_name: str
    address: str
    members: tuple[Member, ...]
    as_of: str

    def member(self, resident_id: str) -> Member:
        """Return the member; KeyError if he is not of this household."""
        for member in self.members:
            if member.resident_id == resident_id:
                return member
        raise KeyError(resident_id)

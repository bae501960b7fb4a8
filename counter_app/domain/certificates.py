"""The certificates of this counter, what may be asked to appear on them, and what was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.residents import Household


class CertificateKind(StrEnum):
    """Catalogue numbers of knowledge/domain.md 1.1."""

    WHOLE_HOUSEHOLD = "J01"
    PART_OF_HOUSEHOLD = "J02"
    PERSONAL = "J03"


class Scope(StrEnum):
    """What the visitor asked for, in his words: 世帯全員, 世帯の一部, 個人票."""

    WHOLE_HOUSEHOLD = "whole_household"
    PART_OF_HOUSEHOLD = "part_of_household"
    PERSONAL = "personal"


class Item(StrEnum):
    """Items omitted (省略) unless asked for (住民基本台帳法12条5項, knowledge/domain.md 1.2)."""

    HEAD_AND_RELATIONSHIP = "head_and_relationship"
    HONSEKI = "honseki"
    FOREIGN_STATUS = "foreign_status"
    MY_NUMBER = "my_number"
    RESIDENT_CODE = "resident_code"


NEED_APPROVAL = frozenset({Item.MY_NUMBER, Item.RESIDENT_CODE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What will be printed: for whom, with which items, how many copies (1–9)."""

    scope: Scope
    resident_ids: tuple[str, ...]
    items: frozenset[Item] = frozenset()
    copies: int = 1

    def kind(self, household: Household) -> CertificateKind:
        """The certificate that follows from the set: 世帯全員 only if asked for *and* all are on it."""
        if self.scope is Scope.PERSONAL:
            return CertificateKind.PERSONAL
        everyone = {member.resident_id for member in household.members}
        if self.scope is Scope.WHOLE_HOUSEHOLD and set(self.resident_ids) == everyone:
            return CertificateKind.WHOLE_HOUSEHOLD
        return CertificateKind.PART_OF_HOUSEHOLD

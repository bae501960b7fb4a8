"""Flags that stop an issue (knowledge/domain.md 2.2); until each has its rules, all but one stop."""

from __future__ import annotations

from enum import StrEnum


class Flag(StrEnum):
    """A flag on a person in the core. Known to the gateway only; a counter PC learns ``held``."""

    SHIEN = "SHIEN"
    KARI_SHIEN = "KARI_SHIEN"
    IDO_CHU = "IDO_CHU"
    KOSEKI_CHU = "KOSEKI_CHU"
    TENSHUTSU_YOTEI = "TENSHUTSU_YOTEI"
    JOHYO = "JOHYO"
    SHOKKEN_SHOJO = "SHOKKEN_SHOJO"
    HAKKO_TEISHI = "HAKKO_TEISHI"
    SHOKAI_YOKUSHI = "SHOKAI_YOKUSHI"
    INKAN_TEISHI = "INKAN_TEISHI"
    KOKEN = "KOKEN"
    MIMEN = "MIMEN"
    HON_TSUCHI = "HON_TSUCHI"
    GAIJI = "GAIJI"
    MIDOKU_KOJIN_BANGO = "MIDOKU_KOJIN_BANGO"
    TAX_MISHINKOKU = "TAX_MISHINKOKU"
    TAX_OTHER_TOWN = "TAX_OTHER_TOWN"
    NOZEI_RAG = "NOZEI_RAG"


CONCEALING = frozenset({Flag.SHIEN, Flag.KARI_SHIEN, Flag.SHOKAI_YOKUSHI})
"""Flags under which not even the name is shown to a clerk (照会制限)."""


def stops_issue(flags: frozenset[Flag]) -> bool:
    """Deny by default: every flag stops, 本人通知 aside."""
    return bool(flags - {Flag.HON_TSUCHI})


def conceals(flags: frozenset[Flag]) -> bool:
    """Tell whether name and address are withheld from the counter."""
    return bool(flags & CONCEALING)

"""What a town decides by ordinance and form: sentences, fees, the mayor. Data, never code.

A pack is a dated TOML file under ``resources/packs``; ``read_pack`` turns its mapping into values and is the
only place that knows its keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from counter_app.domain.certificates import CertificateKind


class PackInvalid(ValueError):
    """A data pack lacks a key or holds a wrong value; the message names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateWords:
    """The words and the fee of one certificate. ``fee`` is yen per 通."""

    title: str
    counted_as: str
    attestation: str
    fee: int
    revenue_account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One town's pack, in force from 00:00 of ``effective``."""

    town_code: str
    town_name: str
    effective: date
    mayor_title: str
    mayor_name: str
    omitted: str
    not_recorded: str
    purposes: tuple[tuple[str, str], ...]
    certificates: Mapping[CertificateKind, CertificateWords]
    form: Mapping[str, str]


def _required(mapping: Mapping[str, Any], key: str, kind: type, within: str = "") -> Any:
    """The value of ``key``; exactly of ``kind``, for True is no fee and a moment is no day."""
    value = mapping.get(key)
    if type(value) is not kind:
        raise PackInvalid(f"{within}{key}: {kind.__name__} expected")
    return value


def _certificate(certificates: Mapping[str, Any], kind: CertificateKind) -> CertificateWords:
    within = f"certificates.{kind.value}."
    mapping = _required(certificates, kind.value, dict, "certificates.")
    fee = _required(mapping, "fee", int, within)
    if fee < 0:
        raise PackInvalid(f"{within}fee: not negative")
    return CertificateWords(
        title=_required(mapping, "title", str, within),
        counted_as=_required(mapping, "counted_as", str, within),
        attestation=_required(mapping, "attestation", str, within),
        fee=fee,
        revenue_account=_required(mapping, "revenue_account", str, within),
    )


FORM_WORDS = frozenset(
    {
        *("requester", "name", "address", "birth", "identified", "certificate", "persons", "items"),
        *("copies", "copies_unit", "purpose", "destination", "all_omitted", "self", "same_household"),
        *("scope_whole_household", "scope_part_of_household", "scope_personal"),
        *("item_head_and_relationship", "item_honseki", "item_foreign_status"),
        *("item_my_number", "item_resident_code", "by_card", "by_papers"),
        *("agent", "agent_name", "agent_address", "mandate_date", "principal_name"),
    }
)


def _form_words(mapping: Mapping[str, Any]) -> Mapping[str, str]:
    missing = sorted(FORM_WORDS - mapping.keys())
    if missing:
        raise PackInvalid(f"form: {', '.join(missing)} missing")
    return {word: _required(mapping, word, str, "form.") for word in sorted(FORM_WORDS)}


def _purposes(mapping: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((code, _required(mapping, code, str, "purposes.")) for code in sorted(mapping))


def read_pack(mapping: Mapping[str, Any]) -> Pack:
    """Turn a parsed pack file into a ``Pack``; raises PackInvalid naming the key that is wrong."""
    town = _required(mapping, "town", dict)
    mayor = _required(mapping, "mayor", dict)
    words = _required(mapping, "words", dict)
    certificates = _required(mapping, "certificates", dict)
    missing = [kind.value for kind in CertificateKind if kind.value not in certificates]
    if missing:
        raise PackInvalid(f"certificates: {', '.join(missing)} missing")
    return Pack(
        town_code=_required(town, "code", str, "town."),
        town_name=_required(town, "name", str, "town."),
        effective=_required(mapping, "effective", date),
        mayor_title=_required(mayor, "title", str, "mayor."),
        mayor_name=_required(mayor, "name", str, "mayor."),
        omitted=_required(words, "omitted", str, "words."),
        not_recorded=_required(words, "not_recorded", str, "words."),
        purposes=_purposes(_required(mapping, "purposes", dict)),
        certificates={kind: _certificate(certificates, kind) for kind in CertificateKind},
        form=_form_words(_required(mapping, "form", dict)),
    )

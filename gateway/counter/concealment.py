"""Finds the names of persons under 照会制限 in the fields of others: 筆頭者, 備考, 方書.

The rule is knowledge/domain.md 2.1, 3. Compared folded, so that neither a variant nor a space hides a name.
A person's own names are never touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace

from counter_app.domain.render_model import RenderModel
from counter_app.domain.residents import Resident
from counter_app.domain.restrictions import conceals
from gateway.cores.port import Person
from gateway.cores.variants import fold_variants

_LEAST_LETTERS = 2
"""A surname of one letter (旧氏 原) would be found in half of all addresses."""
_OWN = frozenset(
    {
        "resident_id",
        "household_id",
        "name",
        "name_kana",
        "former_name",
        "former_name_kana",
        "alias",
        "alias_kana",
        "name_combined",
    }
)


def concealed_names(household: Iterable[Person]) -> frozenset[str]:
    """Return every name and kana, folded, of the members under 照会制限."""
    found: set[str] = set()
    for person in household:
        if conceals(person.flags):
            found.update(_names(person.resident))
    return frozenset(name for name in found if len(name) >= _LEAST_LETTERS)


def _names(resident: Resident) -> Iterable[str]:
    given = resident.name.partition("　")[2]
    given_kana = resident.name_kana.partition("　")[2]
    texts = (
        resident.name,
        resident.name_kana,
        resident.alias,
        resident.alias_kana,
        resident.name_combined,
        resident.former_name,
        resident.former_name_kana,
        resident.former_name and resident.former_name + given,
        resident.former_name_kana and resident.former_name_kana + given_kana,
    )
    return (fold_variants(text) for text in texts)


def names_one(text: str, concealed: frozenset[str]) -> bool:
    """Tell whether ``text`` contains one of the ``concealed`` names."""
    folded = fold_variants(text) if concealed and text else ""
    return any(name in folded for name in concealed)


def without_names(resident: Resident, concealed: frozenset[str]) -> Resident:
    """Return ``resident`` without the fields and remarks that contain one of the names."""
    blank = {
        field.name: ""
        for field in fields(resident)
        if field.name not in _OWN
        and isinstance(getattr(resident, field.name), str)
        and names_one(getattr(resident, field.name), concealed)
    }
    remarks = tuple(line for line in resident.remarks if not names_one(line, concealed))
    return replace(resident, remarks=remarks, **blank)  # type: ignore[arg-type] # text fields only


def page_names_one(model: RenderModel, concealed: frozenset[str]) -> bool:
    """Tell whether a page would print one of the names, outside the names of those it is about."""
    printed = [model.head_name, model.address]
    for person in model.persons:
        printed += [person.relationship, person.honseki, person.hittousha, person.previous_address]
        printed += person.notes
    return any(names_one(text, concealed) for text in printed)

"""Finds the names of persons under 照会制限 in the fields of others: 筆頭者, 備考, 方書.

The rule is knowledge/domain.md 2.1, 3. Compared folded, so that neither a variant nor a space hides a name.
A person's own names are never touched.

Of those who live in the same household any field is searched, and 備考 for the given name alone too. Of
those who live elsewhere only 筆頭者 is: it is a whole name, and who is meant cannot be told from it, so a
namesake stops a page as well (deny by default).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

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


@dataclass(frozen=True, slots=True)
class Concealed:
    """What may not be read in others' fields, folded.

    ``names`` of the household's own, in any field; ``given`` names of them, in remarks only, where a family
    calls one another so; ``heads``: whole names of those who live elsewhere, as 筆頭者.
    """

    names: frozenset[str]
    given: frozenset[str]
    heads: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.names or self.given or self.heads)


def concealed_names(household: Iterable[Person], elsewhere: Iterable[Person] = ()) -> Concealed:
    """Return the names of those under 照会制限: in the household, and of ``elsewhere`` as 筆頭者.

    A 筆頭者 called like a member who is not concealed is that member, whoever else is called so.
    """
    members = tuple(household)
    hidden = [person.resident for person in members if conceals(person.flags)]
    others = [person.resident for person in elsewhere if conceals(person.flags)]
    shown = {fold_variants(person.resident.name) for person in members if not conceals(person.flags)}
    names = {name for resident in hidden for name in _names(resident)}
    return Concealed(
        names=frozenset(name for name in names if len(name) >= _LEAST_LETTERS),
        given=frozenset(name for resident in hidden for name in _given(resident)) - {""},
        heads=frozenset(name for resident in others for name in _written(resident)) - shown,
    )


def _written(resident: Resident) -> Iterable[str]:
    """The names in letters under which one is a 筆頭者: of now, and of before a marriage."""
    given = resident.name.partition("　")[2]
    texts = (resident.name, resident.former_name and resident.former_name + given)
    return (fold_variants(text) for text in texts if text)


def _given(resident: Resident) -> Iterable[str]:
    """The given name in letters and kana, however short: a remark is about the family, not about places."""
    return (fold_variants(text.partition("　")[2]) for text in (resident.name, resident.name_kana))


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


def names_one(text: str, concealed: Concealed) -> bool:
    """Tell whether ``text`` contains a name of one ``concealed`` in the household."""
    folded = fold_variants(text) if concealed.names and text else ""
    return any(name in folded for name in concealed.names)


def remark_names_one(text: str, concealed: Concealed) -> bool:
    """Tell whether a remark contains such a name, or the given name alone."""
    folded = fold_variants(text) if concealed.given and text else ""
    return names_one(text, concealed) or any(name in folded for name in concealed.given)


def head_is_one(hittousha: str, concealed: Concealed) -> bool:
    """Tell whether the 筆頭者 is called like one who is concealed, in the household or elsewhere."""
    return names_one(hittousha, concealed) or fold_variants(hittousha) in concealed.heads


def without_names(resident: Resident, concealed: Concealed) -> Resident:
    """Return ``resident`` without the fields and remarks that contain one of the names."""
    blank = {
        field.name: ""
        for field in fields(resident)
        if field.name not in _OWN
        and isinstance(getattr(resident, field.name), str)
        and names_one(getattr(resident, field.name), concealed)
    }
    if head_is_one(resident.hittousha, concealed):
        blank["hittousha"] = ""
    remarks = tuple(line for line in resident.remarks if not remark_names_one(line, concealed))
    return replace(resident, remarks=remarks, **blank)  # type: ignore[arg-type] # text fields only


def page_names_one(model: RenderModel, concealed: Concealed) -> bool:
    """Tell whether a page would print one of the names, outside the names of those it is about."""
    printed = [model.head_name, model.address]
    for person in model.persons:
        printed += [person.relationship, person.honseki, person.previous_address]
    return (
        any(names_one(text, concealed) for text in printed)
        or any(remark_names_one(note, concealed) for person in model.persons for note in person.notes)
        or any(head_is_one(person.hittousha, concealed) for person in model.persons)
    )

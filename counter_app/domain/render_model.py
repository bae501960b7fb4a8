"""What a certificate says, as values: the one thing that is hashed, approved, rendered and compared.

Composed by the same function on the counter PC (from what the clerk saw) and in the gateway (from the core);
the gateway allots numbers only when both digests agree (design.md 6).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date

from counter_app.domain import wareki
from counter_app.domain.certificates import NEED_APPROVAL, CertificateKind, Item, Selection
from counter_app.domain.packs import Pack
from counter_app.domain.residents import Household, Resident

PERSONS_PER_SHEET = 4
SCHEMA_VERSION = 1
MASKED_NUMBER = "＊＊＊＊＊＊＊＊＊＊＊＊"
"""Stands for a number that was asked for, wherever the number itself is not to be known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """個人番号 and 住民票コード of one person, ASCII digits. No ``Resident`` has them: see ``compose``.

    Neither is in a ``repr``, here or on the page: what fails is logged, and they are not.
    """

    my_number: str = field(repr=False)
    resident_code: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPerson:
    """One person block of the standard grid (knowledge/domain.md 1.6.1), every text as it prints.

    ``second_name`` is 旧氏 or 通称, as ``second_name_label`` says; ``notes`` fill the free rows.
    """

    name: str
    name_kana: str
    second_name_label: str
    second_name: str
    second_name_kana: str
    birth: str
    sex: str
    relationship: str
    my_number: str = field(repr=False)
    resident_code: str = field(repr=False)
    resident_since: str
    address_since: str
    notified_on: str
    honseki: str
    hittousha: str
    previous_address: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderModel:
    """A certificate's whole content except its numbers. ``issued_on`` is ISO; the page shows 和暦."""

    schema: int = SCHEMA_VERSION
    kind: CertificateKind
    town_code: str
    town_name: str
    title: str
    address: str
    head_name: str
    persons: tuple[PrintedPerson, ...]
    attestation: str
    issued_on: str
    issued_on_printed: str
    mayor_title: str
    mayor_name: str
    training: bool = False

    def canonical(self) -> bytes:
        """The model as canonical JSON: sorted keys, no spaces, UTF-8."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    def sha256(self) -> str:
        """SHA-256 over ``canonical()``, in hex: what the code on each sheet is signed over."""
        return hashlib.sha256(self.canonical()).hexdigest()

    def masked(self) -> RenderModel:
        """The same page without the numbers asked for: what a counter composes that may not know them.

        The gateway compares this one; the page that prints, and the digest in its codes, are of the full one.
        """
        return replace(
            self,
            persons=tuple(
                replace(
                    person,
                    my_number=_masked(person.my_number),
                    resident_code=_masked(person.resident_code),
                )
                for person in self.persons
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStamp:
    """What one sheet carries of its own: its number, its place and its code (Base45 text).

    ``number`` is 団体コード-端末-YYYYMMDD-連番-枚/総枚; each copy (通) has its own 連番.
    """

    number: str
    copy: int
    page: int
    pages: int
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderJob:
    """All sheets of one issue: copies in order, pages in order."""

    model: RenderModel
    stamps: tuple[SheetStamp, ...]


def _masked(printed: str) -> str:
    """The mask for a number; what was omitted stays as it says."""
    return MASKED_NUMBER if _is_number(printed) else printed


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def paginate(model: RenderModel) -> int:
    """Sheets per copy: four persons a sheet, at least one (knowledge/domain.md 1.6.1)."""
    return max(1, -(-len(model.persons) // PERSONS_PER_SHEET))


def _foreign_notes(resident: Resident, *, asked: bool, omitted: str) -> tuple[str, ...]:
    status = resident.foreign
    if status is None:
        return ()
    if not asked:
        return (f"国籍・地域　{omitted}", f"30条の45に規定する区分　{omitted}")
    lines = (
        ("国籍・地域", status.nationality),
        ("30条の45に規定する区分", status.legal_category),
        ("在留資格", status.residence_status),
        ("在留期間等", status.residence_period),
        ("在留期間の満了の日", status.expires.printed(western=True)),
        ("在留カード等の番号", status.card_number),
    )
    return tuple(f"{label}　{value}" for label, value in lines if value)


_MASKED = Numbers(my_number=MASKED_NUMBER, resident_code=MASKED_NUMBER)


def _numbers_of(resident_id: str, numbers: Mapping[str, Numbers] | None) -> Numbers:
    if numbers is None:
        return _MASKED
    known = numbers[resident_id]
    if not (_is_number(known.my_number) and _is_number(known.resident_code)):
        raise ValueError("a number that is none cannot be printed")
    return known


def _person(
    resident: Resident, items: frozenset[Item], pack: Pack, numbers: Mapping[str, Numbers] | None
) -> PrintedPerson:
    known = _numbers_of(resident.resident_id, numbers) if items & NEED_APPROVAL else _MASKED
    asked_honseki = Item.HONSEKI in items and resident.foreign is None
    honseki = resident.honseki if asked_honseki else "" if resident.foreign else pack.omitted
    hittousha = resident.hittousha if asked_honseki else "" if resident.foreign else pack.omitted
    combined = (f"併記名　{resident.name_combined}",) if resident.name_combined else ()
    return PrintedPerson(
        name=resident.name,
        name_kana=resident.name_kana,
        second_name_label="通称" if resident.foreign else "旧氏",
        second_name=resident.alias if resident.foreign else resident.former_name,
        second_name_kana=resident.alias_kana if resident.foreign else resident.former_name_kana,
        birth=resident.birth.printed(western=resident.foreign is not None),
        sex=resident.sex.printed,
        relationship=resident.relationship if Item.HEAD_AND_RELATIONSHIP in items else pack.omitted,
        my_number=known.my_number if Item.MY_NUMBER in items else pack.omitted,
        resident_code=known.resident_code if Item.RESIDENT_CODE in items else pack.omitted,
        resident_since=resident.resident_since.printed(),
        address_since=resident.address_since.printed(),
        notified_on=resident.notified_on.printed(),
        honseki=honseki,
        hittousha=hittousha,
        previous_address=resident.previous_address,
        notes=(
            *combined,
            *_foreign_notes(resident, asked=Item.FOREIGN_STATUS in items, omitted=pack.omitted),
            *resident.remarks,
        ),
    )


def compose(
    household: Household,
    selection: Selection,
    pack: Pack,
    issued_on: date,
    *,
    training: bool = False,
    numbers: Mapping[str, Numbers] | None = None,
) -> RenderModel:
    """Compose the content of a 住民票の写し, persons in the register's order.

    ``numbers`` by resident id, only where they may be known; without them a number asked for is the mask, and
    the page is what ``masked`` makes of the one with them. A number nobody asked for never gets here.
    Raises KeyError for a person who is not of the household, or has no ``numbers`` though asked for, and
    ValueError for one who is held or withheld, for nobody, or for a number that is none: such a page cannot
    exist.
    """
    if not selection.resident_ids:
        raise ValueError("a certificate of nobody")
    chosen = set(selection.resident_ids)
    for resident_id in chosen:
        household.member(resident_id)
    printed = []
    for member in household.members:
        if member.resident_id not in chosen:
            continue
        if member.held or member.resident is None:
            raise ValueError("a held person cannot be printed")
        printed.append(_person(member.resident, selection.items, pack, numbers))
    kind = selection.kind(household)
    words = pack.certificates[kind]
    shows_head = Item.HEAD_AND_RELATIONSHIP in selection.items
    return RenderModel(
        kind=kind,
        town_code=pack.town_code,
        town_name=pack.town_name,
        title=words.title,
        address=household.address,
        head_name=household.head_name if shows_head else pack.omitted,
        persons=tuple(printed),
        attestation=words.attestation,
        issued_on=issued_on.isoformat(),
        issued_on_printed=wareki.print_wareki(issued_on),
        mayor_title=pack.mayor_title,
        mayor_name=pack.mayor_name,
        training=training,
    )

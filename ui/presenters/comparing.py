"""本人確認, last: evidence beside register. What differs is marked, and explained where it can be."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from counter_app.domain import wareki
from counter_app.domain.identity import (
    SPOKEN_NEEDED,
    CardEvidence,
    FaceSignature,
    PaperEvidence,
    SpokenAttribute,
)
from counter_app.domain.issuance import states
from counter_app.domain.names import clusters, fold_writing
from counter_app.domain.residents import Resident
from ui.presenters.mandate import agent_in
from ui.presenters.page import Around, Page
from ui.presenters.variant_groups import fold_variants
from ui.view_models import CompareBody, CompareRow, Primary, PrimaryButton, Step, Tick

_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")
_NUMBER_WORDS = re.compile(r"丁目|番地の|番地|番|号|の|[-‐‑–—―−ー－]")


def comparing(state: states.Comparing, around: Around) -> Page:
    """Card or papers beside the register, and the attributes said aloud."""
    card = around.memory.card
    resident = state.household.member(state.resident_id).resident
    by_card = isinstance(state.evidence, CardEvidence)
    agent = agent_in(state.evidence)
    body = CompareBody(
        rows=() if resident is None else compare_rows(state.evidence, resident),
        spoken=tuple(Tick(code=said.value, ticked=said in state.spoken) for said in SpokenAttribute),
        as_of=clock_time(state.household.as_of),
        source="card" if by_card else "papers",
        signature=signature_of(state.evidence),
        photo_png=b"" if card is None else card.photo_png,
        agent_name="" if agent is None else agent.name,
        agent_address="" if agent is None else agent.address,
    )
    enough = len(state.spoken) >= SPOKEN_NEEDED
    return Page(
        step=Step.IDENTITY, body=body, primary=PrimaryButton(label=Primary.TO_PERSONS, enabled=enough)
    )


def signature_of(evidence: CardEvidence | PaperEvidence) -> str:
    """What is known of the face's signature; empty without a card."""
    return FaceSignature(evidence.signature).value if isinstance(evidence, CardEvidence) else ""


def clock_time(iso: str) -> str:
    """The time of day of an ISO time, in its own zone: ``10:42``."""
    return f"{datetime.fromisoformat(iso):%H:%M}" if iso else ""


def compare_rows(evidence: CardEvidence | PaperEvidence, resident: Resident) -> tuple[CompareRow, ...]:
    """The rows of 基本4情報; what was only said has no address and no sex."""
    western = resident.foreign is not None
    birth = resident.birth.printed(western=western)
    if isinstance(evidence, PaperEvidence):
        differs = fold_writing(evidence.name_kana) != fold_writing(resident.name_kana)
        return (
            CompareRow(
                attribute="name",
                card=evidence.name_kana,
                register=resident.name,
                differs=differs,
                note="other" if differs else "",
            ),
            _birth(evidence.birth_date, resident, birth, western=western),
            CompareRow(attribute="address", card="", register=resident.address),
            CompareRow(attribute="sex", card="", register=resident.sex.printed),
        )
    said = evidence.attributes
    return (
        name_row(said.name, resident.name),
        _birth(said.birth_date, resident, birth, western=western),
        address_row(said.address, resident.address),
        _plain("sex", said.sex.printed, resident.sex.printed, "other"),
    )


def _plain(attribute: str, card: str, register: str, note: str) -> CompareRow:
    differs = card != register
    return CompareRow(
        attribute=attribute, card=card, register=register, differs=differs, note=note if differs else ""
    )


def name_row(card: str, register: str) -> CompareRow:
    """Names by code points; a difference of spaces, selector or 異体字 is explained, and still marked."""
    if card == register:
        return CompareRow(attribute="name", card=card, register=register)
    note = "other"
    values: tuple[str, ...] = ()
    tight = "".join(card.split()), "".join(register.split())
    if tight[0] == tight[1]:
        note = "spacing"
    elif fold_variants(card) == fold_variants(register) and (pair := _first_difference(*tight)):
        note = "latin" if _latin(pair[0]) else "substitute_character"
        values = () if note == "latin" else pair
    elif _latin(card) and _latin(register):
        note = "latin"
    return CompareRow(
        attribute="name", card=card, register=register, differs=True, note=note, note_values=values
    )


def _first_difference(card: str, register: str) -> tuple[str, str] | tuple[()]:
    pairs = zip(clusters(card), clusters(register), strict=False)
    return next((pair for pair in pairs if pair[0] != pair[1]), ())


def _latin(text: str) -> bool:
    folded = fold_writing(text)
    return bool(folded) and all(c.isascii() or not c.isalpha() for c in folded)


def address_row(card: str, register: str) -> CompareRow:
    """Addresses; 12番地3 and １２－３ are one place written twice, anything else may be a move."""
    same_place = _place(card) == _place(register)
    return _plain("address", card, register, "notation" if same_place else "moved")


def _place(address: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", address).split()).translate(_DIGITS)
    return _NUMBER_WORDS.sub("-", plain.replace("大字", "").replace("字", "")).strip("-")


def _birth(said: str, resident: Resident, register: str, *, western: bool) -> CompareRow:
    """A birth date with unknown parts cannot be equal by itself: the clerk reads both."""
    card = printed_birth(said, western=western)
    note = (
        "other" if resident.birth.iso and said.isdigit() and "00" not in (said[4:6], said[6:]) else "notation"
    )
    return _plain("birth_date", card, register, note)


def printed_birth(digits: str, *, western: bool) -> str:
    """YYYYMMDD as on paper; what is 00 is left out (knowledge/card.md 1.5); before 明治, Western."""
    year, month, day = digits[:4], digits[4:6], digits[6:8]
    try:
        whole = date(int(year), int(month), int(day))
    except ValueError:
        return f"{year}年" + (f"{int(month)}月" if month.isdigit() and int(month) else "")
    without_era = whole < wareki.ERAS[-1].first_day
    return wareki.print_western(whole) if western or without_era else wareki.print_wareki(whole)

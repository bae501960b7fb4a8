"""Who stands at the counter, and how that was established (knowledge/domain.md 1.4)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.residents import Sex


class IdentityLevel(StrEnum):
    """P1 one strong paper, P2 two weaker ones, P3 questions."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"


class CredentialKind(StrEnum):
    """What opens the card: 照合番号B, the 券面入力補助 PIN or the 利用者証明用 PIN."""

    CODE_B = "code_b"
    TEXT_PIN = "text_pin"
    AUTH_PIN = "auth_pin"


class FaceSignature(StrEnum):
    """What is known of the issuer's signature over the card's face: three different things."""

    VERIFIED = "verified"
    INVALID = "invalid"
    CA_UNKNOWN = "ca_unknown"
    NOT_READ = "not_read"


class PaperKind(StrEnum):
    """Papers a visitor without a card shows."""

    DRIVING_LICENCE = "driving_licence"
    PASSPORT = "passport"
    RESIDENCE_CARD = "residence_card"
    DISABILITY_CERTIFICATE = "disability_certificate"
    HEALTH_ELIGIBILITY = "health_eligibility"
    PENSION_BOOK = "pension_book"
    CARE_INSURANCE = "care_insurance"
    QUESTIONS = "questions"


ONE_IS_ENOUGH = frozenset(
    {
        PaperKind.DRIVING_LICENCE,
        PaperKind.PASSPORT,
        PaperKind.RESIDENCE_CARD,
        PaperKind.DISABILITY_CERTIFICATE,
    }
)


NUMBERED = frozenset(PaperKind) - {PaperKind.QUESTIONS}
"""Of every paper the last figures of its number are recorded; questions are no paper."""
MUST_EXPIRE = frozenset(
    {
        PaperKind.DRIVING_LICENCE,
        PaperKind.PASSPORT,
        PaperKind.RESIDENCE_CARD,
        PaperKind.HEALTH_ELIGIBILITY,
    }
)
"""Papers that always bear a day of expiry. The others may have none (a pension book never does)."""
KEPT_OF_NUMBER = 4
"""Characters of a paper's number that the record keeps; the rest is masked."""
_LICENCE_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAttributes:
    """基本4情報 as the card says them: for finding the person, never for printing.

    ``birth_date`` is YYYYMMDD; month and day may be 00 where unknown.
    """

    name: str
    address: str
    birth_date: str
    sex: Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class CardEvidence:
    """A My Number Card was read. The photo stays on the reader's side and is never part of this."""

    attributes: CardAttributes
    credential: CredentialKind
    signature: FaceSignature
    chip_genuine: bool | None
    certificate_sha256: str
    apdu_count: int
    elapsed_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper seen: its kind, the last characters of its number and the day it expires (ISO).

    ``masked_number`` holds at most ``KEPT_OF_NUMBER`` ASCII letters and digits, never the whole number;
    ``expires`` is empty where the paper bears none. What must be there is told by ``recorded``.
    """

    kind: PaperKind
    masked_number: str = ""
    expires: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """任意代理人, as his papers have him, and the 委任状 he brought (knowledge/domain.md 1.3, AGENT).

    ``mandate_date`` is the day on the 委任状 (ISO). ``original_seen``: it is the original, seen by the clerk.
    """

    name: str
    address: str
    mandate_date: str
    original_seen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperEvidence:
    """The visitor came without a card; what he said, and the papers that bear it out.

    With ``agent``, kana and birth date are those of the person who gave the 委任状, the papers the agent's.
    """

    name_kana: str
    birth_date: str
    papers: tuple[Paper, ...]
    agent: Agent | None = None


Evidence = CardEvidence | PaperEvidence


class SpokenAttribute(StrEnum):
    """What the visitor said aloud; two independent ones are needed (knowledge/domain.md 3.7)."""

    NAME = "name"
    BIRTH_DATE = "birth_date"
    ADDRESS = "address"
    HEAD = "head"
    HONSEKI = "honseki"


SPOKEN_NEEDED = 2


class IdentityMethod(StrEnum):
    """How the visitor was identified: by what opened the card, or by papers."""

    CARD_CODE_B = "card_code_b"
    CARD_TEXT_PIN = "card_text_pin"
    CARD_AUTH_PIN = "card_auth_pin"
    PAPERS = "papers"


CARD_METHODS = {
    CredentialKind.CODE_B: IdentityMethod.CARD_CODE_B,
    CredentialKind.TEXT_PIN: IdentityMethod.CARD_TEXT_PIN,
    CredentialKind.AUTH_PIN: IdentityMethod.CARD_AUTH_PIN,
}


def level_of_papers(papers: tuple[Paper, ...]) -> IdentityLevel:
    """Return the level that ``papers`` reach; two weaker ones make P2, anything less P3."""
    if any(paper.kind in ONE_IS_ENOUGH for paper in papers):
        return IdentityLevel.P1
    kinds = {paper.kind for paper in papers} - {PaperKind.QUESTIONS}
    return IdentityLevel.P2 if len(kinds) >= 2 else IdentityLevel.P3


def level_of(evidence: Evidence) -> IdentityLevel:
    """Return the level that ``evidence`` reaches: a card that was read makes P1."""
    match evidence:
        case CardEvidence():
            return IdentityLevel.P1
        case PaperEvidence(papers=papers):
            return level_of_papers(papers)


def in_force(paper: Paper, today: date) -> bool:
    """Tell whether ``paper`` has not expired; its last day counts, an unreadable date does not.

    knowledge/domain.md 1.4: papers are looked at for their expiry.
    """
    try:
        return not paper.expires or date.fromisoformat(paper.expires) >= today
    except ValueError:
        return False


def kept_of_number(kind: PaperKind, typed: str) -> str:
    """Return what the record keeps of a paper's number as typed, whole or only its end; upper case.

    Signs between letters and digits are dropped, full width is read as half width. Only what is certain of a
    form is checked: a driving licence (道路交通法施行規則 別記様式第14) has twelve digits.
    Raises ValueError where nothing could be kept, or where the number cannot be one of ``kind``.
    """
    folded = unicodedata.normalize("NFKC", typed).upper()
    plain = "".join(sign for sign in folded if sign.isascii() and sign.isalnum())
    if not plain:
        raise ValueError("no number")
    of_licence = plain.isdigit() and len(plain) in (KEPT_OF_NUMBER, _LICENCE_DIGITS)
    if kind is PaperKind.DRIVING_LICENCE and not of_licence:
        raise ValueError("not the number of a driving licence")
    return plain[-KEPT_OF_NUMBER:]


def mandated(agent: Agent | None, today: date) -> bool:
    """Tell whether a 委任状 counts: the original, its day has come, and agent and address are named."""
    if agent is None or not (agent.original_seen and agent.name.strip() and agent.address.strip()):
        return False
    try:
        return date.fromisoformat(agent.mandate_date) <= today
    except ValueError:
        return False


def recorded(paper: Paper) -> bool:
    """Tell whether all that must be recorded of ``paper`` is there: type, masked number, expiry.

    knowledge/domain.md 1.4. A number that is not masked is no record either: it must not be kept.
    """
    number = paper.masked_number
    if paper.kind in NUMBERED:
        try:
            numbered = kept_of_number(paper.kind, number) == number
        except ValueError:
            numbered = False
    else:
        numbered = not number
    return numbered and (bool(paper.expires) or paper.kind not in MUST_EXPIRE)

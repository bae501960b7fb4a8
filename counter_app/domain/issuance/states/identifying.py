"""受付 and 本人確認: from the door to a person of the register."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.failures import Failure
from counter_app.domain.identity import CredentialKind, Evidence, PaperEvidence, SpokenAttribute
from counter_app.domain.issuance.states.stage import Stage
from counter_app.domain.issuance.values import Candidate, Identity, Intake, Tries
from counter_app.domain.residents import Household


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening(Stage):
    """Waiting: the reception number. ``known``: a further request of a visit. ``unsettled``: may be open."""

    known: Identity | None = None
    unsettled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AtReception(Stage):
    """What is it for, and where does it go? ``intake``: what was said before the clerk stepped back here."""

    known: Identity | None = None
    intake: Intake | None = None


# 本人確認


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitingCard(Stage):
    """Please put the card on the reader."""

    intake: Intake


@dataclass(frozen=True, slots=True, kw_only=True)
class LookingAtCard(Stage):
    """Waiting: which card is it, how many tries are left."""

    intake: Intake
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteringCredential(Stage):
    """照合番号B by the clerk, or a PIN by the visitor. ``refused`` is why the last one was not accepted."""

    intake: Intake
    reader: str
    tries: tuple[Tries, ...]
    credential: CredentialKind
    refused: Failure | None = None
    last_try_confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCard(Stage):
    """Waiting: the card is being read with the credential typed."""

    intake: Intake
    reader: str
    tries: tuple[Tries, ...]
    credential: CredentialKind
    last_try_confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteringPapers(Stage):
    """Without a card: kana, birth date and papers; ``said`` as entered before the clerk stepped back here."""

    intake: Intake
    said: PaperEvidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Stage):
    """Waiting: who in the register is this?"""

    intake: Intake
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosingResident(Stage):
    """None, or more than one, was found; the clerk tells them apart by address and head."""

    intake: Intake
    evidence: Evidence
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingHousehold(Stage):
    """Waiting: the household of the person found."""

    intake: Intake
    evidence: Evidence
    candidate: Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparing(Stage):
    """Evidence beside register; two attributes spoken by the visitor are ticked."""

    intake: Intake
    evidence: Evidence
    resident_id: str
    household: Household
    spoken: frozenset[SpokenAttribute] = frozenset()

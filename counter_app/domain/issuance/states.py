"""The states of a case. Each carries exactly what is known there; what is not listed cannot be.

A *waiting* state waits for the answer of one effect (see ``entering.on_entering``); every other waits for a
person. ``turn`` numbers the questions of a case, so that a late answer to an old one can be told apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.certificates import Scope
from counter_app.domain.failures import Failure
from counter_app.domain.identity import CredentialKind, Evidence, PaperEvidence, SpokenAttribute
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.values import (
    Candidate,
    CaseRef,
    Identity,
    Intake,
    Issue,
    Order,
    ScanTrouble,
    Tries,
)
from counter_app.domain.render_model import RenderModel
from counter_app.domain.requests import Verdict
from counter_app.domain.residents import Household
from counter_app.domain.sheets import Payment, SheetOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What every state has: the case, and the turn of its last question."""

    ref: CaseRef
    turn: int


# 受付


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


# 対象者, 項目・通数, 請求書, 確認


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosingPersons(Stage):
    """Who will be on the page."""

    intake: Intake
    identity: Identity
    scope: Scope
    resident_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosingItems(Stage):
    """Each sensitive item omitted unless asked for; copies."""

    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRequestForm(Stage):
    """The form is printed or its number recorded; then the signature is seen."""

    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintingForm(Stage):
    """Waiting: the filled form is being printed for signature."""

    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Checking(Stage):
    """Waiting: the gateway applies the rules to live data."""

    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked(Stage):
    """The rules said ok; the clerk sees why, and issues."""

    order: Order
    verdict: Verdict


# 発行


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotting(Stage):
    """Waiting: the gateway compares the model and allots numbers.

    ``unsettled``: an earlier attempt may have been recorded. Until the gateway has said, there is no way
    back: numbers that nobody knows of would have no paper outcome.
    """

    order: Order
    verdict: Verdict
    model: RenderModel
    unsettled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WithNumbers(Stage):
    """What every state from the numbers on has."""

    issue: Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering(WithNumbers):
    """Waiting: P0 is being rendered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Releasing(WithNumbers):
    """Waiting: the gateway releases exactly this P0 and sends the seal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spooling(WithNumbers):
    """Waiting: sealed, read back, compared, handed to the printer. Irreversible from here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing(WithNumbers):
    """The printer works. ``device`` is its own account (DeviceState value), never proof of paper."""

    job_id: str
    device: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintUncertain(WithNumbers):
    """Whether sheets came out is not known; a person looks and says. Nothing is repeated.

    ``job_id`` is empty where the printer's answer was lost. ``issue.p0_sha256`` is empty where the gateway's
    record differed: then nothing was rendered, and the numbers can only become void.
    """

    failure: Failure
    job_id: str = ""


# 照合, 手数料, 交付


@dataclass(frozen=True, slots=True, kw_only=True)
class Collating(WithNumbers):
    """Every sheet is scanned; ``trouble`` is the last scan that must not pass.

    ``job_id``: the job that the printer may still hold, empty once the printer called it completed.
    """

    job_id: str = ""
    scanned: frozenset[str] = frozenset()
    trouble: ScanTrouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingCollation(WithNumbers):
    """Waiting: the gateway records that every sheet is in hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paying(WithNumbers):
    """The fee is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingPayment(WithNumbers):
    """Waiting: the gateway records the fee."""

    payment: Payment


@dataclass(frozen=True, slots=True, kw_only=True)
class HandingOver(WithNumbers):
    """The visitor states the name; the sheets are counted."""

    payment: Payment
    receipt_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingHandOver(WithNumbers):
    """Waiting: the gateway records the hand-over."""

    payment: Payment
    receipt_number: str


# the ways out


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingOutcome(Stage):
    """Waiting: the gateway records that the case is held or withdrawn. ``reason`` is a code.

    ``voided``: sheets were printed and spoiled, so the case closes as voided.
    """

    outcome: str
    reason: str
    intake: Intake | None = None
    voided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingSpoil(WithNumbers):
    """Waiting: spoiled or void sheets are recorded; then the case is issued anew or withdrawn.

    ``paid``: the visitor has given the fee, so the case is held until it has been given back.
    """

    outcomes: tuple[SheetOutcome, ...]
    reissue: bool
    paid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Stage):
    """Stopped with neutral words, recorded. Ends the case at this counter."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Stage):
    """The end: ``handed_over``, ``withdrawn``, ``held``, ``voided``, or ``unrecorded``.

    ``unrecorded``: the gateway refused the record of the end; the daily close finds the case open there.
    """

    outcome: str


WaitingState = (
    Opening
    | LookingAtCard
    | ReadingCard
    | Finding
    | ReadingHousehold
    | PrintingForm
    | Checking
    | Allotting
    | Rendering
    | Releasing
    | Spooling
    | Printing
    | RecordingCollation
    | RecordingPayment
    | RecordingHandOver
    | RecordingOutcome
    | RecordingSpoil
)

AskingState = (
    AtReception
    | AwaitingCard
    | EnteringCredential
    | EnteringPapers
    | ChoosingResident
    | Comparing
    | ChoosingPersons
    | ChoosingItems
    | AtRequestForm
    | Checked
    | PrintUncertain
    | Collating
    | Paying
    | HandingOver
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Troubled(Stage):
    """The effect of ``waiting`` failed; the page says what to do. Retrying asks again under the same key."""

    waiting: WaitingState
    failure: Failure
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked(Stage):
    """Put aside while another visitor is served; ``inside`` is where it goes on."""

    inside: AskingState | Troubled
    reason: str


IssuanceState = WaitingState | AskingState | Troubled | Parked | Held | Closed

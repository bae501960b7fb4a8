"""What a clerk asks for, as values: a view sends them, a presenter decides what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field

from ui.view_models.deferring import DeliveryChosen, TakingSubmitted
from ui.view_models.frame import Action


@dataclass(frozen=True, slots=True)
class PrimaryPressed:
    """Enter, on a screen whose fields carry nothing."""


@dataclass(frozen=True, slots=True)
class BackPressed:
    """Esc: one step back."""


@dataclass(frozen=True, slots=True)
class ActionPressed:
    """A function key or its button."""

    action: Action


@dataclass(frozen=True, slots=True)
class CaseSelected:
    """Another open case was chosen in the left column."""

    case_id: str


@dataclass(frozen=True, slots=True)
class PurposeChosen:
    """A purpose was ticked."""

    code: str


@dataclass(frozen=True, slots=True)
class RequesterChosen:
    """Who asks was chosen: a ``RequesterKind`` value, or ``OWN``."""

    code: str


@dataclass(frozen=True, slots=True)
class ReceptionSubmitted:
    """Enter at the reception: ticket number and destination as typed, either may be empty."""

    ticket: str
    destination: str


@dataclass(frozen=True, slots=True)
class CredentialSubmitted:
    """A complete 照合番号B or PIN, digits only. ``text`` is a secret: used once, never kept or shown."""

    kind: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaperToggled:
    """A kind of paper was ticked or unticked."""

    kind: str


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """A paper as shown: its number, whole or the end of it, and its expiry (``R9.4.3``), both as typed."""

    kind: str
    number: str
    expires: str


@dataclass(frozen=True, slots=True)
class AgentEntry:
    """An agent's name and address, and the day on his 委任状 (``R8.10.30``), all as typed."""

    name: str
    address: str
    mandate_date: str


@dataclass(frozen=True, slots=True)
class OriginalToggled:
    """The original of the 委任状 was seen, or not after all."""


@dataclass(frozen=True, slots=True)
class PapersSubmitted:
    """What the visitor said, as typed (``S60.4.3`` and the like), and the papers ticked.

    ``agent`` where an agent stands here; what is said is then of the person who gave the 委任状.
    """

    name_kana: str
    birth_date: str
    papers: tuple[PaperEntry, ...]
    agent: AgentEntry | None = None


@dataclass(frozen=True, slots=True)
class ResidentChosen:
    """A person was chosen from the hits."""

    resident_id: str


@dataclass(frozen=True, slots=True)
class SpokenToggled:
    """An attribute that the visitor said aloud (``SpokenAttribute`` value)."""

    code: str


@dataclass(frozen=True, slots=True)
class ScopeChosen:
    """A ``Scope`` value."""

    scope: str


@dataclass(frozen=True, slots=True)
class PersonToggled:
    """A member of the household was put on the page or taken off."""

    resident_id: str


@dataclass(frozen=True, slots=True)
class ItemToggled:
    """An ``Item`` value."""

    code: str


@dataclass(frozen=True, slots=True)
class CopiesChanged:
    """The number of copies now wanted, 1–9."""

    copies: int


@dataclass(frozen=True, slots=True)
class PreviewHeld:
    """F9 went down (True) or up (False)."""

    held: bool


@dataclass(frozen=True, slots=True)
class SignatureToggled:
    """The signature on the form was seen, or not after all."""


@dataclass(frozen=True, slots=True)
class FormSubmitted:
    """Enter at the form; ``paper_number`` as typed, empty where the printed form is used."""

    paper_number: str


@dataclass(frozen=True, slots=True)
class ScanSubmitted:
    """A line from the barcode reader, as it came."""

    text: str


@dataclass(frozen=True, slots=True)
class PaymentMethodChosen:
    """A ``PaymentMethod`` value."""

    method: str


@dataclass(frozen=True, slots=True)
class ReceivedChanged:
    """Yen received so far; None while the field is empty."""

    received: int | None


@dataclass(frozen=True, slots=True)
class HandOverTicked:
    """``name_stated`` or ``sheets_counted``."""

    code: str


@dataclass(frozen=True, slots=True)
class SheetAnswered:
    """Whether a sheet whose fate is unknown came out of the printer."""

    number: str
    came_out: bool


@dataclass(frozen=True, slots=True)
class SpoilSheetToggled:
    """A sheet was marked as spoiled, or not after all."""

    number: str


@dataclass(frozen=True, slots=True)
class SpoilReasonChosen:
    """A ``SpoilReason`` value."""

    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawalChosen:
    """A ``WithdrawalReason`` value."""

    reason: str


@dataclass(frozen=True, slots=True)
class PracticeCardPut:
    """Training: put this persona's card on the reader."""

    persona_id: str


@dataclass(frozen=True, slots=True)
class PracticeCardTaken:
    """Training: take the card off the reader."""


@dataclass(frozen=True, slots=True)
class PracticeSheetScanned:
    """Training: scan the next printed sheet, or one that does not belong to this issue."""

    other: bool = False


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """The end of this sheet, from 0, came into sight."""

    sheet: int


@dataclass(frozen=True, slots=True)
class SheetTurned:
    """The next sheet is wanted (1), or the one before (-1)."""

    change: int


@dataclass(frozen=True, slots=True)
class ReturnReasonChosen:
    """A ``ReturnReason`` value."""

    reason: str


Intent = (
    PrimaryPressed
    | BackPressed
    | ActionPressed
    | CaseSelected
    | PurposeChosen
    | RequesterChosen
    | ReceptionSubmitted
    | CredentialSubmitted
    | PaperToggled
    | PapersSubmitted
    | OriginalToggled
    | ResidentChosen
    | SpokenToggled
    | ScopeChosen
    | PersonToggled
    | ItemToggled
    | CopiesChanged
    | PreviewHeld
    | SignatureToggled
    | FormSubmitted
    | ScanSubmitted
    | PaymentMethodChosen
    | ReceivedChanged
    | HandOverTicked
    | SheetAnswered
    | SpoilSheetToggled
    | SpoilReasonChosen
    | WithdrawalChosen
    | TakingSubmitted
    | DeliveryChosen
    | PracticeCardPut
    | PracticeCardTaken
    | PracticeSheetScanned
    | SheetSeen
    | SheetTurned
    | ReturnReasonChosen
)

"""The middle of the screen: one value per question. Codes are the string values of the domain's enums."""

from __future__ import annotations

from dataclasses import dataclass, field

from ui.view_models.approval import ApprovalBody
from ui.view_models.approver import ExamineBody, QueueBody, ReturnBody
from ui.view_models.deferring import DeferredBody, TakingBody
from ui.view_models.sign_in import SignInBody


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A numbered choice from the town's pack: ``code`` goes back, ``label`` is shown."""

    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A numbered box. ``code`` is worded by the view."""

    code: str
    ticked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """A page as raster: ``rgba`` is width * height * 4 bytes, rows from the top."""

    width: int
    height: int
    rgba: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A sheet, ``index`` of ``total`` (from 1).

    ``state`` is a ``SheetState`` value, ``printing`` or ``unknown``.
    ``marked``: chosen for spoiling, or answered; ``answer`` is ``yes``, ``no`` or empty.
    """

    number: str
    index: int
    total: int
    state: str
    marked: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionBody:
    """What for, who asks, where it goes, ticket number. At most nine purposes, ticked by digit.

    ``requesters`` are ``RequesterKind`` values, chosen by letter; ``OWN`` stands for the person himself and
    his household, who are told apart later by who is on the page.
    """

    purposes: tuple[Choice, ...]
    chosen: str = ""
    requesters: tuple[str, ...] = ()
    requester: str = ""
    ticket: str = ""
    destination: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardBody:
    """``phase``: ``place``, ``looking``, ``reading``, ``finding`` (in the register) or ``remove``."""

    phase: str = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialBody:
    """``kind`` is a ``CredentialKind`` value: ``code_b`` is three boxes of 6, 4 and 4 digits, PINs four dots.

    ``tries_left`` None: not known.
    """

    kind: str
    tries_left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A kind of paper (``PaperKind`` value), and of one shown what was typed when Enter was pressed last.

    ``numbered``, ``must_expire``: its number, its expiry must be recorded. ``fault`` is what stops it:
    ``number``, ``expires``, ``expires_unreadable`` or ``expired``; empty where nothing does.
    """

    code: str
    ticked: bool = False
    numbered: bool = True
    must_expire: bool = False
    number: str = ""
    expires: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentFields:
    """An agent at the counter: his name and address as his papers have them, and the day on the 委任状.

    All as typed. ``original_seen``: the clerk holds the original. ``fault`` is what stops it:
    ``mandate_date``, ``mandate_later`` (a day to come) or ``original``; empty where nothing does.
    """

    name: str = ""
    address: str = ""
    mandate_date: str = ""
    original_seen: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersBody:
    """Without a card: what the visitor says and the papers shown. ``birth_fault``: it is no birth date.

    With ``agent``, kana and birth date are those of the person who gave the 委任状, the papers the agent's.
    """

    papers: tuple[PaperRow, ...]
    name_kana: str = ""
    birth_date: str = ""
    birth_fault: bool = False
    agent: AgentFields | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentRow:
    """A hit of the search; where ``concealed`` only that there is one (照会制限)."""

    resident_id: str
    name: str
    birth: str
    address: str
    head_name: str
    concealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentListBody:
    """More than one person, or one to be confirmed, was found."""

    rows: tuple[ResidentRow, ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareRow:
    """One attribute (``name``, ``birth_date``, ``address``, ``sex``) as the card and the register say it.

    ``note`` explains a difference: ``substitute_character`` (values: card's, register's character),
    ``spacing``, ``notation``, ``latin``, ``moved``, ``other``; empty where nothing is to be said.
    """

    attribute: str
    card: str
    register: str
    differs: bool = False
    note: str = ""
    note_values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareBody:
    """Card (or what was said, ``source`` = ``papers``) beside the register. ``as_of``: time of day, 10:42.

    ``agent_name``, ``agent_address``: an agent stands here; the rows and what is said are of the person who
    gave him the 委任状. ``signature`` is a ``FaceSignature`` value; ``revocation``: ``good``, ``revoked`` or
    ``unchecked``. ``photo_png`` may be empty.
    """

    rows: tuple[CompareRow, ...]
    spoken: tuple[Tick, ...]
    as_of: str
    source: str = "card"
    signature: str = ""
    revocation: str = "unchecked"
    agent_name: str = ""
    agent_address: str = ""
    photo_png: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A member of the household; ``held`` shows 発行を保留, ``concealed`` 照会制限 instead of the name."""

    resident_id: str
    name: str
    relationship: str
    birth: str
    included: bool
    held: bool = False
    concealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonsBody:
    """Who will be on the page. ``scopes`` are the ``Scope`` values offered, ticked by the digits 1–3.

    ``choosing``: rows may be ticked (世帯の一部, 個人票). Letters A–I tick the rows (nine persons).
    """

    scopes: tuple[str, ...]
    scope: str
    rows: tuple[PersonRow, ...]
    choosing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsBody:
    """Sensitive items, omitted unless ticked by digit; copies 1–9; the sheets of a copy while F9 is held.

    ``without_numbers``: 個人番号 and 住民票コード are not offered to this visitor.
    """

    items: tuple[Tick, ...]
    copies: int
    without_numbers: bool = False
    preview: tuple[PageImage, ...] = ()
    preview_held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBody:
    """The filled form beside its data.

    ``form``: ``""``, ``printing``, ``unprinted`` (it may not have come out, and is asked for again),
    ``printed`` or ``paper``. ``number`` is the printed form's; a paper form's number is typed.
    ``for_name``: the person who gave the 委任状, where an agent asks; name and address are the agent's
    then, and ``birth`` is empty.
    """

    requester_name: str
    birth: str
    address: str
    scope: str
    persons: tuple[str, ...]
    items: tuple[str, ...]
    copies: int
    purpose: str
    form: str = ""
    number: str = ""
    signature_seen: bool = False
    for_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One rule of the trace (``Rule`` value) and its ``Outcome`` value."""

    rule: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckBody:
    """The rules in words. ``outcome`` of the whole, empty while the gateway is asked."""

    rows: tuple[RuleRow, ...]
    outcome: str = ""
    issued_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBody:
    """The request was recorded as held; neutral words that may be said aloud. No reason, ever."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueBody:
    """The pages with the seal box empty, then the job sheet by sheet.

    ``phase``: ``preparing``, ``ready``, ``printing``, ``printed``. ``printer`` is a code for the words
    beside the pages: ``idle``, ``busy``, ``jammed``, ``empty``, ``stopped``, ``door_open``, ``absent``.
    """

    phase: str
    pages: tuple[PageImage, ...] = ()
    sheets: tuple[SheetRow, ...] = ()
    printer: str = "idle"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollateBody:
    """A row per sheet turning green. ``wrong`` is a ``FailureCode`` value and turns the middle red."""

    sheets: tuple[SheetRow, ...]
    wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentBody:
    """Yen. ``change`` negative or None: not enough yet. ``method`` is a ``PaymentMethod`` value."""

    amount: int
    method: str = "cash"
    received: int | None = None
    change: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverBody:
    """The name the visitor must state, and what he is given. Ticks: ``name_stated``, ``sheets_counted``.

    ``by_agent``: the visitor is an agent, and the name his own.
    """

    name: str
    scope: str
    copies: int
    sheets: int
    ticks: tuple[Tick, ...]
    by_agent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedBody:
    """No case is open, or one was just closed.

    ``outcome``: ``handed_over``, ``withdrawn``, ``held``, ``parked``, ``other_clerk`` (not this clerk's),
    ``unreadable`` (a case from before is lost to this PC), ``deferred`` (taken; the slip's number),
    ``settled`` (taken earlier, and now a case) or empty.
    """

    number: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UncertainPrintBody:
    """Did each sheet come out? Digit 1 yes, 2 no, for the sheet ``current`` (its number)."""

    sheets: tuple[SheetRow, ...]
    current: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpoilBody:
    """Which sheets are spoiled (letters A–I) and why (digits; ``SpoilReason`` values)."""

    sheets: tuple[SheetRow, ...]
    reasons: tuple[str, ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawBody:
    """Why a request is withdrawn (digits; ``WithdrawalReason`` values). Nothing happens without a reason."""

    reasons: tuple[str, ...]
    chosen: str = ""


Body = (
    SignInBody
    | ReceptionBody
    | CardBody
    | CredentialBody
    | PapersBody
    | ResidentListBody
    | CompareBody
    | PersonsBody
    | ItemsBody
    | FormBody
    | CheckBody
    | HeldBody
    | IssueBody
    | CollateBody
    | PaymentBody
    | HandOverBody
    | ClosedBody
    | UncertainPrintBody
    | SpoilBody
    | TakingBody
    | DeferredBody
    | WithdrawBody
    | ApprovalBody
    | QueueBody
    | ExamineBody
    | ReturnBody
)

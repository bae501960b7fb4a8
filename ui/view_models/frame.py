"""What stands around the work on every screen: top bar, cases, steps, this case, buttons, trouble."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.view_models.approver import QueueRow
    from ui.view_models.bodies import Body


class Tone(StrEnum):
    """How a word is coloured; the word says it, the colour only repeats it."""

    GOOD = "good"
    ATTENTION = "attention"
    STOP = "stop"
    QUIET = "quiet"


class Mode(StrEnum):
    """What the counter can do now (knowledge/domain.md 5.3)."""

    NORMAL = "normal"
    SLOW = "slow"
    PARTIAL = "partial"
    CORE_DOWN = "core_down"
    LINE_DOWN = "line_down"
    RECOVERY = "recovery"


class Device(StrEnum):
    """What has a chip in the top bar."""

    CARD = "card"
    PRINTER = "printer"
    PAPER = "paper"
    UNSENT = "unsent"
    APPROVALS = "approvals"


class Step(StrEnum):
    """The steps of a case in the order of the track; the form comes after the choice it prints.

    ``APPROVAL`` is on the track only where the case needs one.
    """

    RECEPTION = "reception"
    IDENTITY = "identity"
    PERSONS = "persons"
    ITEMS = "items"
    FORM = "form"
    CHECK = "check"
    APPROVAL = "approval"
    ISSUE = "issue"
    COLLATE = "collate"
    PAYMENT = "payment"
    HAND_OVER = "hand_over"


class Action(StrEnum):
    """What the buttons at the left of the bottom bar (and their keys) ask for."""

    BACK = "back"
    NEW_CASE = "new_case"
    PRINT_FORM = "print_form"
    VISITOR_PIN = "visitor_pin"
    CODE_B = "code_b"
    WITHOUT_CARD = "without_card"
    WITH_CARD = "with_card"
    PARK = "park"
    RESUME = "resume"
    SPOIL = "spoil"
    WITHDRAW = "withdraw"
    CANCEL_PRINT = "cancel_print"
    END_UNRECORDED = "end_unrecorded"
    PREVIEW = "preview"
    TAKE_REQUEST = "take_request"
    PRINT_SLIP = "print_slip"
    RECALL = "recall"
    SIGN_OUT = "sign_out"
    NEXT_REQUEST = "next_request"
    EXERCISE = "exercise"
    TO_LIST = "to_list"
    GIVE_BACK = "give_back"


class Primary(StrEnum):
    """What the blue button does; its label names the next step."""

    SIGN_IN = "sign_in"
    NEW_CASE = "new_case"
    TO_IDENTITY = "to_identity"
    READ_CARD = "read_card"
    LAST_TRY = "last_try"
    FIND = "find"
    CHOOSE_RESIDENT = "choose_resident"
    TO_PERSONS = "to_persons"
    TO_ITEMS = "to_items"
    TO_FORM = "to_form"
    TO_CHECK = "to_check"
    TO_ISSUE = "to_issue"
    ASK_APPROVAL = "ask_approval"
    AWAIT_APPROVAL = "await_approval"
    MEND = "mend"
    RECORD_HELD = "record_held"
    TO_TAKING = "to_taking"
    TAKE = "take"
    NEXT_VISITOR = "next_visitor"
    PRINT = "print"
    TO_COLLATE = "to_collate"
    TO_PAYMENT = "to_payment"
    TO_HAND_OVER = "to_hand_over"
    HAND_OVER = "hand_over"
    RECORD_ANSWERS = "record_answers"
    RECORD_SPOILED = "record_spoiled"
    RECORD_WITHDRAWN = "record_withdrawn"
    RETRY = "retry"
    CLOSE = "close"
    EXAMINE = "examine"
    TO_SIGN = "to_sign"
    SIGN = "sign"
    GIVE_BACK = "give_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A device in words. ``state`` is a code such as ``read`` or ``jammed``; ``count`` sheets or records."""

    device: Device
    state: str
    tone: Tone
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopBar:
    """``counter`` is the window's number; ``now`` the gateway's date and time as on paper.

    ``role`` is a role code (``CLERK`` …). All personal fields are empty before sign-in. ``approving``:
    this is an approver's window, not a counter.
    """

    town: str
    office: str
    counter: int
    mode: Mode
    chips: tuple[Chip, ...]
    clerk: str
    role: str
    now: str
    training: bool = False
    approving: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """Shown only when the mode is not normal; ``as_of`` is a time as on paper, or empty."""

    mode: Mode
    tone: Tone
    as_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """An open case: a number, never a name. ``scope`` may be empty; ``waiting`` in whole seconds.

    ``state`` is a step value, or ``parked``, ``held``, ``returned``, ``printing``, ``uncertain``.
    ``news``: what became of its approval while the case was not on the screen: ``approved``, ``returned`` or
    ``trouble``.
    """

    case_id: str
    number: str
    scope: str
    copies: int
    state: str
    waiting: int
    selected: bool
    slip: str = ""
    news: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Today's sheets and requests, as this program saw them happen since ``since`` (``08:30``) on ``day``.

    What happened before it was opened it does not know, and does not count as nothing. Empty: not known yet.
    """

    day: str = ""
    since: str = ""
    handed_over: int = 0
    spoiled: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """The seven lines of this case; an empty value is not known yet.

    ``requester`` is a ``RequesterKind`` value, ``OWN`` while the person and the household are not told apart.
    ``agent`` is the name of the agent who asks, empty otherwise.
    ``method`` is ``IdentityClaim.method``; ``items`` are those that will be printed, None while open;
    ``sheets`` is counted once the page is made; ``purpose`` is the pack's label; ``fee`` in yen.
    ``slip``: the number of a request taken while the line was down, with its ``DeliveryWay``,
    contact and the name as said then.
    """

    number: str
    requester: str = ""
    agent: str = ""
    method: str = ""
    scope: str = ""
    items: tuple[str, ...] | None = None
    copies: int = 0
    sheets: int = 0
    purpose: str = ""
    fee: int | None = None
    slip: str = ""
    delivery: str = ""
    contact: str = ""
    name_said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionButton:
    """A button with a function key; absent ones are not on the screen."""

    action: Action
    enabled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PrimaryButton:
    """The one blue button. ``working`` greys it and says that the program is at work."""

    label: Primary
    enabled: bool = True
    working: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BottomBar:
    """Buttons from left to right, and the blue one (absent where only a device can go on)."""

    buttons: tuple[ActionButton, ...]
    primary: PrimaryButton | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A failure as part of the page. ``code`` is a ``FailureCode`` value; ``facts`` fill its sentences."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """A practice card of the training mode; ``name`` belongs to the fictitious town.

    ``credentials``: what opens the card, digits by ``CredentialKind`` value, grouped as read aloud.
    """

    persona_id: str
    name: str
    credentials: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseStrip:
    """The training mode's strip (F12 opens and closes it): a digit puts a card there, 0 takes it away.

    While it is open it has the focus and the digits, so close it again after each use.
    ``on_reader`` is the persona whose card lies there, empty if none. ``sheets``: 8 scans the next printed
    sheet, 9 one that does not belong here; so there are at most seven cards.
    """

    personas: tuple[Persona, ...]
    on_reader: str = ""
    sheets: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenModel:
    """One whole screen. ``step`` None: no case is open, and neither track nor summary is shown.

    The body's fields keep what is being typed while ``case_id``, the body's type and ``attempt`` stay
    the same; raise ``attempt`` to empty them (after a wrong code, for instance).
    ``exercise_hint``, training only: what its strip is good for here, ``card``, ``take_card`` or ``sheet``,
    or ``code_b`` or ``pin`` of the practice card that lies there, told in ``exercise_fact``.
    ``with_approval``: this case needs one, so the track has that step.
    ``queue``: an approver's window, where it stands in the place of the cases.
    """

    top: TopBar
    bottom: BottomBar
    body: Body
    banner: Banner | None = None
    cases: tuple[CaseRow, ...] = ()
    counts: Counts = Counts()
    case_id: str = ""
    step: Step | None = None
    with_approval: bool = False
    summary: CaseSummary | None = None
    trouble: Trouble | None = None
    exercise: ExerciseStrip | None = None
    exercise_hint: str = ""
    exercise_fact: str = field(default="", repr=False)
    attempt: int = 0
    queue: tuple[QueueRow, ...] | None = None

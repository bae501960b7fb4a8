"""The steps of a scenario, one class for each ``do``; ``docs/scenarios.md`` explains them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

PersonaAttribute = Literal[
    "name", "name_kana", "address", "birth_date", "code_b", "text_pin", "auth_pin", "sign_pin"
]
Seconds = Annotated[float, Field(gt=0, le=120)]
FileName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")]
PartName = Literal["counter", "gateway", "printer", "pcscd"]


class Strict(BaseModel):
    """Exactly these keys, exactly these types; a value, once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Step(Strict):
    """What every step may have: a ``name`` by which a fault can point at it, and the ``pc`` it happens at.

    Empty is the counter; the others are those of ``[[pcs]]``.
    """

    name: str = ""
    pc: str = ""


class Start(Step):
    """Start a program and wait for its window; or ``what`` was killed, on the same data and ports."""

    do: Literal["start"]
    what: PartName = "counter"
    profile: FileName = "counter-1"


class Kill(Step):
    """Kill a process without warning (SIGKILL): a program, the gateway, the printer, the card service."""

    do: Literal["kill"]
    what: PartName


class CutLine(Step):
    """Cut the line between the counter and the gateway: what is open ends, what is new is refused."""

    do: Literal["cut_line"]


class MendLine(Step):
    """Mend the line, ``after`` seconds from its cut at the earliest."""

    do: Literal["mend_line"]
    after: Annotated[float, Field(ge=0, le=600)] = 0.0


class SwallowAnswer(Step):
    """Let the next request of the counter through and lose its answer."""

    do: Literal["swallow_answer"]


class WaitSwallowed(Step):
    """Wait until the gateway has given the answer that was lost."""

    do: Literal["wait_swallowed"]
    within: Seconds = 15.0


class SignIn(Step):
    """Ask for the sign-in by ``key``, then answer it as ``user`` on the issuer's page."""

    do: Literal["sign_in"]
    user: str
    key: str = "Return"


class ChangeWire(Step):
    """Change one byte of a request of the counter or of its answer, once ``after`` others have passed."""

    do: Literal["change_wire"]
    of: Literal["request", "answer"]
    after: Annotated[int, Field(ge=0)] = 0


class WaitChanged(Step):
    """Wait until that byte was changed."""

    do: Literal["wait_changed"]
    within: Seconds = 15.0


class RefusedCall(Step):
    """Try, past every window and as ``user``, what the last approval is about; it must be refused.

    To read, give or return that approval; or to have its page released for the printer, or another page.
    """

    do: Literal["refused_call"]
    user: str
    ask: Literal["record", "approve", "return", "release", "release_other_page"]
    failure: str


class ChangeByte(Step):
    """Change one character of the last approval in the ledger, behind the gateway's back.

    Of the page it names, of the flags it was given under, or of its statement. ``signed_page``: of the page
    that the statement names, signed anew and validly, as whoever had the whole ledger in his hands could.
    """

    do: Literal["change_byte"]
    of: Literal["p0_sha256", "restriction_version", "statement", "signed_page"]


class TapCard(Step):
    """Put the card of ``persona`` on the reader."""

    do: Literal["tap_card"]
    persona: str


class RemoveCard(Step):
    """Take the card off the reader."""

    do: Literal["remove_card"]


class Keys(Step):
    """Press keys one after another, by their X names (``F2``, ``Return``, ``alt+n``)."""

    do: Literal["keys"]
    keys: Annotated[list[str], Field(min_length=1)]


class Type(Step):
    """Type ``text``, or what the paper or the head of the persona ``of`` holds (``what``); then ``then``.

    ``by_hand``: as slowly as a person; some fields take no line typed as fast as a barcode reader does.
    """

    do: Literal["type"]
    by_hand: bool = False
    text: str = ""
    of: str = ""
    what: PersonaAttribute | None = None
    then: list[str] = []

    @model_validator(mode="after")
    def _one_source(self) -> Type:
        if bool(self.text) == bool(self.of) or bool(self.of) != bool(self.what):
            raise ValueError("either text, or of and what")
        return self


class WaitState(Step):
    """Wait until the program says that it has reached ``state`` (and shows ``screen``, if named).

    ``case``: only of that one, by order of opening; 0 for whichever. ``says``: keys the same line must have.
    """

    do: Literal["wait_state"]
    state: str
    case: Annotated[int, Field(ge=0)] = 0
    screen: str = ""
    says: dict[str, bool | int | str | list[str] | list[int]] = Field(default_factory=dict)
    within: Seconds = 15.0


class Screenshot(Step):
    """Keep a picture of the whole display as ``file``.png once it has come to rest."""

    do: Literal["screenshot"]
    file: FileName


class Printer(Step):
    """Put the printer into a mode: ok, jam, empty, door, abort, or abort_one (that job, then ok)."""

    do: Literal["printer"]
    mode: Literal["ok", "jam", "empty", "door", "abort", "abort_one"]


class CardFault(Step):
    """Tell the card to misbehave, in the words of the card process."""

    do: Literal["card_fault"]
    command: str


class ScanSheets(Step):
    """Scan the sheets that the printer gave out, all in order or those of ``order`` (1 is the first)."""

    do: Literal["scan_sheets"]
    order: list[Annotated[int, Field(ge=1)]] = []


class Expect(Step):
    """What must be true at this point: a ``failure`` shown since the last input, or a count of ``sheets``."""

    do: Literal["expect"]
    failure: str = ""
    sheets: int | None = None
    within: Seconds = 10.0


AnyStep = Annotated[
    Start
    | Kill
    | CutLine
    | MendLine
    | SwallowAnswer
    | WaitSwallowed
    | ChangeWire
    | WaitChanged
    | RefusedCall
    | ChangeByte
    | SignIn
    | TapCard
    | RemoveCard
    | Keys
    | Type
    | WaitState
    | Screenshot
    | Printer
    | CardFault
    | ScanSheets
    | Expect,
    Field(discriminator="do"),
]

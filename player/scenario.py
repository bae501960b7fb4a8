"""A scenario: what to do at the counter, step by step, and what must be true at the end.

``resources/schemas/scenario.schema.json`` is made from these classes (a test keeps them equal), and
``docs/scenarios.md`` explains them to the town's own people. A file may say ``extends = "other.toml"`` to
take over another's steps, which is how each faulty twin differs from its scenario by one ``[fault]``.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

PersonaAttribute = Literal[
    "name", "name_kana", "address", "birth_date", "code_b", "text_pin", "auth_pin", "sign_pin"
]
Seconds = Annotated[float, Field(gt=0, le=120)]
FileName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")]


class ScenarioInvalid(Exception):
    """The file is no scenario; the message lists every wrong key."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Step(_Strict):
    """What every step may have: a ``name`` by which a fault can point at it."""

    name: str = ""


class Start(Step):
    """Start the counter on the display and wait until it asks for a sign-in."""

    do: Literal["start"]
    profile: FileName = "counter-1"


class SignIn(Step):
    """Ask for the sign-in by ``key``, then answer it as ``user`` on the issuer's page."""

    do: Literal["sign_in"]
    user: str
    key: str = "Return"


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
    """Type ``text``, or what the paper or the head of the persona ``of`` holds (``what``); then ``then``."""

    do: Literal["type"]
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
    """Wait until the program says that it has reached ``state`` (and shows ``screen``, if named)."""

    do: Literal["wait_state"]
    state: str
    screen: str = ""
    within: Seconds = 15.0


class Screenshot(Step):
    """Keep a picture of the whole display as ``file``.png once it has come to rest."""

    do: Literal["screenshot"]
    file: FileName


class Printer(Step):
    """Put the printer into a mode: ok, jam, empty, door or abort."""

    do: Literal["printer"]
    mode: Literal["ok", "jam", "empty", "door", "abort"]


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


class End(_Strict):
    """What must be true when the last step is done. ``case`` says of which one, in order of opening."""

    outcome: str = "handed_over"
    case: Annotated[int, Field(ge=1)] = 1
    sheets: Annotated[int, Field(ge=0)]
    sheet_state: str = "handed_over"
    ledger_agrees: bool = True
    copy_is_equal: bool = True
    certificate: str = ""
    pdf_contains: list[str] = []
    pdf_lacks: list[str] = []
    card_was_read: bool = False
    screenshots: Annotated[int, Field(ge=0)] = 0
    failures: list[str] = []


class Fault(_Strict):
    """One planted fault, and the key of what must break by it (as ``broken[].what`` in the report).

    ``change_byte`` alters the printer's copy before it is compared; ``skip_step`` leaves out the step called
    ``step``; ``skip_sheet`` never scans ``sheet``; ``wrong_secret`` types another digit at ``step``;
    ``expect_text`` demands ``text`` on the page, which is not there.
    """

    kind: Literal["change_byte", "skip_step", "skip_sheet", "wrong_secret", "expect_text"]
    breaks: str
    step: str = ""
    sheet: int = 0
    text: str = ""


class Scenario(_Strict):
    """A whole scenario. ``window`` is the size of the display in pixels."""

    title: str
    window: tuple[int, int] = (1366, 768)
    steps: Annotated[list[AnyStep], Field(min_length=1)]
    end: End
    fault: Fault | None = None

    @model_validator(mode="after")
    def _fault_points_at_a_step(self) -> Scenario:
        named = {step.name for step in self.steps}
        if self.fault and self.fault.step and self.fault.step not in named:
            raise ValueError(f"the fault names no step: {self.fault.step}")
        return self

    @property
    def personas(self) -> frozenset[str]:
        """Everybody whose card or data the scenario uses."""
        used = {step.persona for step in self.steps if isinstance(step, TapCard)}
        used |= {step.of for step in self.steps if isinstance(step, Type) and step.of}
        return frozenset(used)


def load(path: Path) -> Scenario:
    """Read a scenario file; raises ScenarioInvalid with every wrong key, OSError if it cannot be read."""
    try:
        return Scenario.model_validate_json(_as_json(_merged(path)))
    except tomllib.TOMLDecodeError as error:
        raise ScenarioInvalid(f"{path.name}: {error}") from error
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
        raise ScenarioInvalid(f"{path.name}:\n  " + "\n  ".join(wrong)) from error


def _merged(path: Path) -> dict[str, Any]:
    own = tomllib.loads(path.read_text(encoding="utf-8"))
    base = own.pop("extends", None)
    return own if base is None else _merged(path.with_name(str(base))) | own


def _as_json(value: dict[str, Any]) -> bytes:
    """JSON text: strict validation takes arrays for tuples from JSON only."""
    return json.dumps(value, ensure_ascii=False).encode()

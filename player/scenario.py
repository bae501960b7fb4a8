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

from pydantic import Field, ValidationError, model_validator

from player.steps import (
    AnyStep,
    ChangeWire,
    CutLine,
    FileName,
    MendLine,
    Seconds,
    Strict,
    SwallowAnswer,
    TapCard,
    Type,
    WaitChanged,
    WaitSwallowed,
)


class ScenarioInvalid(Exception):
    """The file is no scenario; the message lists every wrong key."""


class CaseEnd(Strict):
    """What the books must say of one case: the gateway's ledger, and the sheets that the printer gave out.

    ``case`` counts by order of opening. ``sheets``: how many of its numbers are in which state. ``on_paper``:
    how many of its sheets came out. ``paid``: yen booked. ``approvals``: every one that was asked for, in
    order, each as its state and, once decided, the account that decided (``approved sato``).
    """

    case: Annotated[int, Field(ge=1)]
    outcome: str = "handed_over"
    sheets: dict[str, int] = Field(default_factory=dict)
    on_paper: Annotated[int, Field(ge=0)]
    paid: Annotated[int, Field(ge=0)] = 0
    approvals: list[str] = Field(default_factory=list)


class End(Strict):
    """What must be true when the last step is done. ``case`` says of which one, in order of opening.

    Where ``cases`` are given the books are read whole: no other case may be in them, no sheet may be on paper
    twice or under two cases, and the printer's documents hold one case each.
    """

    outcome: str = "handed_over"
    case: Annotated[int, Field(ge=1)] = 1
    sheets: Annotated[int, Field(ge=0)]
    sheet_state: str = "handed_over"
    ledger_agrees: bool = True
    copy_is_equal: bool = True
    certificate: str = ""
    pdf_contains: list[str] = Field(default_factory=list)
    pdf_lacks: list[str] = Field(default_factory=list)
    card_was_read: bool = False
    screenshots: Annotated[int, Field(ge=0)] = 0
    failures: list[str] = Field(default_factory=list)
    cases: list[CaseEnd] = Field(default_factory=list)


class Fault(Strict):
    """One planted fault, and the key of what must break by it (as ``broken[].what`` in the report).

    ``change_byte`` alters the printer's copy before it is compared; ``skip_step`` leaves out the step called
    ``step``; ``skip_sheet`` never scans ``sheet``; ``wrong_secret`` types another digit at ``step``;
    ``expect_text`` demands ``text`` on the page, which is not there; ``double_sheet`` lets the last document
    come out of the printer once more; ``old_ledger`` lets a killed gateway start on the ledger it had
    before the first step. What must break is waited for no longer than ``within`` seconds.
    """

    kind: Literal[
        "change_byte",
        "skip_step",
        "skip_sheet",
        "wrong_secret",
        "expect_text",
        "double_sheet",
        "old_ledger",
    ]
    breaks: str
    step: str = ""
    sheet: int = 0
    text: str = ""
    within: Seconds = 10.0


class OtherPc(Strict):
    """Another PC of the office: a terminal of its own, with display, keyring and data directory of its own.

    ``command`` is what it runs: ``approve``, or empty for a counter. It speaks to the others only through the
    gateway.
    """

    name: FileName
    command: Literal["", "approve"] = ""
    at: str = "決裁席"


class Scenario(Strict):
    """A whole scenario. ``window``: size of every display in pixels; ``pcs`` stand beside the counter."""

    title: str
    window: tuple[int, int] = (1366, 768)
    pcs: list[OtherPc] = Field(default_factory=list)
    steps: Annotated[list[AnyStep], Field(min_length=1)]
    end: End
    fault: Fault | None = None

    @model_validator(mode="after")
    def _fault_points_at_a_step(self) -> Scenario:
        named = {step.name for step in self.steps}
        if self.fault and self.fault.step and self.fault.step not in named:
            raise ValueError(f"the fault names no step: {self.fault.step}")
        return self

    @model_validator(mode="after")
    def _every_step_is_at_a_pc(self) -> Scenario:
        unknown = {step.pc for step in self.steps} - {"", *(pc.name for pc in self.pcs)}
        if unknown:
            raise ValueError(f"no PC is called {', '.join(sorted(unknown))}")
        return self

    @property
    def uses_line(self) -> bool:
        """Whether the counter speaks to the gateway over a line that can be cut."""
        of_the_line = CutLine | MendLine | SwallowAnswer | WaitSwallowed | ChangeWire | WaitChanged
        return any(isinstance(step, of_the_line) for step in self.steps)

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

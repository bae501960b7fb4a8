"""Design tokens (デジタル庁デザインシステム 1.x) and the one stylesheet made of them and a scale factor.

A theme is a second table of colours, never a second style sheet (ui/README, Tokens).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from importlib import resources

GOTHIC = "BIZ UDPGothic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Colours by use, as ``#rrggbb``."""

    text: str
    second: str
    hint: str
    line: str
    page: str
    paper: str
    primary: str
    pressed: str
    selected: str
    done: str
    done_back: str
    attention: str
    attention_text: str
    attention_back: str
    stop: str
    stop_back: str
    ring: str
    ring_edge: str
    on_colour: str
    waiting: str
    waiting_text: str


NORMAL = Tokens(
    text="#1a1a1a",
    second="#4d4d4d",
    hint="#767676",
    line="#cccccc",
    page="#f2f2f2",
    paper="#ffffff",
    primary="#0017c1",
    pressed="#00118f",
    selected="#e8f1fe",
    done="#197a4b",
    done_back="#e6f5ec",
    attention="#927200",
    attention_text="#604b00",
    attention_back="#fbf5e0",
    stop="#ce0000",
    stop_back="#fdeeee",
    ring="#ffd43d",
    ring_edge="#000000",
    on_colour="#ffffff",
    waiting="#e6e6e6",
    waiting_text="#595959",
)

HIGH_CONTRAST = Tokens(
    text="#ffffff",
    second="#ffffff",
    hint="#e6e6e6",
    line="#ffffff",
    page="#000000",
    paper="#000000",
    primary="#9db7f9",
    pressed="#c5d7fb",
    selected="#00118f",
    done="#71c598",
    done_back="#0a2818",
    attention="#ffd43d",
    attention_text="#ffd43d",
    attention_back="#2b2200",
    stop="#ff9696",
    stop_back="#3b0000",
    ring="#ffd43d",
    ring_edge="#ffffff",
    on_colour="#000000",
    waiting="#333333",
    waiting_text="#ffffff",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A table of tokens at a scale; ``factor`` is 1.0 to 2.0."""

    tokens: Tokens = NORMAL
    factor: float = 1.0

    def __post_init__(self) -> None:
        if not 1.0 <= self.factor <= 2.0:
            raise ValueError("scale factor: 1.0 to 2.0 expected")

    def px(self, size: float) -> int:
        """A size of the drawings (logical pixels at 100 %) in pixels of this scale, at least 1."""
        return max(1, round(size * self.factor))

    def stylesheet(self) -> str:
        """The program's only style sheet: the template with sizes scaled and colours put in."""
        template = resources.files("resources").joinpath("styles/counter.qss").read_text(encoding="utf-8")
        colours = {field.name: str(getattr(self.tokens, field.name)) for field in fields(Tokens)}
        sized = re.sub(r"@(\d+)px", lambda found: f"{self.px(int(found[1]))}px", template)
        return re.sub(r"@([a-z_]+)", lambda found: colours.get(found[1], found[0]), sized)

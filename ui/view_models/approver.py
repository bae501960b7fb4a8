"""What an approver sees: the queue at left, one page beside what to compare it with, why it goes back.

Like every view model: codes, numbers and data as on paper; the view words them. Names are data and stand only
in the page that is open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.view_models.bodies import PageImage


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A line of the queue; it names nobody.

    ``counter`` is the window's number, 0 where it has none; ``scope`` a ``Scope`` value; ``trigger`` is
    ``agent``, ``my_number``, ``resident_code`` or ``identity``; ``waiting`` in whole seconds.
    """

    approval_id: str
    number: str
    counter: int
    scope: str
    trigger: str
    waiting: int
    selected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueBody:
    """No page is open. ``waiting``: how many wait, None while that is not known.

    ``outcome`` tells what became of ``number`` just now: ``approved``, ``returned``, ``kept``, ``gone``
    (taken back by its clerk, or decided by somebody else), ``overtaken`` (the record changed), or empty.
    """

    waiting: int | None
    number: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedLine:
    """One line to compare: what the record says, whether the page agrees, and the source with its time.

    ``code``: ``requester``, ``visitor``, ``persons``, ``items``, ``restriction``, ``fee``, ``form`` or
    ``earlier``. ``verdict``: ``same``, ``attention`` or ``differs``. ``kind`` is the ``RequesterKind``,
    ``IdentityMethod`` or ``Scope`` value, or the purpose as the town words it. ``codes`` are ``Item`` or
    ``PaperKind`` values, ``dates`` days as on paper (of a paper ``""`` where it bears none), ``counts`` whole
    numbers, ``at`` a time (``10:43:07``). ``marked``: to be looked at twice, though nothing differs.
    """

    code: str
    verdict: str
    kind: str = ""
    names: tuple[str, ...] = field(default=(), repr=False)
    codes: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    at: str = ""
    text: str = field(default="", repr=False)
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamineBody:
    """The page as this PC drew it from the gateway's record, beside what to compare.

    ``phase``: ``reading`` (record and page are being made), ``looking``, ``asking`` (the next Enter signs) or
    ``signing``. ``at``: which sheet of ``sheets`` is shown, from 0; ``seen``: the sheets seen to their end.
    ``digest``: both ends of the page's SHA-256. ``stop``: why it cannot be approved here, ``lines``,
    ``page`` or empty. ``large``: the page takes the whole width for a moment.
    """

    number: str
    phase: str
    page: PageImage | None = None
    at: int = 0
    sheets: int = 0
    seen: frozenset[int] = frozenset()
    digest: str = ""
    lines: tuple[ComparedLine, ...] = ()
    stop: str = ""
    large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnBody:
    """Why the case goes back to its clerk (digits; ``ReturnReason`` values). None, and it stays."""

    number: str
    reasons: tuple[str, ...]
    chosen: str = ""

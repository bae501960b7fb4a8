"""The four things said of a failure, and whom to call; English sources for ``texts_*.py``."""

from __future__ import annotations

from dataclasses import dataclass

from ui.views.marked import QT_TRANSLATE_NOOP

NOBODY = ""
SYSTEMS = QT_TRANSLATE_NOOP("Failures", "the systems staff")
SUPERVISOR = QT_TRANSLATE_NOOP("Failures", "the supervisor")
CARD_DESK = QT_TRANSLATE_NOOP("Failures", "the My Number Card desk")


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureWords:
    """What happened, why it may be, what to do now, whom to call (empty: nobody)."""

    headline: str
    cause: str
    remedy: str
    call: str

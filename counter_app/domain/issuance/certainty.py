"""Whether something irreversible happened: done, not done, or not known (design.md 3)."""

from __future__ import annotations

from enum import StrEnum


class Certainty(StrEnum):
    """What is known of an effect that failed."""

    NOT_DONE = "not_done"
    UNKNOWN = "unknown"

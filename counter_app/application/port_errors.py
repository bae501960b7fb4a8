"""What a port may raise, and nothing else.

    PortError
    ├── Unavailable   the other side is not there now; trying later may help
    ├── Refused       the answer is no; trying the same again will not help
    ├── Uncertain     it may have happened; ask, never repeat
    └── Cancelled     a person stopped it

Everything else that reaches a lane is a bug.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.failures import Failure

if TYPE_CHECKING:
    from counter_app.domain.failures import FailureCode


class PortError(Exception):
    """A failure of an adapter, with its code and the facts its sentence needs."""

    def __init__(self, code: FailureCode, **facts: str) -> None:
        super().__init__(code.value)
        self.failure = Failure(code=code, facts=facts)


class Unavailable(PortError):
    """Not there now."""


class Refused(PortError):
    """No; the same again will not help."""


class Uncertain(PortError):
    """It may have happened."""


class Cancelled(PortError):
    """A person stopped it."""

"""What the counter asks of the program around it, and of the line to the gateway."""

from __future__ import annotations

from typing import Protocol

from counter_app.domain.failures import Failure


class Outside(Protocol):
    """What the counter asks of the program around it."""

    def sign_out(self, failure: Failure | None = None) -> None:
        """The clerk leaves, every open case parked; or must sign in again, as ``failure`` says."""
        ...

    def bug(self, error: BaseException) -> None:
        """Something happened that is no port error."""
        ...


class Watch(Protocol):
    """Listens to the gateway while somebody is signed in (``EventWatch``)."""

    def tick(self) -> None:
        """Follow, if that is due. Never blocks."""
        ...

    def stop(self) -> None:
        """Follow no more; may be called twice."""
        ...

    def resume(self) -> None:
        """Somebody is signed in (again)."""
        ...

"""A provider's page that nobody sees, and a browser that only notes what it was asked to show."""

from __future__ import annotations

from counter_app.application.port_errors import Cancelled, PortError
from counter_app.domain.failures import FailureCode


class FakeAttempt:
    """Implements ``SignInAttempt``. ``error`` is what ``wait`` raises."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error
        self.cancelled = False

    @property
    def url(self) -> str:
        return "https://sign-in.town.invalid/authorize?state=secret"

    def wait(self, timeout_s: float) -> None:
        if self.cancelled:
            raise Cancelled(FailureCode.SIGN_IN_CANCELLED)
        if self.error is not None:
            raise self.error

    def cancel(self) -> None:
        self.cancelled = True


class FakeSignIn:
    """Implements ``SignIn``. ``line`` is raised by ``begin``, ``error`` by the waiting."""

    def __init__(self) -> None:
        self.line: PortError | None = None
        self.error: BaseException | None = None
        self.attempts: list[FakeAttempt] = []

    def begin(self) -> FakeAttempt:
        if self.line is not None:
            raise self.line
        self.attempts.append(FakeAttempt(self.error))
        return self.attempts[-1]

    def sign_out(self) -> None:
        self.attempts.clear()


class FakeBrowser:
    """Implements ``Browser``. ``error`` is raised instead of opening."""

    def __init__(self) -> None:
        self.error: PortError | None = None
        self.opened: list[str] = []

    def open(self, url: str) -> None:
        if self.error is not None:
            raise self.error
        self.opened.append(url)

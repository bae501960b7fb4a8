"""A sign-in without a provider: who waits is let in, refused, or cancelled, as a test says."""

from __future__ import annotations

from counter_app.application.port_errors import Cancelled, PortError, Unavailable
from counter_app.domain.failures import FailureCode

PAGE = "http://127.0.0.1:1/authorize?state=fake"


class FakeSignInAttempt:
    """Implements ``SignInAttempt``."""

    def __init__(self, owner: FakeSignIn) -> None:
        self._owner = owner
        self.cancelled = False

    @property
    def url(self) -> str:
        return PAGE

    def wait(self, timeout_s: float) -> None:
        if self.cancelled or timeout_s <= 0:
            raise Cancelled(FailureCode.SIGN_IN_CANCELLED)
        if self._owner.fault is not None:
            fault, self._owner.fault = self._owner.fault, None
            raise fault
        self._owner.signed_in = True

    def cancel(self) -> None:
        self.cancelled = True


class FakeSignIn:
    """Implements ``SignIn``. ``fault`` is raised by the next ``wait``, ``line`` by the next ``begin``."""

    def __init__(self) -> None:
        self.signed_in = False
        self.fault: PortError | KeyError | None = None
        self.line: PortError | None = None
        self.attempts: list[FakeSignInAttempt] = []
        self.hints: list[str] = []

    def begin(self, login_hint: str = "") -> FakeSignInAttempt:
        self.hints.append(login_hint)
        if self.line is not None:
            fault, self.line = self.line, None
            raise fault
        for attempt in self.attempts:
            attempt.cancel()
        self.attempts.append(FakeSignInAttempt(self))
        return self.attempts[-1]

    def sign_out(self) -> None:
        self.signed_in = False


class FakeBrowser:
    """Implements ``Browser``; ``absent``: there is none."""

    def __init__(self, *, absent: bool = False) -> None:
        self.absent = absent
        self.shown: list[str] = []

    def open(self, url: str) -> None:
        if self.absent:
            raise Unavailable(FailureCode.BROWSER_ABSENT)
        self.shown.append(url)

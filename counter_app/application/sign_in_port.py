"""The port to staff sign-in: the town's OpenID provider, in the system browser (RFC 8252).

Adapters: ``counter_app.infrastructure.api.sign_in`` and ``counter_app.infrastructure.browser``.
"""

from __future__ import annotations

from typing import Protocol


class SignInAttempt(Protocol):
    """One sign-in under way. ``url`` is the page to be opened; it carries no secret that is worth keeping."""

    @property
    def url(self) -> str:
        """The address of the provider's page."""
        ...

    def wait(self, timeout_s: float) -> None:
        """Block until the clerk is signed in; to be called once.

        Raises Cancelled(SIGN_IN_CANCELLED) after ``cancel`` or ``timeout_s`` seconds;
        Refused(SIGN_IN_REFUSED) where the provider said no or its answer is not to be trusted;
        Refused(CLOCK_WRONG) where its times and this PC's are too far apart; Unavailable
        (GATEWAY_UNREACHABLE, _SLOW, _FAULT) or Refused (GATEWAY_CERTIFICATE_WRONG,
        GATEWAY_ANSWER_MALFORMED) where the exchange failed.
        """
        ...

    def cancel(self) -> None:
        """Give up, from any thread; harmless when it is over."""
        ...


class SignIn(Protocol):
    """Signing in and out. Every call but ``sign_out`` blocks (NETWORK lane)."""

    def begin(self, login_hint: str = "") -> SignInAttempt:
        """Start an attempt; raises as ``SignInAttempt.wait`` does for the line. An older one is given up.

        ``login_hint``: the user name the provider's page may begin with (OpenID Connect Core 3.1.2.1).
        """
        ...

    def sign_out(self) -> None:
        """Forget the clerk's token; may be called twice, from any thread."""
        ...


class Browser(Protocol):
    """The browser that shows the sign-in page. Blocks shortly."""

    def open(self, url: str) -> None:
        """Show ``url``; Unavailable(BROWSER_ABSENT) if there is no browser."""
        ...

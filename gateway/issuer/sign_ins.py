"""Sign-ins on their way: the page that waits for a password, and the code that waits to be exchanged.

In memory only: a restart of the gateway ends them, and the clerk signs in again.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from gateway.clock import Clock
from gateway.counter.office import Staff

PAGE_WAITS = timedelta(minutes=10)
CODE_WAITS = timedelta(seconds=60)
MOST_WAITING = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizationRequest:
    """What a counter asked for: an authorization code bound to its verifier (RFC 7636, S256 only).

    ``terminal`` is the two-digit number of its installation file; the token will carry it.
    """

    client_id: str
    redirect_uri: str
    state: str
    nonce: str
    code_challenge: str
    terminal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """A code's meaning: who signed in, when, for which request."""

    request: AuthorizationRequest
    staff: Staff
    at: datetime


def verifies(challenge: str, verifier: str) -> bool:
    """Tell whether ``verifier`` (43–128 characters, RFC 7636 4.1) has the S256 ``challenge``."""
    if not 43 <= len(verifier) <= 128 or not verifier.isascii():
        return False
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return hmac.compare_digest(base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii"), challenge)


class SignIns:
    """The sign-ins under way. Every ticket and code works once."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._pages: dict[str, tuple[AuthorizationRequest, datetime]] = {}
        self._codes: dict[str, Granted] = {}

    def begin(self, request: AuthorizationRequest) -> str:
        """Keep ``request`` while its page is open; returns the page's ticket."""
        ticket = secrets.token_urlsafe(24)
        now = self._clock.now()
        with self._lock:
            self._pages = {key: page for key, page in self._pages.items() if now - page[1] < PAGE_WAITS}
            while len(self._pages) >= MOST_WAITING:
                self._pages.pop(next(iter(self._pages)))
            self._pages[ticket] = (request, now)
        return ticket

    def page(self, ticket: str) -> AuthorizationRequest | None:
        """Return the request of an open page; None if the page is too old or was used."""
        with self._lock:
            found = self._pages.get(ticket)
        if found is None or self._clock.now() - found[1] >= PAGE_WAITS:
            return None
        return found[0]

    def grant(self, ticket: str, staff: Staff) -> str | None:
        """Close the page and return a code of sixty seconds; None if the page was used meanwhile."""
        code = secrets.token_urlsafe(32)
        with self._lock:
            found = self._pages.pop(ticket, None)
            if found is None:
                return None
            self._codes[code] = Granted(request=found[0], staff=staff, at=self._clock.now())
        return code

    def redeem(self, code: str) -> Granted | None:
        """Return what ``code`` grants and forget it, whatever the exchange then makes of it."""
        now = self._clock.now()
        with self._lock:
            granted = self._codes.pop(code, None)
            self._codes = {key: kept for key, kept in self._codes.items() if now - kept.at < CODE_WAITS}
        return granted if granted is not None and now - granted.at < CODE_WAITS else None

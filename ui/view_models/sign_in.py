"""The page before anybody has signed in: all that the first paint shows in the middle."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInBody:
    """``phase``: ``idle``, ``browser`` (waiting for it) or ``checking``. ``url_hint`` names the page.

    ``practice``: user name and password of the training mode's own account, empty elsewhere;
    ``practice_awaited``: it is not known yet.
    """

    phase: str = "idle"
    url_hint: str = ""
    practice: tuple[str, str] = ("", "")
    practice_awaited: bool = False

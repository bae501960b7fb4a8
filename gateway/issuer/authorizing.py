"""The authorization endpoint's rules: which requests may show a sign-in page (RFC 6749, 7636, 8252, 9207)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from gateway.issuer.sign_ins import AuthorizationRequest

CLIENT_ID = "madoguchi-counter"
_REDIRECT = re.compile(r"http://127\.0\.0\.1:([1-9][0-9]{0,4})/callback")
_CHALLENGE = re.compile(r"[0-9A-Za-z_-]{43}")


@dataclass(eq=False)
class NotOurs(Exception):
    """Client or call-back are not ours: nothing may be sent there."""


@dataclass(eq=False)
class SentBack(Exception):
    """The request is wrong: ``error`` goes to its call-back."""

    redirect_uri: str
    state: str
    error: str


def is_callback(uri: str) -> bool:
    """Tell whether ``uri`` is a counter's loopback call-back, any port (RFC 8252 7.3)."""
    match = _REDIRECT.fullmatch(uri)
    return match is not None and int(match[1]) < 65_536


def read_authorization(query: Mapping[str, str]) -> AuthorizationRequest:
    """Return the request of ``query``; raises NotOurs or SentBack.

    ``terminal`` is a parameter of our own (RFC 6749 8.2); whether the town has it, the issuer's list says.
    """
    redirect_uri, state = query.get("redirect_uri", ""), query.get("state", "")
    if query.get("client_id") != CLIENT_ID or not is_callback(redirect_uri):
        raise NotOurs
    if query.get("response_type") != "code":
        raise SentBack(redirect_uri, state, "unsupported_response_type")
    if "openid" not in query.get("scope", "").split():
        raise SentBack(redirect_uri, state, "invalid_scope")
    challenge, nonce = query.get("code_challenge", ""), query.get("nonce", "")
    pkce = query.get("code_challenge_method") == "S256" and _CHALLENGE.fullmatch(challenge)
    if not pkce or not 1 <= len(state) <= 512 or not 1 <= len(nonce) <= 512:
        raise SentBack(redirect_uri, state, "invalid_request")
    return AuthorizationRequest(
        client_id=CLIENT_ID,
        redirect_uri=redirect_uri,
        state=state,
        nonce=nonce,
        code_challenge=challenge,
        terminal=query.get("terminal", ""),
    )


def callback(redirect_uri: str, state: str, issuer: str, **members: str) -> str:
    """Return the call-back's address with state, issuer (RFC 9207) and ``members``."""
    return f"{redirect_uri}?{urlencode({**members, 'state': state, 'iss': issuer})}"

"""The gateway's own account of an issue, asked for with a sign-in of one's own: nothing is the program's.

Authorization code with PKCE (RFC 7636) against the exercise issuer, then ``GET /v1/ledger/{issue_id}``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import ssl
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from player.sign_in import SignInFailed, answer_until_redirected

_SECONDS = 15.0
# Nobody listens there: the redirect is read, not followed (RFC 8252 7.3, any port of the loopback address).
_REDIRECT = "http://127.0.0.1:9/callback"


class LedgerUnread(Exception):
    """The ledger could not be read; the message says at which stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """Where the gateway and its exercise issuer are. ``ca`` is the file that vouches for the gateway."""

    gateway: str
    issuer: str
    client_id: str
    terminal: str
    ca: Path


def read(at: Counterpart, issue_id: str, username: str, password: str) -> dict[str, Any]:
    """Return the ledger's entry of ``issue_id`` as JSON; raises LedgerUnread."""
    token = sign_in(at, username, password)
    trust = ssl.create_default_context(cafile=str(at.ca))
    return _json(f"{at.gateway}/v1/ledger/{urllib.parse.quote(issue_id)}", token=token, trust=trust)


def sign_in(at: Counterpart, username: str, password: str) -> str:
    """Return an access token of one's own for the gateway; raises LedgerUnread."""
    if not at.gateway.startswith("https://"):
        raise LedgerUnread("the gateway speaks TLS only")
    try:
        return _token(at, username, password)
    except SignInFailed as error:
        raise LedgerUnread(f"sign-in: {error}") from error


def _token(at: Counterpart, username: str, password: str) -> str:
    found = _json(f"{at.issuer}/.well-known/openid-configuration")
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    state = secrets.token_urlsafe(16)
    query = {
        "response_type": "code",
        "client_id": at.client_id,
        "redirect_uri": _REDIRECT,
        "scope": "openid",
        "state": state,
        "nonce": secrets.token_urlsafe(16),
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "terminal": at.terminal,
    }
    address = f"{found['authorization_endpoint']}?{urllib.parse.urlencode(query)}"
    landed = answer_until_redirected(address, username, password, _REDIRECT)
    answered = urllib.parse.parse_qs(urllib.parse.urlsplit(landed).query)
    if answered.get("state") != [state] or "code" not in answered:
        raise LedgerUnread("the issuer gave no code for this request")
    body = {
        "grant_type": "authorization_code",
        "code": answered["code"][0],
        "redirect_uri": _REDIRECT,
        "client_id": at.client_id,
        "code_verifier": verifier,
    }
    return str(_json(found["token_endpoint"], form=body)["access_token"])


def _json(
    address: str, *, form: dict[str, str] | None = None, token: str = "", trust: ssl.SSLContext | None = None
) -> dict[str, Any]:
    parts = urllib.parse.urlsplit(address)
    if parts.scheme not in ("http", "https"):
        raise LedgerUnread(f"no web address: {parts.scheme}")
    request = urllib.request.Request(  # noqa: S310 -- the scheme was looked at above
        address,
        data=urllib.parse.urlencode(form).encode() if form else None,
        headers={"Authorization": f"Bearer {token}"} if token else {},
    )
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS, context=trust) as response:  # noqa: S310
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            raise LedgerUnread(f"{parts.path}: status {error.code}") from error
    except (urllib.error.URLError, TimeoutError, ValueError) as error:
        raise LedgerUnread(f"{parts.path}: {error}") from error
    if not isinstance(answer, dict):
        raise LedgerUnread(f"{parts.path}: no object")
    return answer

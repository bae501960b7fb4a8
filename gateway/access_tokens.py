"""Access tokens: short-lived JWTs (ES256, RFC 9068) that say who acts, in which town, at which terminal."""

from __future__ import annotations

from dataclasses import dataclass

from joserfc import jwt
from joserfc.errors import JoseError

from gateway.clock import Clock
from gateway.keys import SigningKey
from gateway.refusals import sign_in_expired

AUDIENCE = "madoguchi-gateway"
LIFETIME_SECONDS = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenSubject:
    """Whom a token names, and at which terminal (two digits) he signed in."""

    town_code: str
    staff_id: str
    terminal: str


def issue_token(key: SigningKey, clock: Clock, issuer: str, subject: TokenSubject) -> str:
    """Return an access token of one hour for ``subject``."""
    now = int(clock.now().timestamp())
    claims: dict[str, str | int] = {
        "iss": issuer,
        "sub": subject.staff_id,
        "aud": AUDIENCE,
        "iat": now,
        "exp": now + LIFETIME_SECONDS,
        "town_code": subject.town_code,
        "terminal": subject.terminal,
    }
    header = {"alg": "ES256", "kid": key.kid, "typ": "at+jwt"}
    return jwt.encode(header, dict(claims), key.private())


def read_token(token: str, key: SigningKey, clock: Clock, issuer: str) -> TokenSubject:
    """Return whom ``token`` names; 401 unless it is of this issuer, for this gateway and in time."""
    registry = jwt.JWTClaimsRegistry(
        now=int(clock.now().timestamp()),
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": AUDIENCE},
        sub={"essential": True},
        exp={"essential": True},
        town_code={"essential": True},
        terminal={"essential": True},
    )
    try:
        decoded = jwt.decode(token, key.private(), algorithms=["ES256"])
        registry.validate(decoded.claims)
    except (JoseError, ValueError) as error:
        raise sign_in_expired("the access token is not valid") from error
    if decoded.header.get("typ") != "at+jwt":
        raise sign_in_expired("not an access token")
    claims = decoded.claims
    return TokenSubject(
        town_code=str(claims["town_code"]), staff_id=str(claims["sub"]), terminal=str(claims["terminal"])
    )

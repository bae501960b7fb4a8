"""The statement of an approver: a compact JWS (RFC 7515, ES256) over the claims of one approval.

Its payload is the claims' canonical JSON, byte for byte: whatever else is signed is no statement.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from counter_app.domain.approvals import ApprovalClaims

TYPE = "approval+jws"
_ALGORITHM = "ES256"
_MOST_CHARACTERS = 4096


class StatementInvalid(ValueError):
    """The text is no statement by that key."""


def sign_statement(key: ECKey, claims: ApprovalClaims) -> str:
    """Return the statement over ``claims`` by ``key`` (P-256, private), which its header names."""
    header = {"alg": _ALGORITHM, "kid": key.thumbprint(), "typ": TYPE}
    return jws.serialize_compact(header, claims.canonical(), key, algorithms=[_ALGORITHM])


def _is_base64url(text: str) -> bool:
    """Tell whether ``text`` is base64url as RFC 7515 writes it; each value can be written in one way only."""
    try:
        decoded = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return False
    return base64.urlsafe_b64encode(decoded).rstrip(b"=").decode("ascii") == text


def read_statement(statement: str, jwk: Mapping[str, str]) -> ApprovalClaims:
    """Return what ``statement`` says, once its signature is verified under ``jwk`` (public, P-256).

    Raises StatementInvalid for anything that is not exactly that.
    """
    if len(statement) > _MOST_CHARACTERS or not all(_is_base64url(part) for part in statement.split(".")):
        raise StatementInvalid("not a compact JWS")
    if (jwk.get("kty"), jwk.get("crv")) != ("EC", "P-256"):
        raise StatementInvalid("not by a key of approvers")
    try:
        key = ECKey.import_key({name: jwk[name] for name in ("kty", "crv", "x", "y")})
        signed = jws.deserialize_compact(statement, key, algorithms=[_ALGORITHM])
        found = json.loads(signed.payload)
        claims = ApprovalClaims(**found)
        same = claims.canonical() == signed.payload
    except (JoseError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise StatementInvalid("not verified") from error
    expected = {"alg": _ALGORITHM, "kid": key.thumbprint(), "typ": TYPE}
    texts = all(isinstance(value, str) for value in found.values())
    if signed.headers() != expected or not same or not texts:
        raise StatementInvalid("not of this form")
    return claims

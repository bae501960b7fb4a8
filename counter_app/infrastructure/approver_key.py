"""The approver's own signing key (P-256): made on his PC at its first use, kept in the keyring, never sent.

Design.md 6: nobody else can approve in his name, the gateway included. Its name is the RFC 7638 thumbprint.
"""

from __future__ import annotations

import json

import structlog
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from counter_app.application.port_errors import Unavailable
from counter_app.application.store_port import SecretStore
from counter_app.domain.approvals import ApprovalClaims
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.approval_statement import sign_statement

_CURVE = "P-256"


def _name(staff_id: str) -> str:
    return f"approver-key-{staff_id}"


class ApproverKey:
    """One approver's key on this PC."""

    def __init__(self, key: ECKey) -> None:
        self._key = key

    def public_jwk(self) -> dict[str, str]:
        """Return the public half as the gateway records it."""
        found = self._key.as_dict(private=False)
        named = {name: str(found[name]) for name in ("kty", "crv", "x", "y")}
        return {**named, "kid": self._key.thumbprint(), "alg": "ES256", "use": "sig"}

    def sign(self, claims: ApprovalClaims) -> str:
        """Return the statement over ``claims``; another one each time, ES256 being random."""
        return sign_statement(self._key, claims)


def _read(kept: str) -> ECKey | None:
    """Return the key that was kept; None if that is none which can sign."""
    try:
        found = json.loads(kept)
        key = ECKey.import_key(found)
        usable = key.curve_name == _CURVE and key.as_dict(private=True) == found
    except (JoseError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return key if usable else None


def approver_key(secrets: SecretStore, staff_id: str) -> ApproverKey:
    """Return the key of ``staff_id``, made here where this PC has none that works.

    One that is broken is replaced, and that is logged: it could approve nothing any more, and the new one
    counts only once the gateway has taken the old one out of use and its owner registers it.
    Raises Unavailable(KEYRING_ABSENT); also where the keyring forgets, for the next statement would come from
    yet another key.
    """
    kept = secrets.get(_name(staff_id))
    key = None if kept is None else _read(kept)
    if key is not None:
        return ApproverKey(key)
    if kept is not None:
        structlog.get_logger("madoguchi").warning("approver_key_replaced")
    made = ECKey.generate_key(_CURVE)
    text = json.dumps(made.as_dict(private=True))
    secrets.set(_name(staff_id), text)
    if secrets.get(_name(staff_id)) != text:
        raise Unavailable(FailureCode.KEYRING_ABSENT)
    return ApproverKey(made)

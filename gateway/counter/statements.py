"""Verifies an approver's statement (RFC 7515, ES256) against the gateway's own record, to the byte."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey
from sqlalchemy import Connection

from gateway.counter.approval_rows import Approval
from gateway.counter.approver_keys import key_in_use
from gateway.counter.office import Act
from gateway.refusals import approval_differs

TYPE = "approval+jws"
_ALGORITHM = "ES256"


def verify_statement(tx: Connection, act: Act, approval: Approval, approver: str, statement: str) -> None:
    """Raise 409 APPROVAL_DIFFERS unless ``approver`` (a staff id) said exactly this by a key in use."""
    jwk = signing_key(tx, act, approver, statement)
    if jwk is None:
        raise approval_differs("not signed by a key of this approver in use")
    try:
        signed = jws.deserialize_compact(statement, ECKey.import_key({**jwk}), algorithms=[_ALGORITHM])
    except (JoseError, ValueError) as error:
        raise approval_differs("the signature does not hold") from error
    if signed.payload != approval.claims(act.town, approver).canonical():
        raise approval_differs("the statement is not over what is on record")


def signing_key(tx: Connection, act: Act, approver: str, statement: str) -> dict[str, str] | None:
    """Return the approver's key that the statement's header names, if it is on record and in use.

    The header says how and by whom, and nothing else: no member of it may bring a key or a rule of its own.
    """
    parts = [_decoded(part) for part in statement.split(".")]
    if len(parts) != 3 or None in parts:
        return None
    header = _object(parts[0] or b"")
    kid = header.get("kid")
    if not isinstance(kid, str) or header != {"alg": _ALGORITHM, "kid": kid, "typ": TYPE}:
        return None
    return key_in_use(tx, act.town, approver, kid)


def _decoded(part: str) -> bytes | None:
    """Return what base64url says; None where it could have been written in another way."""
    try:
        found = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    same = base64.urlsafe_b64encode(found).rstrip(b"=").decode("ascii") == part
    return found if same else None


def _object(text: bytes) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}

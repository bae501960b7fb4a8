"""Signed receipts: every write's answer proves what was asked, what was answered and when."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from joserfc import jws

from gateway.keys import SigningKey


def canonical(answer: Mapping[str, Any]) -> bytes:
    """Return ``answer`` as canonical JSON: keys sorted, no spaces, UTF-8 without escapes."""
    return json.dumps(answer, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sign_receipt(signer: SigningKey, claims: Mapping[str, str]) -> str:
    """Return the compact JWS over ``claims`` (key, path, body_sha256, answer_sha256, at)."""
    header = {"alg": "ES256", "kid": signer.kid, "typ": "receipt+jws"}
    return jws.serialize_compact(header, canonical(claims), signer.private(), algorithms=["ES256"])


def sha256(content: bytes) -> str:
    """Return the digest in hex."""
    return hashlib.sha256(content).hexdigest()

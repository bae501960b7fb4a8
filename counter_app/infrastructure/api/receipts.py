"""Verifies the receipt that comes with every write (``resources/api/counter-api.yaml``, Receipts)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode

_TYPE = "receipt+jws"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentWrite:
    """A write as it was sent: its key in lower case, the path and the bytes of the body."""

    key: str
    path: str
    body: bytes


def _invalid() -> Refused:
    return Refused(FailureCode.GATEWAY_RECEIPT_INVALID)


def canonical(answer: Mapping[str, Any]) -> bytes:
    """Return ``answer`` as the contract's canonical JSON."""
    return json.dumps(answer, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


class ReceiptCheck:
    """Checks receipts with the key pinned in the installation file (a JWK, P-256)."""

    def __init__(self, jwk: Mapping[str, str]) -> None:
        self._key = ECKey.import_key(dict(jwk))
        self._kid = jwk.get("kid", "")

    def verified(self, sent: SentWrite, answer: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
        """Return the answer without its receipt, and the time it was signed.

        Raises Refused(GATEWAY_RECEIPT_INVALID) unless it is of this write and this answer, by our key.
        """
        body = dict(answer)
        receipt = body.pop("receipt", None)
        if not isinstance(receipt, str):
            raise _invalid()
        try:
            signed = jws.deserialize_compact(receipt, self._key, algorithms=["ES256"])
            claims = json.loads(signed.payload)
        except (JoseError, ValueError) as error:
            raise _invalid() from error
        header = signed.headers()
        expected = {
            "key": sent.key,
            "path": sent.path,
            "body_sha256": hashlib.sha256(sent.body).hexdigest(),
            "answer_sha256": hashlib.sha256(canonical(body)).hexdigest(),
        }
        at = claims.pop("at", None) if isinstance(claims, dict) else None
        if header.get("typ") != _TYPE or header.get("kid") != self._kid or claims != expected:
            raise _invalid()
        if not isinstance(at, str):
            raise _invalid()
        return body, at

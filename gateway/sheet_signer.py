"""Signs the code on each sheet: COSE_Sign1 (RFC 9052, tagged, ES256) as Base45 text (RFC 9285).

``counter_app.domain.sheet_code`` alone knows the claims; ``printing`` opens what is made here. Signed once
and stored: ES256 is random, so a code is never signed again (design.md 6).
"""

from __future__ import annotations

import base45
import cbor2
from cwt import COSE, COSEKey

from counter_app.domain.sheet_code import MAX_PAYLOAD_BYTES, SheetClaims
from gateway.keys import SigningKey

ALGORITHM_LABEL = 1
KEY_ID_LABEL = 4
ES256 = -7


class CodeTooLong(RuntimeError):
    """The envelope is over 150 bytes: the claims broke the frozen format."""


class SheetSigner:
    """Signs claims with the installation's sheet-code key."""

    def __init__(self, key: SigningKey) -> None:
        self._protected = {ALGORITHM_LABEL: ES256, KEY_ID_LABEL: key.key_id}
        self._key = COSEKey.from_pem(key.pem.decode(), kid=key.key_id, alg="ES256")
        self._cose = COSE.new(alg_auto_inclusion=False, kid_auto_inclusion=False)

    def envelope(self, claims: SheetClaims) -> bytes:
        """Return the signed COSE_Sign1; raises CodeTooLong over 150 bytes."""
        payload = cbor2.dumps(claims.as_fields())
        signed = bytes(self._cose.encode(payload, self._key, protected=self._protected, unprotected={}))
        if len(signed) > MAX_PAYLOAD_BYTES:
            raise CodeTooLong(f"{len(signed)} bytes")
        return signed

    def text(self, claims: SheetClaims) -> str:
        """Return the Base45 text that goes into the QR code."""
        return bytes(base45.b45encode(self.envelope(claims))).decode("ascii")

"""Opens the code on a sheet, offline: Base45 (RFC 9285) of a COSE_Sign1 (RFC 9052, ES256) by the town's key.

The envelope is made in ``gateway.sheet_signer``; ``resources/api/sheet-code-vectors.json`` holds both to one
format.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence

import base45
import cbor2
from cwt import COSE, COSEKey, CWTError
from cwt.cose_key_interface import COSEKeyInterface

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.sheet_code import (
    MAX_PAYLOAD_BYTES,
    ClaimsInvalid,
    SheetClaims,
    from_fields,
)

COSE_SIGN1_TAG = 18
ALGORITHM_LABEL = 1
KEY_ID_LABEL = 4
ES256 = -7


class SignedSheetCodes:
    """The ``SheetCodes`` port over public keys given as JWK; each JWK's ``kid`` is its key id in hex."""

    def __init__(self, keys: Sequence[Mapping[str, str]]) -> None:
        self._keys = {bytes.fromhex(key["kid"]): dict(key) for key in keys}

    def read(self, text: str) -> SheetClaims:
        """Return the claims of a scanned code; Refused(CODE_INVALID) for anything not signed by the town."""
        try:
            envelope = base45.b45decode(text.strip("\r\n").encode("ascii"))
            return from_fields(self._open(envelope))
        except (ValueError, CWTError, ClaimsInvalid, cbor2.CBORDecodeError) as error:
            raise Refused(FailureCode.CODE_INVALID) from error

    def _open(self, envelope: bytes) -> object:
        """Verify the envelope with the key it names and return its payload's fields."""
        if len(envelope) > MAX_PAYLOAD_BYTES:
            raise ValueError("over 150 bytes")
        message = cbor2.loads(envelope)
        if not isinstance(message, cbor2.CBORTag) or message.tag != COSE_SIGN1_TAG:
            raise ValueError("not a tagged COSE_Sign1")
        if cbor2.dumps(message) != envelope:
            raise ValueError("not the one encoding, or bytes after it")
        match message.value:
            case [bytes() as protected, dict() as unprotected, bytes(), bytes()] if not unprotected:
                header = cbor2.loads(protected)
            case _:
                raise ValueError("not the parts of a COSE_Sign1")
        if not isinstance(header, dict) or set(header) != {ALGORITHM_LABEL, KEY_ID_LABEL}:
            raise ValueError("other headers than algorithm and key")
        jwk = self._keys.get(header[KEY_ID_LABEL])
        if header[ALGORITHM_LABEL] != ES256 or jwk is None:
            raise ValueError("another algorithm, or not a key of the town")
        key = _public_key(jwk, header[KEY_ID_LABEL])
        return cbor2.loads(COSE.new().decode(envelope, key))


def _public_key(jwk: Mapping[str, str], key_id: bytes) -> COSEKeyInterface:
    """Return a P-256 public key (RFC 9053 7.1) as cwt wants it, with the key id as bytes."""
    point = {label: base64.urlsafe_b64decode(jwk[name] + "==") for label, name in ((-2, "x"), (-3, "y"))}
    return COSEKey.new({1: 2, 2: key_id, 3: ES256, -1: 1, **point})

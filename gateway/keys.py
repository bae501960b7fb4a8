"""The gateway's signing keys: one each for receipts, sheet codes and access tokens (P-256, ES256)."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc.jwk import ECKey

from gateway.private_files import read_or_create

KEY_ID_BYTES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """A private key and its id: the first four bytes of its RFC 7638 thumbprint's SHA-256."""

    pem: bytes
    key_id: bytes

    @property
    def kid(self) -> str:
        """The id in hex, as JWS headers and JWKs carry it."""
        return self.key_id.hex()

    def private(self) -> ECKey:
        """Return the key for joserfc."""
        return ECKey.import_key(self.pem, {"kid": self.kid, "alg": "ES256", "use": "sig"})

    def public_jwk(self) -> dict[str, str]:
        """Return the public half as a JWK."""
        found = self.private().as_dict(private=False)
        return {name: str(found[name]) for name in ("kty", "crv", "x", "y", "kid", "alg", "use")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """All keys of one installation. ``restriction`` (32 bytes) names states of flags without telling them."""

    receipt: SigningKey
    sheet_code: SigningKey
    access_token: SigningKey
    restriction: bytes

    def public(self) -> dict[str, dict[str, str]]:
        """Return the two keys that counters need, as the contract names them."""
        return {"receipt": self.receipt.public_jwk(), "sheet_code": self.sheet_code.public_jwk()}


def _new_pem() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def signing_key(pem: bytes) -> SigningKey:
    """Return the key of ``pem`` with the id that follows from it."""
    thumbprint = ECKey.import_key(pem).thumbprint()
    return SigningKey(pem=pem, key_id=hashlib.sha256(thumbprint.encode()).digest()[:KEY_ID_BYTES])


def load_keys(folder: Path) -> Keys:
    """Return the keys kept in ``folder``, creating those that are not there (0600)."""
    return Keys(
        receipt=signing_key(read_or_create(folder / "receipt-key.pem", _new_pem())),
        sheet_code=signing_key(read_or_create(folder / "sheet-code-key.pem", _new_pem())),
        access_token=signing_key(read_or_create(folder / "access-token-key.pem", _new_pem())),
        restriction=read_or_create(folder / "restriction-key.bin", secrets.token_bytes(32)),
    )

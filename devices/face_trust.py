"""The issuer of the card's face: its card-verifiable certificate, and the CA keys this program was given.

The CA's key is not on the card (card.md 1.5): who holds none says "unknown", never "invalid".
"""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

from counter_app.domain.identity import FaceSignature
from devices import rsa_checks, tlv

CERTIFICATE_TAG = 0x7F21
BODY_TAG = 0x5F4E
SIGNATURE_TAG = 0x5F37
KEY_ID = 16
"""Bytes of a 証明者鍵ID: it opens every CA key given to ``open_readers``, before the DER public key."""


@dataclass(frozen=True, slots=True)
class FaceIssuer:
    """EF 0004 of the 券面確認AP: who signed the certificate, and the key that signs faces."""

    ca_key_id: bytes
    key: rsa.RSAPublicKey
    body: bytes
    signature: bytes


def parse_issuer(content: bytes) -> FaceIssuer:
    """Return the certificate in ``content``. Raises ``TlvError``."""
    items = tlv.fields(content, CERTIFICATE_TAG)
    body = tlv.wanted(items, BODY_TAG).value
    if len(body) < 2 * KEY_ID:
        raise tlv.TlvError("a certificate without key identifiers")
    return FaceIssuer(
        body[:KEY_ID], rsa_checks.card_key(body[2 * KEY_ID :]), body, tlv.wanted(items, SIGNATURE_TAG).value
    )


def load_ca_keys(encoded: tuple[bytes, ...]) -> dict[bytes, rsa.RSAPublicKey]:
    """Return CA keys by identifier; each is 16 bytes 証明者鍵ID and a DER SubjectPublicKeyInfo.

    Raises ValueError for anything else: these come from the installation, never from a card.
    """
    keys: dict[bytes, rsa.RSAPublicKey] = {}
    for entry in encoded:
        try:
            key = load_der_public_key(entry[KEY_ID:])
        except UnsupportedAlgorithm:
            raise ValueError("a face CA key of an unknown kind") from None
        if not isinstance(key, rsa.RSAPublicKey):
            raise ValueError("a face CA key that is not RSA")  # noqa: TRY004 - content, not a Python type
        keys[entry[:KEY_ID]] = key
    return keys


def judge(
    issuer: FaceIssuer,
    ca_keys: dict[bytes, rsa.RSAPublicKey],
    digests: bytes,
    face_signature: bytes,
) -> FaceSignature:
    """Return what is known of the face: ``digests`` are its three SHA-256, one after another."""
    if not rsa_checks.signed(issuer.key, face_signature, digests):
        return FaceSignature.INVALID
    ca_key = ca_keys.get(issuer.ca_key_id)
    if ca_key is None:
        return FaceSignature.CA_UNKNOWN
    genuine = rsa_checks.signed(ca_key, issuer.signature, rsa_checks.sha256(issuer.body))
    return FaceSignature.VERIFIED if genuine else FaceSignature.INVALID

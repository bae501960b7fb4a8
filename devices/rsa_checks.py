"""RSA as the card uses it: keys in TLV, PKCS #1 v1.5 over a DigestInfo of one or of three digests."""

from __future__ import annotations

import hashlib
import hmac

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from devices import tlv

SHA256_ALGORITHM = bytes.fromhex("300d06096086480165030402010500")
KEY_BITS = (2048, 4096)


def digest_info(digest: bytes) -> bytes:
    """Return the DigestInfo of ``digest``: 32 bytes, or three times 32 as the face has it (card.md 1.5)."""
    inner = SHA256_ALGORITHM + bytes((0x04, len(digest))) + digest
    return bytes((0x30, len(inner))) + inner


def card_key(value: bytes) -> rsa.RSAPublicKey:
    """Return the key in a value of tags 90 (exponent) and 91 (modulus). Raises ``TlvError``."""
    parts = {item.tag: item.value for item in tlv.inside(value, 0, len(value))}
    exponent = int.from_bytes(parts.get(0x90, b""), "big")
    modulus = int.from_bytes(parts.get(0x91, b""), "big")
    if not KEY_BITS[0] <= modulus.bit_length() <= KEY_BITS[1]:
        raise tlv.TlvError("a key of an unknown kind")
    try:
        return rsa.RSAPublicNumbers(exponent, modulus).public_key()
    except ValueError:
        raise tlv.TlvError("a key that is none") from None


def signed(key: rsa.RSAPublicKey, signature: bytes, digest: bytes) -> bool:
    """Whether ``signature`` is ``key``'s over exactly the DigestInfo of ``digest``, nothing appended."""
    try:
        recovered = key.recover_data_from_signature(signature, padding.PKCS1v15(), None)
    except InvalidSignature:
        return False
    return hmac.compare_digest(recovered, digest_info(digest))


def sha256(content: bytes) -> bytes:
    """Return the 32-byte digest."""
    return hashlib.sha256(content).digest()

"""The keys of virtual cards and their exercise authorities: made once, kept in a folder or in memory.

They sign nothing but fictitious cards; the folder's files are private to the user all the same.
"""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import NoDigestInfo
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

FACE_CA = "face_ca"
FACE_CA_ID = b"9900023\x08\x05001\x00\x00\x00\x00"
"""No hierarchy in use has a number beginning with 9: real ones begin 5, J-LIS' test ones 6 (card.md 1.5)."""


def sign_raw(key: rsa.RSAPrivateKey, content: bytes) -> bytes:
    """Return PKCS #1 v1.5 over ``content`` as it is: a DigestInfo, or whatever a terminal sent."""
    return key.sign(content, padding.PKCS1v15(), NoDigestInfo())


def key_value(key: rsa.RSAPublicKey) -> bytes:
    """Return ``key`` as the card writes it: 90 exponent, 91 modulus; 265 bytes for RSA-2048."""
    numbers = key.public_numbers()
    return b"\x90\x03" + numbers.e.to_bytes(3, "big") + b"\x91\x82\x01\x00" + numbers.n.to_bytes(256, "big")


class KeyStore:
    """Private keys by name, in ``directory`` (created, mode 0700) or, without one, in memory only."""

    def __init__(self, directory: Path | None = None) -> None:
        self.directory = directory
        self._keys: dict[str, rsa.RSAPrivateKey] = {}
        if directory is not None:
            directory.mkdir(parents=True, exist_ok=True, mode=0o700)

    def key(self, name: str) -> rsa.RSAPrivateKey:
        """Return the key ``name``, made at the first asking."""
        if name not in self._keys:
            self._keys[name] = self._load(name) or self._make(name)
        return self._keys[name]

    def _load(self, name: str) -> rsa.RSAPrivateKey | None:
        path = self.directory / f"{name}.pem" if self.directory else None
        if path is None or not path.exists():
            return None
        key = load_pem_private_key(path.read_bytes(), None)
        return key if isinstance(key, rsa.RSAPrivateKey) else None

    def _make(self, name: str) -> rsa.RSAPrivateKey:
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        if self.directory is not None:
            content = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            partial = self.directory / f"{name}.{os.getpid()}.part"
            partial.touch(mode=0o600)
            partial.write_bytes(content)
            partial.replace(self.directory / f"{name}.pem")
        return key

    def face_ca(self) -> bytes:
        """Return the exercise face CA's public key as ``open_readers`` takes it. Never for a real counter."""
        public = self.key(FACE_CA).public_key()
        return FACE_CA_ID + public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)

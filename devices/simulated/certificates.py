"""The X.509 certificates of a virtual card, shaped as real ones (card.md 1.7)."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

from devices.simulated.persona import Persona

AUTH_POLICY = x509.ObjectIdentifier("1.2.392.200149.8.5.1.3.30")
SIGN_POLICY = x509.ObjectIdentifier("1.2.392.200149.8.5.1.1.20")
HOLDER_ARC = "1.2.392.200149.8.5.5"
ISSUED = datetime(2024, 4, 1, tzinfo=UTC)
CA_YEARS = 40
ORGANISATION = "EXERCISE-JPKI (FICTITIOUS)"


def _name(*parts: tuple[x509.ObjectIdentifier, str]) -> x509.Name:
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in parts])


def ca_name(purpose: str) -> x509.Name:
    """Return the name of the exercise CA for ``purpose``."""
    return _name(
        (NameOID.COUNTRY_NAME, "JP"),
        (NameOID.ORGANIZATION_NAME, ORGANISATION),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, f"Exercise authority for {purpose}, issues to nobody real"),
    )


def _serial(key: rsa.RSAPublicKey) -> int:
    """Return a serial that the same key always gets, so that a restarted card issues the same bytes."""
    return int.from_bytes(hashlib.sha256(str(key.public_numbers().n).encode()).digest()[:8], "big") >> 1 or 1


def _usage(*, signing: bool, commitment: bool = False, authority: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signing,
        content_commitment=commitment,
        key_cert_sign=authority,
        crl_sign=authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def ca_certificate(key: rsa.RSAPrivateKey, purpose: str) -> bytes:
    """Return the self-signed certificate of the exercise CA for ``purpose``, DER."""
    builder = (
        x509.CertificateBuilder()
        .subject_name(ca_name(purpose))
        .issuer_name(ca_name(purpose))
        .public_key(key.public_key())
        .serial_number(_serial(key.public_key()))
        .not_valid_before(ISSUED)
        .not_valid_after(ISSUED + timedelta(days=365 * CA_YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signing=False, authority=True), critical=True)
    )
    return builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)


def expiry(persona: Persona) -> datetime:
    """Return the end of ``persona``'s card: his birthday in the year of expiry, the 28th at the latest."""
    month = min(max(int(persona.birth_date[4:6]), 1), 12)
    day = min(max(int(persona.birth_date[6:8]), 1), 28)
    return datetime(persona.expiry_year, month, day, 14, 59, 59, tzinfo=UTC)


def _builder(persona: Persona, key: rsa.RSAPublicKey, purpose: str) -> x509.CertificateBuilder:
    place = [x509.DirectoryName(ca_name(purpose))]
    responder = x509.AccessDescription(
        AuthorityInformationAccessOID.OCSP,
        x509.UniformResourceIdentifier("http://ocsp.jpki.exercise.invalid/responder"),
    )
    return (
        x509.CertificateBuilder()
        .issuer_name(ca_name(purpose))
        .public_key(key)
        .serial_number(_serial(key))
        .not_valid_before(min(ISSUED, expiry(persona) - timedelta(days=1)))
        .not_valid_after(expiry(persona))
        .add_extension(
            x509.CRLDistributionPoints([x509.DistributionPoint(place, None, None, None)]), critical=False
        )
        .add_extension(x509.AuthorityInformationAccess([responder]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _policy(oid: x509.ObjectIdentifier) -> x509.CertificatePolicies:
    notice = x509.UserNotice(None, "An exercise: identifies nobody.")
    where = "http://www.jpki.exercise.invalid/cps.html"
    return x509.CertificatePolicies([x509.PolicyInformation(oid, [where, notice])])


def auth_certificate(persona: Persona, key: rsa.RSAPrivateKey, ca: rsa.RSAPrivateKey) -> bytes:
    """Return the 利用者証明用証明書: no personal data in it; more than 1,000 bytes, DER."""
    public = key.public_key()
    subject = _name(
        (NameOID.COUNTRY_NAME, "JP"), (NameOID.COMMON_NAME, f"{_serial(public):020d}EXERCISE001A")
    )
    builder = _builder(persona, public, "user authentication").subject_name(subject)
    builder = builder.add_extension(_usage(signing=True), critical=True)
    builder = builder.add_extension(_policy(AUTH_POLICY), critical=True)
    return builder.sign(ca, hashes.SHA256()).public_bytes(Encoding.DER)


def sign_certificate(persona: Persona, key: rsa.RSAPrivateKey, ca: rsa.RSAPrivateKey) -> bytes:
    """Return the 署名用証明書, the holder in six otherNames in the card's order 1, 4, 3, 5, 2, 6; DER."""
    public = key.public_key()
    subject = _name(
        (NameOID.COUNTRY_NAME, "JP"),
        (NameOID.LOCALITY_NAME, "Kaku-ken"),
        (NameOID.LOCALITY_NAME, "Madoguchi-shi"),
        (NameOID.COMMON_NAME, f"{_serial(public):020d}EXERCISE001S"),
    )
    texts = {
        1: persona.name,
        4: f"0{persona.birth_date}",
        3: persona.sex,
        5: persona.address,
        2: "0" * len(persona.name),
        6: "0" * len(persona.address),
    }
    names = [
        x509.OtherName(x509.ObjectIdentifier(f"{HOLDER_ARC}.{number}"), _utf8_string(text))
        for number, text in texts.items()
    ]
    builder = _builder(persona, public, "digital signature").subject_name(subject)
    builder = builder.add_extension(_usage(signing=True, commitment=True), critical=True)
    builder = builder.add_extension(_policy(SIGN_POLICY), critical=True)
    builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return builder.sign(ca, hashes.SHA256()).public_bytes(Encoding.DER)


def _utf8_string(text: str) -> bytes:
    """Return a DER UTF8String."""
    content = text.encode()
    if len(content) < 0x80:
        return bytes((0x0C, len(content))) + content
    size = len(content).to_bytes(2, "big").lstrip(b"\x00")
    return bytes((0x0C, 0x80 | len(size))) + size + content

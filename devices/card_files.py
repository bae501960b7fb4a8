"""What the files of the card say, from bytes to values. Pure; raises ``TlvError`` only."""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import rsa

from counter_app.domain.identity import CardAttributes
from counter_app.domain.residents import Sex
from devices import rsa_checks, tlv

ATTRIBUTES_TAG = 0xFF20
FACE_TAG = 0xFF20
CERTIFICATE_TAG = 0x30
OFFSETS_TAG = 0xDF21
TOKEN_LABEL_LENGTH = 32


def token_label(content: bytes) -> str:
    """Return the label that opens the token file, a PKCS #11 CK_TOKEN_INFO (card.md 1.8)."""
    label = content[:TOKEN_LABEL_LENGTH].rstrip(b" \x00")
    if not label.isascii():
        raise tlv.TlvError("a token label that is not ASCII")
    text = label.decode("ascii")
    if not text.isalnum():
        raise tlv.TlvError("a token label of an unknown form")
    return text


def has_auth_certificate(content: bytes) -> bool:
    """Whether the availability file (8F or 00 per certificate) tells of a 利用者証明用証明書."""
    return len(content) >= 2 and content[1] != 0


def _sex(item: tlv.Item) -> Sex:
    try:
        return Sex(tlv.digits(item, 1))
    except ValueError:
        raise tlv.TlvError("a sex outside JIS X 0303") from None


def attributes(content: bytes) -> CardAttributes:
    """Return 氏名, 住所, 生年月日 and 性別 from the 券面入力補助 file (card.md 1.4)."""
    items = tlv.fields(content, ATTRIBUTES_TAG, OFFSETS_TAG)
    return CardAttributes(
        name=tlv.text(tlv.wanted(items, 0xDF22)),
        address=tlv.text(tlv.wanted(items, 0xDF23)),
        birth_date=tlv.digits(tlv.wanted(items, 0xDF24), 8),
        sex=_sex(tlv.wanted(items, 0xDF25)),
    )


@dataclass(frozen=True, slots=True)
class CardFace:
    """The 券面 file: the chip's key, the photo, the signature and the three digests it covers.

    DF29 (expiry) and DF2A (security code) are not signed by anybody, and nothing here uses them.
    """

    chip_key: rsa.RSAPublicKey
    photo: bytes = field(repr=False)
    signature: bytes = field(repr=False)
    digests: bytes = field(repr=False)


SIGNED_GROUPS = ((0xDF22, 0xDF23, 0xDF24), (0xDF25, 0xDF26), (0xDF27,))


def face(content: bytes) -> CardFace:
    """Return what the 券面 file holds (card.md 1.5); objects are digested as written, headers included."""
    items = tlv.fields(content, FACE_TAG, OFFSETS_TAG)
    groups = (b"".join(tlv.wanted(items, tag).raw for tag in group) for group in SIGNED_GROUPS)
    return CardFace(
        rsa_checks.card_key(tlv.wanted(items, 0xDF24).value),
        tlv.wanted(items, 0xDF27).value,
        tlv.wanted(items, 0xDF28).value,
        b"".join(rsa_checks.sha256(group) for group in groups),
    )

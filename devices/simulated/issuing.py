"""Issues a virtual card: the content of every application's files for one persona (card.md 1.2 to 1.5)."""

from __future__ import annotations

from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric import rsa

from devices import tlv
from devices.rsa_checks import digest_info, sha256
from devices.simulated import certificates
from devices.simulated.card import CardApplication, ElementaryFile, Secret, VirtualCard
from devices.simulated.keys import FACE_CA, FACE_CA_ID, KeyStore, key_value, sign_raw
from devices.simulated.persona import Persona
from devices.simulated.portrait import portrait_jp2, text_png

JPKI_AID = bytes.fromhex("D392F000260100000001")
TEXT_AID = bytes.fromhex("D3921000310001010408")
SURFACE_AID = bytes.fromhex("D3921000310001010402")
COMMON_AID = bytes.fromhex("D3921000310001010100")
TOWN_CODE = b"99999"
"""No municipality has this code."""
NOT_A_NUMBER = b"000000000001"
"""Twelve digits with a wrong check digit: nobody's 個人番号, and the client must never see even this."""
FACE_ISSUER_ID = b"9999999\x08\x05001\x00\x00\x00\x00"
OTHER_ISSUER_ID = b"9900033\x08\x05001\x00\x00\x00\x00"


def wrap(tag: int, value: bytes) -> bytes:
    """Return one object, its length in the shortest form."""
    width = (tag.bit_length() + 7) // 8
    size = len(value)
    if size < 0x80:
        length = bytes((size,))
    else:
        raw = size.to_bytes((size.bit_length() + 7) // 8, "big")
        length = bytes((0x80 | len(raw),)) + raw
    return tag.to_bytes(width, "big") + length + value


def with_offsets(tag: int, table: int, objects: Sequence[bytes]) -> bytes:
    """Return the file ``tag`` whose first object, ``table``, tells where the others begin."""
    table_size = 3 + 2 * len(objects)
    body = sum(len(entry) for entry in objects) + table_size
    header = len(wrap(tag, bytes(body))) - body
    starts, at = b"", header + table_size
    for entry in objects:
        starts += at.to_bytes(2, "big")
        at += len(entry)
    return wrap(tag, wrap(table, starts) + b"".join(objects))


def cv_certificate(ca: rsa.RSAPrivateKey, ca_id: bytes, key: rsa.RSAPublicKey, key_id: bytes) -> bytes:
    """Return the card-verifiable certificate of ``key``, 568 bytes."""
    body = ca_id + key_id + key_value(key)
    return wrap(0x7F21, wrap(0x5F4E, body) + wrap(0x5F37, sign_raw(ca, digest_info(sha256(body)))))


def face_file(persona: Persona, chip: rsa.RSAPublicKey, issuer: rsa.RSAPrivateKey) -> bytes:
    """Return the 券面 file, signed over three digests; expiry and security code stand outside of them."""
    first = [
        wrap(0xDF22, persona.birth_date.encode()),
        wrap(0xDF23, persona.sex.encode()),
        wrap(0xDF24, key_value(chip)),
    ]
    second = [
        wrap(0xDF25, text_png(persona.name, 280, 22)),
        wrap(0xDF26, text_png(persona.address, 440, 22)),
    ]
    third = [wrap(0xDF27, portrait_jp2(persona.name + persona.birth_date))]
    digests = b"".join(sha256(b"".join(group)) for group in (first, second, third))
    last = [
        wrap(0xDF28, sign_raw(issuer, digest_info(digests))),
        wrap(0xDF29, certificates.expiry(persona).strftime("%Y%m%d").encode()),
        wrap(0xDF2A, text_png(persona.code_b[-4:], 24, 12)),
    ]
    return with_offsets(0xFF20, 0xDF21, first + second + third + last)


def _signed(issuer: rsa.RSAPrivateKey, content: bytes, tag: int) -> bytes:
    return content + wrap(tag, sign_raw(issuer, digest_info(sha256(content))))


def _jpki(persona: Persona, store: KeyStore) -> CardApplication:
    auth, sign = store.key(f"{persona.folder}.auth"), store.key(f"{persona.folder}.sign")
    auth_ca, sign_ca = store.key("auth_ca"), store.key("sign_ca")
    label = b"JPKIAPICCTOKEN2".ljust(32) + b"EXERCISE".ljust(32) + b"JPKI".ljust(16) + b"0" * 16
    return CardApplication(
        name="jpki",
        aid=JPKI_AID,
        files={
            0x01: ElementaryFile(certificates.sign_certificate(persona, sign, sign_ca), (0x1B,)),
            0x02: ElementaryFile(certificates.ca_certificate(sign_ca, "digital signature")),
            0x06: ElementaryFile(label.ljust(160, b"\x00")),
            0x08: ElementaryFile(b"\x8f\x8f\x00"),
            0x0A: ElementaryFile(certificates.auth_certificate(persona, auth, auth_ca)),
            0x0B: ElementaryFile(certificates.ca_certificate(auth_ca, "user authentication")),
        },
        secrets={
            0x18: Secret("auth_pin", persona.auth_pin.encode(), 3),
            0x1B: Secret("sign_pin", persona.sign_pin.upper().encode(), 5),
        },
        keys={0x17: (auth, 0x18), 0x1A: (sign, 0x1B)},
    )


def _attributes(persona: Persona) -> bytes:
    texts = persona.name, persona.address, persona.birth_date, persona.sex
    return with_offsets(0xFF20, 0xDF21, [wrap(0xDF22 + at, text.encode()) for at, text in enumerate(texts)])


def _text(persona: Persona, store: KeyStore) -> CardApplication:
    issuer, chip = store.key("text_issuer"), store.key(f"{persona.folder}.chip")
    number = wrap(0xFF10, NOT_A_NUMBER) + b"\xff\xff"
    holder = _attributes(persona)
    after_table = b"".join(item.raw for item in tlv.fields(holder, 0xFF20, 0xDF21).values())
    digests = wrap(0xDF31, sha256(number)) + wrap(0xDF32, sha256(after_table))
    any_of_three = (0x11, 0x14, 0x15)
    return CardApplication(
        name="text",
        aid=TEXT_AID,
        files={
            0x01: ElementaryFile(number, (0x11, 0x14)),
            0x02: ElementaryFile(holder + b"\xff" * 16, (0x11, 0x15)),
            0x03: ElementaryFile(wrap(0xFF30, _signed(issuer, digests, 0xDF33)), any_of_three),
            0x04: ElementaryFile(
                cv_certificate(store.key("text_ca"), OTHER_ISSUER_ID, issuer.public_key(), FACE_ISSUER_ID)
            ),
            0x05: ElementaryFile(
                wrap(0xFF40, wrap(0xDF41, b"\x06\x03\x0e\x01") + wrap(0xDF42, OTHER_ISSUER_ID))
            ),
            0x06: ElementaryFile(wrap(0xA1, key_value(chip.public_key())), any_of_three),
            0x07: ElementaryFile(
                wrap(0xFF50, _signed(issuer, wrap(0xDF51, key_value(chip.public_key())), 0xDF52)),
                any_of_three,
            ),
        },
        secrets={
            0x11: Secret("text_pin", persona.text_pin.encode(), 3),
            0x12: Secret("blocked", b"", 0),
            0x14: Secret("code_a", NOT_A_NUMBER, 10),
            0x15: Secret("code_b", persona.code_b.encode(), 10),
        },
        keys={0: (chip, 0)},
    )


def _surface(persona: Persona, store: KeyStore) -> CardApplication:
    issuer, chip = store.key("face_issuer"), store.key(f"{persona.folder}.chip")
    birth = wrap(0xDF11, persona.birth_date.encode()) + wrap(0xDF12, key_value(chip.public_key()))
    number = wrap(0xDF41, text_png("", 72, 12)) + wrap(0xDF42, key_value(chip.public_key()))
    return CardApplication(
        name="surface",
        aid=SURFACE_AID,
        files={
            0x01: ElementaryFile(wrap(0xFF10, _signed(issuer, birth, 0xDF13)), (0x11,)),
            0x02: ElementaryFile(face_file(persona, chip.public_key(), issuer), (0x12, 0x13)),
            0x03: ElementaryFile(wrap(0xFF30, wrap(0xDF34, TOWN_CODE))),
            0x04: ElementaryFile(
                cv_certificate(store.key(FACE_CA), FACE_CA_ID, issuer.public_key(), FACE_ISSUER_ID)
            ),
            0x05: ElementaryFile(wrap(0xFF40, _signed(issuer, number, 0xDF43)), (0x13,)),
        },
        secrets={
            0x11: Secret("birth", persona.code_b[:6].encode(), 10),
            0x12: Secret("code_b", persona.code_b.encode(), 10),
            0x13: Secret("code_a", NOT_A_NUMBER, 10),
        },
        keys={0: (chip, 0)},
    )


def _common(persona: Persona) -> CardApplication:
    expires = certificates.expiry(persona).strftime("%Y%m%d").encode()
    serial = str(int(persona.folder, 16))[:15].zfill(15).encode()
    return CardApplication(
        name="common",
        aid=COMMON_AID,
        files={0x01: ElementaryFile(b"\x01\x1c" + serial + TOWN_CODE + expires, record=True)},
        secrets={0x1C: Secret("juki_pin", persona.text_pin.encode(), 3)},
        keys={},
    )


def issue(persona: Persona, store: KeyStore) -> VirtualCard:
    """Return a fresh card of ``persona``, every counter full; keys come from ``store``."""
    return VirtualCard(
        (_jpki(persona, store), _text(persona, store), _surface(persona, store), _common(persona))
    )

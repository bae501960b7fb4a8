from __future__ import annotations

import io

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from PIL import Image

from counter_app.domain.identity import FaceSignature
from devices import card_files, face_trust, photo
from devices.rsa_checks import digest_info
from devices.simulated.issuing import FACE_ISSUER_ID, cv_certificate, face_file
from devices.simulated.keys import FACE_CA, FACE_CA_ID, KeyStore
from devices.tlv import TlvError
from tests.unit.devices.personas import JIRO


@pytest.fixture(scope="session")
def face(keys: KeyStore) -> bytes:
    return face_file(JIRO, keys.key("chip").public_key(), keys.key("face_issuer"))


def issuer(keys: KeyStore, ca: str = FACE_CA) -> face_trust.FaceIssuer:
    key = keys.key("face_issuer").public_key()
    return face_trust.parse_issuer(cv_certificate(keys.key(ca), FACE_CA_ID, key, FACE_ISSUER_ID))


def judged(keys: KeyStore, content: bytes, *, known: bool = True, ca: str = FACE_CA) -> FaceSignature:
    face = card_files.face(content)
    ca_keys = face_trust.load_ca_keys((keys.face_ca(),) if known else ())
    return face_trust.judge(issuer(keys, ca), ca_keys, face.digests, face.signature)


def test_a_face_of_a_known_authority_is_verified(keys: KeyStore, face: bytes) -> None:
    assert judged(keys, face) is FaceSignature.VERIFIED


def test_a_face_of_an_authority_that_nobody_gave_us_is_unknown_not_invalid(
    keys: KeyStore, face: bytes
) -> None:
    assert judged(keys, face, known=False) is FaceSignature.CA_UNKNOWN


def test_an_issuer_that_its_authority_never_signed_is_invalid(keys: KeyStore, face: bytes) -> None:
    assert judged(keys, face, ca="somebody_else") is FaceSignature.INVALID


@pytest.mark.parametrize("tag", [0xDF22, 0xDF23, 0xDF24, 0xDF25, 0xDF26, 0xDF27, 0xDF28])
def test_one_bit_changed_in_anything_signed_is_invalid_even_without_the_authority(
    keys: KeyStore, face: bytes, tag: int
) -> None:
    last = _end_of(face, tag) - 1
    forged = face[:last] + bytes((face[last] ^ 1,)) + face[last + 1 :]

    assert judged(keys, forged) is FaceSignature.INVALID
    assert judged(keys, forged, known=False) is FaceSignature.INVALID


@pytest.mark.parametrize("tag", [0xDF29, 0xDF2A])
def test_expiry_and_security_code_are_not_signed_by_anybody(keys: KeyStore, face: bytes, tag: int) -> None:
    last = _end_of(face, tag) - 1
    changed = face[:last] + bytes((face[last] ^ 1,)) + face[last + 1 :]

    assert judged(keys, changed) is FaceSignature.VERIFIED


def _end_of(face: bytes, tag: int) -> int:
    from devices import tlv  # noqa: PLC0415 - named only here

    item = tlv.fields(face, 0xFF20, 0xDF21)[tag]
    return item.start + len(item.raw)


def test_the_digest_infos_of_one_and_of_three_digests_have_the_lengths_of_the_card() -> None:
    assert (len(digest_info(bytes(32))), len(digest_info(bytes(96)))) == (51, 115)
    assert digest_info(bytes(96))[17:19] == b"\x04\x60"


def test_an_authority_key_that_is_not_rsa_is_refused_at_the_start() -> None:
    public = ec.generate_private_key(ec.SECP256R1()).public_key()
    encoded = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)

    with pytest.raises(ValueError, match="RSA"):
        face_trust.load_ca_keys((bytes(16) + encoded,))


def test_the_photo_becomes_png_of_the_same_size(face: bytes) -> None:
    with Image.open(io.BytesIO(photo.png_of(card_files.face(face).photo))) as picture:
        assert (picture.format, picture.size, picture.mode) == ("PNG", (240, 300), "L")


def _picture(kind: str, side: int) -> bytes:
    output = io.BytesIO()
    Image.new("L", (side, 4)).save(output, format=kind)
    return output.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 40,
        _picture("PNG", 9),
        _picture("JPEG2000", 2000),
        _picture("JPEG2000", 9)[:90],
        bytes(40000),
    ],
    ids=["nothing", "zeroes", "another format", "too wide", "cut off", "too long"],
)
def test_a_photo_that_is_no_small_jpeg_2000_picture_is_refused(content: bytes) -> None:
    with pytest.raises(TlvError):
        photo.png_of(content)

"""The virtual card answers as the sources say that the real one does; OpenSC judges it elsewhere."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from hypothesis import given
from hypothesis import strategies as st

from devices.rsa_checks import digest_info, sha256
from devices.simulated import Persona, PersonaInvalidError, persona_from_json
from devices.simulated.card import VirtualCard
from devices.simulated.command_bytes import parsed
from devices.simulated.issuing import COMMON_AID, JPKI_AID, SURFACE_AID, TEXT_AID, issue
from devices.simulated.keys import KeyStore
from tests.unit.devices.personas import JIRO

OK = b"\x90\x00"


@pytest.fixture
def card(keys: KeyStore) -> VirtualCard:
    return issue(JIRO, keys)


def send(card: VirtualCard, command: str) -> bytes:
    return card.transmit(bytes.fromhex(command))


def select(card: VirtualCard, aid: bytes) -> None:
    assert send(card, f"00A4040C{len(aid):02X}{aid.hex()}") == OK


def present(card: VirtualCard, reference: int, text: str) -> bytes:
    return send(card, f"002000{0x80 | reference:02X}{len(text):02X}{text.encode().hex()}")


def test_an_application_answers_to_a_prefix_of_its_name_too(card: VirtualCard) -> None:
    select(card, JPKI_AID[:5])


def test_a_file_is_reached_by_its_name_and_by_its_short_form_alike(card: VirtualCard) -> None:
    select(card, JPKI_AID)
    assert send(card, "00A4020C020006") == OK
    named = send(card, "00B0000000")

    select(card, JPKI_AID)
    assert send(card, "00B0860000") == named
    assert named.startswith(b"JPKIAPICCTOKEN2 ")


def test_an_extended_read_returns_the_whole_file(card: VirtualCard) -> None:
    select(card, JPKI_AID)

    whole = send(card, "00B08A00000000")[:-2]

    assert x509.load_der_x509_certificate(whole).subject.rfc4514_string().startswith("CN=")
    assert len(whole) >= 1000


@pytest.mark.parametrize(
    ("aid", "file", "openers"),
    [
        (TEXT_AID, 0x02, {0x11: JIRO.text_pin, 0x15: JIRO.code_b}),
        (SURFACE_AID, 0x02, {0x12: JIRO.code_b}),
        (JPKI_AID, 0x01, {0x1B: JIRO.sign_pin}),
        (SURFACE_AID, 0x01, {0x11: JIRO.code_b[:6]}),
    ],
)
def test_a_closed_file_opens_to_its_own_credentials_until_the_power_goes(
    card: VirtualCard, aid: bytes, file: int, openers: dict[int, str]
) -> None:
    for reference, text in openers.items():
        select(card, aid)
        assert send(card, f"00B0{0x80 | file:02X}0000") == b"\x69\x82"
        assert present(card, reference, text) == OK
        assert send(card, f"00B0{0x80 | file:02X}0000")[-2:] == OK
        card.power_on()


def test_the_code_b_does_not_open_the_number(card: VirtualCard) -> None:
    select(card, TEXT_AID)
    assert present(card, 0x15, JIRO.code_b) == OK

    assert send(card, "00B0810000") == b"\x69\x82"


def test_wrong_codes_count_down_lock_and_stay_locked(card: VirtualCard) -> None:
    select(card, JPKI_AID)

    answers = [present(card, 0x18, "0000").hex() for _ in range(4)]

    assert answers == ["63c2", "63c1", "63c0", "6984"]
    assert present(card, 0x18, JIRO.auth_pin) == b"\x69\x84"
    assert send(card, "00200098") == b"\x63\xc0"
    assert card.counters()["jpki.auth_pin"] == 0


def test_the_counters_are_three_three_ten_and_five(card: VirtualCard) -> None:
    counters = card.counters()

    assert [
        counters[name] for name in ("jpki.auth_pin", "text.text_pin", "text.code_b", "jpki.sign_pin")
    ] == [
        3,
        3,
        10,
        5,
    ]
    assert counters["surface.code_b"] == 10


def test_the_key_signs_only_after_its_pin_and_the_signature_is_the_certificates(card: VirtualCard) -> None:
    info = digest_info(sha256(b"challenge"))
    sign = f"802A0097{len(info):02X}{info.hex()}00"
    select(card, JPKI_AID)
    certificate = x509.load_der_x509_certificate(send(card, "00B08A00000000")[:-2])

    assert send(card, sign) == b"\x69\x82"
    assert present(card, 0x18, JIRO.auth_pin) == OK
    signature = send(card, sign)[:-2]

    public = certificate.public_key()
    assert isinstance(public, rsa.RSAPublicKey)
    public.verify(signature, b"challenge", padding.PKCS1v15(), hashes.SHA256())


def test_the_record_of_the_common_application_carries_serial_town_and_expiry(card: VirtualCard) -> None:
    select(card, COMMON_AID)

    record = send(card, "00B2010C00")

    assert (record[:2], len(record), record[17:22], record[22:30]) == (b"\x01\x1c", 32, b"99999", b"20340707")


def test_the_two_cv_certificates_have_the_size_of_the_real_ones(card: VirtualCard) -> None:
    for aid in (TEXT_AID, SURFACE_AID):
        select(card, aid)
        assert len(send(card, "00B08400000000")) == 568 + 2


def test_other_channels_instructions_and_files_are_refused(card: VirtualCard) -> None:
    assert send(card, "01A4040C00") == b"\x68\x81"
    assert send(card, "00FF0000") == b"\x6d\x00"
    assert send(card, "00B0000000") == b"\x69\x86"
    select(card, JPKI_AID)
    assert send(card, "00A4020C02001F") == b"\x6a\x82"
    assert send(card, "00B0980000") == b"\x69\x81"
    assert len(send(card, "0084000010")) == 18


@given(st.lists(st.binary(max_size=300), max_size=5))
def test_whatever_is_sent_the_card_answers_and_gives_no_closed_file_away(
    keys: KeyStore, commands: list[bytes]
) -> None:
    card = issue(JIRO, keys)
    card.transmit(bytes.fromhex("00A4040C0A" + TEXT_AID.hex()))

    for command in commands:
        answer = card.transmit(command)
        assert len(answer) >= 2
        assert JIRO.name.encode() not in answer


def test_the_same_folder_issues_the_same_card_again(tmp_path: Path) -> None:
    first, second = (issue(JIRO, KeyStore(tmp_path)) for _ in range(2))

    assert [
        {ef: file.content for ef, file in application.files.items()} for application in first.applications
    ] == [{ef: file.content for ef, file in application.files.items()} for application in second.applications]
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    assert JIRO.name not in "".join(path.name for path in tmp_path.iterdir())


def test_a_persona_survives_json(tmp_path: Path) -> None:
    assert persona_from_json(JIRO.to_json()) == JIRO


@pytest.mark.parametrize(
    "change",
    [
        {"code_b": "123"},
        {"text_pin": "12a4"},
        {"birth_date": "１９７７０７０７"},
        {"sign_pin": "abc"},
        {"name": ""},
        {"expiry_year": 1999},
        {"expiry_year": "2034"},
        {"my_number": "1"},
        {"name": 3},
    ],
)
def test_a_persona_that_no_card_could_be_issued_to_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(PersonaInvalidError):
        persona_from_json(json.dumps(asdict(JIRO) | change))


def test_a_birthday_on_the_29th_of_february_or_unknown_has_an_expiry(keys: KeyStore) -> None:
    for birth_date in ("20000229", "19600000"):
        holder: Persona = replace(JIRO, birth_date=birth_date)
        assert issue(holder, keys).counters()["text.code_b"] == 10


@pytest.mark.parametrize(
    ("raw", "taken"),
    [
        ("00B0000000", (b"", 256)),
        ("00B0000004", (b"", 4)),
        ("00200098", (b"", None)),
        ("0020009801AA", (b"\xaa", None)),
        ("0020009801AA00", (b"\xaa", 256)),
        ("00B00000000400", (b"", 1024)),
        ("00B00000000000", (b"", 65536)),
        ("002000980000" + "02AABB", (b"\xaa\xbb", None)),
        ("002000980000" + "02AABB0000", (b"\xaa\xbb", 65536)),
    ],
)
def test_short_and_extended_commands_are_taken_apart(raw: str, taken: tuple[bytes, int | None]) -> None:
    command = parsed(bytes.fromhex(raw))

    assert command is not None
    assert (command.data, command.le) == taken


@pytest.mark.parametrize("raw", ["", "00B000", "0020009802AA", "002000980000", "00200098000005AA"])
def test_commands_whose_lengths_do_not_fit_are_answered_as_such(card: VirtualCard, raw: str) -> None:
    assert send(card, raw) == b"\x67\x00"

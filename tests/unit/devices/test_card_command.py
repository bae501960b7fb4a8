from __future__ import annotations

import json
import os

import pytest

from counter_app.application.card_port import CardPart, Credential
from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CredentialKind
from devices.card_command import choose_reader, credential_from_fd, read_card_json, told_card
from devices.simulated import SimulatedCardReaders
from tests.unit.devices.personas import JIRO, SECRETS

EVERYTHING = frozenset(CardPart)


@pytest.fixture(scope="module")
def readers() -> SimulatedCardReaders:
    return SimulatedCardReaders(("一番", "二番", "三番"))


@pytest.fixture(autouse=True)
def empty_readers(readers: SimulatedCardReaders) -> None:
    for name in readers.names():
        readers.remove(name)


def carried(content: bytes) -> int:
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    return reading


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b'{"code_b": "52070720341111"}', CredentialKind.CODE_B),
        (b'{"text_pin":"4321"}\n', CredentialKind.TEXT_PIN),
        (b'{"auth_pin":"9753"}', CredentialKind.AUTH_PIN),
    ],
)
def test_a_credential_comes_through_a_descriptor(content: bytes, kind: CredentialKind) -> None:
    descriptor = carried(content)

    credential = credential_from_fd(descriptor)
    os.close(descriptor)

    assert (credential.kind, credential.reveal()) == (kind, next(iter(json.loads(content).values())).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"4321",
        b"[]",
        b"{}",
        b'{"pin":"4321"}',
        b'{"text_pin":4321}',
        b'{"a":"1","b":"2"}',
        b"\xff" * 5000,
    ],
)
def test_anything_else_on_the_descriptor_is_refused_and_not_quoted(content: bytes) -> None:
    descriptor = carried(content)

    with pytest.raises(Refused) as caught:
        credential_from_fd(descriptor)
    os.close(descriptor)

    assert caught.value.failure.code is FailureCode.CARD_CREDENTIAL_FORMAT
    assert "4321" not in repr(caught.getrepr(style="short"))


def test_everything_asked_for_is_told(readers: SimulatedCardReaders) -> None:
    readers.insert(JIRO, "二番")

    told = read_card_json(readers, None, EVERYTHING, Credential(CredentialKind.CODE_B, JIRO.code_b))

    assert told["kind"] == "my_number_card"
    assert told["token_label"] == "JPKIAPICCTOKEN2"
    assert told["attributes"] == {
        "name": JIRO.name,
        "address": JIRO.address,
        "birth_date": JIRO.birth_date,
        "sex": JIRO.sex,
    }
    assert told["face"] == {"present": True, "signature": "verified", "chip_genuine": True}
    certificate = told["certificate"]
    assert isinstance(certificate, dict)
    assert len(certificate["sha256"]) == 64
    assert certificate["not_after"].startswith("2034-07-07")
    assert told["tries"] == {"auth_pin": 3, "text_pin": 3, "code_b": 10}
    assert json.loads(json.dumps(told, ensure_ascii=False)) == told
    assert not any(secret in json.dumps(told) for secret in SECRETS)


def test_without_parts_only_the_free_counters_are_told(readers: SimulatedCardReaders) -> None:
    readers.insert(JIRO, "三番")

    told = read_card_json(readers, None, frozenset(), None)

    assert set(told) == {"kind", "token_label", "tries", "apdu_count", "elapsed_ms"}


def test_what_is_read_by_a_credential_comes_with_its_counter_alone(readers: SimulatedCardReaders) -> None:
    readers.insert(JIRO, "三番")

    told = read_card_json(
        readers,
        None,
        frozenset({CardPart.ATTRIBUTES}),
        Credential(CredentialKind.TEXT_PIN, JIRO.text_pin),
    )

    assert told["tries"] == {"text_pin": 3}


def test_a_failure_is_its_code_and_the_credential_is_wiped(readers: SimulatedCardReaders) -> None:
    credential = Credential(CredentialKind.CODE_B, JIRO.code_b)

    told = read_card_json(readers, None, EVERYTHING, credential)

    assert told == {"failure": {"code": "CARD_ABSENT"}}
    assert credential.reveal() == b""


def test_a_wrong_code_tells_the_tries_left(readers: SimulatedCardReaders) -> None:
    readers.insert(JIRO, "一番")
    wrong = Credential(CredentialKind.TEXT_PIN, "0000")

    told = read_card_json(readers, "一番", frozenset({CardPart.ATTRIBUTES}), wrong)

    assert told == {"failure": {"code": "CARD_PIN_WRONG", "tries_left": "2"}}
    readers.card_of(JIRO).set_tries("text_pin", 3)


def test_the_reader_with_a_my_number_card_is_chosen_among_others(readers: SimulatedCardReaders) -> None:
    readers.insert_foreign("一番")
    readers.insert(JIRO, "三番")

    assert choose_reader(readers) == "三番"


def test_without_a_card_of_ours_the_most_telling_failure_is_told(readers: SimulatedCardReaders) -> None:
    readers.insert_foreign("二番")

    with pytest.raises(Refused) as caught:
        choose_reader(readers)

    assert caught.value.failure.code is FailureCode.CARD_NOT_MY_NUMBER


def test_without_readers_the_absent_reader_is_told() -> None:
    with pytest.raises(Unavailable) as caught:
        choose_reader(SimulatedCardReaders(()))

    assert caught.value.failure.code is FailureCode.READER_ABSENT


def test_the_command_line_asks_for_parts_by_their_words(readers: SimulatedCardReaders) -> None:
    readers.insert(JIRO, "一番")
    descriptor = carried(json.dumps({"code_b": JIRO.code_b}).encode())

    told = told_card(readers, "一番", ["attributes"], descriptor)
    os.close(descriptor)

    assert "attributes" in told
    assert "face" not in told

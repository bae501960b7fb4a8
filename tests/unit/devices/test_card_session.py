from __future__ import annotations

import pytest

from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CredentialKind
from devices.apdu import Command
from devices.card_session import CardSession, CredentialAnswerLostError
from devices.card_table import Application, CardFile, first_generation
from devices.tlv import TlvError
from tests.unit.devices.scripted_link import ScriptedLink

SELECT_JPKI = "00a4040c0ad392f000260100000001"
AUTH = first_generation().lock(Application.JPKI, CredentialKind.AUTH_PIN)


def session(*answers: str) -> tuple[CardSession, ScriptedLink]:
    link = ScriptedLink(*answers)
    return CardSession(link, first_generation()), link


def test_an_answer_that_waits_is_fetched_to_its_end() -> None:
    card, link = session("aa6102", "bb6101", "cc9000")

    response = card.exchange(Command(0, 0xB0, 0, 0, le=256))

    assert (response.data.hex(), response.ok) == ("aabbcc", True)
    assert link.sent == ["00b0000000", "00c0000002", "00c0000001"]
    assert card.apdu_count == 3


def test_a_wrong_expected_length_is_corrected_once() -> None:
    card, link = session("6c04", "010203049000")

    assert card.exchange(Command(0, 0xB0, 0, 0, le=256)).data.hex() == "01020304"
    assert link.sent == ["00b0000000", "00b0000004"]


def test_one_fit_of_illness_after_power_up_is_forgiven_and_no_second() -> None:
    card, link = session("6f00", "9000")
    card.select(Application.JPKI)
    assert link.sent == [SELECT_JPKI, SELECT_JPKI]

    ill, _ = session("6f00", "6f00")
    with pytest.raises(Unavailable) as caught:
        ill.select(Application.JPKI)
    assert caught.value.failure.code is FailureCode.CARD_MUTE


def test_a_credential_is_sent_once_whatever_the_card_answers() -> None:
    for answer in ("6c04", "6f00", "6100"):
        card, link = session("9000", answer, "9000")

        card.present(AUTH, bytearray(b"1357"))

        assert [sent for sent in link.sent if sent.startswith("0020")] == ["002000980431333537"]


def test_a_lost_answer_to_a_credential_is_an_error_of_its_own() -> None:
    card, _ = session("9000", "lost")

    with pytest.raises(CredentialAnswerLostError) as caught:
        card.present(AUTH, bytearray(b"1357"))

    assert caught.value.lost.failure.code is FailureCode.CARD_PULLED
    assert "1357" not in repr(caught.value)


def test_a_credential_of_another_length_never_reaches_the_card() -> None:
    card, link = session()

    with pytest.raises(ValueError, match="length"):
        card.present(AUTH, bytearray())

    assert link.sent == []


@pytest.mark.parametrize(("answer", "left"), [("63c2", 2), ("63c0", 0), ("6984", 0), ("6983", 0)])
def test_the_free_counter_is_read_without_sending_a_credential(answer: str, left: int) -> None:
    card, link = session("9000", answer)

    assert card.tries(AUTH) == left
    assert link.sent[-1] == "00200098"


def test_a_card_that_another_program_left_open_is_closed_by_taking_its_power() -> None:
    card, link = session("9000", "9000", "9000", "63c3")

    assert card.tries(AUTH) == 3
    assert link.sent == [SELECT_JPKI, "00200098", "power", SELECT_JPKI, "00200098"]


def test_a_card_that_stays_open_is_in_another_programs_hands() -> None:
    card, _ = session("9000", "9000", "9000", "9000")

    with pytest.raises(Unavailable) as caught:
        card.tries(AUTH)

    assert caught.value.failure.code is FailureCode.READER_IN_USE


def test_a_long_file_is_read_to_the_length_in_its_header_and_no_further() -> None:
    content = bytes.fromhex("30820130") + bytes(0x130)
    card, link = session("9000", content[:256].hex() + "9000", content[256:].hex() + "9000")

    assert card.read(CardFile.AUTH_CERTIFICATE, 0x30) == content
    assert link.sent[1:] == ["00b08a0000", "00b0010034"]


@pytest.mark.parametrize("end", ["6b00", "6282", "9000"])
def test_a_file_that_ends_before_its_header_says_ends_the_reading(end: str) -> None:
    card, _ = session("9000", "30820200" + "00" * 252 + "9000", end)

    assert len(card.read(CardFile.AUTH_CERTIFICATE, 0x30)) == 256


def test_a_file_that_announces_more_than_can_be_read_is_refused() -> None:
    card, link = session("9000", "3082ffff" + "00" * 252 + "9000")

    with pytest.raises(TlvError):
        card.read(CardFile.AUTH_CERTIFICATE, 0x30)

    assert len(link.sent) == 2


@pytest.mark.parametrize(
    ("answer", "code"),
    [("6a82", FailureCode.CARD_NOT_MY_NUMBER), ("6981", FailureCode.CARD_CONTENT_INVALID)],
)
def test_a_refused_file_is_a_refusal(answer: str, code: FailureCode) -> None:
    card, _ = session("9000", answer)

    with pytest.raises(Refused) as caught:
        card.head(CardFile.AUTH_CERTIFICATE)

    assert caught.value.failure.code is code


def test_an_answer_without_a_status_word_is_a_pulled_card() -> None:
    card, _ = session("90")

    with pytest.raises(Unavailable) as caught:
        card.select(Application.JPKI)

    assert caught.value.failure.code is FailureCode.CARD_PULLED


def test_every_application_is_selected_by_all_ten_bytes_of_its_name() -> None:
    for application, aid in first_generation().aids.items():
        card, link = session("9000")

        card.select(application)

        assert link.sent == ["00a4040c0a" + aid.hex()]
        assert len(aid) == 10

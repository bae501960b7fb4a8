from __future__ import annotations

from dataclasses import replace

import pytest
from smartcard import scard

from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode
from devices.apdu import Response, Word
from devices.errors import PCSC_CODES, connecting_error, pcsc_error, word_error

RESULTS = sorted(
    name for name in dir(scard) if name.startswith(("SCARD_E_", "SCARD_W_", "SCARD_F_", "SCARD_P_"))
)


def test_pyscard_knows_as_many_results_as_when_the_table_was_written() -> None:
    assert len(RESULTS) >= 60


@pytest.mark.parametrize("name", RESULTS)
def test_every_result_that_pyscard_knows_is_in_the_table(name: str) -> None:
    assert getattr(scard, name) & 0xFFFFFFFF in PCSC_CODES


@pytest.mark.parametrize("name", RESULTS)
def test_every_result_becomes_unavailable_with_its_code_signed_or_not(name: str) -> None:
    result = getattr(scard, name) & 0xFFFFFFFF

    assert pcsc_error(result).failure == pcsc_error(result - (1 << 32)).failure
    assert isinstance(pcsc_error(result), Unavailable)


@pytest.mark.parametrize(
    ("result", "code"),
    [
        (scard.SCARD_E_NO_SERVICE, FailureCode.READER_SERVICE_DOWN),
        (scard.SCARD_E_SHARING_VIOLATION, FailureCode.READER_IN_USE),
        (scard.SCARD_E_NO_SMARTCARD, FailureCode.CARD_ABSENT),
        (scard.SCARD_W_REMOVED_CARD, FailureCode.CARD_PULLED),
        (scard.SCARD_W_RESET_CARD, FailureCode.CARD_PULLED),
        (scard.SCARD_E_NOT_TRANSACTED, FailureCode.CARD_PULLED),
        (scard.SCARD_W_UNRESPONSIVE_CARD, FailureCode.CARD_MUTE),
        (scard.SCARD_E_UNKNOWN_READER, FailureCode.READER_ABSENT),
    ],
)
def test_the_results_a_counter_meets_have_their_own_failures(result: int, code: FailureCode) -> None:
    assert pcsc_error(result).failure.code is code


@pytest.mark.parametrize(
    ("result", "code"),
    [
        (scard.SCARD_W_UNPOWERED_CARD, FailureCode.CARD_ABSENT),
        (scard.SCARD_W_REMOVED_CARD, FailureCode.CARD_ABSENT),
        (scard.SCARD_E_NO_SMARTCARD, FailureCode.CARD_ABSENT),
        (scard.SCARD_W_UNRESPONSIVE_CARD, FailureCode.CARD_MUTE),
        (scard.SCARD_E_NO_SERVICE, FailureCode.READER_SERVICE_DOWN),
    ],
)
def test_a_card_gone_before_it_was_connected_to_was_not_pulled_out_of_a_reading(
    result: int, code: FailureCode
) -> None:
    assert connecting_error(result).failure == replace(pcsc_error(result).failure, code=code)


def test_a_result_that_nobody_knows_is_the_services_fault() -> None:
    assert pcsc_error(0x8010FFFF).failure.code is FailureCode.READER_SERVICE_DOWN


@pytest.mark.parametrize("word", [word for word in Word if word is not Word.OK])
def test_every_status_word_becomes_a_port_error(word: Word) -> None:
    error = word_error(Response(b"", word))

    assert isinstance(error, Unavailable if word is Word.UNWELL else Refused)
    assert error.failure.code.value.startswith("CARD_")

from __future__ import annotations

import inspect
import ssl

import httpx
import pytest

from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api.errors import (
    BUGS,
    CODES,
    Answer,
    problem_failure,
    transport_failure,
)

EXCEPTIONS = [kind for _, kind in inspect.getmembers(httpx, inspect.isclass) if issubclass(kind, Exception)]


@pytest.mark.parametrize("kind", EXCEPTIONS)
def test_every_exception_of_httpx_is_either_a_failure_or_a_bug(kind: type[Exception]) -> None:
    assert (kind in CODES) != (kind in BUGS)


def test_the_table_names_nothing_that_httpx_does_not_have() -> None:
    assert set(CODES) | BUGS == set(EXCEPTIONS)


@pytest.mark.parametrize("kind", CODES)
def test_a_listed_exception_becomes_its_code(kind: type[httpx.HTTPError]) -> None:
    assert transport_failure(kind("said")).failure.code is CODES[kind]


def test_a_bug_stays_what_it_is() -> None:
    with pytest.raises(httpx.UnsupportedProtocol):
        transport_failure(httpx.UnsupportedProtocol("said"))


@pytest.mark.parametrize("kind", [httpx.ConnectError, httpx.ReadError, httpx.RemoteProtocolError])
def test_an_alert_of_tls_is_the_certificates_fault_wherever_it_surfaces(kind: type[httpx.HTTPError]) -> None:
    error = kind("said")
    error.__cause__ = ssl.SSLError("tlsv13 alert certificate required")

    failure = transport_failure(error)

    assert isinstance(failure, Refused)
    assert failure.failure.code is FailureCode.GATEWAY_CERTIFICATE_WRONG


def test_a_hang_up_without_a_word_is_the_lines_fault() -> None:
    error = httpx.ConnectError("said")
    error.__cause__ = ssl.SSLEOFError("EOF occurred in violation of protocol")

    assert transport_failure(error).failure.code is FailureCode.GATEWAY_UNREACHABLE


@pytest.mark.parametrize("reason", ["DECRYPTION_FAILED_OR_BAD_RECORD_MAC", "SSL/TLS_ALERT_BAD_RECORD_MAC"])
@pytest.mark.parametrize("kind", [httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError])
def test_a_record_changed_on_its_way_is_the_lines_fault(kind: type[httpx.HTTPError], reason: str) -> None:
    error = kind("said")
    error.__cause__ = ssl.SSLError("said")
    error.__cause__.reason = reason

    failure = transport_failure(error)

    assert isinstance(failure, Unavailable)
    assert failure.failure.code is FailureCode.GATEWAY_UNREACHABLE


def _problem(status: int, code: str) -> Answer:
    body = f'{{"status": {status}, "code": "{code}"}}'.encode()
    return Answer(status, "application/problem+json", body)


@pytest.mark.parametrize(
    "code", ["SIGN_IN_EXPIRED", "GATEWAY_REFUSED", "RECORD_CHANGED", "ISSUE_HELD", "PRINTER_BUSY"]
)
def test_a_problem_speaks_by_its_code(code: str) -> None:
    failure = problem_failure(_problem(409, code))

    assert isinstance(failure, Refused)
    assert failure.failure.code == code


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (_problem(500, "GATEWAY_FAULT"), FailureCode.GATEWAY_FAULT),
        (Answer(502, "text/html", b"<html>"), FailureCode.GATEWAY_FAULT),
        (Answer(403, "text/html", b"<html>"), FailureCode.GATEWAY_ANSWER_MALFORMED),
        (Answer(302, "", b""), FailureCode.GATEWAY_ANSWER_MALFORMED),
        (_problem(409, "CARD_LOCKED"), FailureCode.GATEWAY_ANSWER_MALFORMED),
        (Answer(409, "application/problem+json", b"{"), FailureCode.GATEWAY_ANSWER_MALFORMED),
        (Answer(409, "application/problem+json", b"[]"), FailureCode.GATEWAY_ANSWER_MALFORMED),
        (
            Answer(404, "application/problem+json", b'{"status": 409, "code": "GATEWAY_REFUSED"}'),
            FailureCode.GATEWAY_ANSWER_MALFORMED,
        ),
    ],
)
def test_what_is_not_our_gateways_answer_is_told_apart_from_its_faults(
    answer: Answer, code: FailureCode
) -> None:
    failure = problem_failure(answer)

    assert failure.failure.code is code
    assert isinstance(failure, Unavailable) == (code is FailureCode.GATEWAY_FAULT)

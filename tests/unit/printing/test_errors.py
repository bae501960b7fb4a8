"""Every error of the IPP library has its port error, and only certainty says that nothing was sent."""

from __future__ import annotations

import inspect
import socket

import aiohttp
import pyipp.exceptions
import pytest
from aiohttp.client_reqrep import ConnectionKey
from pyipp.enums import IppStatus
from pyipp.exceptions import (
    IPPConnectionError,
    IPPConnectionUpgradeRequired,
    IPPError,
    IPPParseError,
    IPPResponseError,
    IPPVersionNotSupportedError,
)

from counter_app.application.port_errors import PortError, Refused, Unavailable, Uncertain
from counter_app.domain.failures import FailureCode
from printing.errors import NOT_NOW, port_error

KEY = ConnectionKey(
    host="localhost",
    port=631,
    is_ssl=False,
    ssl=False,
    proxy=None,
    proxy_auth=None,
    proxy_headers_hash=None,
)


def caused(error: IPPError, cause: Exception | None) -> IPPError:
    error.__cause__ = cause
    return error


REFUSED_CONNECTION = caused(
    IPPConnectionError("no"), aiohttp.ClientConnectorError(KEY, socket.gaierror("no"))
)
LOST_CONNECTION = caused(IPPConnectionError("lost"), aiohttp.ServerDisconnectedError())
TIMED_OUT = caused(IPPConnectionError("slow"), TimeoutError())
ANSWERED_BUSY = IPPError("status", {"status-code": IppStatus.ERROR_BUSY})
ANSWERED_NO = IPPError("status", {"status-code": IppStatus.ERROR_FORBIDDEN})
HTTP_404 = IPPResponseError("HTTP 404", {"status-code": 404})
HTTP_500 = IPPResponseError("HTTP 500", {"status-code": 500})
UPGRADE = IPPConnectionUpgradeRequired("upgrade", {"upgrade": "TLS"})
VERSION = IPPVersionNotSupportedError("version")

CASES: list[tuple[IPPError, type[PortError], type[PortError]]] = [
    (REFUSED_CONNECTION, Unavailable, Unavailable),
    (LOST_CONNECTION, Unavailable, Uncertain),
    (TIMED_OUT, Unavailable, Uncertain),
    (IPPParseError(), Unavailable, Uncertain),
    (ANSWERED_BUSY, Unavailable, Unavailable),
    (ANSWERED_NO, Refused, Refused),
    (HTTP_404, Refused, Refused),
    (HTTP_500, Refused, Uncertain),
    (UPGRADE, Refused, Refused),
    (VERSION, Refused, Refused),
    (IPPError("unheard of"), Unavailable, Uncertain),
]


@pytest.mark.parametrize(("error", "asking", "sending"), CASES, ids=lambda case: repr(case)[:40])
def test_each_error_becomes_the_port_error_of_the_table(
    error: IPPError, asking: type[PortError], sending: type[PortError]
) -> None:
    assert type(port_error(error, sending=False)) is asking
    assert type(port_error(error, sending=True)) is sending


def test_no_exception_of_the_library_is_left_out() -> None:
    known = {type(error) for error, _, _ in CASES}
    library = {
        kind
        for _, kind in inspect.getmembers(pyipp.exceptions, inspect.isclass)
        if issubclass(kind, IPPError)
    }

    assert library == known


def test_a_printer_that_takes_no_jobs_now_is_stopped_and_not_refused() -> None:
    for status in NOT_NOW:
        error = port_error(IPPError("status", {"status-code": status}), sending=True)
        assert error.failure.code is FailureCode.PRINTER_STOPPED


def test_what_may_have_been_sent_is_an_unknown_outcome() -> None:
    assert port_error(LOST_CONNECTION, sending=True).failure.code is FailureCode.PRINT_OUTCOME_UNKNOWN

"""One table: an exception of httpx, or a problem answered -> a port error with its failure code.

A test goes through every exception class of httpx and fails on one that is neither here nor a bug.
"""

from __future__ import annotations

import json
import ssl
from dataclasses import dataclass

import httpx

from counter_app.application.port_errors import PortError, Refused, Unavailable
from counter_app.domain.failures import FailureCode

PROBLEM_TYPE = "application/problem+json"

CODES: dict[type[httpx.HTTPError], FailureCode] = {
    httpx.ConnectTimeout: FailureCode.GATEWAY_UNREACHABLE,
    httpx.ReadTimeout: FailureCode.GATEWAY_SLOW,
    httpx.WriteTimeout: FailureCode.GATEWAY_SLOW,
    httpx.PoolTimeout: FailureCode.GATEWAY_SLOW,
    httpx.TimeoutException: FailureCode.GATEWAY_SLOW,
    httpx.ConnectError: FailureCode.GATEWAY_UNREACHABLE,
    httpx.ReadError: FailureCode.GATEWAY_UNREACHABLE,
    httpx.WriteError: FailureCode.GATEWAY_UNREACHABLE,
    httpx.CloseError: FailureCode.GATEWAY_UNREACHABLE,
    httpx.NetworkError: FailureCode.GATEWAY_UNREACHABLE,
    httpx.ProxyError: FailureCode.GATEWAY_UNREACHABLE,
    httpx.RemoteProtocolError: FailureCode.GATEWAY_UNREACHABLE,
    httpx.DecodingError: FailureCode.GATEWAY_ANSWER_MALFORMED,
    httpx.TooManyRedirects: FailureCode.GATEWAY_ANSWER_MALFORMED,
}

# Ours, not the line's: a wrong address in the code, a response used twice. They reach the lane as they are.
BUGS: frozenset[type[Exception]] = frozenset(
    {
        httpx.HTTPError,
        httpx.RequestError,
        httpx.TransportError,
        httpx.ProtocolError,
        httpx.LocalProtocolError,
        httpx.UnsupportedProtocol,
        httpx.HTTPStatusError,
        httpx.InvalidURL,
        httpx.CookieConflict,
        httpx.StreamError,
        httpx.StreamConsumed,
        httpx.StreamClosed,
        httpx.ResponseNotRead,
        httpx.RequestNotRead,
    }
)

# The request cannot have reached the gateway: nothing happened, and a write need not be asked for.
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)

# The peer hung up during or after the handshake without a word: the line, not a certificate.
_LINE_CUT = (ssl.SSLEOFError, ssl.SSLZeroReturnError)
# A record changed on its way (RFC 8446 5.2, 6.2), as found here or as the gateway's alert tells: the line
# too, and whatever was sent before may have been done.
_RECORD_BROKEN = ("BAD_RECORD_MAC", "RECORD_OVERFLOW", "DECODE_ERROR", "UNEXPECTED_MESSAGE")


def _certificate_at_fault(error: BaseException) -> bool:
    """Tell whether TLS refused: our check of the gateway, or (TLS 1.3, after the handshake) its alert to us.

    The alert arrives with the first read, so it comes as ReadError or RemoteProtocolError (stack.md 6).
    """
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError) and not isinstance(seen, _LINE_CUT):
            return not str(getattr(seen, "reason", "")).endswith(_RECORD_BROKEN)
        seen = seen.__cause__ or seen.__context__
    return False


def transport_failure(error: httpx.HTTPError) -> PortError:
    """Return the port error for an exception of httpx; re-raises one that is a bug."""
    if isinstance(error, httpx.TransportError) and _certificate_at_fault(error):
        return Refused(FailureCode.GATEWAY_CERTIFICATE_WRONG)
    code = CODES.get(type(error))
    if code is None:
        raise error
    if code is FailureCode.GATEWAY_ANSWER_MALFORMED:
        return Refused(code)
    return Unavailable(code)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it came: status, media type without parameters, body."""

    status: int
    media_type: str
    body: bytes


def malformed() -> Refused:
    """The answer is not of the contract's form."""
    return Refused(FailureCode.GATEWAY_ANSWER_MALFORMED)


# What the contract lets the gateway say, and whether trying later may help.
_REFUSALS = (
    FailureCode.SIGN_IN_EXPIRED,
    FailureCode.GATEWAY_REFUSED,
    FailureCode.RECORD_CHANGED,
    FailureCode.ISSUE_HELD,
    FailureCode.PRINTER_BUSY,
    FailureCode.APPROVAL_DIFFERS,
    FailureCode.APPROVAL_MISSING,
    FailureCode.APPROVER_IS_MAKER,
    FailureCode.RENDERER_DIFFERS,
)


def problem_failure(answer: Answer) -> PortError:
    """Return the port error for an answer that is not 200.

    A problem of the contract speaks by its code. Anything else at 500 and above is the gateway's fault (a
    proxy may speak for it); anything else below is no answer of our gateway at all.
    """
    code = _problem_code(answer)
    if code in _REFUSALS:
        return Refused(FailureCode(code))
    if answer.status >= httpx.codes.INTERNAL_SERVER_ERROR:
        return Unavailable(FailureCode.GATEWAY_FAULT)
    return malformed()


def is_problem(answer: Answer) -> bool:
    """Tell whether the gateway itself says what is wrong; a proxy between knows of no failure code."""
    return bool(_problem_code(answer))


def _problem_code(answer: Answer) -> str:
    if answer.media_type != PROBLEM_TYPE:
        return ""
    try:
        body = json.loads(answer.body)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(body, dict) or body.get("status") != answer.status:
        return ""
    return str(body.get("code", ""))

"""The line to the gateway: one ``httpx.Client`` that trusts the installation's CA and nothing else.

No proxy, cookie or netrc of the machine is used (``trust_env`` off), no redirect is followed, no answer grows
beyond a bound. The access token is in memory only.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Mapping
from threading import Lock

import httpx

from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api.errors import Answer, malformed, transport_failure

CONNECT_TIMEOUT_S = 5.0
READ_TIMEOUT_S = 20.0
WHOLE_ANSWER_S = 60.0
MOST_ANSWER_BYTES = 4 * 1024 * 1024

# A connection kept from the last call may have been closed by the other side meanwhile.
_STALE = (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)


class AccessTokens:
    """The access token of the clerk who is signed in; shared by sign-in and gateway, never on disk."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._token = ""
        self._ends = 0.0

    def keep(self, token: str, lifetime_s: float) -> None:
        """Keep ``token`` for ``lifetime_s`` seconds from now."""
        with self._lock:
            self._token, self._ends = token, time.monotonic() + lifetime_s

    def forget(self) -> None:
        """Sign out; may be called twice."""
        self.keep("", 0.0)

    def bearer(self) -> str:
        """Return the token; Refused(SIGN_IN_EXPIRED) if nobody is signed in, or no longer."""
        with self._lock:
            if not self._token or time.monotonic() >= self._ends:
                raise Refused(FailureCode.SIGN_IN_EXPIRED)
            return self._token


def trusting(ca_pem: str) -> ssl.SSLContext:
    """Return a client context that trusts the CA of ``ca_pem`` alone; ssl.SSLError if it is none."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(cadata=ca_pem)
    return context


def open_client(
    ca_pem: str, *, read_timeout_s: float = READ_TIMEOUT_S, connect_timeout_s: float = CONNECT_TIMEOUT_S
) -> httpx.Client:
    """Return a client for gateway and issuer; ``ca_pem`` empty: no TLS address can be verified."""
    context = trusting(ca_pem) if ca_pem else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return httpx.Client(
        verify=context,
        timeout=httpx.Timeout(read_timeout_s, connect=connect_timeout_s),
        follow_redirects=False,
        trust_env=False,
        headers={"Accept": "application/json, application/problem+json", "Accept-Encoding": "identity"},
    )


def receive(client: httpx.Client, request: httpx.Request) -> Answer:
    """Send ``request`` once and read the whole answer.

    Raises httpx.HTTPError as it came, Refused(GATEWAY_ANSWER_MALFORMED) for an answer without bound.
    """
    response = client.send(request, stream=True)
    return whole(response)


def whole(response: httpx.Response) -> Answer:
    """Read an answer that was opened as a stream to its end, and close it; raises as ``receive``."""
    deadline = time.monotonic() + WHOLE_ANSWER_S
    try:
        body = bytearray()
        for piece in response.iter_raw():
            body += piece
            if len(body) > MOST_ANSWER_BYTES:
                raise malformed()
            if time.monotonic() > deadline:
                raise Unavailable(FailureCode.GATEWAY_SLOW)
    finally:
        response.close()
    return Answer(response.status_code, media_type(response), bytes(body))


def media_type(response: httpx.Response) -> str:
    """Return what an answer says it is, in lower case, without parameters."""
    told: str = response.headers.get("content-type", "")
    return told.partition(";")[0].strip().lower()


def ask(
    client: httpx.Client,
    method: str,
    url: str,
    *,
    content: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Ask something that changes nothing; asked once more if the line broke. Raises port errors."""
    for last in (False, True):
        request = client.build_request(method, url, content=content, headers=headers)
        try:
            return receive(client, request)
        except httpx.HTTPError as error:
            failure = transport_failure(error)
            if last or not isinstance(error, _STALE) or isinstance(failure, Refused):
                raise failure from error
    raise AssertionError

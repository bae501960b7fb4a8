"""Builds everything that speaks to one gateway, with one trust and one token between them."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass

import httpx
from joserfc.errors import JoseError

from counter_app.application.clock_port import Clock
from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api import schemas
from counter_app.infrastructure.api.client import AccessTokens, ask, open_client
from counter_app.infrastructure.api.errors import problem_failure
from counter_app.infrastructure.api.gateway import GatewayRegistry
from counter_app.infrastructure.api.receipts import ReceiptCheck
from counter_app.infrastructure.api.sign_in import BrowserSignIn

_OK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class GatewayConnection:
    """The registry and the sign-in of one gateway; ``tokens`` are shared by both."""

    registry: GatewayRegistry
    sign_in: BrowserSignIn
    tokens: AccessTokens
    client: httpx.Client
    url: str

    def health(self) -> str:
        """Ask whether the gateway answers; returns its time. Raises port errors. Needs no sign-in."""
        answer = ask(self.client, "GET", f"{self.url}/v1/health")
        if answer.status != _OK:
            raise problem_failure(answer)
        told = schemas.read(schemas.HealthAnswer, schemas.parsed(answer)).time
        schemas.moment(told)
        return told

    def close(self) -> None:
        """Sign out and close every connection; may be called twice."""
        self.tokens.forget()
        self.client.close()


def open_connection(
    *,
    gateway_url: str,
    issuer_url: str,
    client_id: str,
    terminal: str,
    ca_pem: str,
    receipt_key: Mapping[str, str],
    clock: Clock,
    read_timeout_s: float = 20.0,
) -> GatewayConnection:
    """Return the connection; nothing is sent yet. Raises Refused(SETTINGS_INVALID) for a wrong CA or key.

    ``receipt_key``: the JWK pinned in the installation file; ``terminal``: its two-digit number.
    """
    try:
        client = open_client(ca_pem, read_timeout_s=read_timeout_s)
    except ssl.SSLError as error:
        raise Refused(FailureCode.SETTINGS_INVALID, file="installation.json", keys="ca_pem") from error
    try:
        receipts = ReceiptCheck(receipt_key)
    except (JoseError, ValueError, KeyError) as error:
        client.close()
        raise Refused(FailureCode.SETTINGS_INVALID, file="installation.json", keys="keys.receipt") from error
    tokens = AccessTokens()
    url = gateway_url.rstrip("/")
    return GatewayConnection(
        registry=GatewayRegistry(client, url, tokens, receipts, clock),
        sign_in=BrowserSignIn(client, issuer_url, client_id, terminal, tokens, clock),
        tokens=tokens,
        client=client,
        url=url,
    )

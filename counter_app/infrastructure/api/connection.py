"""Builds everything that speaks to one gateway, with one trust and one token between them."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from joserfc.errors import JoseError

from counter_app.application.clock_port import Clock
from counter_app.application.port_errors import Refused, Unavailable
from counter_app.application.registry_port import StaffSession
from counter_app.application.store_port import SecretStore
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api import schemas
from counter_app.infrastructure.api.approvals import GatewayApprovalQueue, GatewayApprovals
from counter_app.infrastructure.api.client import AccessTokens, ask, open_client
from counter_app.infrastructure.api.errors import problem_failure
from counter_app.infrastructure.api.events import GatewayEvents
from counter_app.infrastructure.api.gateway import GatewayRegistry
from counter_app.infrastructure.api.line import GatewayLine
from counter_app.infrastructure.api.receipts import ReceiptCheck
from counter_app.infrastructure.api.sign_in import BrowserSignIn

_OK = 200


def _no_keyring() -> SecretStore:
    raise Unavailable(FailureCode.KEYRING_ABSENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class GatewayConnection:
    """All that one gateway is for a counter, and the sign-in; ``tokens`` are shared by all of it.

    ``keyring`` opens the profile's; asked at the first approval, on the lane that approves.
    """

    line: GatewayLine
    registry: GatewayRegistry
    approvals: GatewayApprovals
    events: GatewayEvents
    sign_in: BrowserSignIn
    tokens: AccessTokens
    keyring: Callable[[], SecretStore] = _no_keyring

    def approval_queue(self, staff: StaffSession) -> GatewayApprovalQueue:
        """The approver's side for ``staff``, who is signed in; one for each sign-in."""
        return GatewayApprovalQueue(self.line, staff, self.keyring)

    def health(self) -> str:
        """Ask whether the gateway answers; returns its time. Raises port errors. Needs no sign-in."""
        return _health(self.line)

    def close(self) -> None:
        """Sign out and close every connection; may be called twice."""
        self.tokens.forget()
        self.line.client.close()


def _health(line: GatewayLine) -> str:
    answer = ask(line.client, "GET", f"{line.url}/v1/health")
    if answer.status != _OK:
        raise problem_failure(answer)
    told = schemas.read(schemas.HealthAnswer, schemas.parsed(answer)).time
    schemas.moment(told)
    return told


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
    line = GatewayLine(client, gateway_url, tokens, receipts, clock)
    return GatewayConnection(
        line=line,
        registry=GatewayRegistry(line),
        approvals=GatewayApprovals(line),
        events=GatewayEvents(line, lambda: _health(line)),
        sign_in=BrowserSignIn(client, issuer_url, client_id, terminal, tokens, clock),
        tokens=tokens,
    )

"""The JSON bodies of approvals that come in, strictly read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from counter_app.domain.approvals import ReturnReason
from gateway.counter.request_reading import Line, Strict

Base64Url = Annotated[str, Field(pattern=r"^[0-9A-Za-z_-]{43}$")]


class ApprovalQuery(Strict):
    """POST …/approve."""

    statement: Annotated[
        str, Field(max_length=4096, pattern=r"^[0-9A-Za-z_-]+\.[0-9A-Za-z_-]+\.[0-9A-Za-z_-]*$")
    ]


class ReturnQuery(Strict):
    """POST …/return."""

    reason: ReturnReason
    note: Line


class ApproverKeyJson(Strict):
    """A public key of an approver; a private member is one too many."""

    kty: Literal["EC"]
    crv: Literal["P-256"]
    x: Base64Url
    y: Base64Url
    kid: Base64Url
    alg: Literal["ES256"]
    use: Literal["sig"]


class ApproverKeyQuery(Strict):
    """POST /v1/approver-keys."""

    jwk: ApproverKeyJson

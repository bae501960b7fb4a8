"""A case that needs a second person, over the line: his own sign-in, his own key, told as it moves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import Any

import httpx
import pytest
from joserfc import jws
from joserfc.jwk import ECKey

from counter_app.domain.approvals import ApprovalClaims
from player.parts.gateway_process import GatewayInfo
from tests.integration.gateway.clerk import BY_AGENT, Clerk, token_of, trust

P0 = {"p0_sha256": "a" * 64, "renderer_id": "build-1"}
KEY = ECKey.generate_key("P-256")


def _public(key: ECKey) -> dict[str, str]:
    found = key.as_dict(private=False)
    named = {name: str(found[name]) for name in ("kty", "crv", "x", "y")}
    return {**named, "kid": key.thumbprint(), "alg": "ES256", "use": "sig"}


def _statement(record: dict[str, Any], approver: str) -> str:
    said = {"town_code": record["model"]["town_code"], "approver": approver}
    named = {one.name: record[one.name] for one in fields(ApprovalClaims) if one.name not in said}
    claims = ApprovalClaims(**said, **named).canonical()
    header = {"alg": "ES256", "kid": KEY.thumbprint(), "typ": "approval+jws"}
    return jws.serialize_compact(header, claims, KEY, algorithms=["ES256"])


@pytest.fixture
def asked(clerk: Clerk) -> Iterator[dict[str, str]]:
    """An agent's case, laid before the approvers; its sheets end with the test."""
    case_id = clerk.open_case()
    issue = clerk.allot(case_id, change=BY_AGENT)
    ticket = clerk.write(f"/v1/issues/{issue['issue_id']}/approval", P0)
    yield {"issue_id": issue["issue_id"], "approval_id": ticket["approval_id"]}
    void = [
        {"number": one["number"], "state": "void", "reason": "returned"}
        for one in clerk.read(f"/v1/ledger/{issue['issue_id']}")["sheets"]
        if one["state"] == "reserved"
    ]
    clerk.write(f"/v1/issues/{issue['issue_id']}/sheets", {"outcomes": void})


@contextmanager
def _listening(clerk: Clerk) -> Iterator[Iterator[str]]:
    headers = {"Authorization": f"Bearer {clerk.token}"}
    with clerk.client.stream("GET", "/v1/events", headers=headers, timeout=5) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        lines = response.iter_lines()
        assert [next(lines), next(lines), next(lines)] == ["event: connected", "data: {}", ""]
        yield lines


def _next_event(lines: Iterator[str]) -> str:
    for line in lines:
        if line.startswith("event: "):
            assert line == "event: approval"
            return str(json.loads(next(lines).removeprefix("data: "))["approval_id"])
    raise AssertionError("the stream ended")


def test_a_page_is_released_once_a_second_person_has_signed_it(
    clerk: Clerk, approver: Clerk, asked: dict[str, str]
) -> None:
    approval, release = f"/v1/approvals/{asked['approval_id']}", f"/v1/issues/{asked['issue_id']}/release"
    assert clerk.attempt(release, P0).json()["code"] == "APPROVAL_MISSING"
    approver.write("/v1/approver-keys", {"jwk": _public(KEY)})
    assert asked["approval_id"] in [one["approval_id"] for one in approver.read("/v1/approvals")["waiting"]]
    record = approver.read(f"{approval}/record", {})

    with _listening(clerk) as heard:
        approver.write(f"{approval}/approve", {"statement": _statement(record, "2001")})
        assert _next_event(heard) == asked["approval_id"]

    told = clerk.read(approval)
    assert (told["state"], told["decided_by"], told["approver_key"]) == (
        "approved",
        "佐藤　一郎",
        _public(KEY),
    )
    other = {**P0, "p0_sha256": "b" * 64}
    assert clerk.attempt(release, other).json()["code"] == "APPROVAL_MISSING"
    assert clerk.attempt(release, P0).status_code == 200


def test_the_clerks_second_account_reaches_nothing_of_his_case(
    gateway: GatewayInfo, asked: dict[str, str]
) -> None:
    with httpx.Client(base_url=gateway.api_url, verify=trust(gateway), timeout=10) as client:
        again = Clerk(client=client, token=token_of(gateway, "yamada2", "01"))
        path = f"/v1/approvals/{asked['approval_id']}"

        assert again.read("/v1/approvals") == {"waiting": []}
        refused = [
            again.attempt(f"{path}/record", {}),
            again.attempt(f"{path}/approve", {"statement": "a.b.c"}),
            again.attempt(f"{path}/return", {"reason": "page", "note": ""}),
        ]

    assert [(one.status_code, one.json()["code"]) for one in refused] == [(403, "APPROVER_IS_MAKER")] * 3


def test_an_approver_hears_what_is_laid_before_him_and_taken_back(
    clerk: Clerk, approver: Clerk, asked: dict[str, str]
) -> None:
    with _listening(approver) as heard:
        again = clerk.write(f"/v1/issues/{asked['issue_id']}/approval", P0)["approval_id"]
        assert {_next_event(heard), _next_event(heard)} == {asked["approval_id"], again}
        clerk.write(f"/v1/approvals/{again}/recall", {})
        assert _next_event(heard) == again


def test_the_heart_of_the_stream_beats_while_nothing_happens(clerk: Clerk) -> None:
    with _listening(clerk) as heard:
        beats = [line for line, _ in zip((one for one in heard if one), range(2), strict=False)]

    assert beats == [": heartbeat", ": heartbeat"]


def test_without_a_token_nobody_listens(gateway: GatewayInfo) -> None:
    answer = httpx.get(f"{gateway.api_url}/v1/events", verify=trust(gateway))

    assert (answer.status_code, answer.json()["code"]) == (401, "SIGN_IN_EXPIRED")

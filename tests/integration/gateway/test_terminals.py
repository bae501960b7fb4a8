"""Two counter PCs at one gateway, each signed in from its own installation file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from player.parts.gateway_process import GatewayInfo
from tests.integration.gateway.clerk import Clerk, SignInAttempt, token_of, trust

ROOT = Path(__file__).parents[3]
P0 = {"p0_sha256": "a" * 64, "renderer_id": "build-1"}


def _command(gateway: GatewayInfo, *arguments: str) -> None:
    data = gateway.installation_path.parent
    subprocess.run(
        [sys.executable, "-m", "gateway", "terminal", "--data", str(data), *arguments],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def second(gateway: GatewayInfo, tmp_path: Path) -> str:
    """The number of a terminal added while the gateway serves."""
    out = tmp_path / "installation.json"
    _command(gateway, "--counter", "3番窓口", "--out", str(out))
    added = json.loads(out.read_text("utf-8"))
    first = json.loads(gateway.installation_path.read_text("utf-8"))
    assert {**added, "terminal": "01", "counter": "2番窓口"} == first
    return str(added["terminal"])


def test_two_terminals_print_at_once_with_numbers_of_their_own(
    gateway: GatewayInfo, clerk: Clerk, second: str
) -> None:
    with httpx.Client(base_url=gateway.api_url, verify=trust(gateway), timeout=10) as client:
        neighbour = Clerk(client=client, token=token_of(gateway, "suzuki", second))
        places = [one.read("/v1/session") for one in (clerk, neighbour)]
        issues = [one.allot(one.open_case()) for one in (clerk, neighbour)]
        for one, issue in zip((clerk, neighbour), issues, strict=True):
            path = f"/v1/issues/{issue['issue_id']}"
            one.write(f"{path}/release", P0)
            outcomes = [{"number": s["number"], "state": "void", "reason": "jam"} for s in issue["stamps"]]
            busy = one.attempt(f"/v1/issues/{one.allot(one.open_case())['issue_id']}/release", P0)
            assert (busy.status_code, busy.json()["code"]) == (409, "PRINTER_BUSY")
            one.write(f"{path}/sheets", {"outcomes": outcomes})

    assert [place["counter"] for place in places] == ["2番窓口", "3番窓口"]
    numbers = [issue["stamps"][0]["number"].split("-")[1] for issue in issues]
    assert numbers == [place["terminal"] for place in places] == ["01", second]


def test_a_terminal_taken_out_of_use_is_signed_out_and_cannot_sign_in_again(
    gateway: GatewayInfo, second: str
) -> None:
    with httpx.Client(base_url=gateway.api_url, verify=trust(gateway), timeout=10) as client:
        clerk = Clerk(client=client, token=token_of(gateway, "suzuki", second))
        assert clerk.read("/v1/session")["terminal"] == second

        _command(gateway, "--retire", second)

        answer = clerk.ask("GET", "/v1/session")
    assert (answer.status_code, answer.json()["code"]) == (401, "SIGN_IN_EXPIRED")
    assert "使用を終えています" in SignInAttempt(gateway.issuer_url, second).page().text

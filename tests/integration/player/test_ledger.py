"""The player's own way to the ledger, against a real gateway over TLS."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from player.ledger import Counterpart, LedgerUnread, read
from player.parts.gateway_process import GatewayProcess

NOBODYS_ISSUE = "3f0f6c2a-6c0e-4a8e-9a53-0d5c6c1f9b11"


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GatewayProcess]:
    process = GatewayProcess(tmp_path_factory.mktemp("gateway"), residents=300)
    process.start()
    yield process
    process.stop()


def _counterpart(gateway: GatewayProcess, ca: Path | None = None) -> Counterpart:
    installation = json.loads(gateway.info.installation_path.read_text(encoding="utf-8"))
    return Counterpart(
        gateway=gateway.info.api_url,
        issuer=gateway.info.issuer_url,
        client_id=installation["client_id"],
        terminal=installation["terminal"],
        ca=ca or gateway.info.ca_path,
    )


def _password(gateway: GatewayProcess) -> str:
    staff = json.loads(gateway.info.staff_path.read_text(encoding="utf-8"))["staff"]
    return next(str(one["password"]) for one in staff if one["username"] == "yamada")


def test_the_sign_in_reaches_the_ledger_which_knows_no_such_issue(gateway: GatewayProcess) -> None:
    with pytest.raises(LedgerUnread, match="status 404"):
        read(_counterpart(gateway), NOBODYS_ISSUE, "yamada", _password(gateway))


def test_a_wrong_password_never_reaches_the_ledger(gateway: GatewayProcess) -> None:
    with pytest.raises(LedgerUnread, match="sign-in"):
        read(_counterpart(gateway), NOBODYS_ISSUE, "yamada", "not-the-word")


def test_a_gateway_that_another_authority_vouches_for_is_not_read(
    gateway: GatewayProcess, tmp_path: Path
) -> None:
    other = GatewayProcess(tmp_path / "other", residents=300)
    with other:
        foreign_ca = other.info.ca_path

    with pytest.raises(LedgerUnread, match="certificate"):
        read(_counterpart(gateway, foreign_ca), NOBODYS_ISSUE, "yamada", _password(gateway))

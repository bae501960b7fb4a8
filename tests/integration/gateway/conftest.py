"""One gateway process for all these tests, with a town of three hundred."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from player.parts.gateway_process import GatewayInfo, GatewayProcess
from tests.integration.gateway.clerk import Clerk, token_of, trust


@pytest.fixture(scope="session")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GatewayInfo]:
    with GatewayProcess(tmp_path_factory.mktemp("gateway"), exercise=True, residents=300) as process:
        yield process.info


@pytest.fixture(scope="session")
def _token(gateway: GatewayInfo) -> str:
    return token_of(gateway, "yamada")


@pytest.fixture
def clerk(gateway: GatewayInfo, _token: str) -> Iterator[Clerk]:
    with httpx.Client(base_url=gateway.api_url, verify=trust(gateway), timeout=10) as client:
        yield Clerk(client=client, token=_token)


@pytest.fixture(scope="session")
def _approver_token(gateway: GatewayInfo) -> str:
    return token_of(gateway, "sato")


@pytest.fixture
def approver(gateway: GatewayInfo, _approver_token: str) -> Iterator[Clerk]:
    with httpx.Client(base_url=gateway.api_url, verify=trust(gateway), timeout=10) as client:
        yield Clerk(client=client, token=_approver_token)

"""The registries under contract: the fake in memory, and the real gateway process over TLS."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from counter_app.domain.restrictions import Flag
from tests.contracts.registry_rigs import HEAD, WATANABE, RegistryRig
from tests.fakes.registry import FakeRegistry
from tests.integration.api.gateway_rig import GatewayRig


def _fake() -> RegistryRig:
    registry = FakeRegistry()

    def set_flags(resident_id: str, *flags: str) -> None:
        registry.town.flags[resident_id] = frozenset(Flag(flag) for flag in flags)

    def sign_out() -> None:
        registry.signed_in = False

    return RegistryRig(registry=registry, set_flags=set_flags, sign_out=sign_out)


@pytest.fixture(scope="session")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GatewayRig]:
    running = GatewayRig(tmp_path_factory.mktemp("gateway"))
    yield running
    running.stop()


@pytest.fixture(params=["fake", "gateway"])
def rig(request: pytest.FixtureRequest) -> Iterator[RegistryRig]:
    if request.param == "fake":
        yield _fake()
        return
    gateway: GatewayRig = request.getfixturevalue("gateway")
    connection = gateway.connect()
    gateway.sign_in(connection)
    found = RegistryRig(
        registry=connection.registry, set_flags=gateway.set_flags, sign_out=connection.sign_in.sign_out
    )
    yield found
    found.end_paper()
    for resident_id in (HEAD, WATANABE):
        gateway.set_flags(resident_id)
    connection.close()

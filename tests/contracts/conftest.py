"""The registries under contract: the fake in memory, and the real gateway process over TLS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from counter_app.domain.restrictions import Flag
from counter_app.infrastructure.api import GatewayConnection
from tests.contracts.approval_rigs import ApprovalRig
from tests.contracts.registry_rigs import HEAD, WATANABE, RegistryRig
from tests.fakes.approvals import FakeApprovalQueue, FakeApprovals
from tests.fakes.events import FakeEvents
from tests.fakes.registry import FakeRegistry
from tests.integration.api.gateway_rig import GatewayRig


def _fake(registry: FakeRegistry) -> RegistryRig:
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


@pytest.fixture(scope="session")
def approver(gateway: GatewayRig) -> Iterator[Callable[[str], GatewayConnection]]:
    """Sign a supervisor in at a PC of his own, once in a run; returns his connection by user name."""
    terminal = gateway.add_terminal("承認")
    opened: dict[str, GatewayConnection] = {}

    def signed_in(username: str) -> GatewayConnection:
        if username not in opened:
            opened[username] = gateway.connect(terminal=terminal)
            gateway.sign_in(opened[username], username)
        return opened[username]

    yield signed_in
    for connection in opened.values():
        connection.close()


@contextmanager
def _serving(gateway: GatewayRig) -> Iterator[tuple[RegistryRig, GatewayConnection]]:
    """A clerk signed in at the first counter; afterwards no sheet of his is loose, and no flag is set."""
    connection = gateway.connect()
    gateway.sign_in(connection)
    found = RegistryRig(
        registry=connection.registry, set_flags=gateway.set_flags, sign_out=connection.sign_in.sign_out
    )
    yield found, connection
    found.end_paper()
    for resident_id in (HEAD, WATANABE):
        gateway.set_flags(resident_id)
    connection.close()


@pytest.fixture(params=["fake", "gateway"])
def rig(request: pytest.FixtureRequest) -> Iterator[RegistryRig]:
    if request.param == "fake":
        yield _fake(FakeRegistry())
        return
    with _serving(request.getfixturevalue("gateway")) as (found, _connection):
        yield found


def _fake_approvals() -> ApprovalRig:
    registry = FakeRegistry()
    approvals = FakeApprovals(registry)
    events = FakeEvents(approvals)
    return ApprovalRig(
        clerk=_fake(registry),
        approvals=approvals,
        queue=FakeApprovalQueue(approvals),
        own_queue=FakeApprovalQueue(approvals, staff_id="1901", name="山田　花子", person="1001"),
        no_queue=FakeApprovalQueue(approvals, staff_id="1001", name="山田　花子"),
        clerks_events=events,
        approvers_events=events,
    )


@pytest.fixture(params=["fake", "gateway"])
def approval_rig(request: pytest.FixtureRequest) -> Iterator[ApprovalRig]:
    if request.param == "fake":
        yield _fake_approvals()
        return
    approver: Callable[[str], GatewayConnection] = request.getfixturevalue("approver")
    supervisor, himself = approver("saito"), approver("yamada2")
    with _serving(request.getfixturevalue("gateway")) as (found, connection):
        yield ApprovalRig(
            clerk=found,
            approvals=connection.approvals,
            queue=supervisor.approval_queue(supervisor.registry.session()),
            own_queue=himself.approval_queue(himself.registry.session()),
            no_queue=connection.approval_queue(connection.registry.session()),
            clerks_events=connection.events,
            approvers_events=supervisor.events,
        )

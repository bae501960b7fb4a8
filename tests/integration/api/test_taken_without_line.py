"""Requests taken while a real line is cut, kept in a real store: each is opened at a real gateway once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from counter_app.application.case_desk import CaseDesk
from counter_app.application.recovery import recover
from counter_app.application.taken_requests import TakenRequests
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import states
from counter_app.infrastructure.api import GatewayConnection
from counter_app.infrastructure.store import EncryptedJournal, StoreFile, open_store
from counter_app.infrastructure.store.event_codec import read_event, write_event
from counter_app.infrastructure.store.slip_numbers import EncryptedSlipNumbers
from player.parts.line import Line
from tests.fakes.lanes import FakeLanes
from tests.fakes.secrets import FakeSecrets
from tests.integration.api.gateway_rig import GatewayRig
from tests.unit.application.desk_under_test import DeskUnderTest
from tests.unit.domain.case_samples import TAKEN

SAID = replace(TAKEN, slip_number="", taken_at="")


class Program:
    """One start of the counter's program on a profile; ``die`` leaves store and gateway as they are."""

    def __init__(self, directory: Path, keyring: FakeSecrets, connection: GatewayConnection) -> None:
        self.lanes = FakeLanes()
        self.store: StoreFile = open_store(directory, keyring)
        rig = DeskUnderTest()
        self.queue = rig.queue
        self.bugs: list[BaseException] = []
        journal = EncryptedJournal(self.store, rig.clock)
        self.requests = TakenRequests(EncryptedSlipNumbers(self.store), self.lanes, rig.clock)
        self.desk = CaseDesk(
            desk=replace(rig.desk.desk, registry=connection.registry),
            journal=journal,
            lanes=self.lanes,
            write_event=write_event,
            changed=lambda _case_id: self.requests.go_on(),
            bug=self.bugs.append,
        )
        for case_id, state in recover(journal, read_event, write_event).cases.items():
            self.desk.adopt(case_id, state)
        self.requests.begin(self.desk)

    def take(self) -> str:
        case_id = self.desk.open()
        self.lanes.run_all()
        self.desk.tell(case_id, clerk.TakingChosen())
        self.lanes.run_all()
        self.requests.take(case_id, SAID)
        self.lanes.run_all()
        assert isinstance(self.desk.cases[case_id].state, states.Deferred)
        return case_id

    def settle(self) -> None:
        self.requests.line(up=True)
        self.lanes.run_all()

    def die(self) -> None:
        assert self.bugs == []
        self.store.close()


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GatewayRig]:
    running = GatewayRig(tmp_path_factory.mktemp("gateway"))
    yield running
    running.stop()


@pytest.fixture
def line(gateway: GatewayRig) -> Iterator[Line]:
    port = urlsplit(gateway.installation.gateway_url).port
    assert port is not None
    opened = Line(port)
    yield opened
    opened.stop()


@pytest.fixture
def connection(gateway: GatewayRig, line: Line) -> Iterator[GatewayConnection]:
    opened = gateway.connect(read_timeout_s=1.0, port=line.port)
    gateway.sign_in(opened)
    yield opened
    gateway.forget_faults()
    opened.close()


def next_number(connection: GatewayConnection) -> int:
    return int(connection.registry.open_case(str(uuid4()), str(uuid4()), str(uuid4())))


def numbers(program: Program) -> list[int]:
    found = [case.state for case in program.desk.cases.values()]
    assert all(isinstance(state, states.Parked) for state in found), found
    return [int(state.ref.number) for state in found]


@pytest.mark.parametrize("lost", [False, True], ids=["answers heard", "one answer lost after commit"])
def test_five_requests_taken_over_two_crashes_are_five_cases_in_a_row(
    tmp_path: Path, gateway: GatewayRig, connection: GatewayConnection, line: Line, *, lost: bool
) -> None:
    before, keyring = next_number(connection), FakeSecrets()
    program = Program(tmp_path, keyring, connection)
    line.cut()
    for _ in range(3):
        program.take()
    program.die()
    program = Program(tmp_path, keyring, connection)
    for _ in range(2):
        program.take()
    slips = [case.state.ref.taken for case in program.desk.cases.values()]
    assert len({slip.slip_number for slip in slips if slip is not None}) == 5

    line.mend()
    if lost:
        gateway.plan("/cases", drop_after_commit=True)
    program.requests.line(up=True)
    for _ in range(7):
        program.lanes.step()
    program.die()
    program = Program(tmp_path, keyring, connection)
    program.settle()
    program.settle()

    assert sorted(numbers(program)) == list(range(before + 1, before + 6))
    assert next_number(connection) == before + 6
    program.die()


def test_a_line_cut_again_in_the_midst_of_it_loses_and_doubles_none(
    tmp_path: Path, connection: GatewayConnection, line: Line
) -> None:
    before = next_number(connection)
    program = Program(tmp_path, FakeSecrets(), connection)
    line.cut()
    for _ in range(4):
        program.take()
    line.mend()
    program.requests.line(up=True)
    for _ in range(5):
        program.lanes.step()

    line.cut()
    program.lanes.run_all()
    waiting = [case.state for case in program.desk.cases.values()]
    assert any(isinstance(state, states.Deferred) for state in waiting)
    line.mend()
    program.settle()

    assert numbers(program) == list(range(before + 1, before + 5))
    assert next_number(connection) == before + 5
    program.die()

"""An approval over a failing gateway: whatever answer is lost, asked, approved and returned happen once."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from counter_app.application.port_errors import PortError, Refused, Unavailable, Uncertain
from counter_app.application.registry_port import Allotment
from counter_app.domain.approvals import ApprovalState, ReturnReason
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api import GatewayConnection
from counter_app.infrastructure.api.approvals import GatewayApprovalQueue
from tests.contracts.approval_rigs import RENDERER, Asked, by_agent
from tests.contracts.registry_rigs import P0, RegistryRig, key
from tests.integration.api.gateway_rig import GatewayRig

KEY_NAME = "approver-key-2003"


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GatewayRig]:
    running = GatewayRig(tmp_path_factory.mktemp("gateway"))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def office(gateway: GatewayRig) -> str:
    """The terminal of the approvers' PC."""
    return gateway.add_terminal("承認")


@pytest.fixture
def clerk(gateway: GatewayRig) -> Iterator[GatewayConnection]:
    opened = gateway.connect(read_timeout_s=1.0)
    gateway.sign_in(opened)
    yield opened
    gateway.forget_faults()
    opened.close()


@pytest.fixture
def supervisor(gateway: GatewayRig, office: str) -> Iterator[GatewayConnection]:
    opened = gateway.connect(read_timeout_s=1.0, terminal=office)
    gateway.sign_in(opened, "saito")
    yield opened
    gateway.forget_faults()
    opened.close()


@pytest.fixture
def queue(supervisor: GatewayConnection) -> GatewayApprovalQueue:
    return supervisor.approval_queue(supervisor.registry.session())


def _with(kind: type[PortError], code: FailureCode) -> pytest.RaisesExc[PortError]:
    return pytest.raises(kind, check=lambda error: error.failure.code is code)


def _allotted(gateway: GatewayRig, clerk: GatewayConnection) -> tuple[str, Allotment]:
    rig = RegistryRig(registry=clerk.registry, set_flags=gateway.set_flags, sign_out=clerk.sign_in.sign_out)
    return rig.allotted(by_agent)


def _asked(gateway: GatewayRig, clerk: GatewayConnection) -> Asked:
    case_id, allotment = _allotted(gateway, clerk)
    ticket = clerk.approvals.ask(key(), allotment.issue_id, P0, RENDERER)
    return Asked(case_id=case_id, allotment=allotment, ticket=ticket)


def _state(clerk: GatewayConnection, asked: Asked) -> ApprovalState:
    return clerk.approvals.status(asked.approval_id).state


def test_an_asking_whose_answer_was_lost_was_asked_once(
    gateway: GatewayRig, clerk: GatewayConnection, queue: GatewayApprovalQueue
) -> None:
    issue_id = _allotted(gateway, clerk)[1].issue_id
    before = len(queue.waiting())
    gateway.plan("/approval", drop_after_commit=True)

    ticket = clerk.approvals.ask(key(), issue_id, P0, RENDERER)

    assert clerk.approvals.status(ticket.approval_id).state is ApprovalState.WAITING
    assert len(queue.waiting()) == before + 1


def test_an_asking_in_doubt_is_asked_again_by_its_key_and_is_the_same(
    gateway: GatewayRig, clerk: GatewayConnection, queue: GatewayApprovalQueue
) -> None:
    issue_id = _allotted(gateway, clerk)[1].issue_id
    before, once = len(queue.waiting()), key()
    gateway.plan("/approval", delay_ms=1_500, times=2)

    with _with(Uncertain, FailureCode.GATEWAY_SLOW):
        clerk.approvals.ask(once, issue_id, P0, RENDERER)
    ticket = clerk.approvals.ask(once, issue_id, P0, RENDERER)

    assert clerk.approvals.ask(once, issue_id, P0, RENDERER) == ticket
    assert len(queue.waiting()) == before + 1


def test_a_statement_whose_answer_was_lost_counts_once(
    gateway: GatewayRig, clerk: GatewayConnection, queue: GatewayApprovalQueue
) -> None:
    asked = _asked(gateway, clerk)
    gateway.plan("/approve", drop_after_commit=True)

    queue.approve(key(), queue.read(asked.approval_id), P0)

    assert _state(clerk, asked) is ApprovalState.APPROVED


def test_a_statement_in_doubt_is_sent_again_as_it_was_and_counts_once(
    gateway: GatewayRig, clerk: GatewayConnection, queue: GatewayApprovalQueue
) -> None:
    asked = _asked(gateway, clerk)
    record, once = queue.read(asked.approval_id), key()
    gateway.plan("/approve", drop_after_commit=True)
    gateway.plan(once, status=500)

    with _with(Uncertain, FailureCode.GATEWAY_SLOW):
        queue.approve(once, record, P0)
    queue.approve(once, record, P0)

    assert _state(clerk, asked) is ApprovalState.APPROVED


def test_a_return_in_doubt_is_sent_again_and_counts_once(
    gateway: GatewayRig, clerk: GatewayConnection, queue: GatewayApprovalQueue
) -> None:
    asked, once = _asked(gateway, clerk), key()
    gateway.plan("/return", drop_after_commit=True)
    gateway.plan(once, status=500)

    with _with(Uncertain, FailureCode.GATEWAY_SLOW):
        queue.give_back(once, asked.approval_id, ReturnReason.PAGE, "")
    queue.give_back(once, asked.approval_id, ReturnReason.PAGE, "")

    assert _state(clerk, asked) is ApprovalState.RETURNED


def test_a_recall_whose_answer_was_lost_is_no_refusal(gateway: GatewayRig, clerk: GatewayConnection) -> None:
    asked = _asked(gateway, clerk)
    gateway.plan("/recall", drop_after_commit=True)

    clerk.approvals.recall(key(), asked.approval_id)

    assert _state(clerk, asked) is ApprovalState.RECALLED


def test_a_registration_whose_answer_was_lost_is_no_second_key(
    gateway: GatewayRig, clerk: GatewayConnection, supervisor: GatewayConnection
) -> None:
    fresh = supervisor.approval_queue(supervisor.registry.session())
    asked = _asked(gateway, clerk)
    gateway.plan("/approver-keys", drop_after_commit=True)

    fresh.approve(key(), fresh.read(asked.approval_id), P0)

    assert _state(clerk, asked) is ApprovalState.APPROVED


def test_a_gateway_that_fails_to_register_the_key_lets_nothing_be_approved(
    gateway: GatewayRig, clerk: GatewayConnection, queue: GatewayApprovalQueue
) -> None:
    asked = _asked(gateway, clerk)
    gateway.plan("/approver-keys", status=503, times=2)

    with _with(Unavailable, FailureCode.GATEWAY_FAULT):
        queue.approve(key(), queue.read(asked.approval_id), P0)

    assert _state(clerk, asked) is ApprovalState.WAITING


def test_a_key_that_was_broken_is_not_quietly_followed_by_another_one(
    gateway: GatewayRig,
    clerk: GatewayConnection,
    supervisor: GatewayConnection,
    office: str,
    logged_warnings: list[logging.LogRecord],
) -> None:
    staff = supervisor.registry.session()
    first, secrets = _asked(gateway, clerk), gateway.keyrings[office]
    registered = supervisor.approval_queue(staff)
    registered.approve(key(), registered.read(first.approval_id), P0)
    whole = secrets.kept[KEY_NAME]
    secrets.kept[KEY_NAME] = whole[:-9]

    second = _asked(gateway, clerk)
    queue = supervisor.approval_queue(staff)
    with _with(Refused, FailureCode.GATEWAY_REFUSED):
        queue.approve(key(), queue.read(second.approval_id), P0)
    assert _state(clerk, second) is ApprovalState.WAITING
    secrets.kept[KEY_NAME] = whole
    assert [record.getMessage() for record in logged_warnings] == ["approver_key_replaced"]
    logged_warnings.clear()


def test_an_answer_that_is_not_of_the_contract_is_no_status(
    gateway: GatewayRig, clerk: GatewayConnection
) -> None:
    asked = _asked(gateway, clerk)
    gateway.plan(asked.approval_id, malformed=True)

    with _with(Refused, FailureCode.GATEWAY_ANSWER_MALFORMED):
        _state(clerk, asked)


def test_a_gateway_that_does_not_tell_events_now_is_unavailable_and_one_that_tells_rubbish_malformed(
    gateway: GatewayRig, clerk: GatewayConnection
) -> None:
    gateway.plan("/events", status=503)
    with _with(Unavailable, FailureCode.GATEWAY_FAULT):
        clerk.events.follow(lambda _id: None, lambda: True)

    gateway.plan("/events", malformed=True)
    with _with(Refused, FailureCode.GATEWAY_ANSWER_MALFORMED):
        clerk.events.follow(lambda _id: None, lambda: True)


def test_a_token_of_nobody_hears_nothing(gateway: GatewayRig) -> None:
    nobody = gateway.connect()
    nobody.tokens.keep("not.a.token", 60)

    with _with(Refused, FailureCode.SIGN_IN_EXPIRED):
        nobody.events.follow(lambda _id: None, lambda: True)
    nobody.close()

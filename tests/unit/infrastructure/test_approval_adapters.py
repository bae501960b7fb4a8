"""The two sides of an approval over the line: what is sent, what is signed, and what happens only once."""

from __future__ import annotations

import json
import logging
from dataclasses import replace

import httpx
import pytest
from joserfc.jwk import ECKey

from counter_app.application.approval_port import ApprovalRecord
from counter_app.application.port_errors import PortError, Refused, Unavailable, Uncertain
from counter_app.domain.approvals import ApprovalClaims, ReturnReason
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api import approval_schemas
from counter_app.infrastructure.api.approvals import GatewayApprovalQueue, GatewayApprovals
from counter_app.infrastructure.approval_statement import read_statement
from tests.fakes.secrets import FakeSecrets
from tests.unit.infrastructure.answering_gateway import AnsweringGateway, refused
from tests.unit.infrastructure.approval_samples import APPROVAL, APPROVER, AT, P0, told_record, told_status

KEY = "6f1c7e0a-0000-4000-8000-000000000001"
KEYS = "/v1/approver-keys"
APPROVE = f"/v1/approvals/{APPROVAL}/approve"
RECORDED = {"recorded": 1}


class Approver:
    """An approver's queue at a gateway that records everything, with a keyring of its own."""

    def __init__(self) -> None:
        self.gateway = AnsweringGateway()
        self.gateway.answers = {f"POST {KEYS}": RECORDED, f"POST {APPROVE}": RECORDED}
        self.secrets = FakeSecrets()
        self.queue = GatewayApprovalQueue(self.gateway.line, APPROVER, lambda: self.secrets)
        self.record: ApprovalRecord = approval_schemas.record(told_record(), APPROVAL)

    def approve(self, key: str = KEY) -> None:
        self.queue.approve(key, self.record, P0)

    def said(self) -> ApprovalClaims:
        """The claims of the one statement that was sent, under the key that was registered."""
        (statement,) = {body["statement"] for body in self.gateway.bodies(APPROVE)}
        return read_statement(statement, self.gateway.bodies(KEYS)[-1]["jwk"])


def _with(kind: type[PortError], code: FailureCode) -> pytest.RaisesExc[PortError]:
    return pytest.raises(kind, check=lambda error: error.failure.code is code)


def cut_off(request: httpx.Request) -> httpx.Response:
    """It left, and no answer came."""
    raise httpx.ReadTimeout("", request=request)


def test_asking_sends_the_page_and_brings_the_ticket() -> None:
    gateway = AnsweringGateway()
    told = {
        "approval_id": APPROVAL,
        "nonce": "0f" * 16,
        "restriction_version": "state-1",
        "renderer_id": "renderer-1",
        "asked_at": AT,
    }
    gateway.answers = {"POST /v1/issues/issue-1/approval": told}

    ticket = GatewayApprovals(gateway.line).ask(KEY, "issue-1", P0, "renderer-1")

    assert ticket.approval_id == APPROVAL
    assert gateway.bodies("/v1/issues/issue-1/approval") == [{"p0_sha256": P0, "renderer_id": "renderer-1"}]


def test_a_status_is_read_and_a_recall_is_written() -> None:
    gateway = AnsweringGateway()
    gateway.answers = {
        f"GET /v1/approvals/{APPROVAL}": told_status(),
        f"POST /v1/approvals/{APPROVAL}/recall": RECORDED,
    }
    approvals = GatewayApprovals(gateway.line)

    assert approvals.status(APPROVAL).claims is not None
    approvals.recall(KEY, APPROVAL)

    assert [request.headers.get("Idempotency-Key") for request in gateway.asked] == [None, KEY]


def test_what_is_signed_names_the_record_the_page_and_the_approver() -> None:
    approver = Approver()

    approver.approve()

    record, said = approver.record, approver.said()
    assert (said.town_code, said.approver) == (APPROVER.town_code, APPROVER.staff_id)
    for name in ("approval_id", "case_id", "issue_id", "renderer_id", "restriction_version", "nonce"):
        assert getattr(said, name) == getattr(record, name)
    assert said.p0_sha256 == P0


def test_a_page_that_was_rendered_differently_here_is_not_signed_and_nothing_is_sent() -> None:
    approver = Approver()

    with _with(Refused, FailureCode.APPROVAL_DIFFERS):
        approver.queue.approve(KEY, approver.record, P0[:-1] + "c")

    assert approver.gateway.asked == []
    assert approver.secrets.kept == {}


def test_the_key_is_registered_once_for_a_sign_in_and_before_the_first_statement() -> None:
    approver = Approver()

    approver.approve()
    approver.approve(KEY[:-1] + "2")

    assert [request.url.path for request in approver.gateway.asked] == [KEYS, APPROVE, APPROVE]
    assert "d" not in approver.gateway.bodies(KEYS)[0]["jwk"]


def test_the_next_sign_in_registers_the_same_key_again() -> None:
    approver = Approver()
    approver.approve()

    again = GatewayApprovalQueue(approver.gateway.line, APPROVER, lambda: approver.secrets)
    again.approve(KEY[:-1] + "2", approver.record, P0)

    first, second = approver.gateway.bodies(KEYS)
    assert first == second


def test_a_registration_in_doubt_approved_nothing_and_is_sent_again_under_its_key() -> None:
    approver = Approver()
    approver.gateway.answers |= {f"POST {KEYS}": cut_off, "GET answers": cut_off}

    with _with(Unavailable, FailureCode.GATEWAY_SLOW):
        approver.approve()
    approver.gateway.answers[f"POST {KEYS}"] = RECORDED
    approver.approve()

    sent = [one for one in approver.gateway.asked if one.url.path == KEYS]
    assert len(sent) == 2
    assert len({(one.headers["Idempotency-Key"], one.content) for one in sent}) == 1


def test_an_approval_in_doubt_is_sent_again_as_it_was_signed_and_not_signed_anew() -> None:
    approver = Approver()
    approver.gateway.answers |= {f"POST {APPROVE}": cut_off, "GET answers": cut_off}

    with _with(Uncertain, FailureCode.GATEWAY_SLOW):
        approver.approve()
    approver.gateway.answers[f"POST {APPROVE}"] = RECORDED
    approver.approve()

    assert len(approver.gateway.bodies(APPROVE)) == 2
    assert approver.said().nonce == approver.record.nonce


def test_another_record_under_the_same_key_is_never_approved_with_the_first_ones_signature() -> None:
    approver = Approver()
    approver.gateway.answers |= {f"POST {APPROVE}": cut_off, "GET answers": cut_off}
    with pytest.raises(Uncertain):
        approver.approve()

    approver.record = replace(approver.record, nonce="1e" * 16)
    approver.gateway.answers[f"POST {APPROVE}"] = RECORDED
    approver.approve()

    last = approver.gateway.bodies(APPROVE)[-1]["statement"]
    assert read_statement(last, approver.gateway.bodies(KEYS)[0]["jwk"]).nonce == "1e" * 16


@pytest.mark.parametrize(
    "code",
    [
        FailureCode.APPROVER_IS_MAKER,
        FailureCode.APPROVAL_DIFFERS,
        FailureCode.ISSUE_HELD,
        FailureCode.RECORD_CHANGED,
        FailureCode.GATEWAY_REFUSED,
    ],
)
def test_the_gateways_no_to_an_approval_is_told_by_its_code(code: FailureCode) -> None:
    approver = Approver()
    approver.gateway.answers[f"POST {APPROVE}"] = refused(409, code.value)

    with _with(Refused, code):
        approver.approve()


def test_without_a_keyring_nothing_is_approved() -> None:
    approver = Approver()
    approver.secrets.absent = True

    with _with(Unavailable, FailureCode.KEYRING_ABSENT):
        approver.approve()
    assert approver.gateway.asked == []


def test_a_broken_key_is_replaced_and_the_new_one_registered_before_it_signs(
    logged_warnings: list[logging.LogRecord],
) -> None:
    approver = Approver()
    broken = ECKey.generate_key("P-256").as_dict(private=True) | {"d": "AAAA"}
    approver.secrets.kept["approver-key-2003"] = json.dumps(broken)

    approver.approve()

    assert approver.said().p0_sha256 == P0
    assert [record.getMessage() for record in logged_warnings] == ["approver_key_replaced"]
    logged_warnings.clear()


def test_queue_and_record_are_read_and_giving_back_sends_reason_and_words() -> None:
    gateway, told = AnsweringGateway(), told_record()
    give_back = f"/v1/approvals/{APPROVAL}/return"
    gateway.answers = {
        "GET /v1/approvals": {"waiting": []},
        f"POST /v1/approvals/{APPROVAL}/record": told,
        f"POST {give_back}": RECORDED,
    }
    queue = GatewayApprovalQueue(gateway.line, APPROVER, FakeSecrets)

    assert queue.waiting() == ()
    assert queue.read(APPROVAL).requester_name == told["requester_name"]
    queue.give_back(KEY, APPROVAL, ReturnReason.PAPERS, "委任状の日付")

    assert gateway.bodies(give_back) == [{"reason": "papers", "note": "委任状の日付"}]
    assert gateway.bodies(f"/v1/approvals/{APPROVAL}/record") == [{}]

"""The service is what ``resources/api/counter-api.yaml`` says: operations, shapes, generated calls."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import requests
import schemathesis
import yaml
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, settings
from pydantic import BaseModel
from schemathesis import GenerationMode

import resources
from gateway.api import approval_wire, wire
from gateway.api.approval_routes import router as approvals
from gateway.api.routes import router
from gateway.counter import request_reading
from player.parts.gateway_process import GatewayInfo
from tests.integration.gateway.clerk import BY_AGENT, Clerk

TEXT = resources.read_text("api/counter-api.yaml")
CONTRACT: dict[str, Any] = yaml.safe_load(TEXT)
SHAPES: dict[str, type[BaseModel]] = {
    "CaseOpening": wire.CaseOpening,
    "HouseholdQuery": wire.HouseholdQuery,
    "AllotmentQuery": wire.AllotmentQuery,
    "ReleaseQuery": wire.ReleaseQuery,
    "SheetOutcomes": wire.SheetOutcomes,
    "SheetOutcome": wire.SheetOutcomeJson,
    "Payment": wire.PaymentJson,
    "CaseEnd": wire.CaseEnd,
    "IssueRequest": request_reading.IssueRequestJson,
    "IdentityClaim": request_reading.IdentityClaimJson,
    "Paper": request_reading.PaperJson,
    "RequestForm": request_reading.RequestFormJson,
    "Selection": request_reading.SelectionJson,
    "Agent": request_reading.AgentJson,
    "ApprovalQuery": approval_wire.ApprovalQuery,
    "ReturnQuery": approval_wire.ReturnQuery,
    "ApproverKeyQuery": approval_wire.ApproverKeyQuery,
    "ApproverKey": approval_wire.ApproverKeyJson,
}
OF_APPROVERS = {"waiting_approvals", "approval_record", "approve", "return_approval", "register_approver_key"}
# The events have no end: what they say is tried in test_approval_events.
schema = schemathesis.openapi.from_dict(CONTRACT).exclude(operation_id="events")


def test_the_service_offers_the_contracts_operations_and_no_others() -> None:
    served = {
        (method.lower(), route.path)
        for route in (*router.routes, *approvals.routes)
        if isinstance(route, APIRoute)
        for method in route.methods or ()
    }
    promised = {(method, path) for path, operations in CONTRACT["paths"].items() for method in operations}

    assert served == promised


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_what_is_read_has_the_contracts_members(name: str) -> None:
    promised = CONTRACT["components"]["schemas"][name]

    assert set(SHAPES[name].model_fields) == set(promised["properties"])
    assert {k for k, field in SHAPES[name].model_fields.items() if field.is_required()} == set(
        promised["required"]
    )
    assert promised["additionalProperties"] is False


def test_every_write_takes_a_key_and_every_operation_but_health_a_token() -> None:
    key = {"$ref": "#/components/parameters/IdempotencyKey"}
    reads = {"find_residents", "read_household", "check", "approval_record"}
    for path, operations in CONTRACT["paths"].items():
        for method, operation in operations.items():
            writes = method == "post" and operation["operationId"] not in reads
            assert (key in operation.get("parameters", [])) is writes, path
            assert (operation.get("security") == []) is (operation["operationId"] == "health")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A clerk's line to the service, and an approver's."""

    clerk: requests.Session
    approver: requests.Session


@schema.parametrize()
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_the_running_service_conforms_under_generated_calls(
    case: schemathesis.Case[Any], lines: Lines, issue_at_hand: dict[str, str], gateway: GatewayInfo
) -> None:
    # Half of the good calls go to what exists, or nearly all of them would end at 404.
    good = case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE
    if good and case.path_parameters and uuid.uuid5(uuid.NAMESPACE_URL, repr(case.body)).int % 2:
        for name, value in issue_at_hand.items():
            if name in case.path_parameters:
                case.path_parameters[name] = value
    of_approvers = case.operation.definition.raw["operationId"] in OF_APPROVERS
    line = lines.approver if of_approvers else lines.clerk
    response = case.call(base_url=gateway.api_url, session=line, verify=str(gateway.ca_path))
    case.validate_response(response, excluded_checks=[schemathesis.checks.ignored_auth])


@pytest.fixture
def lines(clerk: Clerk, approver: Clerk) -> Iterator[Lines]:
    with requests.Session() as mine, requests.Session() as his:
        mine.headers["Authorization"] = f"Bearer {clerk.token}"
        his.headers["Authorization"] = f"Bearer {approver.token}"
        yield Lines(clerk=mine, approver=his)


@pytest.fixture
def issue_at_hand(clerk: Clerk) -> Iterator[dict[str, str]]:
    case_id = clerk.open_case()
    issue_id = clerk.allot(case_id, change=BY_AGENT)["issue_id"]
    page = {"p0_sha256": "a" * 64, "renderer_id": "build-1"}
    approval_id = clerk.write(f"/v1/issues/{issue_id}/approval", page)["approval_id"]
    yield {"case_id": case_id, "issue_id": issue_id, "approval_id": approval_id}
    # Else a release that was generated would keep the printer from the next test.
    loose = {"reserved", "spooled"}
    outcomes = [
        {"number": sheet["number"], "state": "void", "reason": "not_printed"}
        for sheet in clerk.read(f"/v1/ledger/{issue_id}")["sheets"]
        if sheet["state"] in loose
    ]
    if outcomes:
        clerk.write(f"/v1/issues/{issue_id}/sheets", {"outcomes": outcomes})

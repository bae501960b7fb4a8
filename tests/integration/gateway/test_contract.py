"""The service is what ``resources/api/counter-api.yaml`` says: operations, shapes, generated calls."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
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
from gateway.api import wire
from gateway.api.routes import router
from gateway.counter import request_reading
from player.parts.gateway_process import GatewayInfo
from tests.integration.gateway.clerk import Clerk

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
}
schema = schemathesis.openapi.from_dict(CONTRACT)


def test_the_service_offers_the_contracts_operations_and_no_others() -> None:
    served = {
        (method.lower(), route.path)
        for route in router.routes
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
    reads = {"find_residents", "read_household", "check"}
    for path, operations in CONTRACT["paths"].items():
        for method, operation in operations.items():
            writes = method == "post" and operation["operationId"] not in reads
            assert (key in operation.get("parameters", [])) is writes, path
            assert (operation.get("security") == []) is (operation["operationId"] == "health")


@schema.parametrize()
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_the_running_service_conforms_under_generated_calls(
    case: schemathesis.Case[Any], line: requests.Session, issue_at_hand: tuple[str, str], gateway: GatewayInfo
) -> None:
    case_id, issue_id = issue_at_hand
    # Half of the good calls go to what exists, or nearly all of them would end at 404.
    good = case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE
    if good and case.path_parameters and uuid.uuid5(uuid.NAMESPACE_URL, repr(case.body)).int % 2:
        for name, value in (("case_id", case_id), ("issue_id", issue_id)):
            if name in case.path_parameters:
                case.path_parameters[name] = value
    response = case.call(base_url=gateway.api_url, session=line, verify=str(gateway.ca_path))
    case.validate_response(response, excluded_checks=[schemathesis.checks.ignored_auth])


@pytest.fixture
def line(clerk: Clerk, gateway: GatewayInfo) -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {clerk.token}"
        yield session


@pytest.fixture
def issue_at_hand(clerk: Clerk) -> Iterator[tuple[str, str]]:
    case_id = clerk.open_case()
    issue_id = clerk.allot(case_id)["issue_id"]
    yield case_id, issue_id
    # Else a release that was generated would keep the printer from the next test.
    loose = {"reserved", "spooled"}
    outcomes = [
        {"number": sheet["number"], "state": "void", "reason": "not_printed"}
        for sheet in clerk.read(f"/v1/ledger/{issue_id}")["sheets"]
        if sheet["state"] in loose
    ]
    if outcomes:
        clerk.write(f"/v1/issues/{issue_id}/sheets", {"outcomes": outcomes})

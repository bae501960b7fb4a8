"""The operations of ``resources/api/counter-api.yaml``, one function each, in its order."""

from __future__ import annotations

import base64
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from gateway.api.calls import Call, Service, idempotency_key, identifier, json_answer, receive_call
from gateway.api.wire import (
    AllotmentQuery,
    CaseEnd,
    CaseOpening,
    Empty,
    HouseholdQuery,
    PaymentJson,
    ReleaseQuery,
    ResidentSearch,
    SheetOutcomes,
    members,
    read,
    text,
)
from gateway.clock import stamp, today
from gateway.counter.allotting import allot
from gateway.counter.cases import CaseState, open_case
from gateway.counter.closing import hand_over, record_outcome, record_payment, record_sheets
from gateway.counter.deciding import check, same_case
from gateway.counter.ledger import ledger_entry
from gateway.counter.releasing import release
from gateway.counter.request_reading import IssueRequestJson
from gateway.counter.viewing import find_residents, read_household

router = APIRouter(prefix="/v1")
Incoming = Annotated[Call, Depends(receive_call)]


@router.get("/health")
def get_health(request: Request) -> Response:
    """Tell that the gateway answers, and its time."""
    service: Service = request.app.state.service
    return json_answer(text({"status": "ok", "time": stamp(service.clock), "build": service.build}))


@router.get("/session")
def get_session(call: Incoming) -> Response:
    """Tell who is signed in, with the pack in force and the public keys."""
    staff, office, place = call.act.staff, call.act.office, call.act.place
    pack: dict[str, Any] = dict(office.pack_of(today(office.clock)))
    pack["effective"] = pack["effective"].isoformat()
    return json_answer(
        text(
            {
                "staff_id": staff.staff_id,
                "staff_name": staff.name,
                "role": staff.role.value,
                "town_code": office.town_code,
                "town_name": pack["town"]["name"],
                "office": place.office,
                "counter": place.counter,
                "terminal": place.terminal,
                "now": stamp(office.clock),
                "training": office.training,
                "pack": pack,
                "keys": office.keys.public(),
            }
        )
    )


@router.post("/cases")
def post_case(call: Incoming) -> Response:
    """Open a case."""
    body = read(CaseOpening, call.body)
    return call.writing(lambda tx, act: {"number": open_case(tx, act, body.case_id, body.visit_id)})


@router.post("/cases/{case_id}/residents/search")
def post_search(case_id: str, call: Incoming) -> Response:
    """Find persons."""
    case_id, criteria = identifier(case_id), read(ResidentSearch, call.body).criteria()
    return call.logged(
        lambda tx, act: {"hits": [members(hit) for hit in find_residents(tx, act, case_id, criteria)]}
    )


@router.post("/cases/{case_id}/household")
def post_household(case_id: str, call: Incoming) -> Response:
    """Read a household."""
    case_id, body = identifier(case_id), read(HouseholdQuery, call.body)
    return call.logged(lambda tx, act: members(read_household(tx, act, case_id, body.resident_id)))


@router.post("/cases/{case_id}/check")
def post_check(case_id: str, call: Incoming) -> Response:
    """Apply the rules."""
    request = read(IssueRequestJson, call.body).to_domain()
    same_case(identifier(case_id), request)
    return call.logged(lambda tx, act: members(check(tx, act, request)))


@router.post("/cases/{case_id}/issues")
def post_issue(case_id: str, call: Incoming) -> Response:
    """Record an issue and allot its numbers."""
    body = read(AllotmentQuery, call.body)
    request = body.request.to_domain()
    same_case(identifier(case_id), request)
    return call.writing(lambda tx, act: members(allot(tx, act, request, body.model_sha256)))


@router.post("/cases/{case_id}/outcome")
def post_outcome(case_id: str, call: Incoming) -> Response:
    """End a case as held or withdrawn."""
    case_id, body = identifier(case_id), read(CaseEnd, call.body)
    state = CaseState(body.outcome)
    return call.writing(lambda tx, act: {"recorded": record_outcome(tx, act, case_id, state, body.reason)})


@router.post("/issues/{issue_id}/release")
def post_release(issue_id: str, call: Incoming) -> Response:
    """Release P0 and give the seal."""
    issue_id, body = identifier(issue_id), read(ReleaseQuery, call.body)

    def effect(tx: Any, act: Any) -> dict[str, object]:
        seal = release(tx, act, issue_id, body.p0_sha256, body.renderer_id)
        return {"seal_png_base64": base64.b64encode(seal.png).decode("ascii"), "edge_mm": seal.edge_mm}

    return call.writing_anew(effect)


@router.post("/issues/{issue_id}/sheets")
def post_sheets(issue_id: str, call: Incoming) -> Response:
    """Record what became of sheets."""
    issue_id, outcomes = identifier(issue_id), read(SheetOutcomes, call.body).to_domain()
    return call.writing(lambda tx, act: {"recorded": record_sheets(tx, act, issue_id, outcomes)})


@router.post("/issues/{issue_id}/payment")
def post_payment(issue_id: str, call: Incoming) -> Response:
    """Record the fee."""
    issue_id, payment = identifier(issue_id), read(PaymentJson, call.body).to_domain()
    return call.writing(lambda tx, act: {"receipt_number": record_payment(tx, act, issue_id, payment)})


@router.post("/issues/{issue_id}/handover")
def post_handover(issue_id: str, call: Incoming) -> Response:
    """Record the hand-over."""
    issue_id = identifier(issue_id)
    read(Empty, call.body)
    return call.writing(lambda tx, act: {"recorded": hand_over(tx, act, issue_id)})


@router.get("/answers/{key}")
def get_answer(key: str, call: Incoming) -> Response:
    """Give a stored answer again."""
    return call.stored(idempotency_key(key))


@router.get("/ledger/{issue_id}")
def get_ledger(issue_id: str, call: Incoming) -> Response:
    """Give the ledger's entry of an issue."""
    issue_id = identifier(issue_id)
    return call.reading(lambda tx, act: members(ledger_entry(tx, act, issue_id)))

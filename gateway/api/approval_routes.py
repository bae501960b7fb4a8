"""The operations of 承認 in ``resources/api/counter-api.yaml``, one function each."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from fastapi.responses import StreamingResponse

from gateway.api.approval_wire import ApprovalQuery, ApproverKeyQuery, ReturnQuery
from gateway.api.calls import Call, identifier, receive_call
from gateway.api.event_stream import Listener, told
from gateway.api.wire import Empty, ReleaseQuery, members, read
from gateway.counter.approval_record import approval_record
from gateway.counter.approver_keys import register_key
from gateway.counter.approving import approve, give_back, waiting_approvals
from gateway.counter.asking import approval_status, ask_approval, recall_approval

router = APIRouter(prefix="/v1")
Incoming = Annotated[Call, Depends(receive_call)]


@router.post("/issues/{issue_id}/approval")
def post_approval(issue_id: str, call: Incoming) -> Response:
    """Lay a page before the approvers."""
    issue_id, body = identifier(issue_id), read(ReleaseQuery, call.body)
    return call.writing(
        lambda tx, act: members(ask_approval(tx, act, issue_id, body.p0_sha256, body.renderer_id))
    )


@router.get("/approvals")
def get_approvals(call: Incoming) -> Response:
    """List what waits."""
    return call.reading(lambda tx, act: {"waiting": [members(one) for one in waiting_approvals(tx, act)]})


@router.get("/approvals/{approval_id}")
def get_approval(approval_id: str, call: Incoming) -> Response:
    """Tell where an approval is."""
    approval_id = identifier(approval_id)
    return call.reading(lambda tx, act: members(approval_status(tx, act, approval_id)))


@router.post("/approvals/{approval_id}/recall")
def post_recall(approval_id: str, call: Incoming) -> Response:
    """Take an approval back."""
    approval_id = identifier(approval_id)
    read(Empty, call.body)
    return call.writing(lambda tx, act: {"recorded": recall_approval(tx, act, approval_id)})


@router.post("/approvals/{approval_id}/record")
def post_record(approval_id: str, call: Incoming) -> Response:
    """Give the record that is to be approved."""
    approval_id = identifier(approval_id)
    read(Empty, call.body)
    return call.logged(lambda tx, act: members(approval_record(tx, act, approval_id)))


@router.post("/approvals/{approval_id}/approve")
def post_approve(approval_id: str, call: Incoming) -> Response:
    """Approve by a signed statement."""
    approval_id, body = identifier(approval_id), read(ApprovalQuery, call.body)
    return call.writing(lambda tx, act: {"recorded": approve(tx, act, approval_id, body.statement)})


@router.post("/approvals/{approval_id}/return")
def post_return(approval_id: str, call: Incoming) -> Response:
    """Return a case to its clerk."""
    approval_id, body = identifier(approval_id), read(ReturnQuery, call.body)
    return call.writing(lambda tx, act: {"recorded": give_back(tx, act, approval_id, body.reason, body.note)})


@router.post("/approver-keys")
def post_approver_key(call: Incoming) -> Response:
    """Put an approver's public key on record."""
    jwk = read(ApproverKeyQuery, call.body).jwk.model_dump()
    return call.writing(lambda tx, act: {"recorded": register_key(tx, act, jwk)})


@router.get("/events")
def get_events(call: Incoming) -> Response:
    """Tell what happens to approvals, as it happens."""
    listener = Listener(service=call.service, act=call.act, authorization=call.authorization)
    return StreamingResponse(
        told(listener), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )

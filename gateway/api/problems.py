"""Errors as application/problem+json (RFC 9457): a status, a failure code, no person, no trace."""

from __future__ import annotations

import json
from http import HTTPStatus

import structlog
from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from counter_app.domain.failures import FailureCode
from gateway.refusals import Refusal

_log = structlog.get_logger("gateway")
MEDIA_TYPE = "application/problem+json"


def problem(refusal: Refusal) -> Response:
    """Return the answer for ``refusal``."""
    body = {
        "type": f"urn:madoguchi:failure:{refusal.code.value}",
        "title": HTTPStatus(refusal.status).phrase,
        "status": refusal.status,
        "code": refusal.code.value,
        "detail": refusal.detail,
    }
    headers = {"Cache-Control": "no-store"}
    if refusal.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = 'Bearer error="invalid_token"'
    return Response(json.dumps(body), status_code=refusal.status, media_type=MEDIA_TYPE, headers=headers)


async def _refused(request: Request, error: Exception) -> Response:
    if not isinstance(error, Refusal):
        return await _fault(request, error)
    _log.info("refused", status=error.status, code=error.code.value, detail=error.detail)
    return problem(error)


async def _http_error(_request: Request, error: Exception) -> Response:
    """Answer what no route answers: an unknown path, a wrong method."""
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.INTERNAL_SERVER_ERROR
    answer = problem(Refusal(int(status), FailureCode.GATEWAY_REFUSED, "no such operation"))
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    return answer


async def _fault(_request: Request, error: Exception) -> Response:
    """Answer a bug of ours. Its kind is logged, its message is not: it may quote a record."""
    _log.error("fault", kind=type(error).__name__)
    return problem(Refusal(500, FailureCode.GATEWAY_FAULT, "the gateway failed"))


def answer_problems(app: FastAPI) -> None:
    """Make ``app`` answer every error as a problem."""
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _fault)

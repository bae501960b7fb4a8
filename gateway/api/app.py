"""The API as an application; its contract is ``resources/api/counter-api.yaml``, written by hand."""

from __future__ import annotations

from fastapi import FastAPI

from gateway.api.approval_routes import router as approvals
from gateway.api.calls import Service
from gateway.api.problems import answer_problems
from gateway.api.routes import router


def build_api(service: Service) -> FastAPI:
    """Return the API over ``service``."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.service = service
    app.include_router(router)
    app.include_router(approvals)
    answer_problems(app)
    return app

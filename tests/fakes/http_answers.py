"""Answers for ``httpx.MockTransport`` that come piece by piece, as they do from a line."""

from __future__ import annotations

import json
from typing import Any

import httpx


def json_answer(body: Any, status: int = 200) -> httpx.Response:
    """Return ``body`` as an answer that is not read yet."""
    pieces = iter([json.dumps(body).encode()])
    return httpx.Response(status, headers={"Content-Type": "application/json"}, content=pieces)

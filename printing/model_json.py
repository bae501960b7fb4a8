"""MODEL.json: a render job as JSON, read strictly, refused with the place that is wrong.

The schema follows from ``RenderJob``; nothing is coerced, nothing unknown is let through.
"""

from __future__ import annotations

import dataclasses
import json
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.render_model import SCHEMA_VERSION, RenderJob


@cache
def _adapter() -> TypeAdapter[RenderJob]:
    return TypeAdapter(RenderJob)


def schema() -> dict[str, Any]:
    """Return the JSON schema (2020-12) of MODEL.json."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "MODEL.json",
        **_closed(_adapter().json_schema()),
    }


def _closed(node: Any) -> Any:
    """Close every object of the schema: a key that is not known is a mistake."""
    if isinstance(node, list):
        return [_closed(each) for each in node]
    if not isinstance(node, dict):
        return node
    closed = {key: _closed(value) for key, value in node.items()}
    return closed | {"additionalProperties": False} if "properties" in closed else closed


def _unknown_key(value: object, kind: Any, place: str) -> str | None:
    """Return the place of the first key that ``kind`` does not have; None if there is none."""
    if dataclasses.is_dataclass(kind) and isinstance(value, dict):
        hints = get_type_hints(kind)
        for key, inner in value.items():
            at = f"{place}.{key}" if place else str(key)
            found = at if key not in hints else _unknown_key(inner, hints[key], at)
            if found:
                return found
    if get_origin(kind) is tuple and isinstance(value, list):
        inside = get_args(kind)[0]
        places = (_unknown_key(each, inside, f"{place}[{index}]") for index, each in enumerate(value))
        return next((found for found in places if found), None)
    return None


def _place(location: tuple[int | str, ...]) -> str:
    """Write a location as ``model.persons[2].name``."""
    place = ""
    for part in location:
        place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else part
    return place


def _refused(where: str) -> Refused:
    return Refused(FailureCode.RENDER_MODEL_INVALID, location=where)


def read_model(text: str) -> RenderJob:
    """Return the job that ``text`` holds.

    Raises Refused(RENDER_MODEL_INVALID); its fact ``location`` names the line and column (no JSON) or the
    field (``model.persons[2].name``), never a value.
    """
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise _refused(f"{error.lineno}:{error.colno}") from error
    unknown = _unknown_key(document, RenderJob, "")
    if unknown:
        raise _refused(unknown)
    try:
        job = _adapter().validate_json(text, strict=True)
    except ValidationError as error:
        raise _refused(_place(error.errors()[0]["loc"])) from error
    if job.model.schema != SCHEMA_VERSION:
        raise _refused("model.schema")
    return job


def write_model(job: RenderJob) -> str:
    """Return ``job`` as MODEL.json; ``read_model`` gives it back."""
    return json.dumps(dataclasses.asdict(job), ensure_ascii=False, indent=2) + "\n"

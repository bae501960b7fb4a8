"""個人番号 and 住民票コード: read for a page that prints them, shown under the view log, kept nowhere.

No table of the gateway has them, nor has the answer kept of an allotment (knowledge/domain.md 1.2, ADR 0019).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from counter_app.domain.certificates import NEED_APPROVAL
from counter_app.domain.render_model import Numbers, RenderModel
from counter_app.domain.requests import IssueRequest
from gateway.counter.office import Act
from gateway.counter.view_log import MY_NUMBER, note_view
from gateway.refusals import record_changed


def asks_for_numbers(request: IssueRequest) -> bool:
    """Tell whether the page asked for prints a number."""
    return bool(request.selection.items & NEED_APPROVAL)


def numbers_for(act: Act, request: IssueRequest) -> Mapping[str, Numbers] | None:
    """Read the numbers of those printed, None where none was asked for.

    Call it only where the rules said ``approval``. Raises 409 RECORD_CHANGED where somebody has none.
    """
    if not asks_for_numbers(request):
        return None
    wanted = request.selection.resident_ids
    found = act.office.core.numbers(wanted)
    if any(resident_id not in found for resident_id in wanted):
        raise record_changed("somebody printed has no number")
    return found


def note_numbers(tx: Connection, act: Act, request: IssueRequest) -> None:
    """Record that numbers leave the gateway with this answer, if any do."""
    if asks_for_numbers(request):
        note_view(tx, act, request.case_id, MY_NUMBER, request.selection.resident_ids)


def kept_of(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what may be kept of an answer: the very answer, without its model if that shows a number."""
    model = answer.get("model")
    persons = model["persons"] if isinstance(model, Mapping) else ()
    printed = [person[name] for person in persons for name in ("my_number", "resident_code")]
    if not any(text.isascii() and text.isdigit() for text in printed):
        return answer
    return {name: value for name, value in answer.items() if name != "model"}


def model_kept(model: RenderModel) -> str:
    """Return the model as the ledger keeps it, canonical JSON: its numbers masked."""
    return model.masked().canonical().decode()

"""Records an issue, allots its numbers and signs its codes (design.md 6): the gateway's own model counts."""

from __future__ import annotations

import json
import secrets
import uuid
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import Connection, insert

from counter_app.domain.render_model import RenderModel, SheetStamp, compose, paginate
from counter_app.domain.requests import IssueRequest, Outcome
from counter_app.domain.sheet_code import JOB_BYTES, MODEL_HASH_BYTES, SheetClaims
from counter_app.domain.sheets import SheetState
from gateway.clock import stamp, today
from gateway.counter.cases import open_case_of
from gateway.counter.deciding import Decision, decide, decided_against, record_decision
from gateway.counter.numbers import next_number
from gateway.counter.office import Act
from gateway.counter.printed_numbers import model_kept, note_numbers, numbers_for
from gateway.refusals import issue_held, record_changed
from gateway.store.tables import issues, sheets

SERIAL_COUNTER = "serial"


def serial_counter(act: Act) -> str:
    """Name the counter that numbers the sheets of this terminal."""
    return f"{SERIAL_COUNTER}-{act.place.terminal}"


def numbered_at(act: Act) -> str:
    """Return how the number of every sheet begins that was numbered at this terminal."""
    return f"{act.town}-{act.place.terminal}-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotment:
    """The gateway's own record of an issue. ``job`` in hex (8 bytes); ``fee`` in yen for all copies."""

    issue_id: str
    job: str
    model: RenderModel
    stamps: tuple[SheetStamp, ...]
    fee: int


def composed(act: Act, decision: Decision, request: IssueRequest, day: date) -> RenderModel:
    """Compose the model of an allowed request from the register as it is now, numbers and all.

    The numbers are read only where the rules sent the request to an approver.
    """
    if decision.household is None:
        raise issue_held()
    training = act.office.training
    numbers = numbers_for(act, request) if decision.outcome is Outcome.APPROVAL else None
    pack = act.office.pack()
    return compose(decision.household, request.selection, pack, day, training=training, numbers=numbers)


def allot(tx: Connection, act: Act, request: IssueRequest, model_sha256: str) -> Allotment:
    """Judge again, compose, compare, number and sign.

    ``model_sha256`` is of the page with its numbers masked: the counter does not know them before. Raises 409
    ISSUE_HELD where the rules block it, 409 RECORD_CHANGED where the counter composed another page than the
    gateway.
    """
    case = open_case_of(tx, act, request.case_id)
    decision = decide(tx, act, request)
    if decision.outcome is Outcome.BLOCKED:
        raise decided_against(issue_held(), case.case_id, "allot", decision)
    day = today(act.office.clock)
    model = composed(act, decision, request, day)
    if model.masked().sha256() != model_sha256:
        refusal = record_changed("the page composed at the counter is not the page of the record")
        raise decided_against(refusal, case.case_id, "allot", decision)
    record_decision(tx, act, case.case_id, "allot", decision)
    job = secrets.token_bytes(JOB_BYTES)
    allotment = Allotment(
        issue_id=str(uuid.uuid4()),
        job=job.hex(),
        model=model,
        stamps=_stamps(tx, act, model, job, request.selection.copies),
        fee=decision.fee,
    )
    _record(tx, act, request, allotment, decision)
    note_numbers(tx, act, request)
    return allotment


def _stamps(tx: Connection, act: Act, model: RenderModel, job: bytes, copies: int) -> tuple[SheetStamp, ...]:
    """Number and sign every sheet; each copy has its own serial of the terminal's day."""
    day, terminal, pages = date.fromisoformat(model.issued_on), act.place.terminal, paginate(model)
    found = []
    for copy in range(1, copies + 1):
        serial = next_number(tx, act.town, day, serial_counter(act))
        for page in range(1, pages + 1):
            claims = SheetClaims(
                town_code=act.town,
                terminal=terminal,
                issued_on=day,
                serial=serial,
                page=page,
                pages=pages,
                kind=model.kind.value,
                model_hash=bytes.fromhex(model.sha256())[:MODEL_HASH_BYTES],
                job=job,
            )
            code = act.office.signer.text(claims)
            found.append(SheetStamp(number=claims.number, copy=copy, page=page, pages=pages, code=code))
    return tuple(found)


def request_json(request: IssueRequest) -> str:
    """Return ``request`` as canonical JSON, sets sorted."""
    return json.dumps(asdict(request), default=sorted, ensure_ascii=False, sort_keys=True)


def _record(
    tx: Connection, act: Act, request: IssueRequest, allotment: Allotment, decision: Decision
) -> None:
    now = stamp(act.office.clock)
    tx.execute(
        insert(issues).values(
            town_code=act.town,
            issue_id=allotment.issue_id,
            case_id=request.case_id,
            staff_id=act.staff.staff_id,
            job=allotment.job,
            request=request_json(request),
            model=model_kept(allotment.model),
            model_sha256=allotment.model.sha256(),
            fee=allotment.fee,
            issued_on=allotment.model.issued_on,
            restriction_version=decision.restriction_version,
            allotted_at=now,
        )
    )
    for sheet in allotment.stamps:
        tx.execute(
            insert(sheets).values(
                town_code=act.town,
                issue_id=allotment.issue_id,
                state=SheetState.RESERVED.value,
                changed_at=now,
                **asdict(sheet),
            )
        )

"""The gateway's answers, strictly read: JSON in, domain values out, anything else GATEWAY_ANSWER_MALFORMED.

The JSON keys of the contract are the field names of the domain values, so those are validated directly
(strict, every key there and no other); the classes here are the envelopes. Nothing of pydantic leaves here.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from datetime import MAXYEAR, date, datetime
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from counter_app.application.registry_port import Allotment, ResidentHit, Role, Seal, StaffSession
from counter_app.domain import wareki
from counter_app.domain.packs import PackInvalid, read_pack
from counter_app.domain.render_model import MASKED_NUMBER, RenderModel, SheetStamp, paginate
from counter_app.domain.requests import IssueRequest, Rule, Verdict
from counter_app.domain.residents import Household
from counter_app.domain.sheet_code import is_sheet_number
from counter_app.infrastructure.api.errors import Answer, malformed

_STRICT = ConfigDict(strict=True, extra="forbid")
_MY_NUMBER_DIGITS = 12
_CODE_DIGITS = 11
_PNG = b"\x89PNG\r\n\x1a\n"
Envelope = TypeVar("Envelope", bound=BaseModel)
Yen = Annotated[int, Field(ge=0, le=10_000_000)]
Word = Annotated[str, Field(min_length=1, max_length=200)]


class Wire(BaseModel):
    """An envelope: exactly its keys, exactly their types."""

    model_config = _STRICT


Body = TypeVar("Body", bound=Wire)


class HealthAnswer(Wire):
    """GET /v1/health."""

    status: Literal["ok"]
    time: Word
    build: str


class SessionAnswer(Wire):
    """GET /v1/session. ``keys`` are not taken: the installation file pins them."""

    staff_id: Word
    staff_name: Word
    role: Role
    town_code: Annotated[str, Field(pattern=r"^[0-9]{6}$")]
    town_name: Word
    office: str
    counter: str
    terminal: Annotated[str, Field(pattern=r"^[0-9]{2}$")]
    now: Word
    training: bool
    pack: dict[str, Any]
    keys: dict[str, dict[str, str]]


class CaseOpened(Wire):
    """POST /v1/cases."""

    number: Word


class Hits(Wire):
    """POST …/residents/search."""

    hits: Annotated[tuple[ResidentHit, ...], Field(max_length=20)]


class HouseholdAnswer(Wire):
    """POST …/household, put under one key: only a model hands its strictness down to domain values."""

    value: Household


class VerdictAnswer(Wire):
    """POST …/check, put under one key likewise."""

    value: Verdict


class Issued(Wire):
    """POST …/issues."""

    issue_id: Annotated[str, Field(pattern=r"^[0-9A-Za-z-]{1,64}$")]
    job: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    model: RenderModel
    stamps: Annotated[tuple[SheetStamp, ...], Field(min_length=1)]
    fee: Yen


class SealAnswer(Wire):
    """POST …/release."""

    seal_png_base64: str
    edge_mm: Annotated[float, Field(gt=0, le=100)]


class Recorded(Wire):
    """What is recorded; how many sheets changed by it."""

    recorded: Annotated[int, Field(ge=0)]


class Paid(Wire):
    """POST …/payment."""

    receipt_number: Word


def parsed(answer: Answer) -> dict[str, Any]:
    """Return the JSON object of an answer of 200; Refused(GATEWAY_ANSWER_MALFORMED) for anything else."""
    if answer.media_type != "application/json":
        raise malformed()
    try:
        body = json.loads(answer.body)
    except (ValueError, RecursionError) as error:
        raise malformed() from error
    if not isinstance(body, dict):
        raise malformed()
    return body


def read(kind: type[Body], body: Mapping[str, Any]) -> Body:
    """Return ``body`` as ``kind``, no key missing or unknown at any depth; Refused(GATEWAY_ANSWER_MALFORMED).

    Fields of domain values with a default would be filled in silently: comparing what was read with what came
    catches a key that is missing. Sets come as sorted lists.
    """
    try:
        value = kind.model_validate_json(json.dumps(body))
    except ValidationError as error:
        # The error would quote the record: it must not travel on as the cause.
        raise malformed() from ValueError(f"{error.error_count()} wrong places")
    if json.loads(json.dumps(value.model_dump(), default=sorted)) != body:
        raise malformed()
    return value


def partly(kind: type[Envelope], body: Mapping[str, Any]) -> Envelope:
    """Return what ``kind`` needs of a body that may hold more; Refused(GATEWAY_ANSWER_MALFORMED)."""
    try:
        return kind.model_validate_json(json.dumps(body))
    except ValidationError as error:
        raise malformed() from ValueError(f"{error.error_count()} wrong places")


def moment(text: str) -> datetime:
    """Return a time with zone that can be shown and carried on; Refused(GATEWAY_ANSWER_MALFORMED)."""
    try:
        told = datetime.fromisoformat(text)
        wareki.era_of(told.date())
    except ValueError as error:
        raise malformed() from error
    if told.tzinfo is None or told.year == MAXYEAR:
        raise malformed()
    return told


def day(text: str) -> date:
    """Return a day (YYYY-MM-DD) that 和暦 can print; Refused(GATEWAY_ANSWER_MALFORMED).

    A day before 明治 is no answer of a register: let in, it could be shown on no page.
    """
    try:
        told = date.fromisoformat(text)
        wareki.era_of(told)
    except ValueError as error:
        raise malformed() from error
    if told.isoformat() != text:
        raise malformed()
    return told


def session(body: Mapping[str, Any]) -> StaffSession:
    """Return the session with its pack read."""
    wire = read(SessionAnswer, body)
    moment(wire.now)
    try:
        pack = read_pack({**wire.pack, "effective": date.fromisoformat(wire.pack.get("effective", ""))})
    except (PackInvalid, ValueError, TypeError) as error:
        raise malformed() from error
    if pack.town_code != wire.town_code:
        raise malformed()
    fields = wire.model_dump(exclude={"pack", "keys"})
    return StaffSession(**fields, pack=pack)


def _recorded_days(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        if isinstance(value.get("iso"), str) and value["iso"]:
            yield value["iso"]
        for inner in value.values():
            yield from _recorded_days(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _recorded_days(inner)


def household(body: Mapping[str, Any], resident_id: str) -> Household:
    """Return the household, every day and time of it one that can be shown, with the person asked for."""
    found = read(HouseholdAnswer, {"value": body}).value
    moment(found.as_of)
    for recorded in _recorded_days(body):
        day(recorded)
    try:
        found.member(resident_id)
    except KeyError as error:
        raise malformed() from error
    if any(member.resident and member.resident.resident_id != member.resident_id for member in found.members):
        raise malformed()
    return found


def verdict(body: Mapping[str, Any]) -> Verdict:
    """Return the verdict; its day must be one, and every rule must have been asked, each once.

    A trace that leaves a rule out says ok of what nobody looked at (knowledge/domain.md 2.1).
    """
    said = read(VerdictAnswer, {"value": body}).value
    day(said.issued_on)
    if said.fee < 0 or sorted(result.rule for result in said.trace) != sorted(Rule):
        raise malformed()
    return said


def allotment(body: Mapping[str, Any], request: IssueRequest, model_sha256: str) -> Allotment:
    """Return the allotment; of the very model asked for, with a stamp for each sheet of each copy.

    The counter asked with the mask in the place of 個人番号 and 住民票コード; here they are told.
    """
    wire = read(Issued, body)
    if wire.model.masked().sha256() != model_sha256:
        raise malformed()
    numbered(wire.model)
    stamped(wire.model, wire.stamps, request.selection.copies)
    return Allotment(issue_id=wire.issue_id, job=wire.job, model=wire.model, stamps=wire.stamps, fee=wire.fee)


def numbered(model: RenderModel) -> None:
    """Refused(GATEWAY_ANSWER_MALFORMED) where a number is masked still, or of a wrong length."""
    for person in model.persons:
        for text, digits in ((person.my_number, _MY_NUMBER_DIGITS), (person.resident_code, _CODE_DIGITS)):
            if text == MASKED_NUMBER or (text.isascii() and text.isdigit() and len(text) != digits):
                raise malformed()


def stamped(model: RenderModel, stamps: tuple[SheetStamp, ...], copies: int) -> None:
    """Refused(GATEWAY_ANSWER_MALFORMED) unless each sheet of each copy has one stamp of its own, in order."""
    pages = paginate(model)
    places = [(copy, page, pages) for copy in range(1, copies + 1) for page in range(1, pages + 1)]
    numbers = {stamp.number for stamp in stamps if is_sheet_number(stamp.number)}
    if [(stamp.copy, stamp.page, stamp.pages) for stamp in stamps] != places or len(numbers) != len(places):
        raise malformed()


def seal(body: Mapping[str, Any]) -> Seal:
    """Return the seal; it must be a PNG."""
    wire = read(SealAnswer, body)
    try:
        png = base64.b64decode(wire.seal_png_base64, validate=True)
    except binascii.Error as error:
        raise malformed() from error
    if not png.startswith(_PNG):
        raise malformed()
    return Seal(png=png, edge_mm=wire.edge_mm)

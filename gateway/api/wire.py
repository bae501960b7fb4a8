"""The JSON bodies of the contract that come in, strictly read; and how values go out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import Field, ValidationError, model_validator

from counter_app.domain.residents import Sex
from counter_app.domain.sheets import Payment, PaymentMethod, SheetOutcome, SheetState, SpoilReason
from gateway.cores.port import Criteria
from gateway.counter.cases import CaseState
from gateway.counter.request_reading import Identifier, IssueRequestJson, Line, Strict, Whole
from gateway.refusals import malformed

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Criterion = Annotated[str, Field(min_length=1, max_length=200)]
Body = TypeVar("Body", bound=Strict)
Yen = Annotated[Whole, Field(ge=0, le=10_000_000)]
SheetNumber = Annotated[str, Field(pattern=r"^[0-9]{6}-[0-9]{2,4}-[0-9]{8}-[0-9]{6}-[0-9]{1,2}/[0-9]{1,2}$")]


class CaseOpening(Strict):
    """POST /v1/cases."""

    case_id: Identifier
    visit_id: Identifier


class ResidentSearch(Strict):
    """POST …/residents/search: at least two criteria, none empty."""

    name: Criterion | None = None
    name_kana: Criterion | None = None
    birth_date: Annotated[str, Field(pattern=r"^[0-9]{8}$")] | None = None
    address: Criterion | None = None
    sex: Sex | None = None

    @model_validator(mode="after")
    def two_or_more(self) -> ResidentSearch:
        """Refuse fewer than two criteria, and a criterion that is null."""
        given = [getattr(self, name) for name in self.model_fields_set]
        if len(given) < 2 or None in given:
            raise ValueError("two criteria at least, none null")
        return self

    def criteria(self) -> Criteria:
        """Return what the core is asked for."""
        return Criteria(
            name=self.name or "",
            name_kana=self.name_kana or "",
            birth_date=self.birth_date or "",
            address=self.address or "",
            sex=self.sex,
        )


class HouseholdQuery(Strict):
    """POST …/household."""

    resident_id: Identifier


class AllotmentQuery(Strict):
    """POST …/issues."""

    request: IssueRequestJson
    model_sha256: Sha256


class ReleaseQuery(Strict):
    """POST …/release."""

    p0_sha256: Sha256
    renderer_id: Line


class SheetOutcomeJson(Strict):
    """What became of one sheet; handed over is recorded by the hand-over alone."""

    number: SheetNumber
    state: Literal[SheetState.SPOOLED, SheetState.COLLATED, SheetState.SPOILED, SheetState.VOID]
    reason: SpoilReason | None


class SheetOutcomes(Strict):
    """POST …/sheets."""

    outcomes: Annotated[tuple[SheetOutcomeJson, ...], Field(min_length=1, max_length=200)]

    def to_domain(self) -> tuple[SheetOutcome, ...]:
        """Return the outcomes as the ledger knows them."""
        return tuple(
            SheetOutcome(number=one.number, state=one.state, reason=one.reason) for one in self.outcomes
        )


class PaymentJson(Strict):
    """POST …/payment."""

    method: PaymentMethod
    amount: Yen
    received: Yen

    def to_domain(self) -> Payment:
        """Return the payment as the ledger knows it."""
        return Payment(method=self.method, amount=self.amount, received=self.received)


class CaseEnd(Strict):
    """POST …/outcome."""

    outcome: Literal[CaseState.HELD, CaseState.WITHDRAWN]
    reason: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]


class Empty(Strict):
    """POST …/handover: the body ``{}``."""


def read(kind: type[Body], body: bytes) -> Body:
    """Return ``body`` as ``kind``; 422 names the places that are wrong, never the values."""
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        places = sorted({".".join(str(part) for part in one["loc"]) or "body" for one in error.errors()})
        known = [place for place in places if place.isascii() and len(place) <= 60]
        raise malformed(f"wrong: {', '.join(known[:5]) or 'body'}") from error


def members(value: DataclassInstance) -> dict[str, Any]:
    """Return the members of a domain value, ready for JSON."""
    return asdict(value)


def text(answer: object) -> str:
    """Return ``answer`` as the JSON text that goes out; sets become sorted arrays."""
    return json.dumps(answer, default=sorted, ensure_ascii=False, separators=(",", ":"))

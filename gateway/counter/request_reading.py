"""Reads requests as JSON, strictly: the edge of the gateway, from the wire and from its own ledger."""

from __future__ import annotations

import json
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from counter_app.domain.certificates import Item, Scope, Selection
from counter_app.domain.identity import (
    Agent,
    IdentityLevel,
    IdentityMethod,
    Paper,
    PaperKind,
    SpokenAttribute,
)
from counter_app.domain.requests import FormKind, IdentityClaim, IssueRequest, RequesterKind, RequestForm

Choice = TypeVar("Choice")


def _whole(value: object) -> object:
    """Take 7.0 for 7: JSON Schema knows one kind of number only."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _unique(values: tuple[Choice, ...]) -> tuple[Choice, ...]:
    if len(set(values)) != len(values):
        raise ValueError("named twice")
    return values


Whole = Annotated[int, BeforeValidator(_whole)]
Once = Annotated[tuple[Choice, ...], AfterValidator(_unique)]
Identifier = Annotated[str, Field(pattern=r"^[0-9A-Za-z-]{1,64}$")]
Line = Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f]*$")]


class Strict(BaseModel):
    """A JSON object of the contract: no other members, no conversions."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class PaperJson(Strict):
    """A paper seen."""

    kind: PaperKind
    masked_number: Line
    expires: Annotated[str, Field(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]


class IdentityClaimJson(Strict):
    """How the visitor was identified."""

    level: IdentityLevel
    method: IdentityMethod
    papers: Annotated[tuple[PaperJson, ...], Field(max_length=10)]
    spoken: Once[SpokenAttribute]


class RequestFormJson(Strict):
    """The request form."""

    kind: FormKind
    number: Line
    signature_seen: bool


class SelectionJson(Strict):
    """What is to be printed."""

    scope: Scope
    resident_ids: Annotated[tuple[Identifier, ...], Field(max_length=40)]
    items: Once[Item]
    copies: Annotated[Whole, Field(ge=1, le=9)]


class AgentJson(Strict):
    """Who came in the requester's place."""

    name: Line
    address: Line
    mandate_date: Annotated[str, Field(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
    original_seen: bool

    def to_domain(self) -> Agent:
        """Return the agent as the rules know him."""
        return Agent(
            name=self.name,
            address=self.address,
            mandate_date=self.mandate_date,
            original_seen=self.original_seen,
        )


class IssueRequestJson(Strict):
    """One request for a certificate."""

    case_id: Identifier
    requester: RequesterKind
    requester_id: Identifier
    household_id: Identifier
    identity: IdentityClaimJson
    form: RequestFormJson
    selection: SelectionJson
    purpose: Line
    destination: Line
    agent: AgentJson | None

    def to_domain(self) -> IssueRequest:
        """Return the request as the rules know it."""
        identity, form, selection = self.identity, self.form, self.selection
        return IssueRequest(
            case_id=self.case_id,
            requester=self.requester,
            requester_id=self.requester_id,
            household_id=self.household_id,
            identity=IdentityClaim(
                level=identity.level,
                method=identity.method,
                papers=tuple(
                    Paper(kind=paper.kind, masked_number=paper.masked_number, expires=paper.expires)
                    for paper in identity.papers
                ),
                spoken=frozenset(identity.spoken),
            ),
            form=RequestForm(kind=form.kind, number=form.number, signature_seen=form.signature_seen),
            selection=Selection(
                scope=selection.scope,
                resident_ids=selection.resident_ids,
                items=frozenset(selection.items),
                copies=selection.copies,
            ),
            purpose=self.purpose,
            destination=self.destination,
            agent=self.agent.to_domain() if self.agent else None,
        )


def read_request(text: str) -> IssueRequest:
    """Return the request that the ledger keeps as JSON; what was written before agents were has none."""
    kept = {"agent": None, **json.loads(text)}
    return IssueRequestJson.model_validate_json(json.dumps(kept)).to_domain()

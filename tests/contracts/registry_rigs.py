"""A registry under contract, and what a test may do to the core behind it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

import pytest

from counter_app.application.port_errors import Refused
from counter_app.application.registry_port import Allotment, Registry, ResidentSearch
from counter_app.domain.certificates import Item, Scope, Selection
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import (
    Agent,
    IdentityLevel,
    IdentityMethod,
    Paper,
    PaperKind,
    SpokenAttribute,
)
from counter_app.domain.render_model import RenderModel, compose
from counter_app.domain.requests import FormKind, IdentityClaim, IssueRequest, RequesterKind, RequestForm
from counter_app.domain.residents import Household
from counter_app.domain.sheets import SheetOutcome, SheetState, SpoilReason

P0 = "ab" * 32
HEAD = "98000001"
WATANABE = "98000002"
HOUSEHOLD = "58000001"
SEARCH = ResidentSearch(name_kana="ワタナベ　カツミ", birth_date="19850403")


def key() -> str:
    return str(uuid4())


@dataclass(frozen=True)
class RegistryRig:
    """``set_flags(resident_id, *flags)`` acts on the core; ``sign_out`` ends the clerk's session."""

    registry: Registry
    set_flags: Callable[..., None]
    sign_out: Callable[[], None]
    allotments: list[Allotment] = field(default_factory=list)

    def new_case(self) -> str:
        case_id = key()
        self.registry.open_case(key(), case_id, key())
        return case_id

    def household(self, case_id: str) -> Household:
        (hit,) = self.registry.find_residents(case_id, SEARCH)
        return self.registry.read_household(case_id, hit.resident_id)

    def model(self, request: IssueRequest, household: Household) -> RenderModel:
        session = self.registry.session()
        issued_on = date.fromisoformat(self.registry.check(request).issued_on)
        return compose(household, request.selection, session.pack, issued_on, training=session.training)

    def allotted(self, asked_for: Callable[[str], IssueRequest] | None = None) -> tuple[str, Allotment]:
        """Open a case and let it come as far as its numbers; returns the case's id and the allotment.

        ``asked_for`` makes the request of a case, by its id.
        """
        case_id = self.new_case()
        household = self.household(case_id)
        asked = (asked_for or request)(case_id)
        digest = self.model(asked, household).sha256()
        allotment = self.registry.allot(key(), asked, digest)
        self.allotments.append(allotment)
        return case_id, allotment

    def end_paper(self) -> None:
        """Give every sheet an end that has none, so that the printer is free for the next test."""
        for allotment in self.allotments:
            for stamp in allotment.stamps:
                void = SheetOutcome(
                    number=stamp.number, state=SheetState.VOID, reason=SpoilReason.NOT_PRINTED
                )
                # Refused where the sheet has an end, or needs none any more.
                with suppress(Refused):
                    self.registry.record_sheets(key(), allotment.issue_id, (void,))

    def moved(self, allotment: Allotment, state: SheetState, reason: SpoilReason | None = None) -> None:
        """Record the same of every sheet."""
        outcomes = tuple(
            SheetOutcome(number=stamp.number, state=state, reason=reason) for stamp in allotment.stamps
        )
        self.registry.record_sheets(key(), allotment.issue_id, outcomes)


def refusal(code: FailureCode = FailureCode.GATEWAY_REFUSED) -> pytest.RaisesExc[Refused]:
    """Expect a refusal with ``code``."""
    return pytest.raises(Refused, check=lambda error: error.failure.code is code)


def request(
    case_id: str,
    *,
    signature_seen: bool = True,
    copies: int = 2,
    members: tuple[str, ...] = ("98000001", "98000002", "98000003"),
    items: frozenset[Item] = frozenset({Item.HEAD_AND_RELATIONSHIP}),
    agent: Agent | None = None,
) -> IssueRequest:
    """Watanabe asks for her whole household, with its head, two copies; herself or through ``agent``."""
    return IssueRequest(
        case_id=case_id,
        requester=RequesterKind.AGENT if agent else RequesterKind.SELF,
        requester_id=WATANABE,
        household_id=HOUSEHOLD,
        identity=IdentityClaim(
            level=IdentityLevel.P1,
            method=IdentityMethod.PAPERS,
            papers=(Paper(kind=PaperKind.DRIVING_LICENCE, masked_number="0012", expires="2030-01-01"),),
            spoken=frozenset({SpokenAttribute.NAME, SpokenAttribute.BIRTH_DATE}),
        ),
        form=RequestForm(kind=FormKind.PAPER, number="P-0001", signature_seen=signature_seen),
        selection=Selection(
            scope=Scope.WHOLE_HOUSEHOLD,
            resident_ids=members,
            items=items,
            copies=copies,
        ),
        purpose="bank",
        agent=agent,
    )

"""A town hall with approvers: an issue that needs a second person, and persons with keys of their own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from joserfc import jws
from joserfc.jwk import ECKey
from sqlalchemy import insert

from counter_app.domain.approvals import ApprovalClaims, ApprovalTicket
from counter_app.domain.certificates import Item
from counter_app.domain.identity import (
    Agent,
    IdentityLevel,
    IdentityMethod,
    Paper,
    PaperKind,
    SpokenAttribute,
)
from counter_app.domain.requests import IdentityClaim, IssueRequest, RequesterKind
from gateway.counter.allotting import Allotment
from gateway.counter.approval_record import ApprovalRecord, approval_record
from gateway.counter.approver_keys import register_key
from gateway.counter.approving import approve, give_back, waiting_approvals
from gateway.counter.asking import ApprovalTold, approval_status, ask_approval
from gateway.counter.office import Act, Place, Role, Seal, Staff
from gateway.counter.releasing import release
from gateway.store.tables import staff
from tests.unit.gateway.desk import CLERK, NEXT_PLACE, OTHER_CLERK, TOWN, Desk, request

P0, OTHER_P0, RENDERER = "a" * 64, "b" * 64, "build-1"
CHIEF = Staff(town_code=TOWN, staff_id="2001", name="架空　桜", role=Role.SUPERVISOR, person_id="2001")
DEPUTY = Staff(town_code=TOWN, staff_id="2003", name="架空　楓", role=Role.SUPERVISOR, person_id="2003")
CLERK_AGAIN = Staff(
    town_code=TOWN, staff_id="1901", name=CLERK.name, role=Role.SUPERVISOR, person_id=CLERK.staff_id
)
AGENT = Agent(name="架空　桃子", address="架空県架空町架空9", mandate_date="2026-11-01", original_seen=True)
LICENCE = Paper(kind=PaperKind.DRIVING_LICENCE, masked_number="1234", expires="2030-01-01")


def enter_staff(desk: Desk) -> None:
    """Put the clerks and the approvers on the town's list."""
    people = (CLERK, OTHER_CLERK, CHIEF, DEPUTY, CLERK_AGAIN)
    rows = [
        {
            "town_code": TOWN,
            "staff_id": one.staff_id,
            "username": f"u{one.staff_id}",
            "name": one.name,
            "role": one.role.value,
            "password_hash": "none",
            "person_id": one.person_id or one.staff_id,
        }
        for one in people
    ]
    with desk.store.writing() as tx:
        tx.execute(insert(staff), rows)


def by_agent(case_id: str, **more: Any) -> IssueRequest:
    """Return what an agent asks with his papers and the original of his mandate."""
    papers = IdentityClaim(
        level=IdentityLevel.P1,
        method=IdentityMethod.PAPERS,
        papers=(LICENCE,),
        spoken=frozenset({SpokenAttribute.NAME, SpokenAttribute.BIRTH_DATE}),
    )
    values: dict[str, Any] = {"requester": RequesterKind.AGENT, "identity": papers, "agent": AGENT, **more}
    return request(case_id, **values)


def with_number(case_id: str) -> IssueRequest:
    """Return what somebody of the household asks who wants 個人番号 on the page."""
    return request(case_id, items=frozenset({Item.MY_NUMBER}))


@dataclass
class Asked:
    """A clerk's issue that waits for an approval."""

    desk: Desk
    case_id: str
    issue: Allotment
    ticket: ApprovalTicket

    @property
    def approval_id(self) -> str:
        return self.ticket.approval_id

    def again(self, p0_sha256: str = P0) -> ApprovalTicket:
        return ask(self.desk, self.issue, p0_sha256)

    def status(self, act: Act | None = None) -> ApprovalTold:
        with self.desk.store.reading() as tx:
            return approval_status(tx, act or self.desk.act, self.approval_id)

    def release(self, p0_sha256: str = P0) -> Seal:
        return self.desk.write(
            lambda tx: release(tx, self.desk.act, self.issue.issue_id, p0_sha256, RENDERER)
        )

    def claims(self, approver: Staff, /, **change: str) -> ApprovalClaims:
        """Return what a statement of ``approver`` must say, but for ``change``."""
        sound = ApprovalClaims(
            town_code=TOWN,
            approval_id=self.approval_id,
            case_id=self.case_id,
            issue_id=self.issue.issue_id,
            p0_sha256=P0,
            renderer_id=RENDERER,
            restriction_version=self.ticket.restriction_version,
            nonce=self.ticket.nonce,
            approver=approver.staff_id,
        )
        return replace(sound, **change)


def ask(desk: Desk, issue: Allotment, p0_sha256: str = P0) -> ApprovalTicket:
    return desk.write(lambda tx: ask_approval(tx, desk.act, issue.issue_id, p0_sha256, RENDERER))


def asked_for(desk: Desk, wanted: IssueRequest | None = None) -> Asked:
    """Open a case, allot what an agent wants (or ``wanted``) and lay it before the approvers."""
    case_id = desk.open() if wanted is None else wanted.case_id
    issue = desk.allot(case_id, wanted or by_agent(case_id))
    return Asked(desk=desk, case_id=case_id, issue=issue, ticket=ask(desk, issue))


@dataclass
class Approver:
    """Somebody who approves, at his own PC, with his own key."""

    desk: Desk
    staff: Staff = CHIEF
    place: Place = NEXT_PLACE
    key: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256"))

    @property
    def act(self) -> Act:
        return Act(staff=self.staff, office=self.desk.act.office, place=self.place)

    def jwk(self) -> dict[str, str]:
        found = self.key.as_dict(private=False)
        named = {name: str(found[name]) for name in ("kty", "crv", "x", "y")}
        return {**named, "kid": self.key.thumbprint(), "alg": "ES256", "use": "sig"}

    def register(self) -> int:
        return self.desk.write(lambda tx: register_key(tx, self.act, self.jwk()))

    def sign(self, claims: ApprovalClaims, **header: object) -> str:
        named = {"alg": "ES256", "kid": self.key.thumbprint(), "typ": "approval+jws", **header}
        return jws.serialize_compact(named, claims.canonical(), self.key, algorithms=["ES256"])

    def waiting(self) -> list[str]:
        with self.desk.store.reading() as tx:
            return [one.approval_id for one in waiting_approvals(tx, self.act)]

    def read(self, asked: Asked) -> ApprovalRecord:
        return self.desk.write(lambda tx: approval_record(tx, self.act, asked.approval_id))

    def send(self, asked: Asked, statement: str) -> int:
        return self.desk.write(lambda tx: approve(tx, self.act, asked.approval_id, statement))

    def approve(self, asked: Asked) -> int:
        return self.send(asked, self.sign(asked.claims(self.staff)))

    def give_back(self, asked: Asked, reason: Any, note: str = "") -> int:
        return self.desk.write(lambda tx: give_back(tx, self.act, asked.approval_id, reason, note))


def approver(desk: Desk, who: Staff = CHIEF, place: Place = NEXT_PLACE) -> Approver:
    """Return an approver whose key is on record."""
    found = Approver(desk=desk, staff=who, place=place)
    found.register()
    return found

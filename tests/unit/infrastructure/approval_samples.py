"""One approval of the fictitious town as the gateway tells it, and a key to approve it with."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from joserfc.jwk import ECKey

from counter_app.application.registry_port import Role, StaffSession
from counter_app.domain.approvals import ApprovalClaims
from counter_app.infrastructure.approval_statement import sign_statement
from tests.contracts.registry_rigs import SEARCH, WATANABE, key, request
from tests.fakes.registry import FakeRegistry
from tests.fakes.town import TOWN, town_pack

KEY = ECKey.generate_key("P-256")
PUBLIC = {name: str(value) for name, value in KEY.as_dict(private=False).items()}
APPROVAL = "approval-1"
P0 = "ab" * 32
AT = "2026-11-24T09:05:00+09:00"
CLAIMS = ApprovalClaims(
    town_code=TOWN,
    approval_id=APPROVAL,
    case_id="case-1",
    issue_id="issue-1",
    p0_sha256=P0,
    renderer_id="renderer-1",
    restriction_version="state-1",
    nonce="0f" * 16,
    approver="2003",
)
APPROVER = StaffSession(
    staff_id="2003",
    staff_name="齋藤　明美",
    role=Role.SUPERVISOR,
    town_code=TOWN,
    town_name="架空町",
    office="住民課",
    counter="承認",
    terminal="02",
    now=AT,
    training=False,
    pack=town_pack(date(2026, 11, 24)),
)


def statement() -> str:
    """A statement over ``CLAIMS`` by ``KEY``."""
    return sign_statement(KEY, CLAIMS)


def told_status(**changed: object) -> dict[str, Any]:
    """What the gateway answers once it was approved, but for what is ``changed``."""
    return {
        "approval_id": APPROVAL,
        "state": "approved",
        "decided_at": AT,
        "decided_by": "齋藤　明美",
        "reason": None,
        "note": "",
        "statement": statement(),
        "approver_key": PUBLIC,
        **changed,
    }


def told_record() -> dict[str, Any]:
    """The gateway's record of the approval, as it comes."""
    registry = FakeRegistry()
    case_id = key()
    registry.open_case(key(), case_id, key())
    registry.find_residents(case_id, SEARCH)
    registry.read_household(case_id, WATANABE)
    asked = request(case_id)
    model = registry._composed(asked)
    allotment = registry.allot(key(), asked, model.sha256())
    record = {
        "approval_id": APPROVAL,
        "number": "031",
        "case_id": case_id,
        "issue_id": "issue-1",
        "clerk_name": "山田　花子",
        "counter": "2番窓口",
        "request": asdict(asked),
        "requester_name": model.persons[1].name,
        "persons": [person.name for person in model.persons],
        "model": asdict(model),
        "stamps": [asdict(stamp) for stamp in allotment.stamps],
        "fee": allotment.fee,
        "p0_sha256": P0,
        "renderer_id": "renderer-1",
        "restriction_version": "state-1",
        "checked_at": AT,
        "earlier_issues": 0,
        "nonce": "0f" * 16,
        "asked_at": AT,
    }
    found: dict[str, Any] = json.loads(json.dumps(record, default=sorted))
    return found

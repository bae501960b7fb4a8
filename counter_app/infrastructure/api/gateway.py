"""The gateway as the ``Registry`` port: domain values in, domain values out, one HTTPS call each."""

from __future__ import annotations

from dataclasses import asdict

from counter_app.application.registry_port import (
    Allotment,
    CaseOutcome,
    ResidentHit,
    ResidentSearch,
    Seal,
    StaffSession,
)
from counter_app.domain.requests import IssueRequest, Verdict
from counter_app.domain.residents import Household
from counter_app.domain.sheets import Payment, SheetOutcome
from counter_app.infrastructure.api import schemas
from counter_app.infrastructure.api.line import GatewayLine, path_of


class GatewayRegistry:
    """Implements ``Registry`` for the clerk who is signed in on the line."""

    def __init__(self, line: GatewayLine) -> None:
        self._line = line

    def session(self) -> StaffSession:
        """See ``Registry.session``."""
        found = schemas.session(self._line.read("GET", path_of("session"), None))
        self._line.told_time(found.now)
        return found

    def open_case(self, key: str, case_id: str, visit_id: str) -> str:
        """See ``Registry.open_case``."""
        body = self._line.write(key, path_of("cases"), {"case_id": case_id, "visit_id": visit_id})
        return schemas.read(schemas.CaseOpened, body).number

    def find_residents(self, case_id: str, search: ResidentSearch) -> tuple[ResidentHit, ...]:
        """See ``Registry.find_residents``."""
        asked = {name: value for name, value in asdict(search).items() if value not in ("", None)}
        body = self._line.read("POST", path_of("cases", case_id, "residents", "search"), asked)
        return schemas.read(schemas.Hits, body).hits

    def read_household(self, case_id: str, resident_id: str) -> Household:
        """See ``Registry.read_household``."""
        body = self._line.read("POST", path_of("cases", case_id, "household"), {"resident_id": resident_id})
        return schemas.household(body, resident_id)

    def check(self, request: IssueRequest) -> Verdict:
        """See ``Registry.check``."""
        return schemas.verdict(
            self._line.read("POST", path_of("cases", request.case_id, "check"), asdict(request))
        )

    def allot(self, key: str, request: IssueRequest, model_sha256: str) -> Allotment:
        """See ``Registry.allot``."""
        asked = {"request": asdict(request), "model_sha256": model_sha256}
        body = self._line.write(key, path_of("cases", request.case_id, "issues"), asked)
        return schemas.allotment(body, request, model_sha256)

    def release(self, key: str, issue_id: str, p0_sha256: str, renderer_id: str) -> Seal:
        """See ``Registry.release``."""
        asked = {"p0_sha256": p0_sha256, "renderer_id": renderer_id}
        return schemas.seal(self._line.write(key, path_of("issues", issue_id, "release"), asked))

    def record_sheets(self, key: str, issue_id: str, outcomes: tuple[SheetOutcome, ...]) -> None:
        """See ``Registry.record_sheets``."""
        asked = {"outcomes": [asdict(outcome) for outcome in outcomes]}
        schemas.read(schemas.Recorded, self._line.write(key, path_of("issues", issue_id, "sheets"), asked))

    def record_payment(self, key: str, issue_id: str, payment: Payment) -> str:
        """See ``Registry.record_payment``."""
        body = self._line.write(key, path_of("issues", issue_id, "payment"), asdict(payment))
        return schemas.read(schemas.Paid, body).receipt_number

    def hand_over(self, key: str, issue_id: str) -> None:
        """See ``Registry.hand_over``."""
        schemas.read(schemas.Recorded, self._line.write(key, path_of("issues", issue_id, "handover"), {}))

    def record_outcome(self, key: str, case_id: str, outcome: CaseOutcome, reason: str) -> None:
        """See ``Registry.record_outcome``."""
        asked = {"outcome": outcome.value, "reason": reason}
        schemas.read(schemas.Recorded, self._line.write(key, path_of("cases", case_id, "outcome"), asked))

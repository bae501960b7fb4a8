"""承認 over the line, on both sides of it: the clerk asks and hears, the approver reads, signs and sends."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from counter_app.application.approval_port import ApprovalRecord, WaitingApproval
from counter_app.application.port_errors import Refused, Unavailable, Uncertain
from counter_app.application.registry_port import StaffSession
from counter_app.application.store_port import SecretStore
from counter_app.domain.approvals import ApprovalClaims, ApprovalStatus, ApprovalTicket, ReturnReason
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api import approval_schemas, schemas
from counter_app.infrastructure.api.line import GatewayLine, path_of
from counter_app.infrastructure.approver_key import ApproverKey, approver_key


class GatewayApprovals:
    """Implements ``Approvals`` for the clerk who is signed in on the line."""

    def __init__(self, line: GatewayLine) -> None:
        self._line = line

    def ask(self, key: str, issue_id: str, p0_sha256: str, renderer_id: str) -> ApprovalTicket:
        """See ``Approvals.ask``."""
        asked = {"p0_sha256": p0_sha256, "renderer_id": renderer_id}
        body = self._line.write(key, path_of("issues", issue_id, "approval"), asked)
        return approval_schemas.ticket(body, renderer_id)

    def status(self, approval_id: str) -> ApprovalStatus:
        """See ``Approvals.status``."""
        body = self._line.read("GET", path_of("approvals", approval_id), None)
        return approval_schemas.status(body, approval_id)

    def recall(self, key: str, approval_id: str) -> None:
        """See ``Approvals.recall``."""
        body = self._line.write(key, path_of("approvals", approval_id, "recall"), {})
        schemas.read(schemas.Recorded, body)


class GatewayApprovalQueue:
    """Implements ``ApprovalQueue`` for one approver, signing with his key of this PC.

    The keyring is first asked when he first approves; his key is then registered once under his sign-in.
    """

    def __init__(self, line: GatewayLine, staff: StaffSession, keyring: Callable[[], SecretStore]) -> None:
        self._line = line
        self._staff = staff
        self._keyring = keyring
        self._own_key: ApproverKey | None = None
        self._registration = str(uuid4())
        # ES256 is random: what was signed under a key is sent again as it was, never signed anew.
        self._signed: dict[str, tuple[ApprovalClaims, str]] = {}

    def waiting(self) -> tuple[WaitingApproval, ...]:
        """See ``ApprovalQueue.waiting``."""
        return approval_schemas.waiting(self._line.read("GET", path_of("approvals"), None))

    def read(self, approval_id: str) -> ApprovalRecord:
        """See ``ApprovalQueue.read``."""
        body = self._line.read("POST", path_of("approvals", approval_id, "record"), {})
        return approval_schemas.record(body, approval_id)

    def approve(self, key: str, record: ApprovalRecord, p0_sha256: str) -> None:
        """See ``ApprovalQueue.approve``."""
        if p0_sha256 != record.p0_sha256:
            raise Refused(FailureCode.APPROVAL_DIFFERS)
        claims = ApprovalClaims(
            town_code=self._staff.town_code,
            approval_id=record.approval_id,
            case_id=record.case_id,
            issue_id=record.issue_id,
            p0_sha256=p0_sha256,
            renderer_id=record.renderer_id,
            restriction_version=record.restriction_version,
            nonce=record.nonce,
            approver=self._staff.staff_id,
        )
        path = path_of("approvals", record.approval_id, "approve")
        body = self._line.write(key, path, {"statement": self._statement(key, claims)})
        schemas.read(schemas.Recorded, body)
        del self._signed[key]

    def give_back(self, key: str, approval_id: str, reason: ReturnReason, note: str) -> None:
        """See ``ApprovalQueue.give_back``."""
        asked = {"reason": reason.value, "note": note}
        body = self._line.write(key, path_of("approvals", approval_id, "return"), asked)
        schemas.read(schemas.Recorded, body)

    def _statement(self, key: str, claims: ApprovalClaims) -> str:
        signed, statement = self._signed.get(key, (None, ""))
        if signed != claims:
            statement = self._registered_key().sign(claims)
            self._signed[key] = (claims, statement)
        return statement

    def _registered_key(self) -> ApproverKey:
        """Return the approver's key once the gateway has it; nothing is approved as long as it has not."""
        if self._own_key is None:
            own = approver_key(self._keyring(), self._staff.staff_id)
            try:
                body = self._line.write(
                    self._registration, path_of("approver-keys"), {"jwk": own.public_jwk()}
                )
            except Uncertain as error:
                raise Unavailable(error.failure.code) from error
            schemas.read(schemas.Recorded, body)
            self._own_key = own
        return self._own_key

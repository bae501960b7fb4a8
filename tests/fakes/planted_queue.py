"""An approver's queue of records that a test plants, sound or not; the gateway's is in ``approvals``."""

from __future__ import annotations

from counter_app.application.approval_port import ApprovalRecord, WaitingApproval
from counter_app.application.port_errors import PortError, Refused
from counter_app.domain.approvals import ReturnReason
from counter_app.domain.failures import FailureCode


class PlantedQueue:
    """Implements ``ApprovalQueue``. ``fault`` is raised by the next call; ``lost``: after it took effect."""

    def __init__(self) -> None:
        self.records: dict[str, ApprovalRecord] = {}
        self.triggers: dict[str, str] = {}
        self.fault: PortError | KeyError | None = None
        self.lost: PortError | None = None
        self.approved: dict[str, tuple[str, str]] = {}
        self.returned: dict[str, tuple[str, ReturnReason]] = {}
        self.asked = 0

    def put(self, record: ApprovalRecord, trigger: str = "agent") -> None:
        """Lay a record before the approver."""
        self.records[record.approval_id] = record
        self.triggers[record.approval_id] = trigger

    def recall(self, approval_id: str) -> None:
        """Its clerk takes it back."""
        del self.records[approval_id]

    def waiting(self) -> tuple[WaitingApproval, ...]:
        self._fail()
        self.asked += 1
        return tuple(
            WaitingApproval(
                approval_id=one.approval_id,
                number=one.number,
                counter=one.counter,
                certificate=one.model.kind.value,
                trigger=self.triggers[one.approval_id],
                asked_at=one.asked_at,
            )
            for one in sorted(self.records.values(), key=lambda one: one.asked_at)
        )

    def read(self, approval_id: str) -> ApprovalRecord:
        self._fail()
        return self._waiting(approval_id)

    def approve(self, key: str, record: ApprovalRecord, p0_sha256: str) -> None:
        self._fail()
        if p0_sha256 != record.p0_sha256:
            raise Refused(FailureCode.APPROVAL_DIFFERS)
        if self.approved.get(record.approval_id) != (key, p0_sha256):
            del self.records[self._waiting(record.approval_id).approval_id]
            self.approved[record.approval_id] = (key, p0_sha256)
        self._lose()

    def give_back(self, key: str, approval_id: str, reason: ReturnReason, note: str) -> None:
        self._fail()
        if len(note) > 200 or self.returned.get(approval_id) != (key, reason):
            del self.records[self._waiting(approval_id).approval_id]
            self.returned[approval_id] = (key, reason)
        self._lose()

    def _waiting(self, approval_id: str) -> ApprovalRecord:
        if approval_id not in self.records:
            raise Refused(FailureCode.GATEWAY_REFUSED)
        return self.records[approval_id]

    def _fail(self) -> None:
        if self.fault is not None:
            fault, self.fault = self.fault, None
            raise fault

    def _lose(self) -> None:
        if self.lost is not None:
            lost, self.lost = self.lost, None
            raise lost

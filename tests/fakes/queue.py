"""A printer that does as it is told, or not."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.application.paper_ports import DeviceState, JobReport, JobState
from counter_app.application.port_errors import PortError


class FakeQueue:
    """Implements ``PrintQueue``. ``fault`` is raised by the next submit; ``ends`` is how jobs end.

    ``on_the_way``: the device states that a job reports before it ends.
    """

    def __init__(self) -> None:
        self.fault: PortError | None = None
        self.device = DeviceState.READY
        self.ends = JobState.COMPLETED
        self.on_the_way: tuple[DeviceState, ...] = ()
        self.submitted: list[tuple[str, bytes]] = []
        self.cancelled: list[str] = []

    def device_state(self) -> DeviceState:
        return self.device

    def submit(self, pdf: bytes, job_name: str) -> str:
        if self.fault is not None:
            fault, self.fault = self.fault, None
            raise fault
        self.submitted.append((job_name, pdf))
        return str(len(self.submitted))

    def watch(
        self, job_id: str, report: Callable[[JobReport], None], *, wanted: Callable[[], bool]
    ) -> JobReport:
        for device in self.on_the_way:
            report(JobReport(job_id=job_id, job=JobState.PROCESSING, device=device))
        return JobReport(job_id=job_id, job=self.ends, device=self.device)

    def cancel(self, job_id: str) -> None:
        self.cancelled.append(job_id)

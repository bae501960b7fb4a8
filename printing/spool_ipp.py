"""One printer by IPP (RFC 8011), the default way to paper: the file goes to the device and nowhere else.

``pyipp`` is coroutine-only; each call runs it with ``asyncio.run`` inside the calling PRINTER job. A document
is sent at most once. What the device counts is never proof of paper (knowledge/stack.md section 4).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Coroutine
from typing import Any, TypeVar

from pyipp import IPP
from pyipp.enums import IppJobState, IppOperation, IppPrinterState, IppStatus
from pyipp.exceptions import IPPError

from counter_app.application.paper_ports import DeviceState, JobReport, JobState
from counter_app.application.port_errors import Uncertain
from counter_app.domain.failures import FailureCode
from printing.errors import port_error, status_of

MEDIA = "iso_a4_210x297mm"
USER = "madoguchi"
CANCELLED_BY_US = "job-canceled-by-user"
POLL_SECONDS = 0.2
ASK_SECONDS = 5
SEND_SECONDS = 30

_REASONS = (
    ("media-jam", DeviceState.JAMMED),
    ("media-empty", DeviceState.EMPTY),
    ("media-needed", DeviceState.EMPTY),
    ("door-open", DeviceState.DOOR_OPEN),
    ("cover-open", DeviceState.DOOR_OPEN),
    ("interlock-open", DeviceState.DOOR_OPEN),
    ("paused", DeviceState.STOPPED),
    ("shutdown", DeviceState.STOPPED),
)
_JOB_STATES = {
    IppJobState.PENDING: JobState.PENDING,
    IppJobState.HELD: JobState.PENDING,
    IppJobState.PROCESSING: JobState.PROCESSING,
    IppJobState.STOPPED: JobState.STOPPED,
    IppJobState.CANCELED: JobState.CANCELLED,
    IppJobState.ABORTED: JobState.ABORTED,
    IppJobState.COMPLETED: JobState.COMPLETED,
}
ENDED = frozenset({JobState.COMPLETED, JobState.ABORTED, JobState.CANCELLED, JobState.UNKNOWN})
Answer = TypeVar("Answer")


def _words(value: object) -> tuple[str, ...]:
    """Return an IPP keyword attribute as a tuple: one value comes bare, several as a list."""
    if isinstance(value, (list, tuple, set)):
        return tuple(str(word) for word in value)
    return () if value is None else (str(value),)


def _first(found: list[dict[str, Any]]) -> dict[str, Any]:
    return found[0] if found else {}


def read_device(state: object, reasons: object) -> DeviceState:
    """Read printer-state and printer-state-reasons (RFC 8011 5.4.11, 5.4.12); the worst reason wins."""
    words = _words(reasons)
    for start, meaning in _REASONS:
        if any(word.startswith(start) for word in words):
            return meaning
    match state:
        case IppPrinterState.STOPPED:
            return DeviceState.STOPPED
        case IppPrinterState.PROCESSING:
            return DeviceState.PRINTING
        case _:
            return DeviceState.READY


def read_job(state: object, reasons: Collection[str]) -> JobState:
    """Read job-state (RFC 8011 5.3.7) as a device answers it."""
    del reasons
    return _JOB_STATES[IppJobState(state)] if isinstance(state, int) else JobState.UNKNOWN


class IppQueue:
    """A ``PrintQueue`` over an ``ipp://`` or ``ipps://`` address; ``read`` says what a job's state means."""

    def __init__(self, uri: str, read: Callable[[object, Collection[str]], JobState] = read_job) -> None:
        self._uri = uri
        self._read = read
        self._asked_to_cancel: set[str] = set()

    def device_state(self) -> DeviceState:
        """The printer's state now; UNREACHABLE instead of raising."""

        async def ask(ipp: IPP) -> DeviceState:
            return await self._device(ipp)

        return self._run(ask, ASK_SECONDS)

    def submit(self, pdf: bytes, job_name: str) -> str:
        """Send one PDF as A4, once; returns the job id. Raises as ``PrintQueue`` says."""

        async def send(ipp: IPP) -> str:
            message = {
                "operation-attributes-tag": {
                    "requesting-user-name": USER,
                    "job-name": job_name,
                    "document-format": "application/pdf",
                },
                "job-attributes-tag": {"media": MEDIA},
                "data": pdf,
            }
            try:
                answer = await ipp.execute(IppOperation.PRINT_JOB, message)
            except IPPError as error:
                raise port_error(error, sending=True) from error
            job_id = _first(answer["jobs"]).get("job-id")
            if job_id is None:
                # accepted, but nobody can say which job it is: the sheets may come out
                raise Uncertain(FailureCode.PRINT_OUTCOME_UNKNOWN)
            return str(job_id)

        return self._run(send, SEND_SECONDS)

    def watch(
        self, job_id: str, report: Callable[[JobReport], None], *, wanted: Callable[[], bool]
    ) -> JobReport:
        """Report every change until the job ends or ``wanted()`` turns false; returns the last report.

        A printer that stops answering is reported as UNREACHABLE and asked again; a job it no longer knows
        ends as UNKNOWN.
        """

        async def follow(ipp: IPP) -> JobReport:
            last: JobReport | None = None
            while True:
                now = await self._report(ipp, job_id)
                if now != last:
                    report(now)
                last = now
                gone = now.job is JobState.UNKNOWN and now.device is not DeviceState.UNREACHABLE
                if gone or now.job in ENDED - {JobState.UNKNOWN} or not wanted():
                    return now
                await asyncio.sleep(POLL_SECONDS)

        return self._run(follow, ASK_SECONDS)

    def cancel(self, job_id: str) -> None:
        """Ask the printer to cancel; harmless if the job has ended."""
        self._asked_to_cancel.add(job_id)

        async def ask(ipp: IPP) -> None:
            try:
                await ipp.execute(IppOperation.CANCEL_JOB, self._about(job_id))
            except IPPError as error:
                ended = {IppStatus.ERROR_NOT_POSSIBLE, IppStatus.ERROR_NOT_FOUND, IppStatus.ERROR_GONE}
                if status_of(error) not in ended:
                    raise port_error(error, sending=False) from error

        self._run(ask, ASK_SECONDS)

    def _run(self, ask: Callable[[IPP], Coroutine[Any, Any, Answer]], seconds: int) -> Answer:
        async def within() -> Answer:
            async with IPP(host=self._uri, request_timeout=seconds) as ipp:
                return await ask(ipp)

        return asyncio.run(within())

    @staticmethod
    def _about(job_id: str) -> dict[str, Any]:
        return {"operation-attributes-tag": {"job-id": int(job_id), "requesting-user-name": USER}}

    async def _device(self, ipp: IPP) -> DeviceState:
        wanted = {"requested-attributes": ["printer-state", "printer-state-reasons"]}
        try:
            answer = await ipp.execute(
                IppOperation.GET_PRINTER_ATTRIBUTES, {"operation-attributes-tag": wanted}
            )
        except IPPError:
            return DeviceState.UNREACHABLE
        printer = _first(answer["printers"])
        return read_device(printer.get("printer-state"), printer.get("printer-state-reasons"))

    async def _report(self, ipp: IPP, job_id: str) -> JobReport:
        device = await self._device(ipp)
        try:
            answer = await ipp.execute(IppOperation.GET_JOB_ATTRIBUTES, self._about(job_id))
        except IPPError as error:
            if status_of(error) is None:
                device = DeviceState.UNREACHABLE
            return JobReport(job_id=job_id, job=JobState.UNKNOWN, device=device)
        job = _first(answer["jobs"])
        reasons = _words(job.get("job-state-reasons"))
        if job_id in self._asked_to_cancel:
            reasons = (*reasons, CANCELLED_BY_US)
        state = self._read(job.get("job-state"), reasons)
        return JobReport(job_id=job_id, job=state, device=device)

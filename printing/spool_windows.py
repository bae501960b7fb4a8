"""A printer of the Windows spooler. Written in full against pywin32; unproven here (docs/windows.md).

The spooler takes the finished PDF as RAW: the device must print PDF itself (most counter printers do; the
self-check asks). Job and printer states are those of ``JOB_INFO_2`` and ``PRINTER_INFO_2``.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from typing import Any

from counter_app.application.paper_ports import DeviceState, JobReport, JobState
from counter_app.application.port_errors import Refused, Unavailable, Uncertain
from counter_app.domain.failures import FailureCode

POLL_SECONDS = 0.2
RAW = "RAW"
INVALID_PARAMETER = 87
CANCEL = 3  # JOB_CONTROL_CANCEL

JOB_PAUSED, JOB_ERROR, JOB_DELETING, JOB_SPOOLING, JOB_PRINTING = 0x1, 0x2, 0x4, 0x8, 0x10
JOB_OFFLINE, JOB_PAPEROUT, JOB_PRINTED, JOB_DELETED, JOB_BLOCKED = 0x20, 0x40, 0x80, 0x100, 0x200
JOB_INTERVENTION, JOB_COMPLETE = 0x400, 0x1000

_DEVICE = (
    (0x80, DeviceState.UNREACHABLE),  # PRINTER_STATUS_OFFLINE
    (0x1000, DeviceState.UNREACHABLE),  # PRINTER_STATUS_NOT_AVAILABLE
    (0x8, DeviceState.JAMMED),  # PRINTER_STATUS_PAPER_JAM
    (0x10, DeviceState.EMPTY),  # PRINTER_STATUS_PAPER_OUT
    (0x400000, DeviceState.DOOR_OPEN),  # PRINTER_STATUS_DOOR_OPEN
    (0x1 | 0x2 | 0x40 | 0x100000, DeviceState.STOPPED),  # PAUSED, ERROR, PAPER_PROBLEM, USER_INTERVENTION
    (0x400 | 0x4000 | 0x200, DeviceState.PRINTING),  # PRINTING, PROCESSING, BUSY
)
_OVER = frozenset({JobState.COMPLETED, JobState.ABORTED, JobState.CANCELLED, JobState.UNKNOWN})


def read_device(status: int) -> DeviceState:
    """Read ``PRINTER_INFO_2.Status``; the worst bit wins."""
    return next((meaning for bits, meaning in _DEVICE if status & bits), DeviceState.READY)


def read_job(status: int) -> JobState:
    """Read ``JOB_INFO_2.Status``."""
    if status & (JOB_DELETING | JOB_DELETED):
        return JobState.CANCELLED
    if status & (JOB_PRINTED | JOB_COMPLETE):
        return JobState.COMPLETED
    if status & (JOB_ERROR | JOB_PAPEROUT | JOB_BLOCKED | JOB_INTERVENTION | JOB_OFFLINE | JOB_PAUSED):
        return JobState.STOPPED
    return JobState.PROCESSING if status & (JOB_PRINTING | JOB_SPOOLING) else JobState.PENDING


class WindowsQueue:
    """A ``PrintQueue`` over ``win32print``; ``spooler`` is that module, ``failure`` its ``error`` class."""

    def __init__(self, name: str, spooler: Any, failure: type[Exception]) -> None:
        self._name = name
        self._spooler = spooler
        self._failure = failure

    def device_state(self) -> DeviceState:
        """The printer's state now; UNREACHABLE instead of raising."""
        try:
            printer = self._spooler.OpenPrinter(self._name)
            try:
                return read_device(self._spooler.GetPrinter(printer, 2)["Status"])
            finally:
                self._spooler.ClosePrinter(printer)
        except self._failure:
            return DeviceState.UNREACHABLE

    def submit(self, pdf: bytes, job_name: str) -> str:
        """Send one PDF, once; returns the spooler's job id. Raises as ``PrintQueue`` says."""
        try:
            printer = self._spooler.OpenPrinter(self._name)
        except self._failure as error:
            raise Unavailable(FailureCode.PRINTER_UNREACHABLE) from error
        try:
            return self._send(printer, pdf, job_name)
        finally:
            self._spooler.ClosePrinter(printer)

    def _send(self, printer: Any, pdf: bytes, job_name: str) -> str:
        try:
            job_id = self._spooler.StartDocPrinter(printer, 1, (job_name, None, RAW))
        except self._failure as error:
            raise Refused(FailureCode.PRINTER_REFUSED) from error
        try:
            self._spooler.StartPagePrinter(printer)
            written = self._spooler.WritePrinter(printer, pdf)
            self._spooler.EndPagePrinter(printer)
            self._spooler.EndDocPrinter(printer)
        except self._failure as error:
            raise Uncertain(FailureCode.PRINT_OUTCOME_UNKNOWN) from error
        if written != len(pdf):
            raise Uncertain(FailureCode.PRINT_OUTCOME_UNKNOWN)
        return str(job_id)

    def watch(
        self, job_id: str, report: Callable[[JobReport], None], *, wanted: Callable[[], bool]
    ) -> JobReport:
        """Report every change until the job ends or ``wanted()`` turns false; returns the last report.

        The spooler forgets a job once it is printed: a job that was printing and is gone counts as completed,
        one never seen printing as unknown. Neither is proof of paper.
        """
        last: JobReport | None = None
        tick = threading.Event()
        while True:
            now = JobReport(job_id=job_id, job=self._job(job_id, last), device=self.device_state())
            if now != last:
                report(now)
                last = now
            if now.job in _OVER or not wanted():
                return now
            tick.wait(POLL_SECONDS)

    def cancel(self, job_id: str) -> None:
        """Ask the spooler to cancel; harmless if the job has ended."""
        try:
            printer = self._spooler.OpenPrinter(self._name)
        except self._failure as error:
            raise Unavailable(FailureCode.PRINTER_UNREACHABLE) from error
        try:
            self._spooler.SetJob(printer, int(job_id), 0, None, CANCEL)
        except self._failure as error:
            if error.args[:1] != (INVALID_PARAMETER,):
                raise Refused(FailureCode.PRINTER_REFUSED) from error
        finally:
            self._spooler.ClosePrinter(printer)

    def _job(self, job_id: str, last: JobReport | None) -> JobState:
        try:
            printer = self._spooler.OpenPrinter(self._name)
        except self._failure:
            return last.job if last else JobState.PENDING
        try:
            return read_job(self._spooler.GetJob(printer, int(job_id), 2)["Status"])
        except self._failure:
            printed = last is not None and last.job is JobState.PROCESSING
            return JobState.COMPLETED if printed else JobState.UNKNOWN
        finally:
            self._spooler.ClosePrinter(printer)


def open_windows_queue(name: str) -> WindowsQueue:
    """Open the queue called ``name``; raises Unavailable(PRINTER_UNREACHABLE) where there is no pywin32."""
    try:
        spooler: Any = importlib.import_module("win32print")
        failures: Any = importlib.import_module("pywintypes")
    except ModuleNotFoundError as error:
        raise Unavailable(FailureCode.PRINTER_UNREACHABLE) from error
    return WindowsQueue(name, spooler, failures.error)

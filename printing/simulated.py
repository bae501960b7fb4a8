"""A printer without a device, for exercises and ``--simulated``: each PDF lands as a file in a folder.

It jams, runs empty or aborts on command. It prints as fast as it is watched, and counts no paper either.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from counter_app.application.paper_ports import DeviceState, JobReport, JobState
from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode

WAIT_SECONDS = 0.05


class PrinterMode(StrEnum):
    """What the simulated printer does with the next page."""

    OK = "ok"
    JAM = "jam"
    EMPTY = "empty"
    DOOR = "door"
    ABORT = "abort"
    OFF = "off"


_TROUBLE = {
    PrinterMode.JAM: DeviceState.JAMMED,
    PrinterMode.EMPTY: DeviceState.EMPTY,
    PrinterMode.DOOR: DeviceState.DOOR_OPEN,
    PrinterMode.OFF: DeviceState.UNREACHABLE,
}
_OVER = frozenset({JobState.COMPLETED, JobState.ABORTED, JobState.CANCELLED, JobState.UNKNOWN})


class SimulatedQueue:
    """A ``PrintQueue`` that writes PDFs into ``folder`` as ``0001.pdf``, ``0002.pdf`` …

    ``set_mode`` may be called from any thread; a watching call sees the change at once.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._changed = threading.Condition()
        self._mode = PrinterMode.OK
        self._printed = max((int(path.stem) for path in self.received() if path.stem.isdecimal()), default=0)
        self._waiting: dict[str, bytes] = {}
        self._states: dict[str, JobState] = {}

    def set_mode(self, mode: PrinterMode) -> None:
        """Change what the printer does from now on."""
        with self._changed:
            self._mode = mode
            self._changed.notify_all()

    def received(self) -> list[Path]:
        """The files printed so far, in order, as submitted."""
        return sorted(self._folder.glob("*.pdf"))

    def device_state(self) -> DeviceState:
        """The printer's state now."""
        with self._changed:
            # nobody watches a request form: it is printed as soon as somebody looks
            for job_id in tuple(self._waiting):
                self._advance(job_id)
            return self._device()

    def submit(self, pdf: bytes, job_name: str) -> str:
        """Take one PDF; raises Unavailable(PRINTER_UNREACHABLE) while off, Refused for what is no PDF."""
        del job_name
        with self._changed:
            if self._mode is PrinterMode.OFF:
                raise Unavailable(FailureCode.PRINTER_UNREACHABLE)
            if not pdf.startswith(b"%PDF-"):
                raise Refused(FailureCode.PRINTER_REFUSED)
            job_id = str(len(self._states) + 1)
            self._states[job_id] = JobState.PROCESSING
            self._waiting[job_id] = pdf
            return job_id

    def watch(
        self, job_id: str, report: Callable[[JobReport], None], *, wanted: Callable[[], bool]
    ) -> JobReport:
        """Report every change until the job ends or ``wanted()`` turns false; returns the last report."""
        last: JobReport | None = None
        while True:
            with self._changed:
                now = self._advance(job_id)
            if now != last:
                report(now)
                last = now
            if now.job in _OVER or not wanted():
                return now
            with self._changed:
                if self._states[job_id] is JobState.PROCESSING and self._mode in _TROUBLE:
                    self._changed.wait(WAIT_SECONDS)

    def cancel(self, job_id: str) -> None:
        """Cancel a job that waits; harmless if it has ended."""
        with self._changed:
            if self._states.get(job_id) is JobState.PROCESSING:
                self._states[job_id] = JobState.CANCELLED
                del self._waiting[job_id]
            self._changed.notify_all()

    def _device(self) -> DeviceState:
        trouble = _TROUBLE.get(self._mode)
        return trouble or (DeviceState.PRINTING if self._waiting else DeviceState.READY)

    def _advance(self, job_id: str) -> JobReport:
        """Print the job if nothing is in its way, and say how things stand."""
        state = self._states.get(job_id, JobState.UNKNOWN)
        if state is JobState.PROCESSING and self._mode not in _TROUBLE:
            pdf = self._waiting.pop(job_id)
            if self._mode is PrinterMode.ABORT:
                state = JobState.ABORTED
            else:
                self._folder.mkdir(parents=True, exist_ok=True)
                # what an earlier run printed is paper too: it is neither overwritten nor the newest
                self._printed += 1
                (self._folder / f"{self._printed:04d}.pdf").write_bytes(pdf)
                state = JobState.COMPLETED
            self._states[job_id] = state
        return JobReport(job_id=job_id, job=state, device=self._device())

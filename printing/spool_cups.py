"""A CUPS queue in front of the printer: the same IPP, other meanings.

CUPS rewrites the PDF and keeps it on disk, so a direct address is the default (design.md 6). Where a
town needs a queue, its ``cupsd.conf`` must say ``PreserveJobFiles No``; IPP offers no way to ask for it.
Its backend polls the device and sometimes misses an abort: such a job is told as completed though no sheet
came out (measured about once in ten). The scan of each sheet is the proof, here more than anywhere.
"""

from __future__ import annotations

from collections.abc import Collection

from counter_app.application.paper_ports import JobState
from printing.spool_ipp import IppQueue, read_job

SCHEME = "cups+"
BY_A_PERSON = "job-canceled-by-"


def read_cups_job(state: object, reasons: Collection[str]) -> JobState:
    """Read job-state as CUPS means it: a job the *device* aborted is shown as cancelled by nobody.

    Measured: ``canceled`` with ``processing-to-stop-point`` (knowledge/stack.md section 4).
    """
    meaning = read_job(state, reasons)
    by_a_person = any(reason.startswith(BY_A_PERSON) for reason in reasons)
    return JobState.ABORTED if meaning is JobState.CANCELLED and not by_a_person else meaning


def open_cups_queue(uri: str) -> IppQueue:
    """Open ``cups+ipp://HOST:PORT/printers/NAME``."""
    return IppQueue(uri.removeprefix(SCHEME), read_cups_job)

"""What devices say, read the same way whoever says it."""

from __future__ import annotations

import pytest
from pyipp.enums import IppJobState, IppPrinterState

from counter_app.application.paper_ports import DeviceState, JobState
from printing import spool_windows
from printing.spool_cups import read_cups_job
from printing.spool_ipp import read_device, read_job


@pytest.mark.parametrize(
    ("state", "reasons", "meaning"),
    [
        (IppPrinterState.IDLE, "none", DeviceState.READY),
        (IppPrinterState.IDLE, None, DeviceState.READY),
        (IppPrinterState.PROCESSING, "none", DeviceState.PRINTING),
        (IppPrinterState.STOPPED, "none", DeviceState.STOPPED),
        (IppPrinterState.IDLE, "paused", DeviceState.STOPPED),
        (IppPrinterState.PROCESSING, "media-jam-warning", DeviceState.JAMMED),
        (IppPrinterState.STOPPED, ["toner-low-report", "media-empty-error"], DeviceState.EMPTY),
        (IppPrinterState.STOPPED, ["paused", "cover-open-error"], DeviceState.DOOR_OPEN),
        (IppPrinterState.IDLE, "toner-low-warning", DeviceState.READY),
    ],
)
def test_the_worst_reason_of_an_ipp_printer_wins(
    state: IppPrinterState, reasons: object, meaning: DeviceState
) -> None:
    assert read_device(state, reasons) is meaning


def test_every_job_state_of_rfc_8011_has_a_meaning() -> None:
    assert {read_job(state, ()) for state in IppJobState} == set(JobState) - {JobState.UNKNOWN}
    assert read_job(None, ()) is JobState.UNKNOWN


def test_cups_shows_a_job_the_device_aborted_as_cancelled_by_nobody() -> None:
    assert read_cups_job(IppJobState.CANCELED, ("processing-to-stop-point",)) is JobState.ABORTED
    assert read_cups_job(IppJobState.CANCELED, ("job-canceled-by-user",)) is JobState.CANCELLED
    assert read_cups_job(IppJobState.COMPLETED, ()) is JobState.COMPLETED


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (0, JobState.PENDING),
        (0x8, JobState.PROCESSING),
        (0x10, JobState.PROCESSING),
        (0x10 | 0x40, JobState.STOPPED),
        (0x1, JobState.STOPPED),
        (0x80, JobState.COMPLETED),
        (0x1000 | 0x10, JobState.COMPLETED),
        (0x4, JobState.CANCELLED),
        (0x100 | 0x80, JobState.CANCELLED),
    ],
)
def test_job_bits_of_the_windows_spooler(status: int, meaning: JobState) -> None:
    assert spool_windows.read_job(status) is meaning


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (0, DeviceState.READY),
        (0x8 | 0x400, DeviceState.JAMMED),
        (0x10, DeviceState.EMPTY),
        (0x400000, DeviceState.DOOR_OPEN),
        (0x80 | 0x8, DeviceState.UNREACHABLE),
        (0x1, DeviceState.STOPPED),
        (0x400, DeviceState.PRINTING),
    ],
)
def test_printer_bits_of_the_windows_spooler(status: int, meaning: DeviceState) -> None:
    assert spool_windows.read_device(status) is meaning

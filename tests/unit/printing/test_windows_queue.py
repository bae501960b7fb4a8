"""The Windows adapter against a hand-written spooler that answers as win32print is documented to."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.application.paper_ports import DeviceState, JobReport, JobState
from counter_app.application.port_errors import PortError, Refused, Unavailable, Uncertain
from printing.spool_windows import WindowsQueue, open_windows_queue


class SpoolerError(Exception):
    """As pywintypes.error: (code, function, words)."""


class FakeSpooler:
    """Holds one printer; ``statuses`` are what GetJob answers, one after another, then the job is gone."""

    def __init__(self) -> None:
        self.statuses: list[int] = []
        self.printer_status = 0
        self.written: list[bytes] = []
        self.documents: list[tuple[Any, ...]] = []
        self.cancelled: list[int] = []
        self.open_handles = 0
        self.failing = ""

    def _answer(self, name: str) -> None:
        if self.failing == name:
            raise SpoolerError(5, name, "Access is denied.")

    def OpenPrinter(self, name: str) -> str:  # noqa: N802  (win32print's)
        self._answer("OpenPrinter")
        self.open_handles += 1
        return name

    def ClosePrinter(self, handle: str) -> None:  # noqa: N802  (win32print's)
        self.open_handles -= 1

    def GetPrinter(self, handle: str, level: int) -> dict[str, int]:  # noqa: N802  (win32print's)
        return {"Status": self.printer_status}

    def StartDocPrinter(self, handle: str, level: int, about: tuple[Any, ...]) -> int:  # noqa: N802  (win32print's)
        self._answer("StartDocPrinter")
        self.documents.append(about)
        return 7

    def StartPagePrinter(self, handle: str) -> None:  # noqa: N802  (win32print's)
        pass

    def WritePrinter(self, handle: str, data: bytes) -> int:  # noqa: N802  (win32print's)
        self._answer("WritePrinter")
        self.written.append(data)
        return len(data)

    def EndPagePrinter(self, handle: str) -> None:  # noqa: N802  (win32print's)
        pass

    def EndDocPrinter(self, handle: str) -> None:  # noqa: N802  (win32print's)
        self._answer("EndDocPrinter")

    def GetJob(self, handle: str, job: int, level: int) -> dict[str, int]:  # noqa: N802  (win32print's)
        if not self.statuses:
            raise SpoolerError(87, "GetJob", "The parameter is incorrect.")
        return {"Status": self.statuses.pop(0)}

    def SetJob(self, handle: str, job: int, level: int, about: None, command: int) -> None:  # noqa: N802  (win32print's)
        if self.failing == "ended":
            raise SpoolerError(87, "SetJob", "The parameter is incorrect.")
        self._answer("SetJob")
        self.cancelled.append(job)


@pytest.fixture
def spooler() -> FakeSpooler:
    return FakeSpooler()


@pytest.fixture
def queue(spooler: FakeSpooler) -> WindowsQueue:
    return WindowsQueue("Counter", spooler, SpoolerError)


def test_a_document_is_sent_once_and_raw(queue: WindowsQueue, spooler: FakeSpooler) -> None:
    assert queue.submit(b"%PDF-1.4", "999997-02") == "7"
    assert spooler.written == [b"%PDF-1.4"]
    assert spooler.documents == [("999997-02", None, "RAW")]
    assert spooler.open_handles == 0


@pytest.mark.parametrize(
    ("failing", "raised"),
    [
        ("OpenPrinter", Unavailable),
        ("StartDocPrinter", Refused),
        ("WritePrinter", Uncertain),
        ("EndDocPrinter", Uncertain),
    ],
)
def test_each_failing_call_says_whether_the_printer_may_have_the_file(
    queue: WindowsQueue, spooler: FakeSpooler, failing: str, raised: type[PortError]
) -> None:
    spooler.failing = failing

    with pytest.raises(raised):
        queue.submit(b"%PDF-1.4", "999997-02")
    assert spooler.open_handles == 0


def test_a_job_is_watched_to_its_end_through_an_empty_tray(queue: WindowsQueue, spooler: FakeSpooler) -> None:
    spooler.statuses = [0x8, 0x10 | 0x40, 0x10]
    reports: list[JobReport] = []

    last = queue.watch("7", reports.append, wanted=lambda: True)

    assert [report.job for report in reports] == [
        JobState.PROCESSING,
        JobState.STOPPED,
        JobState.PROCESSING,
        JobState.COMPLETED,
    ]
    assert last.job is JobState.COMPLETED


def test_a_job_never_seen_printing_that_is_gone_is_unknown(queue: WindowsQueue) -> None:
    assert queue.watch("7", lambda _: None, wanted=lambda: True).job is JobState.UNKNOWN


def test_a_watch_no_longer_wanted_returns(queue: WindowsQueue, spooler: FakeSpooler) -> None:
    spooler.statuses = [0x10]
    spooler.printer_status = 0x8

    last = queue.watch("7", lambda _: None, wanted=lambda: False)

    assert (last.job, last.device) == (JobState.PROCESSING, DeviceState.JAMMED)


def test_cancelling_reaches_the_spooler_and_is_harmless_after_the_end(
    queue: WindowsQueue, spooler: FakeSpooler
) -> None:
    queue.cancel("7")
    assert spooler.cancelled == [7]

    spooler.failing = "ended"
    queue.cancel("7")
    spooler.failing = "SetJob"
    with pytest.raises(Refused):
        queue.cancel("7")


def test_a_printer_that_cannot_be_opened_is_unreachable(queue: WindowsQueue, spooler: FakeSpooler) -> None:
    spooler.failing = "OpenPrinter"

    assert queue.device_state() is DeviceState.UNREACHABLE


def test_without_pywin32_there_is_no_windows_queue() -> None:
    with pytest.raises(Unavailable):
        open_windows_queue("Counter")

"""What every printer must do, tried on the simulated one, a real IPP printer and a real CUPS queue."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from counter_app.application.paper_ports import DeviceState, JobReport, JobState, PrintQueue
from counter_app.application.port_errors import Unavailable, Uncertain
from counter_app.domain.failures import FailureCode
from player.parts.ipp_printer import IppPrinter
from printing import open_queue
from printing.simulated import PrinterMode, SimulatedQueue
from tests.contracts.private_cups import PrivateCups

PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj
4 0 obj<</Length 15>>stream
9 9 99 99 re  f
endstream endobj
trailer<</Root 1 0 R>>
%%EOF
"""
JOB_NAME = "999997-02-20261123-000030"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rig:
    """A queue with the printer behind it. ``direct``: nothing between that rewrites bytes or outcomes."""

    queue: PrintQueue
    set_mode: Callable[[str], None]
    received: Callable[[], list[Path]]
    unplug: Callable[[], None]
    direct: bool


def _simulated(tmp_path: Path) -> Iterator[Rig]:
    queue = open_queue(f"simulated:{tmp_path / 'out'}")
    assert isinstance(queue, SimulatedQueue)

    def unplug() -> None:
        queue.set_mode(PrinterMode.OFF)

    def set_mode(mode: str) -> None:
        queue.set_mode(PrinterMode(mode))

    yield Rig(queue=queue, set_mode=set_mode, received=queue.received, unplug=unplug, direct=True)


def _direct(tmp_path: Path) -> Iterator[Rig]:
    printer = IppPrinter(tmp_path / "printer")
    try:
        yield Rig(
            queue=open_queue(printer.uri),
            set_mode=printer.set_mode,
            received=printer.received,
            unplug=printer.unplug,
            direct=True,
        )
    finally:
        printer.stop()


def _cups(tmp_path: Path) -> Iterator[Rig]:
    printer = IppPrinter(tmp_path / "printer")
    try:
        server = PrivateCups(printer.uri)
        try:
            yield Rig(
                queue=open_queue(server.uri),
                set_mode=printer.set_mode,
                received=printer.received,
                unplug=server.stop,
                direct=False,
            )
            assert server.kept_documents() == []
        finally:
            server.stop()
    finally:
        printer.stop()


RIGS = {"simulated": _simulated, "direct IPP": _direct, "CUPS": _cups}


@pytest.fixture(params=RIGS)
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rig]:
    yield from RIGS[request.param](tmp_path)


def _always() -> bool:
    return True


def _watch(rig: Rig, job_id: str, when: dict[DeviceState, str]) -> list[JobReport]:
    """Watch to the end, changing the printer's mode when it first says a state; returns all reports."""
    reports: list[JobReport] = []

    def report(now: JobReport) -> None:
        reports.append(now)
        if now.device in when:
            rig.set_mode(when.pop(now.device))

    last = rig.queue.watch(job_id, report, wanted=_always)
    assert last == reports[-1]
    return reports


def test_a_page_prints_and_the_job_ends_completed(rig: Rig) -> None:
    assert rig.queue.device_state() is DeviceState.READY

    reports = _watch(rig, rig.queue.submit(PDF, JOB_NAME), {})

    assert reports[-1].job is JobState.COMPLETED
    assert len(rig.received()) == 1
    if rig.direct:
        assert rig.received()[0].read_bytes() == PDF


@pytest.mark.parametrize(
    ("mode", "state"),
    [("jam", DeviceState.JAMMED), ("empty", DeviceState.EMPTY), ("door", DeviceState.DOOR_OPEN)],
)
def test_a_printer_in_trouble_says_so_and_goes_on_when_it_is_cleared(
    rig: Rig, mode: str, state: DeviceState
) -> None:
    rig.set_mode(mode)

    reports = _watch(rig, rig.queue.submit(PDF, JOB_NAME), {state: "ok"})

    in_trouble = [report for report in reports if report.device is state]
    assert in_trouble
    assert all(report.job not in {JobState.COMPLETED, JobState.ABORTED} for report in in_trouble)
    assert reports[-1].job is JobState.COMPLETED
    assert len(rig.received()) == 1


def test_a_job_that_the_printer_gives_up_ends_aborted_and_not_cancelled(rig: Rig) -> None:
    rig.set_mode("jam")

    reports = _watch(rig, rig.queue.submit(PDF, JOB_NAME), {DeviceState.JAMMED: "abort"})

    # A CUPS backend sometimes misses the abort and says completed: see printing.spool_cups.
    told = {JobState.ABORTED} if rig.direct else {JobState.ABORTED, JobState.COMPLETED}
    assert reports[-1].job in told
    assert rig.received() == []


def test_a_watch_that_is_no_longer_wanted_returns_and_the_job_can_be_cancelled(rig: Rig) -> None:
    rig.set_mode("jam")
    job_id = rig.queue.submit(PDF, JOB_NAME)
    seen: list[JobReport] = []

    last = rig.queue.watch(
        job_id, seen.append, wanted=lambda: not any(r.device is DeviceState.JAMMED for r in seen)
    )
    assert last.device is DeviceState.JAMMED
    assert last.job not in {JobState.CANCELLED, JobState.COMPLETED}
    rig.queue.cancel(job_id)
    rig.set_mode("ok")

    assert _watch(rig, job_id, {})[-1].job is JobState.CANCELLED
    rig.queue.cancel(job_id)


def test_cancelling_a_job_that_has_ended_is_harmless(rig: Rig) -> None:
    job_id = rig.queue.submit(PDF, JOB_NAME)
    _watch(rig, job_id, {})

    rig.queue.cancel(job_id)

    # CUPS may take the cancelling of a job that it has just called completed, and change its word.
    told = {JobState.COMPLETED} if rig.direct else {JobState.COMPLETED, JobState.CANCELLED}
    assert _watch(rig, job_id, {})[-1].job in told
    assert len(rig.received()) == 1


def test_a_printer_that_is_not_there_is_unreachable_and_nothing_was_sent(rig: Rig) -> None:
    rig.unplug()

    assert rig.queue.device_state() is DeviceState.UNREACHABLE
    with pytest.raises(Unavailable) as unavailable:
        rig.queue.submit(PDF, JOB_NAME)
    assert unavailable.value.failure.code is FailureCode.PRINTER_UNREACHABLE


def test_a_job_the_printer_does_not_know_is_unknown(rig: Rig) -> None:
    assert _watch(rig, "4711", {})[-1].job is JobState.UNKNOWN


def test_a_printer_that_restarts_and_forgets_a_job_ends_the_watch_as_unknown(tmp_path: Path) -> None:
    printer = IppPrinter(tmp_path / "printer")
    try:
        printer.set_mode("jam")
        queue = open_queue(printer.uri)
        job_id = queue.submit(PDF, JOB_NAME)
        reports: list[JobReport] = []

        def report(now: JobReport) -> None:
            reports.append(now)
            if now.device is DeviceState.JAMMED:
                printer.unplug()
            if now.device is DeviceState.UNREACHABLE:
                printer.plug_in()

        last = queue.watch(job_id, report, wanted=_always)

        assert DeviceState.UNREACHABLE in {report.device for report in reports}
        assert last.job is JobState.UNKNOWN
        assert last.device is not DeviceState.UNREACHABLE
    finally:
        printer.stop()


class _NamesNoJob(http.server.BaseHTTPRequestHandler):
    """Takes every document with successful-ok (RFC 8011 4.1.6.1), and never says as which job."""

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        answer = asked[:2] + b"\x00\x00" + asked[4:8]
        answer += b"\x01\x47\x00\x12attributes-charset\x00\x05utf-8"
        answer += b"\x48\x00\x1battributes-natural-language\x00\x02en\x03"
        self.send_response(200)
        self.send_header("Content-Type", "application/ipp")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_told: object) -> None:
        pass


def test_a_document_taken_without_a_job_number_may_be_printed_and_is_never_called_refused() -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _NamesNoJob)
    worker = threading.Thread(target=server.serve_forever)
    worker.start()
    try:
        queue = open_queue(f"ipp://127.0.0.1:{server.server_port}/ipp/print")
        with pytest.raises(Uncertain) as uncertain:
            queue.submit(PDF, JOB_NAME)
        assert uncertain.value.failure.code is FailureCode.PRINT_OUTCOME_UNKNOWN
    finally:
        server.shutdown()
        worker.join()
        server.server_close()


def test_two_printers_run_side_by_side(tmp_path: Path) -> None:
    first, second = IppPrinter(tmp_path / "first"), IppPrinter(tmp_path / "second")
    try:
        second.set_mode("jam")
        queue = open_queue(first.uri)

        assert (
            queue.watch(queue.submit(PDF, JOB_NAME), lambda _: None, wanted=_always).job is JobState.COMPLETED
        )
        assert len(first.received()) == 1
        assert second.received() == []
    finally:
        first.stop()
        second.stop()


def test_an_address_of_no_known_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="not the address of a printer"):
        open_queue("file:///tmp/out.pdf")

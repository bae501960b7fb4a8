"""The simulated printer's tray: codes are read off the files that came out, as a scanner reads paper."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from counter_app.application.paper_ports import JobState
from counter_app.domain.render_model import RenderJob
from printing.pages import CertificatePages
from printing.simulated import SimulatedQueue
from printing.simulated_tray import FOREIGN_CODE, PaperTray
from tests.contracts.test_print_queues import PDF
from tests.integration.printing import samples


def _print(folder: Path, *files: bytes) -> None:
    queue = SimulatedQueue(folder)
    for file in files:
        last = queue.watch(queue.submit(file, "job"), lambda report: None, wanted=lambda: True)
        assert last.job is JobState.COMPLETED


def _job(copies: int, *, first_number: int = 30) -> RenderJob:
    whole = samples.job(samples.model(samples.FAMILY[:1], training=True), copies)
    numbers = [f"999997-02-20261123-{first_number + at:06d}-1/1" for at in range(len(whole.stamps))]
    stamps = [
        dataclasses.replace(stamp, number=number, code=samples.code(number))
        for stamp, number in zip(whole.stamps, numbers, strict=True)
    ]
    return RenderJob(model=whole.model, stamps=tuple(stamps))


def _codes(job: RenderJob) -> list[str]:
    return [stamp.code for stamp in job.stamps]


def test_the_sheets_of_the_newest_job_come_one_after_the_other_and_again_from_the_first(
    tmp_path: Path, pages: CertificatePages
) -> None:
    job = _job(2)
    _print(tmp_path, PDF, pages.render(job).pdf)
    tray = PaperTray(tmp_path)

    assert [tray.next_code() for _ in range(3)] == [*_codes(job), _codes(job)[0]]


def test_a_form_has_no_code_and_an_empty_tray_no_sheet(tmp_path: Path) -> None:
    tray = PaperTray(tmp_path / "out")
    assert tray.next_code() == ""

    _print(tmp_path / "out", PDF)

    assert tray.next_code() == ""


def test_the_code_is_the_papers_not_the_programs(tmp_path: Path, pages: CertificatePages) -> None:
    """Whatever was printed last is what is scanned, whoever printed it."""
    first, later = _job(1), _job(1, first_number=70)
    _print(tmp_path, pages.render(first).pdf)
    tray = PaperTray(tmp_path)
    assert tray.next_code() == _codes(first)[0]

    (tmp_path / "0002.pdf").write_bytes(pages.render(later).pdf)

    assert tray.next_code() == _codes(later)[0]


def test_another_sheet_is_an_older_jobs_or_else_of_no_town(tmp_path: Path, pages: CertificatePages) -> None:
    first, later = _job(1), _job(1, first_number=70)
    _print(tmp_path, pages.render(first).pdf)
    tray = PaperTray(tmp_path)
    assert tray.other_code() == FOREIGN_CODE

    _print(tmp_path, PDF, pages.render(later).pdf)

    assert tray.other_code() == _codes(first)[0]
    assert tray.next_code() == _codes(later)[0]


def test_a_later_run_of_the_printer_overwrites_no_paper(tmp_path: Path) -> None:
    _print(tmp_path, PDF, PDF)
    _print(tmp_path, PDF)

    assert [path.name for path in SimulatedQueue(tmp_path).received()] == ["0001.pdf", "0002.pdf", "0003.pdf"]

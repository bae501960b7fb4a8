from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from counter_app.application.case_memory import CaseMemory
from counter_app.application.exercise_feed import ExerciseFeed, KeepingQueue, feed_line, issue_of
from counter_app.application.paper_ports import DeviceState, JobReport, JobState
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.sheets import SheetState
from tests.fakes.clock import FakeClock
from tests.fakes.lanes import FakeLanes
from tests.fakes.queue import FakeQueue
from tests.unit.domain import case_samples as samples
from tests.unit.domain.case_states import every_state
from tests.unit.domain.people import CARD, FAMILY

NOW = datetime.fromisoformat("2026-11-24T09:00:00+09:00")


def _personal() -> Iterator[str]:
    for resident in (member.resident for member in FAMILY.members):
        if resident is not None:
            yield from (resident.name, resident.name_kana, resident.birth.iso, resident.address)
    yield from (samples.CANDIDATE.name, samples.CANDIDATE.name_kana, samples.CANDIDATE.birth)


def _state(kind: type[states.IssuanceState]) -> states.IssuanceState:
    return next(state for state in every_state() if isinstance(state, kind))


@pytest.mark.parametrize("state", every_state(), ids=lambda state: type(state).__name__)
def test_no_state_tells_the_feed_about_a_person(state: states.IssuanceState) -> None:
    line = json.dumps(feed_line(NOW, state), ensure_ascii=False)

    assert '"case": "case"' in line
    assert not [word for word in _personal() if word in line]
    assert all(_personal())


@pytest.mark.parametrize(
    ("kind", "sheet"),
    [
        (states.Rendering, SheetState.RESERVED),
        (states.Spooling, SheetState.RESERVED),
        (states.Printing, SheetState.SPOOLED),
        (states.PrintUncertain, SheetState.SPOOLED),
        (states.Paying, SheetState.COLLATED),
        (states.HandingOver, SheetState.COLLATED),
    ],
)
def test_the_sheets_are_said_to_be_where_this_pc_believes_them(
    kind: type[states.IssuanceState], sheet: SheetState
) -> None:
    line = feed_line(NOW, _state(kind))

    assert [one["state"] for one in line["sheets"]] == [sheet.value] * len(samples.ISSUE.numbers)
    assert [one["number"] for one in line["sheets"]] == list(samples.ISSUE.numbers)
    assert line["issue"]["id"] == samples.ISSUE.issue_id


def test_a_scanned_sheet_is_collated_before_the_others() -> None:
    issue = replace(samples.ISSUE, stamps=samples.stamps(samples.MODEL, 2, 70))
    first, *others = issue.numbers
    state = states.Collating(ref=samples.REF, turn=1, issue=issue, scanned=frozenset({first}))

    told = {one["number"]: one["state"] for one in feed_line(NOW, state)["sheets"]}

    assert told == {first: "collated"} | dict.fromkeys(others, "spooled")


def test_an_issue_is_found_inside_what_is_troubled_or_parked() -> None:
    printing = _state(states.Printing)
    assert isinstance(printing, states.WaitingState)
    failure, not_done = Failure(code=FailureCode.PRINTER_JAMMED), Certainty.NOT_DONE
    paying = _state(states.Paying)
    assert isinstance(paying, states.Paying)

    troubled = states.Troubled(ref=samples.REF, turn=1, waiting=printing, failure=failure, certainty=not_done)
    parked = states.Parked(ref=samples.REF, turn=1, inside=paying, reason="queue")

    both = replace(parked, inside=troubled)

    assert issue_of(troubled) == issue_of(parked) == issue_of(both) == samples.ISSUE
    assert feed_line(NOW, troubled)["failure"] == "PRINTER_JAMMED"
    assert issue_of(_state(states.AtReception)) is None


def test_a_refused_credential_says_its_code_and_a_card_what_it_cost() -> None:
    entering = _state(states.EnteringCredential)
    assert isinstance(entering, states.EnteringCredential)
    refused = replace(entering, refused=Failure(code=FailureCode.CARD_CODE_WRONG))
    finding = _state(states.Finding)

    assert feed_line(NOW, refused)["failure"] == "CARD_CODE_WRONG"
    assert "failure" not in feed_line(NOW, entering)
    assert feed_line(NOW, finding)["card"] == {"apdu_count": CARD.apdu_count, "elapsed_ms": CARD.elapsed_ms}


def test_a_closed_case_says_how_it_ended_and_a_job_how_it_goes() -> None:
    printing = _state(states.Printing)
    assert isinstance(printing, states.Printing)

    assert feed_line(NOW, _state(states.Closed))["state"] == "Closed:handed_over"
    assert feed_line(NOW, printing)["print"] == {"job_id": "1", "state": "submitted"}
    assert feed_line(NOW, replace(printing, device="jammed"))["print"]["state"] == "jammed"


def _written(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_what_is_said_is_written_only_with_the_screen_that_shows_it(tmp_path: Path) -> None:
    feed = ExerciseFeed(tmp_path / "feed", FakeClock().now)
    feed.say("signed_out")
    feed.taken(every_state()[0], CaseMemory())
    assert not feed.path.exists()

    feed.write(feed.take(), "SignInBody")

    assert [(line["state"], line["screen"]) for line in _written(feed.path)] == [
        ("signed_out", "SignInBody"),
        (type(every_state()[0]).__name__, "SignInBody"),
    ]
    assert feed.take() == []


def test_a_certificate_is_kept_as_submitted_and_a_form_is_not(tmp_path: Path) -> None:
    feed, lanes, printer = ExerciseFeed(tmp_path / "feed", FakeClock().now), FakeLanes(), FakeQueue()
    queue = KeepingQueue(printer, tmp_path, feed, lanes)

    queue.submit(b"%PDF-form", "form-031")
    job = queue.submit(b"%PDF-page", "issue-7")

    kept = tmp_path / "issue-7.pdf"
    assert [path.name for path in tmp_path.glob("*.pdf")] == [kept.name]
    assert kept.read_bytes() == b"%PDF-page"
    assert printer.submitted == [("form-031", b"%PDF-form"), ("issue-7", b"%PDF-page")]
    (line,) = feed.take()
    assert line["submitted"] == {"path": str(kept), "sha256": hashlib.sha256(b"%PDF-page").hexdigest()}
    assert job == "2"


def test_the_rest_of_a_keeping_queue_is_the_printer_itself(tmp_path: Path) -> None:
    printer = FakeQueue()
    printer.device, printer.on_the_way = DeviceState.EMPTY, (DeviceState.JAMMED,)
    queue = KeepingQueue(printer, tmp_path, ExerciseFeed(tmp_path / "f", FakeClock().now), FakeLanes())
    reports: list[JobReport] = []

    last = queue.watch("1", reports.append, wanted=lambda: True)
    queue.cancel("1")

    assert queue.device_state() is DeviceState.EMPTY
    assert [report.device for report in reports] == [DeviceState.JAMMED]
    assert last.job is JobState.COMPLETED
    assert printer.cancelled == ["1"]

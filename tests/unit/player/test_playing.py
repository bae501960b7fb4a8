from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from player.paper import PrintedFile
from player.playing import Play, same_state
from player.scenario import Scenario
from tests.fakes.stage import FakeStage

PAPER = PrintedFile(path=Path("copy.pdf"), sha256="5" * 64, pages=2, codes=("CODE-1", "CODE-2"), text="")
ANSWERS = {
    "start counter-1": [{"state": "signed_out"}],
    "F2": [{"state": "AtReception", "case": "c-1", "number": "001"}],
    "60040320354821": [{"state": "Comparing", "case": "c-1"}],
    "60040320354822": [{"state": "EnteringCredential", "case": "c-1", "failure": "CARD_CODE_WRONG"}],
    "CODE-1": [{"state": "Collating", "case": "c-1"}],
    "CODE-2": [{"state": "Paying", "case": "c-1"}],
}


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[FakeStage]:
    made = FakeStage(tmp_path, ANSWERS, [PAPER])
    yield made
    made.feed.close()


def _scenario(*steps: dict[str, Any], fault: dict[str, Any] | None = None) -> Scenario:
    whole = {"title": "t", "steps": [{"do": "start"}, *steps], "end": {"sheets": 0}, "fault": fault}
    return Scenario.model_validate_json(json.dumps(whole))


TYPED = {"do": "type", "name": "code", "of": "watanabe", "what": "code_b", "then": ["Return"]}
COMPARED = {"do": "wait_state", "state": "Comparing", "within": 0.3}


def test_steps_are_played_in_order_and_nothing_is_broken(stage: FakeStage, tmp_path: Path) -> None:
    scenario = _scenario({"do": "tap_card", "persona": "watanabe"}, TYPED, COMPARED, {"do": "remove_card"})

    assert Play(scenario, stage, tmp_path).run() == []
    assert stage.done == ["start counter-1", "card of watanabe", "60040320354821", "Return", "card away"]


def test_a_state_that_never_comes_ends_the_run_at_that_step(stage: FakeStage, tmp_path: Path) -> None:
    broken = Play(_scenario(COMPARED, {"do": "keys", "keys": ["F2"]}), stage, tmp_path).run()

    assert [each.what for each in broken] == ["wait_state Comparing"]
    assert "step 2" in broken[0].detail
    assert stage.done == ["start counter-1"]


def test_a_state_reached_before_the_last_wait_does_not_count_again(stage: FakeStage, tmp_path: Path) -> None:
    asked = {"do": "wait_state", "state": "signed_out", "within": 0.3}

    assert Play(_scenario(asked, asked), stage, tmp_path).run()[0].what == "wait_state signed_out"


def test_what_a_fault_must_break_is_waited_for_only_as_long_as_the_fault_says(
    stage: FakeStage, tmp_path: Path
) -> None:
    fault = {"kind": "skip_step", "step": "typing", "breaks": "wait_state Comparing", "within": 0.2}
    patient = {**COMPARED, "within": 100}

    broken = Play(_scenario({**TYPED, "name": "typing"}, patient, fault=fault), stage, tmp_path).run()

    assert [each.what for each in broken] == ["wait_state Comparing"]
    assert "nothing after 0 s" in broken[0].detail


def test_a_step_pointed_at_by_the_fault_is_left_out(stage: FakeStage, tmp_path: Path) -> None:
    fault = {"kind": "skip_step", "step": "correction", "breaks": "end.sheets"}
    step = {"do": "keys", "keys": ["minus"], "name": "correction"}

    Play(_scenario(step, {"do": "keys", "keys": ["F2"]}, fault=fault), stage, tmp_path).run()

    assert stage.done == ["start counter-1", "F2"]


def test_a_wrong_secret_differs_in_its_last_digit_and_breaks_the_wait(
    stage: FakeStage, tmp_path: Path
) -> None:
    fault = {"kind": "wrong_secret", "step": "code", "breaks": "wait_state Comparing"}

    broken = Play(_scenario(TYPED, COMPARED, fault=fault), stage, tmp_path).run()

    assert "60040320354822" in stage.done
    assert broken[0].what == "wait_state Comparing"


def test_sheets_are_scanned_by_the_codes_on_the_paper(stage: FakeStage, tmp_path: Path) -> None:
    paying = {"do": "wait_state", "state": "Paying", "within": 2}

    assert Play(_scenario({"do": "scan_sheets"}, paying), stage, tmp_path).run() == []
    assert stage.done == ["start counter-1", "CODE-1", "Return", "CODE-2", "Return"]


def test_a_sheet_that_is_skipped_is_never_scanned(stage: FakeStage, tmp_path: Path) -> None:
    fault = {"kind": "skip_sheet", "sheet": 2, "breaks": "wait_state Paying"}
    paying = {"do": "wait_state", "state": "Paying", "within": 0.3}

    broken = Play(_scenario({"do": "scan_sheets"}, paying, fault=fault), stage, tmp_path).run()

    assert "CODE-2" not in stage.done
    assert broken[0].what == "wait_state Paying"


def test_paper_that_was_scanned_is_not_scanned_for_another_case(stage: FakeStage, tmp_path: Path) -> None:
    broken = Play(_scenario({"do": "scan_sheets"}, {"do": "scan_sheets"}), stage, tmp_path).run()

    assert broken[0].what == "scan_sheets"
    assert "nothing came out" in broken[0].detail


def test_a_failure_is_expected_since_the_last_input_only(stage: FakeStage, tmp_path: Path) -> None:
    expected = {"do": "expect", "failure": "CARD_CODE_WRONG", "within": 0.3}
    wrong = {"do": "type", "text": "60040320354822"}

    assert Play(_scenario(wrong, expected), stage, tmp_path).run() == []
    again = Play(_scenario({"do": "keys", "keys": ["F2"]}, expected), stage, tmp_path).run()
    assert [each.what for each in again] == ["expect"]


def test_the_number_of_sheets_is_counted_on_the_paper(stage: FakeStage, tmp_path: Path) -> None:
    broken = Play(_scenario({"do": "expect", "sheets": 3}), stage, tmp_path).run()

    assert "2 sheets came out, not 3" in broken[0].detail


def test_pictures_are_kept_in_order(stage: FakeStage, tmp_path: Path) -> None:
    play = Play(
        _scenario({"do": "screenshot", "file": "b"}, {"do": "screenshot", "file": "a"}), stage, tmp_path
    )

    play.run()

    assert play.screenshots == ["screenshots/b.png", "screenshots/a.png"]
    assert (tmp_path / "screenshots/a.png").exists()


@pytest.mark.parametrize(
    ("said", "wanted", "same"),
    [
        ("Closed:handed_over", "Closed", True),
        ("Closed:handed_over", "Closed:handed_over", True),
        ("Closed:withdrawn", "Closed:handed_over", False),
        ("Checking", "Checked", False),
    ],
)
def test_states_are_compared_by_name(said: str, wanted: str, *, same: bool) -> None:
    assert same_state(said, wanted) is same

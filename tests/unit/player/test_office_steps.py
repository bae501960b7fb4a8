"""Steps at other PCs, and of a bad day: what they ask of the office, and how the play ends without one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from player.playing import LONGEST_CUT, Play
from player.scenario import Scenario
from tests.fakes.office import FakeOffice
from tests.fakes.stage import FakeStage

SAID = {
    "start counter-1": [{"state": "signed_out"}],
    "F2": [{"state": "Printing", "case": "c-1"}, {"state": "Printing", "case": "c-2"}],
    "F9": [{"state": "PrintUncertain", "case": "c-1"}],
}
DESK = {"Return": [{"state": "ApproverQueue", "waiting": ["001"], "outcome": ""}]}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[FakeOffice]:
    (tmp_path / "desk").mkdir()
    made = FakeOffice(tmp_path, FakeStage(tmp_path, SAID), {"desk": FakeStage(tmp_path / "desk", DESK)})
    yield made
    made.at("").feed.close()
    made.at("desk").feed.close()


def _scenario(*steps: dict[str, Any], fault: dict[str, Any] | None = None) -> Scenario:
    whole = {
        "title": "t",
        "pcs": [{"name": "desk", "command": "approve"}],
        "steps": [{"do": "start"}, *steps],
        "end": {"sheets": 0},
        "fault": fault,
    }
    return Scenario.model_validate_json(json.dumps(whole))


def _play(office: FakeOffice, *steps: dict[str, Any], fault: dict[str, Any] | None = None) -> list[str]:
    played = Play(_scenario(*steps, fault=fault), office.at(""), office.directory, office)
    return [each.what for each in played.run()]


BAD_DAY = (
    {"do": "swallow_answer"},
    {"do": "wait_swallowed", "within": 3},
    {"do": "kill", "what": "gateway"},
    {"do": "start", "what": "gateway"},
    {"do": "cut_line"},
    {"do": "mend_line", "after": 60},
)


def test_a_bad_day_happens_in_the_order_of_its_steps(office: FakeOffice) -> None:
    assert _play(office, *BAD_DAY) == []
    assert office.done == [
        *("swallow", "swallowed within 3 s", "kill gateway", "start gateway"),
        *("cut", "mend after 60 s"),
    ]


def test_what_the_wire_changes_is_of_a_request_or_of_its_answer(office: FakeOffice) -> None:
    changes = (
        {"do": "change_wire", "of": "answer"},
        {"do": "change_wire", "of": "request", "after": 1},
        {"do": "wait_changed", "within": 2},
    )

    assert _play(office, *changes) == []
    assert office.done == ["change_answer after 0", "change_request after 1", "swallowed within 2 s"]
    assert _scenario(*changes).uses_line


def test_a_test_in_a_hurry_mends_the_line_earlier(
    office: FakeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LONGEST_CUT, "5")

    _play(office, *BAD_DAY)

    assert office.done[-1] == "mend after 5 s"


def test_a_killed_gateway_gets_its_old_ledger_where_the_fault_says_so(office: FakeOffice) -> None:
    fault = {"kind": "old_ledger", "breaks": "wait_state"}

    _play(office, {"do": "kill", "what": "printer"}, {"do": "kill", "what": "gateway"}, fault=fault)

    assert office.done == ["keep ledger", "kill printer", "kill gateway", "old ledger"]


def test_keys_and_states_of_another_pc_are_its_own(office: FakeOffice) -> None:
    desk = {"pc": "desk", "do": "keys", "keys": ["Return"]}
    queue = {"do": "wait_state", "state": "ApproverQueue", "within": 0.3}

    assert _play(office, {"do": "start", "pc": "desk"}, desk, {**queue, "pc": "desk"}) == []
    assert office.at("desk").done == ["Return"]
    assert _play(office, {"do": "start", "pc": "desk"}, desk, queue) == ["wait_state ApproverQueue"]


@pytest.mark.parametrize(
    ("says", "broken"),
    [({"waiting": ["001"]}, []), ({"waiting": []}, ["wait_state ApproverQueue"])],
)
def test_a_state_counts_only_with_what_it_says(
    office: FakeOffice, says: dict[str, Any], broken: list[str]
) -> None:
    queue = {"pc": "desk", "do": "wait_state", "state": "ApproverQueue", "says": says, "within": 0.3}

    steps = ({"do": "start", "pc": "desk"}, {"pc": "desk", "do": "keys", "keys": ["Return"]}, queue)

    assert _play(office, *steps) == broken


def test_a_case_behind_the_one_in_front_is_waited_for_by_itself(office: FakeOffice) -> None:
    def reached(case: int, state: str) -> dict[str, Any]:
        return {"do": "wait_state", "state": state, "case": case, "within": 0.3}

    keys = ({"do": "keys", "keys": ["F2"]}, {"do": "keys", "keys": ["F9"]})

    both = (reached(2, "Printing"), reached(1, "Printing"), reached(1, "PrintUncertain"))
    assert _play(office, *keys, *both) == []
    assert _play(office, *keys, reached(2, "PrintUncertain")) == ["wait_state PrintUncertain"]
    assert _play(office, *keys, reached(3, "Printing")) == ["wait_state Printing"]


CALL = {"do": "refused_call", "user": "yamada2", "ask": "approve", "failure": "APPROVER_IS_MAKER"}


def test_a_call_past_the_windows_must_be_refused_as_said(office: FakeOffice) -> None:
    assert _play(office, CALL, {"do": "change_byte", "of": "statement"}) == []
    assert office.done == ["approve as yamada2", "change statement"]

    for answered in ("", "GATEWAY_REFUSED"):
        office.refusal = answered
        assert _play(office, CALL) == ["refused_call"]


@pytest.mark.parametrize("step", [*BAD_DAY, CALL, {"do": "keys", "pc": "desk", "keys": ["F2"]}])
def test_a_counter_with_nothing_around_it_plays_no_such_step(
    office: FakeOffice, step: dict[str, Any]
) -> None:
    broken = Play(_scenario(step), office.at(""), office.directory).run()

    assert [each.what for each in broken] == [step["do"]]


def test_what_is_typed_by_hand_comes_letter_by_letter(office: FakeOffice) -> None:
    _play(office, {"do": "type", "by_hand": True, "text": "060", "then": ["Tab"]})

    assert office.at("").done[1:] == ["0", "6", "0", "Tab"]


def test_a_step_at_a_pc_that_is_not_there_is_no_scenario() -> None:
    with pytest.raises(ValueError, match="no PC is called cellar"):
        _scenario({"do": "keys", "pc": "cellar", "keys": ["F2"]})


@pytest.mark.parametrize(("step", "uses"), [({"do": "cut_line"}, True), ({"do": "remove_card"}, False)])
def test_a_line_of_its_own_is_given_where_a_step_wants_one(step: dict[str, Any], *, uses: bool) -> None:
    assert _scenario(step).uses_line is uses

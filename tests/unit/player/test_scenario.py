from __future__ import annotations

from pathlib import Path

import pytest

from player.scenario import ScenarioInvalid, load
from player.steps import Keys, Type

SMALLEST = """
title = "the smallest"
steps = [{ do = "start" }, { do = "keys", keys = ["F2"], name = "reception" }]
[end]
sheets = 0
"""


def _file(directory: Path, text: str, name: str = "one.toml") -> Path:
    path = directory / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_scenario_is_read_step_by_step(tmp_path: Path) -> None:
    scenario = load(_file(tmp_path, SMALLEST))

    assert scenario.title == "the smallest"
    assert scenario.steps[1] == Keys(do="keys", keys=["F2"], name="reception")
    assert scenario.window == (1366, 768)


def test_a_twin_takes_over_everything_but_what_it_says_itself(tmp_path: Path) -> None:
    _file(tmp_path, SMALLEST)
    twin = load(
        _file(
            tmp_path,
            'extends = "one.toml"\ntitle = "twin"\n'
            '[fault]\nkind = "skip_step"\nstep = "reception"\nbreaks = "wait_state"\n',
            "twin.toml",
        )
    )

    assert twin.title == "twin"
    assert len(twin.steps) == 2
    assert twin.fault is not None
    assert twin.fault.step == "reception"


def test_every_wrong_key_is_named_at_once(tmp_path: Path) -> None:
    text = SMALLEST.replace('do = "start"', 'do = "start", speed = 3').replace("sheets = 0", "sheets = -1")

    with pytest.raises(ScenarioInvalid) as refusal:
        load(_file(tmp_path, text))

    assert "speed" in str(refusal.value)
    assert "end.sheets" in str(refusal.value)


def test_an_unknown_verb_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScenarioInvalid, match=r"steps\.0"):
        load(_file(tmp_path, SMALLEST.replace('"start"', '"click"')))


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScenarioInvalid, match=r"one\.toml"):
        load(_file(tmp_path, "title = "))


def test_a_fault_must_point_at_a_step_that_exists(tmp_path: Path) -> None:
    text = SMALLEST + '[fault]\nkind = "skip_step"\nstep = "hand-over"\nbreaks = "x"\n'

    with pytest.raises(ScenarioInvalid, match="hand-over"):
        load(_file(tmp_path, text))


@pytest.mark.parametrize(
    "step",
    [
        '{ do = "type" }',
        '{ do = "type", text = "1", of = "watanabe", what = "code_b" }',
        '{ do = "type", of = "watanabe" }',
    ],
)
def test_what_is_typed_has_exactly_one_source(tmp_path: Path, step: str) -> None:
    with pytest.raises(ScenarioInvalid, match="either text, or of and what"):
        load(_file(tmp_path, SMALLEST.replace('{ do = "start" }', step)))


def test_the_personas_of_cards_and_papers_are_all_known_beforehand(tmp_path: Path) -> None:
    text = SMALLEST.replace(
        '{ do = "start" }',
        '{ do = "tap_card", persona = "watanabe" }, { do = "type", of = "kunine", what = "birth_date" }',
    )

    scenario = load(_file(tmp_path, text))

    assert scenario.personas == {"watanabe", "kunine"}
    assert isinstance(scenario.steps[1], Type)

"""The whole program with real parts: each scenario holds, and its twin breaks where it says it must."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from PIL import Image

from player import scenario
from player.playing import LONGEST_CUT

PROJECT = Path(__file__).resolve().parents[2]
SCENARIOS = PROJECT / "resources/scenarios"
FILES = sorted(path.stem for path in SCENARIOS.glob("*.toml"))
NAMES = [name for name in FILES if not name.endswith("-faulty")]
TWINS = [f"{name}-faulty" for name in NAMES]
MAIN_JOB = {"main-by-card", "main-by-pin", "without-card", "corrected-parked-resumed", "household-of-nine"}
APPROVAL = {
    "approval-by-second-pc",
    "approval-returned-and-corrected",
    "approval-changed-page",
    "approval-changed-record",
    "approval-changed-wire",
    "approval-self-refused",
    "approval-for-agent",
}
BAD_DAY = {
    "line-cut-five-requests",
    "printer-jam-two-sheets",
    "gateway-killed-between-commit-and-answer",
    "gateway-killed-at-payment",
}

pytestmark = pytest.mark.timeout(300)


def _play(name: str, out: Path, **environment: str) -> tuple[int, dict[str, Any], str]:
    done = subprocess.run(
        [sys.executable, "main.py", "play", str(SCENARIOS / f"{name}.toml"), "--out", str(out)],
        cwd=PROJECT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    told = done.stdout + done.stderr
    assert (out / "report.json").exists(), told
    report: dict[str, Any] = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return done.returncode, report, told


def test_what_must_work_is_played_and_every_scenario_has_its_twin() -> None:
    assert set(NAMES) >= MAIN_JOB | APPROVAL | BAD_DAY
    assert set(FILES) == {*NAMES, *TWINS}


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_holds(name: str, tmp_path: Path) -> None:
    code, report, told = _play(name, tmp_path)

    assert report["broken"] == [], told
    assert code == 0
    assert report["outcome"] == "handed_over"
    assert report["pdf"]["sha256"] == report["printer_copy"]["sha256"]
    assert {sheet["state"] for sheet in report["sheets"]} == {"handed_over"}
    assert all(sheet["code"] for sheet in report["sheets"])
    jsonschema.validate(
        report, json.loads((PROJECT / "resources/schemas/report.schema.json").read_text(encoding="utf-8"))
    )
    for picture in report["screenshots"]:
        with Image.open(tmp_path / picture) as image:
            assert image.size == (1366, 768)


@pytest.mark.parametrize("name", TWINS)
def test_its_faulty_twin_breaks_where_it_says(name: str, tmp_path: Path) -> None:
    fault = scenario.load(SCENARIOS / f"{name}.toml").fault

    # What a twin must break does not hang on how long the line was cut.
    code, report, told = _play(name, tmp_path, **{LONGEST_CUT: "5"})

    assert code == 1, told
    assert fault is not None
    assert [broken["what"] for broken in report["broken"]] == [fault.breaks], told

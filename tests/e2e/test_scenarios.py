"""The whole program with real parts: each scenario holds, and its twin breaks where it says it must."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

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

AT_ONCE = 2

pytestmark = pytest.mark.timeout(600)


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """How one run of the player ended: its exit status, its report and pictures in ``out``, its words."""

    code: int
    out: Path
    report: dict[str, Any]
    told: str


def _play(name: str, out: Path) -> Played:
    # What a twin must break does not hang on how long the line was cut.
    hurry = {LONGEST_CUT: "5"} if name in TWINS else {}
    done = subprocess.run(
        [sys.executable, "main.py", "play", str(SCENARIOS / f"{name}.toml"), "--out", str(out)],
        cwd=PROJECT,
        env=os.environ | hurry,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    told = done.stdout + done.stderr
    assert (out / "report.json").exists(), told
    report: dict[str, Any] = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return Played(code=done.returncode, out=out, report=report, told=told)


@pytest.fixture(scope="module")
def plays(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[str, Future[Played]]]:
    """The runs of all scenarios that are asked for, some at a time: most of a run is waiting."""
    wanted = [str(item.callspec.params["name"]) for item in request.session.items if _plays_one(item)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield {name: pool.submit(_play, name, tmp_path_factory.mktemp(name)) for name in wanted}
        pool.shutdown(cancel_futures=True)


def _plays_one(item: pytest.Item) -> TypeGuard[pytest.Function]:
    return isinstance(item, pytest.Function) and item.path == Path(__file__) and "plays" in item.fixturenames


def test_what_must_work_is_played_and_every_scenario_has_its_twin() -> None:
    assert set(NAMES) >= MAIN_JOB | APPROVAL | BAD_DAY
    assert set(FILES) == {*NAMES, *TWINS}


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_holds(name: str, plays: Mapping[str, Future[Played]]) -> None:
    played = plays[name].result()
    report = played.report

    assert report["broken"] == [], played.told
    assert played.code == 0
    assert report["outcome"] == "handed_over"
    assert report["pdf"]["sha256"] == report["printer_copy"]["sha256"]
    assert {sheet["state"] for sheet in report["sheets"]} == {"handed_over"}
    assert all(sheet["code"] for sheet in report["sheets"])
    jsonschema.validate(
        report, json.loads((PROJECT / "resources/schemas/report.schema.json").read_text(encoding="utf-8"))
    )
    for picture in report["screenshots"]:
        with Image.open(played.out / picture) as image:
            assert image.size == (1366, 768)


@pytest.mark.parametrize("name", TWINS)
def test_its_faulty_twin_breaks_where_it_says(name: str, plays: Mapping[str, Future[Played]]) -> None:
    fault = scenario.load(SCENARIOS / f"{name}.toml").fault

    played = plays[name].result()

    assert played.code == 1, played.told
    assert fault is not None
    assert [broken["what"] for broken in played.report["broken"]] == [fault.breaks], played.told

"""The counter with real parts, started again and again: nothing is lost, nothing is shown twice."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from player import sign_in
from player.feed import Line
from player.lab import PROJECT
from player.scenario import End, Scenario
from player.stage import Stage
from player.steps import Start

CLERK, OTHER_CLERK = "yamada", "suzuki"
PROFILE = "counter-1"

pytestmark = pytest.mark.timeout(180)


class Counter:
    """A counter on a stage, served from the tests."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.seen = 0

    def start(self, profile: str = PROFILE) -> None:
        self.stage.start_program(profile)
        self.wait("signed_out")

    def sign_in(self, username: str) -> None:
        since = len(self.stage.feed.lines)
        self.stage.window.press(["Return"])
        address = self.stage.sign_in_address(30, since)
        sign_in.answer(address, username, self.stage.password_of(username))

    def wait(self, state: str, seconds: float = 30.0) -> Line:
        def said(line: Line) -> bool:
            return bool(line["state"] == state)

        at = self.stage.feed.wait(said, since=self.seen, seconds=seconds, alive=self.stage.program_runs)
        self.seen = at + 1
        return self.stage.feed.lines[at]

    def press(self, *keys: str) -> None:
        self.stage.window.press(keys)

    def begin_case(self) -> str:
        """Begin a case and go on until its card is awaited."""
        self.press("Return")
        self.wait("AtReception")
        self.press("1", "Return")
        return str(self.wait("AwaitingCard")["case"])

    def lines_of(self, case: str) -> list[str]:
        return [str(line["state"]) for line in self.stage.feed.lines if line.get("case") == case]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    scenario = Scenario(title="second start", steps=[Start(do="start")], end=End(sheets=0))
    with contextlib.ExitStack() as ending:
        # Short: sockets lie below it.
        directory = Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="again-")))
        yield Stage(scenario, directory, tmp_path_factory.mktemp("out"), ending)


@pytest.fixture
def counter(stage: Stage) -> Iterator[Counter]:
    counter = Counter(stage)
    counter.seen = len(stage.feed.lines)
    yield counter
    stage.end_program()


def test_a_parked_case_is_there_after_the_program_was_ended(counter: Counter) -> None:
    counter.start()
    counter.sign_in(CLERK)
    counter.wait("ready")
    case = counter.begin_case()
    counter.press("F6")
    counter.wait("Parked")

    counter.start()
    counter.sign_in(CLERK)
    counter.wait("ready")
    counter.press("Next")

    assert counter.wait("AwaitingCard")["case"] == case


def test_a_case_that_was_open_when_the_program_was_killed_is_there_again(counter: Counter) -> None:
    counter.start("killed")
    counter.sign_in(CLERK)
    counter.wait("ready")
    case = counter.begin_case()

    counter.stage.kill("counter", "")
    counter.start("killed")
    counter.sign_in(CLERK)
    counter.wait("ready")
    counter.press("Next", "F6")

    assert counter.wait("Parked")["case"] == case


def test_signing_in_again_reads_no_case_twice(counter: Counter) -> None:
    counter.start("twice")
    counter.sign_in(CLERK)
    counter.wait("ready")
    case = counter.begin_case()
    for _ in range(3):
        counter.press("F6")
        counter.wait("Parked")
        counter.press("F10")
        counter.wait("signed_out")
        counter.sign_in(CLERK)
        counter.wait("ready")
        counter.press("Next")
        assert counter.wait("AwaitingCard")["case"] == case
    assert counter.lines_of(case).count("Parked") == 3
    assert "Troubled" not in counter.lines_of(case)


def test_a_second_process_on_the_same_profile_says_that_the_counter_is_open(
    counter: Counter, stage: Stage
) -> None:
    counter.start("shared")
    counter.sign_in(CLERK)
    counter.wait("ready")
    pc = stage.at("")
    first, pc._program = pc._program, None
    assert first is not None
    try:
        counter.start("shared")
        counter.sign_in(OTHER_CLERK)

        assert counter.wait("not_ready")["failure"] == "STORE_LOCKED"
        # The first one ends; the second is signed in without being started again.
        first.terminate()
        assert first.wait(10) == 0
        counter.sign_in(OTHER_CLERK)
        counter.wait("ready")
    finally:
        first.kill()
        first.wait()


def test_without_its_installation_file_the_counter_says_that_its_settings_are_wrong(
    counter: Counter, stage: Stage
) -> None:
    process = subprocess.Popen(
        [sys.executable, "main.py", "--profile", "bare", "--exercise-feed", str(stage.feed.path)],
        cwd=PROJECT,
        env=stage.environment,
    )
    stage.at("")._program = process

    assert counter.wait("not_ready")["failure"] == "SETTINGS_INVALID"
    stage.window.wait_shown(process.pid, 10)
    # Asking again asks the file again, and the program goes on.
    counter.press("Return")
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0

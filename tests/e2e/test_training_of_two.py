"""A training with both persons: a clerk at the simulated counter, a supervisor in a window of his own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from player import scenario
from player.feed import Line
from player.playing import Play
from player.steps import SignIn, WaitState
from tests.e2e.training_counter import PROJECT, TrainingCounter, training_counter

START_SECONDS = 30.0

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def seats(tmp_path: Path) -> Iterator[tuple[TrainingCounter, TrainingCounter]]:
    """The counter's window and the supervisor's, both signed in."""
    with ExitStack() as ending:
        counter = ending.enter_context(training_counter(tmp_path))
        approver = ending.enter_context(training_counter(tmp_path, "-approver"))
        counter.start_program()
        counter.sign_in("yamada", since=counter.wait("signed_out", seconds=START_SECONDS))
        approver.start_approver()
        approver.sign_in("sato", since=approver.wait("signed_out", seconds=START_SECONDS))
        yield counter, approver


def _up_to_the_wait() -> scenario.Scenario:
    """What the clerk does until his page waits for its approval."""
    whole = scenario.load(PROJECT / "resources/scenarios/approval-by-second-pc.toml")
    own = [step for step in whole.steps if not step.pc and step.do not in {"printer", "screenshot"}]
    begun = next(i for i, step in enumerate(own) if isinstance(step, SignIn)) + 2
    waits = next(
        i for i, step in enumerate(own) if isinstance(step, WaitState) and step.state == "AwaitingApproval"
    )
    return whole.model_copy(update={"steps": own[begun : waits + 1]})


def test_what_the_clerk_lays_before_the_supervisor_is_printed_once_he_has_signed(
    seats: tuple[TrainingCounter, TrainingCounter], tmp_path: Path
) -> None:
    counter, approver = seats
    assert Play(_up_to_the_wait(), counter, tmp_path).run() == []

    _approve(approver)

    counter.wait("Collating", seconds=START_SECONDS)
    assert counter.last_certificate(START_SECONDS, frozenset()).codes


def _approve(approver: TrainingCounter) -> None:
    """Open what waits, read it to its end, go on and sign."""
    turns: tuple[tuple[Callable[[Line], bool], list[str]], ...] = (
        (lambda line: line.get("waiting") == ["001"], ["Return"]),
        (lambda line: line["state"] == "ApproverLooking", ["Next", "Next", "Next"]),
        (lambda line: line["state"] == "ApproverLooking" and bool(line["approvable"]), ["Return"]),
        (lambda line: line["state"] == "ApproverAsking", ["Return"]),
    )
    lines = 0
    for ready, keys in turns:
        lines = 1 + approver.feed.wait(ready, since=lines, seconds=START_SECONDS, alive=approver.program_runs)
        approver.window.press(keys)

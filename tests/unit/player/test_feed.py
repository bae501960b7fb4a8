from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from player.feed import Feed, Line, WaitedInVain


@pytest.fixture
def feed(tmp_path: Path) -> Iterator[Feed]:
    made = Feed(tmp_path / "feed")
    yield made
    made.close()


def _say(feed: Feed, *states: str) -> None:
    with feed.path.open("a", encoding="utf-8") as pipe:
        for state in states:
            pipe.write(json.dumps({"at": "2026-04-01T09:00:00+09:00", "state": state}) + "\n")


def _reached(state: str) -> Callable[[Line], bool]:
    return lambda line: line["state"] == state


def test_a_state_that_was_already_said_is_found_at_once(feed: Feed) -> None:
    _say(feed, "signed_out", "ready")

    assert feed.wait(_reached("ready"), since=0, seconds=5) == 1


def test_a_state_that_comes_later_is_waited_for(feed: Feed) -> None:
    later = threading.Timer(0.1, _say, (feed, "ready"))
    later.start()

    index = feed.wait(_reached("ready"), since=0, seconds=5)

    later.join()
    assert feed.lines[index]["state"] == "ready"


def test_what_was_said_before_does_not_count_again(feed: Feed) -> None:
    _say(feed, "ready")
    first = feed.wait(_reached("ready"), since=0, seconds=5)

    with pytest.raises(WaitedInVain, match="ready"):
        feed.wait(_reached("ready"), since=first + 1, seconds=0.3)


def test_waiting_ends_as_soon_as_the_program_has_ended(feed: Feed) -> None:
    with pytest.raises(WaitedInVain):
        feed.wait(_reached("ready"), since=0, seconds=60, alive=lambda: False)


def test_the_pipe_outlives_a_program_that_was_killed_in_the_middle_of_a_line(feed: Feed) -> None:
    with feed.path.open("a", encoding="utf-8") as pipe:
        pipe.write('{"state": "read\n')
    _say(feed, "ready")

    assert feed.wait(_reached("ready"), since=0, seconds=5) == 0


def test_closing_twice_does_no_harm_and_leaves_no_pipe(tmp_path: Path) -> None:
    feed = Feed(tmp_path / "feed")

    feed.close()
    feed.close()

    assert not feed.path.exists()

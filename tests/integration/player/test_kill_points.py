"""The library in a real process: it counts, ends the process where it is told, takes back what was lost."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from player.chaos.kill_points import How, KillPoints, Kind, Point

SECONDS = 30

# Writes three lines, each made durable, and says after each how far it is.
WRITER = """
import os, sys
with open(sys.argv[1], "wb", buffering=0) as store:
    for line in (b"one\\n", b"two\\n", b"three\\n"):
        try:
            store.write(line)
        except OSError as error:
            sys.stdout.write(f"errno {error.errno}\\n")
        os.fsync(store.fileno())
        sys.stdout.write(line.decode())
        sys.stdout.flush()
"""

# Asks twice and says what it was answered.
CALLER = """
import socket, sys
with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as peer:
    for _ in range(2):
        peer.sendall(b"ask\\n")
        told = peer.recv(100)
        sys.stdout.write(told.decode())
        sys.stdout.flush()
"""


@pytest.fixture
def points(tmp_path: Path) -> Iterator[KillPoints]:
    made = KillPoints(tmp_path / "chaos")
    yield made
    made.close()


def _run(points: KillPoints, program: str, argument: str, *, gateway: int = 0) -> tuple[int, str]:
    environment = os.environ | points.environment(store="counter.db", gateway=gateway, printer=0)
    done = subprocess.run(
        [sys.executable, "-c", program, argument],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    return done.returncode, done.stdout


def test_a_process_left_alone_is_only_counted(points: KillPoints, tmp_path: Path) -> None:
    assert _run(points, WRITER, str(tmp_path / "counter.db")) == (0, "one\ntwo\nthree\n")
    assert points.counted()[Kind.JOURNAL] == 3
    assert _run(points, WRITER, str(tmp_path / "other.db"))[0] == 0
    assert points.counted()[Kind.JOURNAL] == 3


@pytest.mark.parametrize(("how", "left"), [(How.KILL, "one\ntwo\n"), (How.POWER, "one\n")])
def test_only_a_power_cut_takes_what_was_not_yet_durable(
    points: KillPoints, tmp_path: Path, how: How, left: str
) -> None:
    points.arm(Point(Kind.JOURNAL, 2, 0), how)
    assert _run(points, WRITER, str(tmp_path / "counter.db")) == (-signal.SIGKILL, "one\n")
    assert (tmp_path / "counter.db").read_text() == left
    assert not points.armed()


@pytest.mark.parametrize("how", [How.KILL, How.POWER])
def test_what_was_made_durable_stays(points: KillPoints, tmp_path: Path, how: How) -> None:
    points.arm(Point(Kind.JOURNAL, 2, 1), how)
    assert _run(points, WRITER, str(tmp_path / "counter.db")) == (-signal.SIGKILL, "one\n")
    assert (tmp_path / "counter.db").read_text() == "one\ntwo\n"


@pytest.mark.parametrize(("how", "errno"), [(How.FULL, 28), (How.BROKEN, 5)])
def test_a_disk_fails_once_and_nobody_is_killed(
    points: KillPoints, tmp_path: Path, how: How, errno: int
) -> None:
    points.arm(Point(Kind.JOURNAL, 2, 0), how)
    told = f"one\nerrno {errno}\ntwo\nthree\n"
    assert _run(points, WRITER, str(tmp_path / "counter.db")) == (0, told)
    assert (tmp_path / "counter.db").read_text() == "one\nthree\n"
    assert not points.armed()


class _Peer:
    """Answers every line with ``told N``, and keeps how many lines came."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self.heard = 0
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def stop(self) -> None:
        self._thread.join(SECONDS)
        self._listening.close()

    def _serve(self) -> None:
        caller, _ = self._listening.accept()
        # A killed caller ends the connection in whatever way.
        with caller, contextlib.suppress(ConnectionError):
            while heard := caller.recv(100):
                self.heard += heard.count(b"\n")
                caller.sendall(f"told {self.heard}\n".encode())


@pytest.mark.parametrize(
    ("point", "heard", "said"),
    [
        (Point(Kind.REQUEST, 2, 0), 1, "told 1\n"),
        (Point(Kind.REQUEST, 2, 1), 2, "told 1\n"),
        (Point(Kind.ANSWER, 1, 0), 1, ""),
        (Point(Kind.ANSWER, 1, 1), 1, "told 1\n"),
    ],
)
def test_a_request_and_its_answer_have_two_sides_each(
    points: KillPoints, point: Point, heard: int, said: str
) -> None:
    peer = _Peer()
    points.arm(point, How.KILL)
    code, told = _run(points, CALLER, str(peer.port), gateway=peer.port)
    peer.stop()
    assert code == -signal.SIGKILL
    assert peer.heard == heard
    assert told == said


def test_requests_and_answers_are_counted_in_pairs(points: KillPoints) -> None:
    peer = _Peer()
    assert _run(points, CALLER, str(peer.port), gateway=peer.port) == (0, "told 1\ntold 2\n")
    peer.stop()
    assert points.counted()[Kind.REQUEST] == points.counted()[Kind.ANSWER] == 2

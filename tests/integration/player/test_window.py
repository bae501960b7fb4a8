"""Xvfb, openbox and xdotool against a real Qt window of another process."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from player.parts.display import Display
from player.window import Window, WindowAbsent

BASE45 = "6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDE$VK G2EP4J0BIJGX8A1%-."


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    made = Display(tmp_path_factory.mktemp("display"), (800, 600))
    yield made
    made.stop()


@pytest.fixture
def program(display: Display) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("typed_window.py")],
        env={**os.environ, **display.environment},
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield process
        process.kill()


@pytest.mark.parametrize("text", [BASE45, "カツシカ タロウ 葛飾"])
def test_what_is_typed_arrives_character_by_character(
    display: Display, program: subprocess.Popen[str], text: str
) -> None:
    window = Window(display.environment)
    window.wait_shown(program.pid, 20)

    window.type(text)
    window.press(["Return"])

    assert program.stdout is not None
    assert program.stdout.readline() == text + "\n"


def test_a_picture_is_of_the_whole_display(
    display: Display, program: subprocess.Popen[str], tmp_path: Path
) -> None:
    window = Window(display.environment)
    window.wait_shown(program.pid, 20)

    window.photograph(tmp_path / "one.png")

    with Image.open(tmp_path / "one.png") as picture:
        assert picture.size == display.size
        assert len(picture.getcolors(100_000) or []) > 1


def test_a_window_that_goes_during_the_search_is_no_failure(
    display: Display, program: subprocess.Popen[str], tmp_path: Path
) -> None:
    done, tool = tmp_path / "failed-once", tmp_path / "xdotool"
    tool.write_text(
        f"#!/bin/sh\nPATH={shlex.quote(os.environ['PATH'])}\n"
        f'[ -e {done} ] || {{ : > {done}; echo "BadWindow (invalid Window parameter)" >&2; exit 1; }}\n'
        'exec xdotool "$@"\n'
    )
    tool.chmod(0o755)
    window = Window({**display.environment, "PATH": f"{tmp_path}:{os.environ['PATH']}"})

    window.wait_shown(program.pid, 20)

    assert done.exists()


def test_a_process_without_a_window_is_waited_for_in_vain(display: Display) -> None:
    with pytest.raises(WindowAbsent):
        Window(display.environment).wait_shown(os.getpid(), 1)


def test_two_displays_never_share_a_number(display: Display, tmp_path: Path) -> None:
    other = Display(tmp_path)
    other.stop()

    assert other.name != display.name

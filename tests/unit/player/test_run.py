from __future__ import annotations

from pathlib import Path

import pytest

from player import play

UNPLAYABLE = 2


def test_a_scenario_that_is_not_there_cannot_begin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert play(tmp_path / "absent.toml", tmp_path / "out") == UNPLAYABLE
    assert "absent.toml" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_scenario_with_a_wrong_key_cannot_begin_and_says_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text('title = "t"\nsteps = [{ do = "leap" }]\n[end]\nsheets = 0\n', encoding="utf-8")

    assert play(path, tmp_path / "out") == UNPLAYABLE
    assert "steps.0" in capsys.readouterr().err

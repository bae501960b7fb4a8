from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from counter_app.infrastructure.system import GatewayClock, ProfileNameInvalid, open_profile


@pytest.fixture(autouse=True)
def _umask_kept() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_a_profile_is_a_directory_of_its_own_for_its_user_only(tmp_path: Path) -> None:
    one, two = open_profile("pc-01", root=tmp_path), open_profile("pc-02", root=tmp_path)

    assert one.data != two.data
    assert one.logs.is_dir()
    assert stat.S_IMODE(one.data.stat().st_mode) == 0o700
    (one.data / "new").touch()
    assert stat.S_IMODE((one.data / "new").stat().st_mode) == 0o600


def test_the_environment_may_name_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MADOGUCHI_HOME", str(tmp_path))

    assert open_profile("default").data == tmp_path / "default"


@pytest.mark.parametrize("name", ["", "..", "a/b", "窓口", "-x", "a" * 33])
def test_a_name_that_could_leave_the_root_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProfileNameInvalid):
        open_profile(name, root=tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_the_clock_carries_the_gateways_time_on() -> None:
    clock = GatewayClock()
    assert not clock.trusted
    assert clock.drift_seconds() is None

    clock.set_gateway_time("2030-01-01T09:00:00+09:00")

    passed = clock.now() - datetime.fromisoformat("2030-01-01T09:00:00+09:00")
    assert timedelta(0) <= passed < timedelta(seconds=5)
    assert clock.trusted
    drift = clock.drift_seconds()
    assert drift is not None
    assert drift < -86_400


def test_an_older_answer_that_comes_late_does_not_turn_the_clock_back() -> None:
    clock = GatewayClock()
    clock.set_gateway_time("2030-01-01T09:00:00+09:00")
    clock.set_gateway_time("2030-01-01T08:59:00+09:00")

    assert clock.now() >= datetime.fromisoformat("2030-01-01T09:00:00+09:00")


@pytest.mark.parametrize("text", ["", "yesterday", "2030-01-01T09:00:00"])
def test_a_time_without_a_zone_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"zone|isoformat"):
        GatewayClock().set_gateway_time(text)


def test_an_exercise_may_put_the_clock_of_this_pc_wrong_but_not_the_gateways_time() -> None:
    clock = GatewayClock()
    clock.move_own_time(3600)

    assert timedelta(minutes=59) < clock.now() - datetime.now(UTC) < timedelta(minutes=61)

    told = datetime.now(UTC)
    clock.set_gateway_time(told.isoformat())

    assert timedelta(0) <= clock.now() - told < timedelta(seconds=5)
    drift = clock.drift_seconds()
    assert drift is not None
    assert 3590 < drift < 3610

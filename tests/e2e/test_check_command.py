"""``main.py check`` with every part there, and with each of them missing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from counter_app.infrastructure.command_line import arguments
from counter_app.infrastructure.groundwork import Groundwork
from player.parts.gateway_process import GatewayProcess
from player.parts.ipp_printer import IppPrinter
from player.parts.keyring_session import KeyringSession
from tests.e2e.command_runs import japanese, run

PROBES = ["reader_service", "readers", "printer", "gateway", "keyring", "store", "fonts", "clock"]

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def counter_pc(
    pc: dict[str, str], town: GatewayProcess, printer: IppPrinter, keyring: KeyringSession
) -> dict[str, str]:
    """A PC as IT leaves it: both files of its profile, and every part within reach."""
    folder = Path(pc["MADOGUCHI_HOME"]) / "counter"
    folder.mkdir(parents=True)
    shutil.copyfile(town.info.installation_path, folder / "installation.json")
    (folder / "machine.toml").write_text(f'[printer]\nuri = "{printer.uri}"\n', encoding="utf-8")
    return {**pc, **keyring.environment}


def _check(environment: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
    done = run("check", "--json", environment=environment)
    assert done.stderr == ""
    told: dict[str, Any] = json.loads(done.stdout)
    assert list(told) == PROBES
    return done.returncode, told


def _wrong(told: Mapping[str, Any]) -> dict[str, str]:
    return {name: probe["code"] for name, probe in told.items() if not probe["ok"]}


def test_a_pc_in_order_is_ready(counter_pc: dict[str, str]) -> None:
    code, told = _check(counter_pc)

    assert _wrong(told) == {}
    assert code == 0
    store = Path(counter_pc["MADOGUCHI_HOME"]) / "counter" / "counter.db"
    assert not store.read_bytes().startswith(b"SQLite format 3")


def test_each_part_that_is_missing_says_what_to_do(counter_pc: dict[str, str]) -> None:
    missing = counter_pc | {
        "PCSCLITE_CSOCK_NAME": "/nonexistent/pcscd.comm",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus",
    }

    code, told = _check(missing)

    assert code == 1
    assert _wrong(told) == {
        "reader_service": "READER_SERVICE_DOWN",
        "readers": "READER_SERVICE_DOWN",
        "keyring": "KEYRING_ABSENT",
        "store": "KEYRING_ABSENT",
    }
    for name in _wrong(told):
        for said in ("what", "cause", "do"):
            assert japanese(told[name][said]), (name, said)
    assert not (Path(missing["MADOGUCHI_HOME"]) / "counter" / "counter.db").exists()


def test_a_gateway_and_a_printer_that_are_off_are_told_apart(
    counter_pc: dict[str, str], town: GatewayProcess, printer: IppPrinter
) -> None:
    town.stop()
    printer.unplug()
    try:
        code, told = _check(counter_pc)
    finally:
        town.start()
        printer.plug_in()

    assert code == 1
    assert _wrong(told) == {"gateway": "GATEWAY_UNREACHABLE", "printer": "PRINTER_UNREACHABLE"}


def test_a_pc_without_its_installation_file_says_which_file(counter_pc: dict[str, str]) -> None:
    (Path(counter_pc["MADOGUCHI_HOME"]) / "counter" / "installation.json").unlink()

    code, told = _check(counter_pc)

    assert code == 1
    assert _wrong(told) == {"gateway": "SETTINGS_INVALID"}
    assert told["gateway"]["facts"]["file"] == "installation.json"


def test_a_printer_that_was_never_set_up_is_a_matter_of_settings(counter_pc: dict[str, str]) -> None:
    (Path(counter_pc["MADOGUCHI_HOME"]) / "counter" / "machine.toml").unlink()

    told = _check(counter_pc)[1]

    assert _wrong(told) == {"printer": "SETTINGS_INVALID"}
    assert told["printer"]["facts"] == {"file": "machine.toml", "keys": "printer.uri"}


def test_a_font_that_is_not_where_it_should_be_is_found(counter_pc: dict[str, str]) -> None:
    machine = Path(counter_pc["MADOGUCHI_HOME"]) / "counter" / "machine.toml"
    with machine.open("a", encoding="utf-8") as file:
        file.write('\n[fonts]\nnames = "/nonexistent/font.ttf"\n')

    assert _wrong(_check(counter_pc)[1]) == {"fonts": "FONT_ABSENT"}


def test_asking_the_gateway_compares_the_clocks(
    counter_pc: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MADOGUCHI_HOME", counter_pc["MADOGUCHI_HOME"])
    ground = Groundwork(arguments(["check"]))
    assert ground.clock.drift_seconds() is None

    ground.health()

    drift = ground.clock.drift_seconds()
    ground.close()
    assert drift is not None
    assert abs(drift) < 5


def test_for_a_person_the_check_is_one_paragraph_a_part(alone: dict[str, str]) -> None:
    done = run("check", environment=alone)

    assert done.returncode == 1
    assert done.stderr == ""
    marks = [line[0] for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert len(marks) == len(PROBES)
    assert set(marks) == {"○", "×"}
    assert "(READER_SERVICE_DOWN" in done.stdout

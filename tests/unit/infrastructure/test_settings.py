from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.settings import read_installation, read_machine, read_settings

KEY = {"kty": "EC", "crv": "P-256", "x": "a", "y": "b", "kid": "c", "alg": "ES256", "use": "sig"}
INSTALLATION: dict[str, Any] = {
    "gateway_url": "https://127.0.0.1:8443",
    "issuer_url": "http://127.0.0.1:8080",
    "client_id": "madoguchi-counter",
    "audience": "madoguchi-gateway",
    "ca_pem": "-----BEGIN CERTIFICATE-----\n",
    "town_code": "999997",
    "keys": {"receipt": KEY, "sheet_code": KEY},
    "terminal": "01",
    "office": "住民課",
    "counter": "2番窓口",
    "training": False,
}
MACHINE = """
[printer]
uri = "ipp://127.0.0.1:631/ipp/print"
[reader]
name = "Virtual PCD 00 00"
[exercise]
clock_offset_seconds = 3600
"""


def _installation(folder: Path, **changed: object) -> Path:
    path = folder / "installation.json"
    path.write_text(json.dumps({**INSTALLATION, **changed}), encoding="utf-8")
    return path


def _machine(folder: Path, text: str) -> Path:
    path = folder / "machine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _wrong(path: Path, keys: str) -> pytest.RaisesExc[Refused]:
    def says(error: Refused) -> bool:
        failure = error.failure
        told = (failure.code, failure.facts["file"], failure.facts["keys"])
        return told == (FailureCode.SETTINGS_INVALID, path.name, keys)

    return pytest.raises(Refused, check=says)


def test_both_files_are_read(tmp_path: Path) -> None:
    installation, machine = read_settings(_installation(tmp_path), _machine(tmp_path, MACHINE))

    assert installation.gateway_url == "https://127.0.0.1:8443"
    assert installation.office == "住民課"
    assert machine.printer is not None
    assert machine.printer.uri == "ipp://127.0.0.1:631/ipp/print"
    assert machine.exercise is not None
    assert machine.exercise.clock_offset_seconds == 3600


def test_every_wrong_key_is_named_at_once(tmp_path: Path) -> None:
    path = _installation(tmp_path, gateway_url="http://example.invalid", terminal=1, extra=True)

    with _wrong(path, "extra, gateway_url, terminal"):
        read_installation(path)


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    path = tmp_path / "installation.json"
    path.write_text(json.dumps({k: v for k, v in INSTALLATION.items() if k != "ca_pem"}), encoding="utf-8")

    with _wrong(path, "ca_pem"):
        read_installation(path)


@pytest.mark.parametrize("content", ["", "{", "[]", "\udcff"])
def test_a_file_that_is_no_settings_file_is_wrong_as_a_whole(tmp_path: Path, content: str) -> None:
    path = tmp_path / "installation.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))

    with _wrong(path, "(whole file)"):
        read_installation(path)


def test_an_installation_that_is_not_there_is_wrong(tmp_path: Path) -> None:
    with _wrong(tmp_path / "installation.json", "(whole file)"):
        read_installation(tmp_path / "installation.json")


def test_a_machine_without_a_file_has_the_defaults(tmp_path: Path) -> None:
    machine = read_machine(tmp_path / "machine.toml")

    assert machine.printer is None
    assert machine.reader.name == ""
    assert machine.exercise is None


def test_a_key_that_nobody_reads_is_wrong(tmp_path: Path) -> None:
    path = _machine(tmp_path, '[printer]\nuri = "ipp://p/"\nduplex = true\n[reeder]\nname = "x"\n')

    with _wrong(path, "printer.duplex, reeder"):
        read_machine(path)


def test_toml_that_cannot_be_read_is_wrong_as_a_whole(tmp_path: Path) -> None:
    path = _machine(tmp_path, "[printer")

    with _wrong(path, "(whole file)"):
        read_machine(path)


def test_a_clock_more_than_a_year_away_is_wrong(tmp_path: Path) -> None:
    path = _machine(tmp_path, "[exercise]\nclock_offset_seconds = 40000000\n")

    with _wrong(path, "exercise"):
        read_machine(path)


def test_an_exercise_under_a_real_towns_trust_is_refused(tmp_path: Path) -> None:
    installation = _installation(tmp_path, issuer_url="https://id.example.invalid/town")
    machine = _machine(tmp_path, MACHINE)

    with _wrong(machine, "exercise"):
        read_settings(installation, machine)

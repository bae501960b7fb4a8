"""What a counter stands on, where it is told something that must not be."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme
from joserfc.jwk import ECKey

from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.command_line import arguments
from counter_app.infrastructure.groundwork import Groundwork
from counter_app.infrastructure.store.lock_file import ProfileLock
from tests.unit.infrastructure.test_settings import INSTALLATION, KEY

REAL_ISSUER = "https://id.example.jp/realms/town"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MADOGUCHI_HOME", str(tmp_path / "pcs"))
    return tmp_path


def _options(home: Path, issuer: str) -> list[str]:
    path = home / "installation.json"
    path.write_text(json.dumps(INSTALLATION | {"issuer_url": issuer}), encoding="utf-8")
    return ["--installation", str(path)]


def test_no_exercise_is_fed_under_the_trust_of_a_real_town(home: Path) -> None:
    feed = ["--exercise-feed", str(home / "feed")]
    real = _options(home, REAL_ISSUER)

    assert Groundwork(arguments(real)).settings()[0].issuer_url == REAL_ISSUER
    with pytest.raises(Refused) as refused:
        Groundwork(arguments([*real, *feed])).settings()
    assert refused.value.failure.code is FailureCode.SETTINGS_INVALID


def test_an_exercise_is_fed_under_its_own_trust(home: Path) -> None:
    options = [*_options(home, "http://127.0.0.1:8080"), "--exercise-feed", str(home / "feed")]

    assert Groundwork(arguments(options)).settings()[0].exercise


def test_a_training_beside_another_starts_no_gateway_and_removes_no_store(home: Path) -> None:
    second = Groundwork(arguments(["--simulated"]))
    store = second.profile.data / "counter.db"
    store.write_bytes(b"of the first")
    first = ProfileLock(second.profile.data / "training.lock")

    for attempt in (second.settings, second.journal):
        with pytest.raises(Unavailable) as locked:
            attempt()
        assert locked.value.failure.code is FailureCode.STORE_LOCKED

    first.release()
    assert store.read_bytes() == b"of the first"
    assert second.training is None
    assert not (second.profile.data / "gateway").exists()


def test_nobody_is_signed_out_where_nobody_could_sign_in(home: Path) -> None:
    counter = Groundwork(arguments(["--installation", str(home / "none.json")]))

    counter.sign_out()
    counter.close()

    with pytest.raises(Refused):
        counter.begin()


def test_the_key_of_an_approver_comes_from_the_keyring_of_this_profile(home: Path) -> None:
    told = {**INSTALLATION, "ca_pem": trustme.CA().cert_pem.bytes().decode()}
    public = ECKey.generate_key("P-256").as_dict(private=False)
    key = {**KEY, "x": public["x"], "y": public["y"]}
    path = home / "installation.json"
    path.write_text(json.dumps({**told, "keys": {"receipt": key, "sheet_code": key}}), encoding="utf-8")
    counter = Groundwork(arguments(["--installation", str(path)]))

    assert counter.connection().keyring == counter.keyring
    counter.close()


def test_what_stands_at_the_counter_is_known_without_the_gateway(home: Path) -> None:
    counter = Groundwork(arguments(["--installation", str(home / "none.json")]))
    assert counter.names_font() is None

    counter.profile.machine_file.write_text('[fonts]\nnames = "names.ttf"\n', encoding="utf-8")

    assert counter.names_font() == Path("names.ttf")


def test_an_exercise_puts_the_clock_of_its_pc_wrong(home: Path) -> None:
    counter = Groundwork(arguments(_options(home, "http://127.0.0.1:8080")))
    counter.profile.machine_file.write_text("[exercise]\nclock_offset_seconds = -86400\n", encoding="utf-8")

    counter.settings()
    counter.clock.set_gateway_time(datetime.now(UTC).isoformat())

    drift = counter.clock.drift_seconds()
    assert drift is not None
    assert -86410 < drift < -86390

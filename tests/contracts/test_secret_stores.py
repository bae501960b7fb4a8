"""One suite for every keyring, run on a real gnome-keyring in a D-Bus session of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService

from counter_app.application.port_errors import Unavailable
from counter_app.application.store_port import SecretStore
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.secret_store import EphemeralSecrets, KeyringSecrets
from player.parts.keyring_session import KeyringSession
from tests.fakes.secrets import FakeSecrets


def _backend() -> KeyringBackend:
    return SecretService.Keyring()  # type: ignore[no-untyped-call] # the library has no types there


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeyringSession]:
    running = KeyringSession(tmp_path_factory.mktemp("keyring"))
    yield running
    running.stop()


@pytest.fixture(params=["fake", "ephemeral", "gnome-keyring"])
def secrets(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> SecretStore:
    if request.param == "fake":
        return FakeSecrets()
    if request.param == "ephemeral":
        return EphemeralSecrets()
    session: KeyringSession = request.getfixturevalue("session")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.environment["DBUS_SESSION_BUS_ADDRESS"])
    return KeyringSecrets("contract", _backend())


def test_a_secret_is_kept_replaced_and_forgotten(secrets: SecretStore) -> None:
    assert secrets.get("store-key") is None

    secrets.set("store-key", "first")
    secrets.set("store-key", "第二")
    assert secrets.get("store-key") == "第二"

    secrets.delete("store-key")
    assert secrets.get("store-key") is None


def test_forgetting_an_unknown_secret_is_harmless(secrets: SecretStore) -> None:
    secrets.delete("never set")

    assert secrets.get("never set") is None


def test_profiles_do_not_see_each_others_secrets(
    session: KeyringSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.environment["DBUS_SESSION_BUS_ADDRESS"])
    one = KeyringSecrets("pc-01", _backend())
    two = KeyringSecrets("pc-02", _backend())

    one.set("store-key", "of one")

    assert two.get("store-key") is None
    assert KeyringSecrets("pc-01", _backend()).get("store-key") == "of one"


def test_a_keyring_that_went_away_is_said_to_be_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = KeyringSession(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", gone.environment["DBUS_SESSION_BUS_ADDRESS"])
    secrets = KeyringSecrets("contract", _backend())
    secrets.set("store-key", "kept")
    gone.stop()

    with _absent():
        secrets.get("store-key")
    with _absent():
        secrets.set("store-key", "new")
    with _absent():
        secrets.delete("store-key")


def _absent() -> pytest.RaisesExc[Unavailable]:
    return pytest.raises(Unavailable, check=lambda error: error.failure.code is FailureCode.KEYRING_ABSENT)

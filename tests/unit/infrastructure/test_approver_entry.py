"""Who is let into which window, and how the approver's is called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from counter_app.application.port_errors import Unavailable
from counter_app.application.registry_port import Role
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.approver_key import approver_key
from counter_app.infrastructure.command_line import arguments
from counter_app.infrastructure.groundwork import Groundwork, let_in
from counter_app.infrastructure.system import HOME_VARIABLE
from counter_app.infrastructure.training_gateway import JoinedTraining


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("role", Role)
def test_only_a_supervisor_is_let_into_the_approvers_window(role: Role) -> None:
    assert let_in("approve", role) is (role is Role.SUPERVISOR)


@pytest.mark.parametrize(
    ("role", "serves"), [(Role.CLERK, True), (Role.SUPERVISOR, True), (Role.ADMIN, False)]
)
def test_the_counter_lets_in_whom_it_did(role: Role, serves: bool) -> None:
    assert let_in(None, role) is serves


def test_an_approver_has_a_profile_of_his_own_and_may_name_another_before_or_after() -> None:
    assert arguments(["approve"]).profile == "approver"
    assert arguments([]).profile == "counter"
    after = arguments(["approve", "--profile", "upstairs", "--installation", "a.json"])
    before = arguments(["--profile", "upstairs", "--installation", "a.json", "approve"])
    assert (after.profile, after.installation) == ("upstairs", Path("a.json"))
    assert vars(before) == vars(after)


def test_the_second_person_of_a_training_joins_it_from_a_profile_of_his_own() -> None:
    usual = arguments(["approve", "--simulated"])
    assert (usual.joins, usual.profile, usual.simulated) == ("training", "training-approver", True)
    named = arguments(["--simulated", "--profile", "room2", "approve"])
    assert (named.joins, named.profile) == ("room2", "room2-approver")
    assert arguments(["--simulated"]).joins == arguments(["approve"]).joins == ""


def _training(home: Path) -> Path:
    gateway = home / "training" / "gateway"
    gateway.mkdir(parents=True)
    staff = [
        {"role": "CLERK", "username": "yamada", "password": "one"},
        {"role": "SUPERVISOR", "username": "sato", "password": "two"},
    ]
    (gateway / "exercise-staff.json").write_text(json.dumps({"staff": staff}), encoding="utf-8")
    return gateway


def test_he_is_shown_the_supervisors_account_and_starts_no_gateway(home: Path) -> None:
    gateway = _training(home)
    (gateway / "installation.json").write_text("{}", encoding="utf-8")
    ground = Groundwork(arguments(["approve", "--simulated"]))

    joined = ground.begin_training()

    assert isinstance(joined, JoinedTraining)
    assert joined.account() == ("sato", "two")
    assert joined.installation() == gateway / "installation.json"


@pytest.mark.usefixtures("home")
def test_where_no_training_is_open_the_gateway_is_not_there() -> None:
    ground = Groundwork(arguments(["approve", "--simulated", "--profile", "nobody"]))

    with pytest.raises(Unavailable) as caught:
        ground.settings()

    assert caught.value.failure.code is FailureCode.GATEWAY_UNREACHABLE


def test_his_key_outlives_his_window(home: Path) -> None:
    first = Groundwork(arguments(["approve", "--simulated"]))
    signed = approver_key(first.keyring(), "2001").public_jwk()

    again = Groundwork(arguments(["approve", "--simulated"]))

    assert approver_key(again.keyring(), "2001").public_jwk() == signed
    again.keyring().delete("approver-key-2001")
    assert approver_key(again.keyring(), "2001").public_jwk() != signed
    assert list(home.glob("**/*.new")) == []

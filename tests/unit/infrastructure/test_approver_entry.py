"""Who is let into which window, and how the approver's is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.application.registry_port import Role
from counter_app.infrastructure.command_line import arguments
from counter_app.infrastructure.groundwork import let_in


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


def test_a_training_owns_its_gateway_and_has_no_approver(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        arguments(["--simulated", "approve"])

    assert ended.value.code == 2
    assert "--installation" in capsys.readouterr().err

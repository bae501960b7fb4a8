"""The lab itself: labs beside one another, killed services, and directories that cannot serve."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from player.parts.card_lab import CardLab, CardLabError
from tests.integration.devices.rigs import HANAKO, lab_rig


def recognised(lab: CardLab) -> str:
    """Ask OpenSC, in a process of its own, what lies in the lab's reader."""
    done = subprocess.run(
        ["opensc-tool", "--reader", lab.reader, "--atr"],
        env=os.environ | lab.environment,
        capture_output=True,
        timeout=30,
        check=False,
    )
    return done.stdout.decode().strip()


def test_labs_stand_side_by_side_and_one_survives_the_others_end() -> None:
    first = lab_rig()
    first.make_ready()
    with tempfile.TemporaryDirectory(prefix="lab-") as name:
        persona = Path(name) / "hanako.json"
        persona.write_text(HANAKO.to_json(), encoding="utf-8")
        second = CardLab(Path(name), persona, first.lab.face_ca_file.parent)
        second.start()
        assert recognised(second) == recognised(first.lab) == "3b:e0:00:ff:81:31:fe:45:14"

        second.kill_pcscd()
        assert recognised(second) == ""
        second.start_pcscd()
        second.insert()
        assert recognised(second) != ""

        second.stop()
        second.stop()

    assert first.readers.look(first.reader).kind == "my_number_card"


def test_a_directory_too_deep_for_a_socket_is_refused_at_once() -> None:
    with pytest.raises(CardLabError, match="too long"):
        CardLab(Path("/tmp") / ("deep/" * 30), Path("persona.json"))


def test_a_persona_that_does_not_exist_is_told_when_its_card_is_inserted(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="lab-") as name:
        lab = CardLab(Path(name), tmp_path / "nobody.json", lab_rig().lab.face_ca_file.parent)
        with pytest.raises(CardLabError, match="persona"):
            lab.start()

        assert recognised(lab) == ""

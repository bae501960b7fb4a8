"""IT takes an approver's key out of use, by staff id and terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gateway.__main__ import main
from gateway.counter.approver_keys import key_in_use
from tests.unit.gateway.approvers import CHIEF, approver
from tests.unit.gateway.desk import NEXT_PLACE, TOWN, Desk


def _retire(folder: Path, staff_id: str) -> int:
    given = ["--data", str(folder), "--retire", staff_id, "--terminal", NEXT_PLACE.terminal]
    return main(["approver-key", *given])


def test_the_key_is_out_of_use_and_the_second_time_there_is_none(
    hall: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chief = approver(hall)
    (tmp_path / "installation.json").write_text(json.dumps({"town_code": TOWN}), "utf-8")

    assert [_retire(tmp_path, CHIEF.staff_id), _retire(tmp_path, CHIEF.staff_id)] == [0, 2]

    with hall.store.reading() as tx:
        assert key_in_use(tx, TOWN, CHIEF.staff_id, chief.key.thumbprint()) is None
    said = capsys.readouterr()
    assert "is out of use" in said.out
    assert "has no key in use" in said.err


def test_where_no_gateway_was_ever_started_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _retire(tmp_path, CHIEF.staff_id) == 2
    assert "no gateway was started" in capsys.readouterr().err

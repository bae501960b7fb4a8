"""The desk at which the gateway's use cases are tried."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.gateway.approvers import enter_staff
from tests.unit.gateway.desk import Desk, desk_at


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = desk_at(tmp_path)
    yield found
    found.store.close()


@pytest.fixture
def hall(desk: Desk) -> Desk:
    """The desk, its staff on the town's list: two clerks, two who approve, and a clerk's second account."""
    enter_staff(desk)
    return desk

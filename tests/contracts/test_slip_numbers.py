"""One suite for the serials of slips: the fake is trusted only because the store passes the same tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from counter_app.application.store_port import SlipNumbers
from counter_app.infrastructure.secret_store import EphemeralSecrets
from counter_app.infrastructure.store import StoreFile, open_store
from counter_app.infrastructure.store.slip_numbers import EncryptedSlipNumbers
from tests.fakes.slips import FakeSlipNumbers

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
Restart = Callable[[], SlipNumbers]


@pytest.fixture(params=["fake", "encrypted"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Restart]:
    """Starts the program: the first time and every time after it has ended."""
    if request.param == "fake":
        last: dict[date, int] = {}
        yield lambda: FakeSlipNumbers(last)
        return
    keyring, opened = EphemeralSecrets(), list[StoreFile]()

    def again() -> SlipNumbers:
        for store in opened:
            store.close()
        opened.append(open_store(tmp_path, keyring))
        return EncryptedSlipNumbers(opened[-1])

    yield again
    opened[-1].close()


def test_the_serials_of_a_day_rise_from_one(start: Restart) -> None:
    slips = start()

    assert [slips.take(MONDAY) for _ in range(4)] == [1, 2, 3, 4]


def test_every_day_begins_anew_and_an_earlier_day_goes_on_where_it_was(start: Restart) -> None:
    slips = start()

    assert [slips.take(day) for day in (MONDAY, TUESDAY, MONDAY, TUESDAY)] == [1, 1, 2, 2]


def test_a_serial_that_was_taken_is_never_given_again_after_a_restart(start: Restart) -> None:
    taken = [start().take(MONDAY) for _ in range(5)]

    assert taken == [1, 2, 3, 4, 5]

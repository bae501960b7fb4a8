"""The serials of slips survive what a PC goes through: killed processes, older files, full disks."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.store import EncryptedJournal, open_store
from counter_app.infrastructure.store.migration import version
from counter_app.infrastructure.store.slip_numbers import EncryptedSlipNumbers
from counter_app.infrastructure.store.store_file import KEY_NAME
from tests.fakes.clock import FakeClock
from tests.fakes.secrets import FakeSecrets

DAY = date(2026, 11, 23)
ROOT = Path(__file__).resolve().parents[3]
KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from counter_app.infrastructure.store import open_store
from counter_app.infrastructure.store.slip_numbers import EncryptedSlipNumbers
from tests.fakes.secrets import FakeSecrets
keyring = FakeSecrets()
keyring.kept["store-key"] = sys.argv[2]
slips = EncryptedSlipNumbers(open_store(Path(sys.argv[1]), keyring))
print(slips.take(date(2026, 11, 23)), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_serial_told_just_before_the_process_was_killed_is_not_told_again(tmp_path: Path) -> None:
    keyring = FakeSecrets()
    open_store(tmp_path, keyring).close()

    told = []
    for _ in range(3):
        program = [sys.executable, "-c", KILLED, str(tmp_path), keyring.kept[KEY_NAME]]
        ended = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        told.append(int(ended.stdout))
    store = open_store(tmp_path, keyring)
    told.append(EncryptedSlipNumbers(store).take(DAY))
    store.close()

    assert told == [1, 2, 3, 4]


def test_a_serial_is_in_the_file_before_it_is_told(tmp_path: Path) -> None:
    keyring = FakeSecrets()
    store = open_store(tmp_path, keyring)
    EncryptedSlipNumbers(store).take(DAY)

    # what lies on the disk now, as after a power cut: copied under the open store's hands
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("counter.db", "counter.db-wal"):
        (copy / name).write_bytes((tmp_path / name).read_bytes())
    found = open_store(copy, keyring)
    assert EncryptedSlipNumbers(found).take(DAY) == 2
    found.close()
    store.close()


def test_a_file_from_before_the_slips_keeps_its_cases_and_counts_from_one(tmp_path: Path) -> None:
    keyring = FakeSecrets()
    first = tmp_path / "migrations"
    first.mkdir()
    shipped = ROOT / "counter_app/infrastructure/store/migrations/0001_initial.sql"
    (first / shipped.name).write_bytes(shipped.read_bytes())
    old = open_store(tmp_path, keyring, migrations=first)
    written = EncryptedJournal(old, FakeClock()).append("A", "CaseOpened", "{}")
    assert version(old.connection) == 1
    old.close()

    store = open_store(tmp_path, keyring)
    assert EncryptedJournal(store, FakeClock()).entries("A") == (written,)
    assert EncryptedSlipNumbers(store).take(DAY) == 1
    store.close()


def test_where_the_disk_is_full_no_serial_is_given(tmp_path: Path) -> None:
    store = open_store(tmp_path, FakeSecrets())
    slips = EncryptedSlipNumbers(store)
    slips.take(DAY)
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
    store.connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()

    with pytest.raises(Unavailable, check=lambda error: error.failure.code is FailureCode.STORE_FULL):
        _fill(slips)
    assert slips.take(DAY) == 2
    store.close()


def _fill(slips: EncryptedSlipNumbers) -> None:
    for day in range(1, 400):
        slips.take(date.fromordinal(DAY.toordinal() + day))

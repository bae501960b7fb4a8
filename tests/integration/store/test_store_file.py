from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.application.port_errors import PortError, Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.store import EncryptedJournal, open_store
from counter_app.infrastructure.store.migration import version
from counter_app.infrastructure.store.store_file import KEY_NAME
from tests.fakes.clock import FakeClock
from tests.fakes.secrets import FakeSecrets

KANA = "ワタナベ　カツミ"
EVENT = f'{{"name_kana": "{KANA}"}}'

OTHER_PROCESS = """
import sys
from pathlib import Path
from counter_app.application.port_errors import PortError
from counter_app.infrastructure.store import EncryptedJournal, open_store
from tests.fakes.clock import FakeClock
from tests.fakes.secrets import FakeSecrets
keyring = FakeSecrets()
keyring.kept["store-key"] = sys.argv[2]
try:
    store = open_store(Path(sys.argv[1]), keyring)
except PortError as error:
    print(error.failure.code.value, flush=True)
    sys.exit(3)
EncryptedJournal(store, FakeClock()).append("A", "CaseOpened", "{}")
print("open", flush=True)
sys.stdin.read()
"""


def _with(error: type[PortError], code: FailureCode) -> pytest.RaisesExc[PortError]:
    return pytest.raises(error, check=lambda raised: raised.failure.code is code)


def _other_process(directory: Path, keyring: FakeSecrets) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", OTHER_PROCESS, str(directory), keyring.kept[KEY_NAME]],
        cwd=Path(__file__).resolve().parents[3],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    keyring = FakeSecrets()
    store = open_store(tmp_path, keyring)
    written = EncryptedJournal(store, FakeClock()).append("A", "CaseOpened", EVENT)
    store.close()

    again = open_store(tmp_path, keyring)
    entries = EncryptedJournal(again, FakeClock()).entries("A")
    again.close()

    assert entries == (written,)


def test_no_file_of_the_store_holds_a_readable_name(tmp_path: Path) -> None:
    store = open_store(tmp_path, FakeSecrets())
    journal = EncryptedJournal(store, FakeClock())
    for number in range(50):
        journal.append(f"case-{number}", "CaseOpened", EVENT)

    files = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    store.close()

    assert {"counter.db", "counter.db-wal"} <= set(files)
    for content in files.values():
        for encoding in ("utf-8", "utf-16-le", "shift_jis"):
            assert KANA.encode(encoding) not in content
        assert b"CaseOpened" not in content
        assert not content.startswith(b"SQLite format 3")


def test_the_store_is_for_its_user_only(tmp_path: Path) -> None:
    store = open_store(tmp_path, FakeSecrets())

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    store.close()

    assert modes["counter.db"] == modes["profile.lock"] == 0o600


def test_without_a_keyring_there_is_no_store_and_no_file(tmp_path: Path) -> None:
    with _with(Unavailable, FailureCode.KEYRING_ABSENT):
        open_store(tmp_path, FakeSecrets(absent=True))

    assert not (tmp_path / "counter.db").exists()


def test_a_keyring_that_forgets_is_noticed_before_anything_is_written(tmp_path: Path) -> None:
    with _with(Unavailable, FailureCode.KEYRING_ABSENT):
        open_store(tmp_path, FakeSecrets(forgetful=True))

    assert not (tmp_path / "counter.db").exists()


@pytest.mark.parametrize("key", ["00" * 32, "not a key", None])
def test_another_key_does_not_open_the_store_nor_harm_it(tmp_path: Path, key: str | None) -> None:
    keyring = FakeSecrets()
    open_store(tmp_path, keyring).close()
    right = keyring.kept.pop(KEY_NAME)
    before = (tmp_path / "counter.db").read_bytes()
    if key is not None:
        keyring.kept[KEY_NAME] = key

    with _with(Unavailable, FailureCode.STORE_UNREADABLE):
        open_store(tmp_path, keyring)

    assert (tmp_path / "counter.db").read_bytes() == before
    keyring.kept[KEY_NAME] = right
    open_store(tmp_path, keyring).close()


def test_a_damaged_page_is_unreadable_not_believed(tmp_path: Path) -> None:
    keyring = FakeSecrets()
    store = open_store(tmp_path, keyring)
    EncryptedJournal(store, FakeClock()).append("A", "CaseOpened", EVENT)
    store.close()
    path = tmp_path / "counter.db"
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)

    with _with(Unavailable, FailureCode.STORE_UNREADABLE):
        open_store(tmp_path, keyring)


def test_a_plain_database_in_its_place_is_refused(tmp_path: Path) -> None:
    keyring = FakeSecrets()
    open_store(tmp_path, keyring).close()
    (tmp_path / "counter.db").write_bytes(b"SQLite format 3\x00" + bytes(4080))

    with _with(Unavailable, FailureCode.STORE_UNREADABLE):
        open_store(tmp_path, keyring)


def test_a_full_disk_is_said_and_what_was_there_stays(tmp_path: Path) -> None:
    store = open_store(tmp_path, FakeSecrets())
    journal = EncryptedJournal(store, FakeClock())
    kept = journal.append("A", "CaseOpened", "{}")
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")

    with _with(Unavailable, FailureCode.STORE_FULL):
        journal.append("A", "CardRead", "x" * 20_000)

    assert journal.entries("A") == (kept,)
    store.close()


def test_a_second_process_of_the_profile_is_turned_away(tmp_path: Path) -> None:
    keyring = FakeSecrets()
    store = open_store(tmp_path, keyring)

    with _other_process(tmp_path, keyring) as second:
        said, _ = second.communicate(timeout=30)
    store.close()

    assert (said.strip(), second.returncode) == ("STORE_LOCKED", 3)


def test_a_killed_process_leaves_its_entries_and_no_lock(tmp_path: Path) -> None:
    keyring = FakeSecrets()
    open_store(tmp_path, keyring).close()
    with _other_process(tmp_path, keyring) as first:
        assert first.stdout is not None
        assert first.stdout.readline().strip() == "open"
        with _with(Unavailable, FailureCode.STORE_LOCKED):
            open_store(tmp_path, keyring)
        os.kill(first.pid, signal.SIGKILL)

    store = open_store(tmp_path, keyring)
    assert [entry.event_type for entry in EncryptedJournal(store, FakeClock()).entries("A")] == ["CaseOpened"]
    store.close()


def test_a_file_of_a_newer_program_is_refused_untouched(tmp_path: Path) -> None:
    keyring = FakeSecrets()
    store = open_store(tmp_path, keyring)
    store.connection.execute("PRAGMA user_version = 99")
    store.close()
    before = (tmp_path / "counter.db").read_bytes()

    with _with(Refused, FailureCode.STORE_NEWER):
        open_store(tmp_path, keyring)

    assert (tmp_path / "counter.db").read_bytes() == before


def _migrations(folder: Path, *further: str) -> Path:
    shipped = Path(__file__).resolve().parents[3] / "counter_app/infrastructure/store/migrations"
    folder.mkdir()
    scripts = [script.read_text("utf-8") for script in sorted(shipped.glob("*.sql"))]
    for number, script in enumerate([*scripts, *further], start=1):
        (folder / f"{number:04d}_step.sql").write_text(script, "utf-8")
    return folder


def test_an_older_file_is_copied_encrypted_and_then_brought_forward(tmp_path: Path) -> None:
    keyring = FakeSecrets()
    store = open_store(tmp_path, keyring)
    found = version(store.connection)
    EncryptedJournal(store, FakeClock()).append("A", "CaseOpened", EVENT)
    store.close()
    folder = _migrations(tmp_path / "migrations", "CREATE TABLE later (word TEXT NOT NULL) STRICT;")

    forward = open_store(tmp_path, keyring, migrations=folder)
    forward.connection.execute("INSERT INTO later VALUES ('kept')")
    entries = EncryptedJournal(forward, FakeClock()).entries("A")
    assert version(forward.connection) == found + 1
    forward.close()

    assert [entry.event_json for entry in entries] == [EVENT]
    backup = tmp_path / f"counter.db.v{found}.backup"
    assert KANA.encode() not in backup.read_bytes()
    backup.replace(tmp_path / "counter.db")
    old = open_store(tmp_path, keyring)
    assert EncryptedJournal(old, FakeClock()).entries("A") == entries
    old.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    keyring = FakeSecrets()
    open_store(tmp_path, keyring).close()
    folder = _migrations(tmp_path / "migrations", "CREATE TABLE half (a TEXT); SELECT wrong FROM nowhere;")

    with _with(Unavailable, FailureCode.STORE_UNREADABLE):
        open_store(tmp_path, keyring, migrations=folder)

    store = open_store(tmp_path, keyring)
    tables = store.connection.execute("SELECT name FROM sqlite_master WHERE name = 'half'").fetchall()
    store.close()
    assert tables == []


def test_a_gap_in_the_numbers_of_migrations_is_a_bug(tmp_path: Path) -> None:
    folder = _migrations(tmp_path / "migrations")
    (folder / "0009_later.sql").write_text("SELECT 1;", "utf-8")

    with pytest.raises(ValueError, match="is missing"):
        open_store(tmp_path, FakeSecrets(), migrations=folder)


def test_closing_a_case_erases_its_words_and_folds_the_log_that_held_them(tmp_path: Path) -> None:
    store = open_store(tmp_path, FakeSecrets())
    journal = EncryptedJournal(store, FakeClock())
    journal.append("A", "CaseOpened", EVENT)
    assert (tmp_path / "counter.db-wal").stat().st_size > 0

    journal.close_case("A")

    assert (tmp_path / "counter.db-wal").stat().st_size == 0
    assert KANA not in str(store.connection.execute("SELECT * FROM journal").fetchall())
    store.close()


def test_every_commit_is_synced_and_every_other_safeguard_is_in_force(tmp_path: Path) -> None:
    store = open_store(tmp_path, FakeSecrets())
    wanted = {
        "cipher_memory_security": "1",
        "journal_mode": "wal",
        "synchronous": "2",
        "foreign_keys": "1",
        "secure_delete": "1",
        "trusted_schema": "0",
        "temp_store": "2",
        "busy_timeout": "2000",
    }

    found = {name: str(store.connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in wanted}
    store.close()

    assert found == wanted


def test_an_event_of_a_closed_case_leaves_no_trace_and_does_not_reopen_it(tmp_path: Path) -> None:
    store = open_store(tmp_path, FakeSecrets())
    journal = EncryptedJournal(store, FakeClock())
    journal.append("A", "CaseOpened", EVENT)
    journal.close_case("A")
    before = journal.entries("A")

    with _with(Refused, FailureCode.INTERNAL):
        journal.append("A", "CardRead", EVENT)
    after, next_one = journal.entries("A"), journal.append("B", "CaseOpened", "{}")
    store.close()

    assert after == before
    assert next_one.sequence == before[-1].sequence + 1


def test_a_row_that_breaks_another_rule_is_not_told_as_a_closed_case(tmp_path: Path) -> None:
    store = open_store(tmp_path, FakeSecrets())
    journal = EncryptedJournal(store, FakeClock())

    with _with(Unavailable, FailureCode.STORE_UNREADABLE):
        journal.append("", "CaseOpened", "{}")
    store.close()

"""The ledger's database: its schema is what the tables say, and a record survives the power cut."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import insert, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateTable

from gateway.store.ledger_store import LedgerStore, is_sqlite, sqlite_url
from gateway.store.tables import answers, counters, metadata, sheets
from gateway.store.upgrade import upgrade
from tests.unit.gateway.desk import Desk


def test_the_revisions_build_exactly_the_tables(desk: Desk) -> None:
    with desk.store.reading() as tx:
        assert compare_metadata(MigrationContext.configure(tx), metadata) == []


def test_upgrading_twice_changes_nothing(desk: Desk) -> None:
    desk.open("C1")

    upgrade(desk.store)

    with desk.store.reading() as tx:
        assert tx.execute(text("select count(*) from cases")).scalar_one() == 1


def test_a_seal_that_an_earlier_version_stored_is_forgotten(tmp_path: Path) -> None:
    store = LedgerStore(sqlite_url(tmp_path / "old.sqlite3"))
    upgrade(store, "0001")
    row = {column.name: "1" for column in answers.columns} | {"answer": "seal"}
    paths = ("/v1/issues/I1/release", "/v1/issues/I1/payment")
    with store.writing() as tx:
        for path in paths:
            tx.execute(insert(answers).values(row | {"idempotency_key": path, "path": path}))

    upgrade(store)

    with store.reading() as tx:
        kept = [tuple(row) for row in tx.execute(select(answers.c.path, answers.c.answer))]
    assert sorted(kept) == sorted(zip(paths, ("", "seal"), strict=True))
    store.close()


def test_an_account_entered_by_an_earlier_version_is_a_person_of_its_own(tmp_path: Path) -> None:
    store = LedgerStore(sqlite_url(tmp_path / "old.sqlite3"))
    upgrade(store, "0005")
    with store.writing() as tx:
        tx.execute(text("INSERT INTO staff VALUES ('999997', '1', 'a', 'A', 'CLERK', 'x')"))

    upgrade(store)

    with store.reading() as tx:
        assert tx.execute(text("SELECT person_id FROM staff")).scalar_one() == "1"
    store.close()


def test_the_file_is_its_owners_alone_and_every_commit_reaches_the_disk(desk: Desk, tmp_path: Path) -> None:
    with desk.store.reading() as tx:
        assert tx.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert tx.execute(text("PRAGMA synchronous")).scalar_one() == 2
        assert tx.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
    for file in tmp_path.glob("ledger.sqlite3*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_transaction_that_fails_leaves_nothing(desk: Desk) -> None:
    row = {"town_code": "999997", "day": "2026-11-24", "name": "x", "value": 1}

    with pytest.raises(IntegrityError), desk.store.writing() as tx:
        tx.execute(insert(counters).values([row, {**row, "day": "2026-11-25"}, row]))

    with desk.store.reading() as tx:
        assert tx.execute(select(counters)).all() == []


def test_a_sheet_without_an_issue_cannot_be_recorded(desk: Desk) -> None:
    row = {column.name: "1" for column in sheets.columns} | {"copy": 1, "page": 1, "pages": 1}

    with pytest.raises(IntegrityError), desk.store.writing() as tx:
        tx.execute(insert(sheets).values(row))


def test_every_table_begins_its_key_with_the_town_and_compiles_for_postgresql() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    for table in metadata.sorted_tables:
        assert next(iter(table.primary_key.columns)).name == "town_code"
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))


def test_a_database_is_told_by_its_url() -> None:
    assert is_sqlite("sqlite:///x")
    assert not is_sqlite("postgresql+psycopg://town@127.0.0.1/ledger")

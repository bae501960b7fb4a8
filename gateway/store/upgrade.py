"""Brings a database to this program's schema: forward only, one Alembic revision after another."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import inspect, text

from gateway.store.ledger_store import LedgerStore

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(store: LedgerStore, to: str = "head") -> None:
    """Apply the revisions that are missing up to ``to``; Alembic refuses a newer program's database.

    Where none is missing Alembic is not even imported: it takes as long as all the rest of the ledger.
    """
    if _stands_at(store) == {newest() if to == "head" else to}:
        return
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with store.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def newest() -> str:
    """Return the last revision there is: their files are numbered in their order."""
    return max(file.name for file in (MIGRATIONS / "versions").glob("[0-9]*_*.py")).partition("_")[0]


def _stands_at(store: LedgerStore) -> set[str]:
    """Return the revision that the database is at, as Alembic notes it; empty for a new one."""
    with store.reading() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return set()
        return set(connection.execute(text("SELECT version_num FROM alembic_version")).scalars())

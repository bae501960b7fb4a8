"""Brings a database to this program's schema: forward only, one Alembic revision after another."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from gateway.store.ledger_store import LedgerStore

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(store: LedgerStore, to: str = "head") -> None:
    """Apply the revisions that are missing up to ``to``; Alembic refuses a newer program's database."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with store.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)

"""What this PC keeps: one encrypted SQLite file per profile, and the journal in it."""

from counter_app.infrastructure.store.journal import EncryptedJournal
from counter_app.infrastructure.store.store_file import StoreFile, open_store

__all__ = ["EncryptedJournal", "StoreFile", "open_store"]

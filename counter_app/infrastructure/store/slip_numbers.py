"""The serials of slips in the encrypted store: each is committed before anybody hears of it."""

from __future__ import annotations

from datetime import date

from counter_app.infrastructure.store.errors import mapped
from counter_app.infrastructure.store.store_file import StoreFile

_NEXT = (
    "INSERT INTO slip_numbers (day, last) VALUES (?, 1)"
    " ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last"
)


class EncryptedSlipNumbers:
    """Implements ``SlipNumbers``: one statement, one transaction, synced before it returns."""

    def __init__(self, store: StoreFile) -> None:
        self._connection = store.connection

    def take(self, day: date) -> int:
        """See ``SlipNumbers.take``."""
        with mapped():
            # read to its end: only then is the statement, and with it the transaction, finished
            ((serial,),) = self._connection.execute(_NEXT, (day.isoformat(),)).fetchall()
        return int(serial)

"""The terminals of a town: each counter PC has a number of its own, which no other PC ever gets again.

Sheet serials, receipts and the lease of the printer are counted per terminal (design.md 6), so a call is
believed to come from the terminal its token names, and only while that one is on the list (ADR 0012).
"""

from __future__ import annotations

from sqlalchemy import func, insert, select, update

from gateway.counter.office import Place
from gateway.store.ledger_store import LedgerStore
from gateway.store.tables import terminals

FIRST_OFFICE, FIRST_COUNTER = "住民課", "2番窓口"
MOST_TERMINALS = 99


class TerminalsFull(RuntimeError):
    """All numbers of two digits are given, retired ones included."""


class TerminalUnknown(LookupError):
    """No terminal in use has that number."""


class TerminalList:
    """The terminals of all towns of this installation."""

    def __init__(self, store: LedgerStore) -> None:
        self._store = store

    def add(self, town: str, office: str, counter: str) -> Place:
        """Enter a terminal under the next number; raises TerminalsFull after 99.

        A retired one's number is not given again: it stands in the numbers of old sheets.
        """
        last = select(func.max(terminals.c.number)).where(terminals.c.town_code == town)
        with self._store.writing() as tx:
            number = int(tx.execute(last).scalar_one() or 0) + 1
            if number > MOST_TERMINALS:
                raise TerminalsFull
            place = Place(office=office, counter=counter, terminal=f"{number:02d}")
            tx.execute(
                insert(terminals).values(
                    town_code=town, number=place.terminal, office=office, counter=counter, retired_at=None
                )
            )
        return place

    def first(self, town: str) -> Place:
        """Return terminal 01, entered now where the town has none; it may be retired."""
        query = select(terminals).where(terminals.c.town_code == town).order_by(terminals.c.number).limit(1)
        with self._store.reading() as tx:
            row = tx.execute(query).mappings().first()
        if row is None:
            return self.add(town, FIRST_OFFICE, FIRST_COUNTER)
        return Place(office=row["office"], counter=row["counter"], terminal=row["number"])

    def find(self, town: str, number: str) -> Place | None:
        """Return where a terminal in use stands; None for an unknown or a retired one."""
        query = select(terminals).where(
            terminals.c.town_code == town, terminals.c.number == number, terminals.c.retired_at.is_(None)
        )
        with self._store.reading() as tx:
            row = tx.execute(query).mappings().first()
        if row is None:
            return None
        return Place(office=row["office"], counter=row["counter"], terminal=row["number"])

    def retire(self, town: str, number: str, at: str) -> None:
        """Take a terminal out of use from ``at`` on; raises TerminalUnknown if none in use has the number."""
        in_use = (
            terminals.c.town_code == town,
            terminals.c.number == number,
            terminals.c.retired_at.is_(None),
        )
        with self._store.writing() as tx:
            if tx.execute(update(terminals).where(*in_use).values(retired_at=at)).rowcount == 0:
                raise TerminalUnknown(number)

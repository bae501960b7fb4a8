"""Numbers of the day: each counter starts at 1 every day and never gives a number twice."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert, select, update

from gateway.store.tables import counters


def next_number(tx: Connection, town: str, day: date, name: str) -> int:
    """Return the next number of ``name`` in ``town`` on ``day``; a rolled back one is given again."""
    key = (
        counters.c.town_code == town,
        counters.c.day == day.isoformat(),
        counters.c.name == name,
    )
    last = tx.execute(select(counters.c.value).where(*key).with_for_update()).scalar_one_or_none()
    if last is None:
        tx.execute(insert(counters).values(town_code=town, day=day.isoformat(), name=name, value=1))
        return 1
    tx.execute(update(counters).where(*key).values(value=last + 1))
    return int(last) + 1


def lock_number(tx: Connection, town: str, day: date, name: str) -> None:
    """Let transactions that ask the same go one after another (PostgreSQL; SQLite writes singly anyway)."""
    tx.execute(
        select(counters.c.value)
        .where(counters.c.town_code == town, counters.c.day == day.isoformat(), counters.c.name == name)
        .with_for_update()
    )

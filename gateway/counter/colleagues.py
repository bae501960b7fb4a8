"""Members of staff as the list has them now, whoever acts."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, select

from gateway.counter.office import Role, Staff
from gateway.store.tables import staff


def staff_of(row: RowMapping) -> Staff:
    """Return the member of staff of a row of the list."""
    return Staff(
        town_code=row["town_code"],
        staff_id=row["staff_id"],
        name=row["name"],
        role=Role(row["role"]),
        person_id=row["person_id"],
    )


def colleague(tx: Connection, town: str, staff_id: str) -> Staff | None:
    """Return the member of staff of ``town`` with that id, or None."""
    query = select(staff).where(staff.c.town_code == town, staff.c.staff_id == staff_id)
    row = tx.execute(query).mappings().first()
    return None if row is None else staff_of(row)

"""What is told of approvals as they move: written with the move itself, read by whoever listens.

A table that is polled: SQLite and PostgreSQL behave alike, and many workers tell the same (design.md 3).
"""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection, delete, func, insert, or_, select

from gateway.clock import stamp
from gateway.counter.numbers import next_number
from gateway.counter.office import APPROVES, Act
from gateway.store.approval_tables import events

APPROVAL = "approval"
_COUNTER, _ALWAYS = "events", date.min
"""Sequences never begin anew: the counter is of no day."""
_KEPT_FOR = timedelta(days=1)
"""Nobody is told of what was before he listened; older rows serve nothing."""


def tell_approvers(tx: Connection, act: Act, approval_id: str) -> None:
    """Tell all approvers of the town that an approval moved."""
    _tell(tx, act, approval_id, None)


def tell_all(tx: Connection, act: Act, approval_id: str, clerk_id: str) -> None:
    """Tell the clerk of the case and all approvers that an approval moved."""
    _tell(tx, act, approval_id, clerk_id)
    _tell(tx, act, approval_id, None)


def _tell(tx: Connection, act: Act, approval_id: str, for_staff: str | None) -> None:
    now = act.office.clock.now()
    past = (now - _KEPT_FOR).isoformat(timespec="milliseconds")
    tx.execute(delete(events).where(events.c.town_code == act.town, events.c.at < past))
    tx.execute(
        insert(events).values(
            town_code=act.town,
            # The counter's row is locked until this commits, so that none is seen before an earlier one.
            sequence=next_number(tx, act.town, _ALWAYS, _COUNTER),
            kind=APPROVAL,
            approval_id=approval_id,
            for_staff=for_staff,
            at=stamp(act.office.clock),
        )
    )


def last_told(tx: Connection, act: Act) -> int:
    """Return the sequence of the town's last event, 0 if there is none."""
    query = select(func.max(events.c.sequence)).where(events.c.town_code == act.town)
    return int(tx.execute(query).scalar_one() or 0)


def told_since(tx: Connection, act: Act, sequence: int) -> tuple[int, tuple[str, ...]]:
    """Return the town's last sequence, and the approvals that moved for this person since ``sequence``."""
    mine = events.c.for_staff == act.staff.staff_id
    heard = or_(mine, events.c.for_staff.is_(None)) if act.staff.role in APPROVES else mine
    query = (
        select(events.c.sequence, events.c.approval_id)
        .where(events.c.town_code == act.town, events.c.sequence > sequence, heard)
        .order_by(events.c.sequence)
    )
    rows = tx.execute(query).all()
    if not rows:
        return sequence, ()
    return int(rows[-1].sequence), tuple(dict.fromkeys(str(row.approval_id) for row in rows))

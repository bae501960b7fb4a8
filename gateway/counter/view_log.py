"""The view log: who looked at whom, and in which case (knowledge/domain.md 2.4)."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence

from sqlalchemy import Connection, insert

from gateway.clock import stamp
from gateway.counter.office import Act
from gateway.store.tables import view_log

MY_NUMBER = "my_number"
"""Kind of the row that says that 個人番号 or 住民票コード left the gateway."""


def note_view(tx: Connection, act: Act, case_id: str, kind: str, shown: Sequence[str]) -> None:
    """Record that these resident ids were shown to whoever acts."""
    tx.execute(
        insert(view_log).values(
            town_code=act.town,
            view_id=str(uuid.uuid4()),
            case_id=case_id,
            staff_id=act.staff.staff_id,
            kind=kind,
            resident_ids=json.dumps(shown),
            persons=len(shown),
            at=stamp(act.office.clock),
        )
    )

"""Makes the answer of an allotment whole again, of which the page was not kept because it shows numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from gateway.counter.cases import open_case_of
from gateway.counter.issues import own_issue
from gateway.counter.office import Act
from gateway.counter.printed_numbers import note_numbers
from gateway.counter.request_reading import read_request
from gateway.counter.standing import still_as_decided


def renewed(tx: Connection, act: Act, kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answer with its page composed anew, and record once more that numbers leave.

    The same page or none: 409 RECORD_CHANGED or ISSUE_HELD where the issue is not what it was, and a conflict
    once its case has ended, for then nobody prints it any more.
    """
    issue = own_issue(tx, act, str(kept["issue_id"]))
    open_case_of(tx, act, issue.case_id)
    standing = still_as_decided(tx, act, issue, "allot_again")
    note_numbers(tx, act, read_request(issue.request))
    return {**kept, "model": asdict(standing.model)}

"""What nobody should get through with an approval: a call past the window, a byte changed in the ledger."""

from __future__ import annotations

import json
import sqlite3
import ssl
import urllib.error
import urllib.request
import uuid
from contextlib import closing
from pathlib import Path

from player.ledger import Counterpart

_SECONDS = 15.0
_BODIES = {"record": {}, "approve": {"statement": "e30.e30.e30"}, "return": {"reason": "page", "note": ""}}


class NotTried(Exception):
    """The attempt could not be made, or did not end as it must; the message carries no secret."""


def last_approval(ledger: Path) -> str:
    """The id of the approval that was asked for last, from the ledger's own file; raises NotTried."""
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as connection:
        found = connection.execute(
            "SELECT approval_id FROM approvals ORDER BY asked_at DESC LIMIT 1"
        ).fetchone()
    if found is None:
        raise NotTried("no approval was asked for")
    return str(found[0])


def refused_with(at: Counterpart, token: str, approval_id: str, what: str) -> str:
    """Try ``what`` (record, approve, return) past any window; returns the code of the refusal, or nothing."""
    request = urllib.request.Request(  # noqa: S310 -- ``sign_in`` has looked at the scheme
        f"{at.gateway}/v1/approvals/{approval_id}/{what}",
        data=json.dumps(_BODIES[what]).encode(),
        headers={
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
            "Idempotency-Key": str(uuid.uuid4()),
        },
    )
    trust = ssl.create_default_context(cafile=str(at.ca))
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS, context=trust):  # noqa: S310 -- see above
            return ""
    except urllib.error.HTTPError as error:
        with error:
            return str(json.load(error).get("code", error.code))
    except (urllib.error.URLError, TimeoutError, ValueError) as error:
        raise NotTried(f"{what}: {error}") from error


def change_byte(ledger: Path, column: str) -> None:
    """Change one character in the middle of ``column`` of the last approval, behind the gateway's back."""
    approval_id = last_approval(ledger)
    with closing(sqlite3.connect(ledger, timeout=_SECONDS)) as connection, connection:
        (text,) = connection.execute(
            f"SELECT {column} FROM approvals WHERE approval_id = ?",  # noqa: S608 -- a name of the scenario's list
            (approval_id,),
        ).fetchone()
        at = len(text) // 2
        changed = text[:at] + ("0" if text[at] != "0" else "1") + text[at + 1 :]
        connection.execute(
            f"UPDATE approvals SET {column} = ? WHERE approval_id = ?",  # noqa: S608 -- as above
            (changed, approval_id),
        )

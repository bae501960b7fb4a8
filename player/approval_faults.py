"""What nobody should get through with an approval: a call past the window, a byte changed in the ledger."""

from __future__ import annotations

import base64
import json
import sqlite3
import ssl
import urllib.error
import urllib.request
import uuid
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from joserfc import jws
from joserfc.jwk import ECKey

from player.ledger import Counterpart

_SECONDS = 15.0
_ALGORITHM = "ES256"
_DECIDING: Mapping[str, Mapping[str, str]] = {
    "record": {},
    "approve": {"statement": "e30.e30.e30"},
    "return": {"reason": "page", "note": ""},
}


class NotTried(Exception):
    """The attempt could not be made, or did not end as it must; the message carries no secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A write that must be refused: its path, and its body as JSON."""

    path: str
    body: Mapping[str, str]


def attempt(ledger: Path, what: str) -> Attempt:
    """What to send to record, approve or return the last approval, or to release its page or another one."""
    last = _last_approval(ledger)
    if what in _DECIDING:
        return Attempt(path=f"/v1/approvals/{last['approval_id']}/{what}", body=_DECIDING[what])
    page = last["p0_sha256"] if what == "release" else with_another_byte(last["p0_sha256"])
    body = {"p0_sha256": page, "renderer_id": last["renderer_id"]}
    return Attempt(path=f"/v1/issues/{last['issue_id']}/release", body=body)


def refused_with(at: Counterpart, token: str, tried: Attempt) -> str:
    """Send it past any window; returns the code of the refusal, or nothing where it was done."""
    request = urllib.request.Request(  # noqa: S310 -- ``sign_in`` has looked at the scheme
        f"{at.gateway}{tried.path}",
        data=json.dumps(tried.body).encode(),
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
        raise NotTried(f"{tried.path}: {error}") from error


def with_another_byte(text: str) -> str:
    """The text with another character in its middle."""
    at = len(text) // 2
    return text[:at] + ("0" if text[at] != "0" else "1") + text[at + 1 :]


def change_byte(ledger: Path, column: str) -> None:
    """Change one character in the middle of ``column`` of the last approval, behind the gateway's back."""
    last = _last_approval(ledger)
    _put(ledger, column, with_another_byte(last[column]), last["approval_id"])


def sign_other_page(ledger: Path) -> None:
    """Put a valid statement over a page one character off, and the key that signed it, into the ledger.

    Nobody but its owner has an approver's key, so this one is new, and recorded as if it were his.
    """
    last = _last_approval(ledger)
    header, payload, _signature = last["statement"].split(".")
    claims = json.loads(_decoded(payload))
    claims["p0_sha256"] = with_another_byte(claims["p0_sha256"])
    key = ECKey.generate_key("P-256")
    kid = key.thumbprint()
    statement = jws.serialize_compact(
        {**json.loads(_decoded(header)), "kid": kid}, _canonical(claims), key, algorithms=[_ALGORITHM]
    )
    found = key.as_dict(private=False)
    public = {name: found[name] for name in ("kty", "crv", "x", "y")}
    jwk = json.dumps({**public, "kid": kid, "alg": _ALGORITHM, "use": "sig"})
    with closing(sqlite3.connect(ledger, timeout=_SECONDS)) as connection, connection:
        connection.execute(
            "INSERT INTO approver_keys (town_code, kid, staff_id, jwk, terminal, registered_at) "
            "SELECT town_code, ?, staff_id, ?, terminal, registered_at FROM approver_keys WHERE staff_id = ? "
            "LIMIT 1",
            (kid, jwk, last["decided_by"]),
        )
    _put(ledger, "statement", statement, last["approval_id"])


def _canonical(claims: Mapping[str, Any]) -> bytes:
    return json.dumps(claims, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _last_approval(ledger: Path) -> Mapping[str, Any]:
    """The approval that was asked for last, from the ledger's own file; raises NotTried."""
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        found = connection.execute("SELECT * FROM approvals ORDER BY asked_at DESC LIMIT 1").fetchone()
    if found is None:
        raise NotTried("no approval was asked for")
    return dict(found)


def _put(ledger: Path, column: str, value: str, approval_id: str) -> None:
    with closing(sqlite3.connect(ledger, timeout=_SECONDS)) as connection, connection:
        connection.execute(
            f"UPDATE approvals SET {column} = ? WHERE approval_id = ?",  # noqa: S608 -- of the scenario's list
            (value, approval_id),
        )

"""The approvers' public keys: one for each approver and terminal, trusted on first use (ADR 0019)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from joserfc.errors import JoseError
from joserfc.jwk import ECKey
from sqlalchemy import Connection, insert, select, update

from gateway.clock import stamp
from gateway.counter.office import Act
from gateway.refusals import conflict
from gateway.store.approval_tables import approver_keys


def register_key(tx: Connection, act: Act, jwk: Mapping[str, str]) -> int:
    """Put the key of this approver at this terminal on record; 0 if it was there, else 1.

    409 for what is no key, a second one while one of his is in use here, a key of somebody else, and
    one out of use: whoever has got hold of his session alone cannot put a key of his own in its place.
    """
    act.must_approve()
    kid = _thumbprint(jwk)
    query = select(approver_keys).where(approver_keys.c.town_code == act.town)
    known = tx.execute(query.where(approver_keys.c.kid == kid)).mappings().first()
    if known is not None:
        if known["staff_id"] != act.staff.staff_id or known["revoked_at"] is not None:
            raise conflict("the key is somebody else's, or out of use")
        return 0
    in_use = query.where(
        approver_keys.c.staff_id == act.staff.staff_id,
        approver_keys.c.terminal == act.place.terminal,
        approver_keys.c.revoked_at.is_(None),
    )
    if tx.execute(in_use).first() is not None:
        raise conflict("another key of this approver is in use at this terminal")
    tx.execute(
        insert(approver_keys).values(
            town_code=act.town,
            kid=kid,
            staff_id=act.staff.staff_id,
            jwk=json.dumps(jwk, sort_keys=True),
            terminal=act.place.terminal,
            registered_at=stamp(act.office.clock),
            revoked_at=None,
        )
    )
    return 1


def key_in_use(tx: Connection, town: str, staff_id: str, kid: str) -> dict[str, str] | None:
    """Return the public JWK of that id if it is this approver's and in use, else None."""
    query = select(approver_keys.c.jwk).where(
        approver_keys.c.town_code == town,
        approver_keys.c.kid == kid,
        approver_keys.c.staff_id == staff_id,
        approver_keys.c.revoked_at.is_(None),
    )
    found = tx.execute(query).scalar_one_or_none()
    return None if found is None else dict(json.loads(found))


def take_out_of_use(tx: Connection, town: str, staff_id: str, terminal: str, at: str) -> int:
    """Take the approver's key at ``terminal`` out of use from ``at`` on; returns how many there were."""
    mine = (
        approver_keys.c.town_code == town,
        approver_keys.c.staff_id == staff_id,
        approver_keys.c.terminal == terminal,
        approver_keys.c.revoked_at.is_(None),
    )
    return tx.execute(update(approver_keys).where(*mine).values(revoked_at=at)).rowcount


def _thumbprint(jwk: Mapping[str, str]) -> str:
    try:
        found = ECKey.import_key({name: jwk[name] for name in ("kty", "crv", "x", "y")}).thumbprint()
    except (JoseError, ValueError) as error:
        raise conflict("the key is no point of the curve") from error
    if found != jwk["kid"]:
        raise conflict("the name of the key is not its thumbprint")
    return found

"""Writes happen once: effect and answer are stored in one transaction under the idempotency key."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select
from sqlalchemy.exc import IntegrityError

from gateway.clock import stamp
from gateway.counter.deciding import DecidedAgainst
from gateway.counter.office import Act
from gateway.receipts import canonical, sha256, sign_receipt
from gateway.refusals import conflict, not_found
from gateway.store.ledger_store import LedgerStore
from gateway.store.tables import answers

Effect = Callable[[Connection], Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A write as it arrived. ``key`` in lower case, ``path`` as requested, ``body`` its bytes."""

    key: str
    path: str
    body: bytes


def answer_once(store: LedgerStore, act: Act, write: Write, effect: Effect) -> str:
    """Return the answer of ``write``: the stored one, or that of ``effect``, which then is stored.

    Raises the refusal of ``effect`` (nothing stored, the same key may come again), and a conflict where the
    key was used for another path, body or clerk.
    """
    try:
        with store.writing() as tx:
            return _stored(tx, act, write) or _performed(tx, act, write, effect)
    except IntegrityError:
        # PostgreSQL lets two transactions with one key run until one of them commits.
        with store.reading() as tx:
            stored = _stored(tx, act, write)
        if stored is None:
            raise
        return stored
    except DecidedAgainst as refusal:
        with store.writing() as tx:
            refusal.record(tx, act)
        raise


def stored_answer(tx: Connection, act: Act, key: str) -> str:
    """Return the answer of this clerk's write with ``key``; 404 if it never took effect."""
    row = _row(tx, act, key)
    if row is None or row["staff_id"] != act.staff.staff_id:
        raise not_found("no write of this clerk has that key")
    return str(row["answer"])


def _row(tx: Connection, act: Act, key: str) -> RowMapping | None:
    query = select(answers).where(answers.c.town_code == act.town, answers.c.idempotency_key == key)
    return tx.execute(query).mappings().first()


def _stored(tx: Connection, act: Act, write: Write) -> str | None:
    row = _row(tx, act, write.key)
    if row is None:
        return None
    if (row["staff_id"], row["path"], row["body_sha256"]) != (
        act.staff.staff_id,
        write.path,
        sha256(write.body),
    ):
        raise conflict("the idempotency key was used for another write")
    return str(row["answer"])


def _performed(tx: Connection, act: Act, write: Write, effect: Effect) -> str:
    answer = effect(tx)
    at = stamp(act.office.clock)
    claims = {
        "key": write.key,
        "path": write.path,
        "body_sha256": sha256(write.body),
        "answer_sha256": sha256(canonical(answer)),
        "at": at,
    }
    text = json.dumps(
        {**answer, "receipt": sign_receipt(act.office.keys.receipt, claims)},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    tx.execute(
        insert(answers).values(
            town_code=act.town,
            idempotency_key=write.key,
            staff_id=act.staff.staff_id,
            path=write.path,
            body_sha256=sha256(write.body),
            answer=text,
            at=at,
        )
    )
    return text

"""Writes happen once: effect and answer are stored in one transaction under the idempotency key.

A release alone is decided anew each time: its answer is the seal, and no seal is stored anywhere. Nor is a
number of a person: of an allotment that shows one the rest is stored, and its page composed again on live
data whenever the same answer is wanted, under a new receipt.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select
from sqlalchemy.exc import IntegrityError

from gateway.clock import stamp
from gateway.counter.deciding import DecidedAgainst
from gateway.counter.office import Act
from gateway.counter.printed_numbers import kept_of
from gateway.counter.renewing import renewed
from gateway.receipts import canonical, sha256, sign_receipt
from gateway.refusals import conflict, not_found
from gateway.store.ledger_store import LedgerStore
from gateway.store.tables import answers

Effect = Callable[[Connection], Mapping[str, Any]]
NOTHING_KEPT = ""
"""What ``answers`` holds of a write whose answer is never stored."""


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
        with recording_decisions(store, act), store.writing() as tx:
            return _stored(tx, act, write) or _performed(tx, act, write, effect)
    except IntegrityError:
        # PostgreSQL lets two transactions with one key run until one of them commits.
        with recording_decisions(store, act), store.writing() as tx:
            stored = _stored(tx, act, write)
        if stored is None:
            raise
        return stored


def answer_anew(store: LedgerStore, act: Act, write: Write, effect: Effect) -> str:
    """Return the answer of ``effect``, performed each time the key comes: what it brings is never stored.

    For the release: its seal goes out only on flags as they are at that moment (knowledge/domain.md 2.1,
    rule 2). That the write took effect is stored, so its key serves no other. Raises like ``answer_once``.
    """
    try:
        return _anew(store, act, write, effect)
    except IntegrityError:
        # As above: the key is known now, and the effect runs once more on what the other one left.
        return _anew(store, act, write, effect)


def _anew(store: LedgerStore, act: Act, write: Write, effect: Effect) -> str:
    with recording_decisions(store, act), store.writing() as tx:
        known = _known(tx, act, write) is not None
        at = stamp(act.office.clock)
        text = _signed(act, _asked(write), effect(tx), at)
        if not known:
            _store(tx, act, write, NOTHING_KEPT, at)
        return text


@contextmanager
def recording_decisions(store: LedgerStore, act: Act) -> Iterator[None]:
    """Record a decision against a write, in a transaction of its own: the write itself leaves nothing."""
    try:
        yield
    except DecidedAgainst as refusal:
        with store.writing() as tx:
            refusal.record(tx, act)
        raise


def stored_answer(tx: Connection, act: Act, key: str) -> str:
    """Return the stored answer of this clerk's write with ``key``; 404 if there is none.

    Of a release none is stored: the same write sent again is decided anew. Raises what ``renewed`` raises.
    """
    row = _row(tx, act, key)
    if row is None or row["staff_id"] != act.staff.staff_id or row["answer"] == NOTHING_KEPT:
        raise not_found("no stored answer of this clerk has that key")
    return _answer(tx, act, row)


def _answer(tx: Connection, act: Act, row: RowMapping) -> str:
    """Return the stored answer, made whole where only a part of it may be kept."""
    kept: dict[str, Any] = json.loads(row["answer"] or "{}")
    if "receipt" in kept or not kept:
        return str(row["answer"])
    asked = {"key": row["idempotency_key"], "path": row["path"], "body_sha256": row["body_sha256"]}
    return _signed(act, asked, renewed(tx, act, kept, asked["key"]), stamp(act.office.clock))


def _row(tx: Connection, act: Act, key: str) -> RowMapping | None:
    query = select(answers).where(answers.c.town_code == act.town, answers.c.idempotency_key == key)
    return tx.execute(query).mappings().first()


def _known(tx: Connection, act: Act, write: Write) -> RowMapping | None:
    """Return the row of ``write``, None if its key is new; a conflict if the key is another write's."""
    row = _row(tx, act, write.key)
    mine = (act.staff.staff_id, write.path, sha256(write.body))
    if row is not None and (row["staff_id"], row["path"], row["body_sha256"]) != mine:
        raise conflict("the idempotency key was used for another write")
    return row


def _stored(tx: Connection, act: Act, write: Write) -> str | None:
    row = _known(tx, act, write)
    return None if row is None else _answer(tx, act, row)


def _performed(tx: Connection, act: Act, write: Write, effect: Effect) -> str:
    answer, at = effect(tx), stamp(act.office.clock)
    text, kept = _signed(act, _asked(write), answer, at), kept_of(answer)
    _store(tx, act, write, text if kept is answer else _text(kept), at)
    return text


def _asked(write: Write) -> dict[str, str]:
    return {"key": write.key, "path": write.path, "body_sha256": sha256(write.body)}


def _signed(act: Act, asked: Mapping[str, str], answer: Mapping[str, Any], at: str) -> str:
    """Return ``answer`` with its receipt, as the text that goes out."""
    claims = {**asked, "answer_sha256": sha256(canonical(answer)), "at": at}
    return _text({**answer, "receipt": sign_receipt(act.office.keys.receipt, claims)})


def _text(answer: Mapping[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def _store(tx: Connection, act: Act, write: Write, answer: str, at: str) -> None:
    tx.execute(
        insert(answers).values(
            town_code=act.town,
            idempotency_key=write.key,
            staff_id=act.staff.staff_id,
            path=write.path,
            body_sha256=sha256(write.body),
            answer=answer,
            at=at,
        )
    )

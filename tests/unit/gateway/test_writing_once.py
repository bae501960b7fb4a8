"""A write happens once: the same key gives the same answer, another write under it is refused."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from joserfc import jws
from joserfc.jwk import ECKey
from sqlalchemy import Connection, select

from gateway.counter.cases import open_case
from gateway.counter.once import Write, answer_once, stored_answer
from gateway.receipts import canonical, sha256
from gateway.refusals import Refusal
from gateway.store.tables import answers, cases
from tests.unit.gateway.desk import OTHER_CLERK, Desk

WRITE = Write(
    key="0f8fad5b-d9cb-469f-a165-70867728950e", path="/v1/cases", body=b'{"case_id":"C1","visit_id":"V1"}'
)


def _open(desk: Desk, write: Write = WRITE) -> str:
    def effect(tx: Connection) -> Mapping[str, Any]:
        return {"number": open_case(tx, desk.act, "C1", "V1")}

    return answer_once(desk.store, desk.act, write, effect)


def test_the_same_key_and_body_give_the_same_bytes_and_one_case(desk: Desk) -> None:
    first = _open(desk)
    desk.clock.forward(hours=1)

    assert _open(desk) == first
    with desk.store.reading() as tx:
        assert len(tx.execute(select(cases)).all()) == 1
        assert stored_answer(tx, desk.act, WRITE.key) == first


@pytest.mark.parametrize("change", [{"body": b"{}"}, {"path": "/v1/other"}])
def test_the_same_key_for_another_write_is_a_conflict(desk: Desk, change: dict[str, Any]) -> None:
    _open(desk)

    with pytest.raises(Refusal, match="another write") as refused:
        _open(desk, replace(WRITE, **change))

    assert refused.value.status == 409


def test_a_key_of_another_clerk_gives_neither_answer_nor_hint(desk: Desk) -> None:
    _open(desk)
    other = desk.as_staff(OTHER_CLERK)

    with desk.store.reading() as tx, pytest.raises(Refusal) as unknown:
        stored_answer(tx, other, WRITE.key)
    with pytest.raises(Refusal) as used:
        answer_once(desk.store, other, WRITE, lambda _tx: {})

    assert (unknown.value.status, used.value.status) == (404, 409)


def test_an_effect_that_fails_leaves_no_answer_behind(desk: Desk) -> None:
    def effect(tx: Connection) -> Mapping[str, Any]:
        open_case(tx, desk.act, "C1", "V1")
        raise KeyError("power cut")

    with pytest.raises(KeyError):
        answer_once(desk.store, desk.act, WRITE, effect)

    with desk.store.reading() as tx:
        assert tx.execute(select(cases)).all() == []
        assert tx.execute(select(answers)).all() == []


def test_eight_at_once_with_one_key_open_one_case(desk: Desk) -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(_open(desk))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 8
    assert len(set(found)) == 1
    with desk.store.reading() as tx:
        assert len(tx.execute(select(cases)).all()) == 1


def test_the_receipt_is_signed_over_what_was_asked_and_answered(desk: Desk) -> None:
    answer = json.loads(_open(desk))
    key = ECKey.import_key(dict(desk.act.office.keys.public()["receipt"].items()))

    signed = jws.deserialize_compact(answer.pop("receipt"), key, algorithms=["ES256"])

    assert signed.headers()["typ"] == "receipt+jws"
    claims = json.loads(signed.payload)
    assert claims.pop("at").startswith("2026-11-24T10:00:00")
    assert claims == {
        "key": WRITE.key,
        "path": WRITE.path,
        "body_sha256": sha256(WRITE.body),
        "answer_sha256": sha256(canonical(answer)),
    }

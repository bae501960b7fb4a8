"""A release is decided each time it is sent: its answer, the seal, is stored nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Connection, select

from counter_app.domain.failures import FailureCode
from counter_app.domain.restrictions import Flag
from counter_app.domain.sheets import SheetOutcome, SheetState
from gateway.counter.allotting import Allotment
from gateway.counter.closing import record_sheets
from gateway.counter.once import Write, answer_anew, stored_answer
from gateway.counter.releasing import release
from gateway.refusals import Refusal
from gateway.store.tables import answers, decisions
from tests.unit.gateway.desk import Desk

P0 = "a" * 64


def _write(issue: Allotment) -> Write:
    key = "0f8fad5b-d9cb-469f-a165-70867728950e"
    return Write(key=key, path=f"/v1/issues/{issue.issue_id}/release", body=b"{}")


def _release(desk: Desk, issue: Allotment) -> str:
    def effect(tx: Connection) -> dict[str, object]:
        seal = release(tx, desk.act, issue.issue_id, P0, "build-1")
        return {"seal": seal.png.decode(), "edge_mm": seal.edge_mm}

    return answer_anew(desk.store, desk.act, _write(issue), effect)


def test_the_same_release_sent_again_brings_the_seal_again(desk: Desk) -> None:
    issue = desk.allot(desk.open())

    assert '"seal":"seal"' in _release(desk, issue)
    assert '"seal":"seal"' in _release(desk, issue)


def test_a_flag_that_came_in_between_stops_it_and_the_decision_is_recorded(desk: Desk) -> None:
    issue = desk.allot(desk.open())
    _release(desk, issue)
    desk.core.set_flags("R1", frozenset({Flag.SHIEN}))

    with pytest.raises(Refusal) as refused:
        _release(desk, issue)

    assert refused.value.code is FailureCode.ISSUE_HELD
    with desk.store.reading() as tx:
        steps = tx.execute(select(decisions.c.step, decisions.c.outcome).order_by(decisions.c.at)).all()
    assert ("release", "blocked") in [tuple(row) for row in steps]


def test_the_next_day_it_is_a_changed_record(desk: Desk) -> None:
    issue = desk.allot(desk.open())
    _release(desk, issue)
    desk.clock.forward(days=1)

    with pytest.raises(Refusal) as refused:
        _release(desk, issue)

    assert refused.value.code is FailureCode.RECORD_CHANGED


def test_once_a_sheet_is_spooled_its_key_brings_no_second_seal(desk: Desk) -> None:
    issue = desk.allot(desk.open())
    _release(desk, issue)
    spooled = (SheetOutcome(number=issue.stamps[0].number, state=SheetState.SPOOLED),)
    desk.write(lambda tx: record_sheets(tx, desk.act, issue.issue_id, spooled))

    with pytest.raises(Refusal, match="spooled or ended"):
        _release(desk, issue)


def test_the_ledger_knows_of_the_write_but_holds_no_seal_to_ask_for(desk: Desk) -> None:
    issue = desk.allot(desk.open())
    _release(desk, issue)

    with desk.store.reading() as tx:
        assert tx.execute(select(answers.c.path, answers.c.answer)).all() == [(_write(issue).path, "")]
        with pytest.raises(Refusal) as unknown:
            stored_answer(tx, desk.act, _write(issue).key)
    assert unknown.value.status == 404


def test_the_key_of_a_release_serves_no_other_write(desk: Desk) -> None:
    issue = desk.allot(desk.open())
    _release(desk, issue)
    other = replace(_write(issue), body=b'{"p0_sha256":"b"}')

    with pytest.raises(Refusal, match="another write"):
        answer_anew(desk.store, desk.act, other, lambda _tx: {})

"""Nothing is said or issued of persons who were not shown to this clerk in this visit."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from counter_app.domain.failures import FailureCode
from counter_app.domain.render_model import compose
from counter_app.domain.requests import Outcome, Rule, Verdict
from counter_app.domain.restrictions import Flag
from gateway.clock import today
from gateway.counter.allotting import allot
from gateway.counter.cases import open_case
from gateway.counter.deciding import check
from gateway.counter.viewing import read_household
from gateway.refusals import Refusal
from gateway.store.tables import decisions, view_log
from tests.unit.gateway.desk import OTHER_CLERK, Desk, request


def _check(desk: Desk, case_id: str, *persons: str, requester: str, household: str) -> Verdict:
    asked = request(case_id, *persons, requester_id=requester, household_id=household)
    return desk.write(lambda tx: check(tx, desk.act, asked))


def _blocked(verdict: Verdict) -> list[Rule]:
    return [row.rule for row in verdict.trace if row.outcome is Outcome.BLOCKED]


def test_a_protected_a_real_and_an_invented_person_get_the_same_answer_when_none_was_shown(
    desk: Desk,
) -> None:
    case_id = desk.show(desk.open(), "R6")

    answers = [
        _check(desk, case_id, "R4", requester="R5", household="H2"),
        _check(desk, case_id, "R1", requester="R1", household="H1"),
        _check(desk, case_id, "R1", "R2", "R3", requester="R1", household="H1"),
        _check(desk, case_id, "X1", requester="X2", household="H1"),
        _check(desk, case_id, "X1", requester="X2", household="nowhere"),
    ]

    assert len(set(answers)) == 1
    assert (_blocked(answers[0]), answers[0].fee) == ([Rule.RECORD], 0)


@pytest.mark.parametrize("flags", [set(), {Flag.SHIEN}])
def test_somebody_not_shown_beside_one_who_was_tells_nothing_of_his_flags(
    desk: Desk, flags: set[Flag]
) -> None:
    case_id = desk.show(desk.open(), "R1")
    desk.core.set_flags("R2", frozenset(flags))

    verdict = _check(desk, case_id, "R1", "R2", requester="R1", household="H1")
    invented = _check(desk, case_id, "R1", "X2", requester="R1", household="H1")

    assert _blocked(verdict) == [Rule.RECORD]
    assert verdict == invented


def test_a_requester_who_was_not_shown_is_a_stranger(desk: Desk) -> None:
    case_id = desk.show(desk.open(), "R1")

    assert _blocked(_check(desk, case_id, "R1", requester="R2", household="H1")) == [Rule.RECORD]


def test_who_was_shown_in_another_case_of_the_visit_is_known(desk: Desk) -> None:
    desk.show(desk.open(visit_id="V7"), "R1", "R2")
    second, elsewhere = desk.open(visit_id="V7"), desk.open(visit_id="V8")

    assert _check(desk, second, "R1", "R2", requester="R1", household="H1").outcome is Outcome.OK
    assert _blocked(_check(desk, elsewhere, "R1", "R2", requester="R1", household="H1")) == [Rule.RECORD]


def test_the_second_request_reads_the_household_again_after_the_record_changed(desk: Desk) -> None:
    desk.show(desk.open(visit_id="V7"), "R1", "R2")
    second, elsewhere = desk.open(visit_id="V7"), desk.open(visit_id="V8")
    with pytest.raises(Refusal) as changed:
        desk.write(lambda tx: allot(tx, desk.act, request(second), "a" * 64))
    assert changed.value.code is FailureCode.RECORD_CHANGED

    household = desk.write(lambda tx: read_household(tx, desk.act, second, "R1"))
    again = compose(household, request(second).selection, desk.act.office.pack(), today(desk.clock))

    assert desk.write(lambda tx: allot(tx, desk.act, request(second), again.sha256())).fee == 300
    with desk.store.reading() as tx:
        viewed = select(view_log.c.case_id).where(view_log.c.kind == "household")
        assert list(tx.execute(viewed).scalars()) == [second]
    with pytest.raises(Refusal) as refused:
        desk.write(lambda tx: read_household(tx, desk.act, elsewhere, "R1"))
    assert refused.value.status == 404


def test_a_household_shown_to_another_clerk_is_not_read_under_the_name_of_his_visit(desk: Desk) -> None:
    desk.show(desk.open(visit_id="V7"), "R1")
    other = desk.as_staff(OTHER_CLERK)
    desk.write(lambda tx: open_case(tx, other, "C9", "V7"))

    with pytest.raises(Refusal) as refused:
        desk.write(lambda tx: read_household(tx, other, "C9", "R1"))

    assert refused.value.status == 404


def test_who_was_shown_to_another_clerk_is_not_known_although_the_visit_has_the_same_name(
    desk: Desk,
) -> None:
    desk.show(desk.open(visit_id="V7"), "R1", "R2")
    other = desk.as_staff(OTHER_CLERK)
    desk.write(lambda tx: open_case(tx, other, "C9", "V7"))

    verdict = desk.write(lambda tx: check(tx, other, request("C9")))

    assert _blocked(verdict) == [Rule.RECORD]


def test_no_number_is_allotted_for_somebody_who_was_not_shown_and_the_record_says_who_was_asked_for(
    desk: Desk,
) -> None:
    case_id = desk.open()
    asked = request(case_id)
    digest = desk.model(desk.open(), request(case_id)).sha256()

    with pytest.raises(Refusal) as refused:
        desk.write(lambda tx: allot(tx, desk.act, asked, digest))
    _check(desk, case_id, "R4", requester="R5", household="H2")

    assert refused.value.code is FailureCode.ISSUE_HELD
    with desk.store.reading() as tx:
        kept = [json.loads(row) for row in tx.execute(select(decisions.c.asked)).scalars()]
    assert kept == [["H2", "R5", "R4"]]

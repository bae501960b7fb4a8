"""Numbers are allotted for the page the gateway itself composes, and for nothing the rules forbid."""

from __future__ import annotations

import base45
import cbor2
import pytest
from sqlalchemy import select

from counter_app.domain.certificates import Item, Scope
from counter_app.domain.failures import FailureCode
from counter_app.domain.requests import ISSUABLE, Outcome, RequesterKind, Rule
from counter_app.domain.restrictions import Flag
from counter_app.domain.sheet_code import from_fields
from gateway.counter.allotting import allot
from gateway.counter.cases import CaseState
from gateway.counter.closing import record_outcome
from gateway.counter.deciding import check
from gateway.counter.once import Write, answer_once
from gateway.refusals import Refusal
from gateway.store.tables import cases, decisions, issues, sheets
from tests.unit.gateway.desk import OTHER_CLERK, Desk, request


def test_every_copy_has_its_own_serial_and_every_sheet_its_signed_code(desk: Desk) -> None:
    case_id = desk.open()

    allotment = desk.allot(case_id, request(case_id, copies=2))

    assert [stamp.number for stamp in allotment.stamps] == [
        "999997-01-20261124-000001-1/1",
        "999997-01-20261124-000002-1/1",
    ]
    assert allotment.fee == 600
    for stamp in allotment.stamps:
        claims = from_fields(cbor2.loads(cbor2.loads(base45.b45decode(stamp.code)).value[2]))
        assert claims.number == stamp.number
        assert claims.job.hex() == allotment.job
        assert claims.model_hash.hex() == allotment.model.sha256()[:32]


def test_serials_go_on_over_cases_and_begin_again_the_next_day(desk: Desk) -> None:
    first, second = desk.open(), desk.open()
    desk.allot(first)
    assert desk.allot(second).stamps[0].number == "999997-01-20261124-000002-1/1"

    desk.clock.forward(days=1)
    third = desk.open()

    assert desk.allot(third).stamps[0].number == "999997-01-20261125-000001-1/1"


def test_another_digest_than_the_gateways_is_a_changed_record_and_leaves_no_number(desk: Desk) -> None:
    case_id = desk.show(desk.open(), "R1", "R2")

    with pytest.raises(Refusal) as refused:
        desk.write(lambda tx: allot(tx, desk.act, request(case_id), "0" * 64))

    assert (refused.value.status, refused.value.code) == (409, FailureCode.RECORD_CHANGED)
    with desk.store.reading() as tx:
        assert tx.execute(select(sheets)).all() == []
    assert desk.allot(case_id).stamps[0].number.endswith("-000001-1/1")


def test_a_flag_that_came_after_the_check_holds_the_issue(desk: Desk) -> None:
    case_id = desk.open()
    asked = request(case_id)
    digest = desk.model(case_id, asked).sha256()
    assert desk.write(lambda tx: check(tx, desk.act, asked)).outcome is Outcome.OK
    desk.core.set_flags("R2", frozenset({Flag.HAKKO_TEISHI}))

    with pytest.raises(Refusal) as refused:
        desk.write(lambda tx: allot(tx, desk.act, asked, digest))

    assert (refused.value.status, refused.value.code) == (409, FailureCode.ISSUE_HELD)


def test_a_refused_write_leaves_its_decision_but_no_issue_and_no_answer(desk: Desk) -> None:
    case_id = desk.show(desk.open(), "R1", "R2")
    desk.core.set_flags("R2", frozenset({Flag.SHIEN}))
    write = Write(key="0" * 8, path="/v1/x", body=b"{}")

    with pytest.raises(Refusal):
        answer_once(
            desk.store,
            desk.act,
            write,
            lambda tx: {"fee": allot(tx, desk.act, request(case_id), "0" * 64).fee},
        )

    with desk.store.reading() as tx:
        steps = tx.execute(select(decisions.c.step, decisions.c.outcome, decisions.c.asked)).all()
        assert [tuple(row) for row in steps] == [("allot", "blocked", '["H1", "R1", "R1", "R2"]')]
        assert tx.execute(select(issues)).all() == []


@pytest.mark.parametrize("flag", sorted(set(Flag) - {Flag.HON_TSUCHI}))
def test_every_flag_but_the_notice_stops_the_issue_for_all_printed(desk: Desk, flag: Flag) -> None:
    case_id = desk.show(desk.open(), "R1", "R2")
    desk.core.set_flags("R2", frozenset({flag}))

    both = desk.write(lambda tx: check(tx, desk.act, request(case_id, "R1", "R2")))
    alone = desk.write(lambda tx: check(tx, desk.act, request(case_id, "R1")))

    assert both.outcome is Outcome.BLOCKED
    assert alone.outcome is Outcome.OK


def test_a_protected_head_stops_a_page_that_would_name_her(desk: Desk) -> None:
    case_id = desk.show(desk.open(), "R5")

    def outcome(items: frozenset[Item]) -> Outcome:
        asked = request(case_id, "R5", household_id="H2", requester_id="R5", items=items)
        return desk.write(lambda tx: check(tx, desk.act, asked)).outcome

    assert outcome(frozenset({Item.HEAD_AND_RELATIONSHIP})) is Outcome.BLOCKED
    assert outcome(frozenset()) is Outcome.OK


def test_persons_of_another_household_and_strangers_are_blocked_by_the_record(desk: Desk) -> None:
    case_id = desk.show(desk.open(), "R1", "R6")

    for persons, requester in ((("R6",), "R1"), (("R1",), "R6"), (("nobody",), "R1")):
        asked = request(case_id, *persons, requester_id=requester)
        with desk.store.writing() as tx:
            assert check(tx, desk.act, asked).outcome is Outcome.BLOCKED


def test_an_unknown_household_is_blocked_without_a_fee(desk: Desk) -> None:
    case_id = desk.open()
    asked = request(case_id, household_id="nowhere")

    verdict = desk.write(lambda tx: check(tx, desk.act, asked))

    assert (verdict.outcome, verdict.fee) == (Outcome.BLOCKED, 0)


@pytest.mark.parametrize("kind", sorted(set(RequesterKind) - ISSUABLE))
def test_a_counter_that_sends_another_class_gets_no_numbers(desk: Desk, kind: RequesterKind) -> None:
    case_id = desk.show(desk.open(), "R1", "R2")
    asked = request(case_id, requester=kind)

    verdict = desk.write(lambda tx: check(tx, desk.act, asked))
    with pytest.raises(Refusal) as refused:
        desk.allot(case_id, asked)

    assert verdict.outcome is Outcome.BLOCKED
    assert [row.rule for row in verdict.trace if row.outcome is not Outcome.OK] == [Rule.REQUESTER]
    assert refused.value.code is FailureCode.ISSUE_HELD
    with desk.store.reading() as tx:
        assert tx.execute(select(sheets)).all() == []


@pytest.mark.parametrize("kind", sorted(set(RequesterKind) - ISSUABLE))
def test_the_record_of_a_held_case_says_which_class_asked(desk: Desk, kind: RequesterKind) -> None:
    case_id, reason = desk.open(), f"requester_{kind.value.lower()}"

    desk.write(lambda tx: record_outcome(tx, desk.act, case_id, CaseState.HELD, reason))

    with desk.store.reading() as tx:
        kept = tx.execute(select(cases.c.outcome, cases.c.reason).where(cases.c.case_id == case_id)).one()
    assert tuple(kept) == ("held", reason)


def test_a_whole_household_is_certified_as_such_only_if_all_are_on_it(desk: Desk) -> None:
    case_id = desk.open()

    whole = desk.allot(case_id, request(case_id, "R1", "R2", "R3", scope=Scope.WHOLE_HOUSEHOLD))
    part = desk.allot(case_id, request(case_id, "R1", "R2", scope=Scope.WHOLE_HOUSEHOLD))

    assert (whole.model.kind.value, part.model.kind.value) == ("J01", "J02")


def test_the_version_of_flags_changes_with_them_and_does_not_tell_them(desk: Desk) -> None:
    case_id = desk.show(desk.open(), "R1", "R2")

    def version() -> str:
        return desk.write(lambda tx: check(tx, desk.act, request(case_id))).restriction_version

    before = version()
    desk.core.set_flags("R2", frozenset({Flag.HON_TSUCHI}))
    during = version()
    desk.core.set_flags("R2", frozenset())

    assert during != before
    assert version() == before
    assert "HON" not in during


def test_another_clerks_case_and_an_unknown_one_are_refused(desk: Desk) -> None:
    case_id = desk.open()

    with pytest.raises(Refusal) as forbidden:
        desk.write(lambda tx: check(tx, desk.as_staff(OTHER_CLERK), request(case_id)))
    with pytest.raises(Refusal) as missing:
        desk.write(lambda tx: check(tx, desk.act, request("nowhere")))

    assert (forbidden.value.status, missing.value.status) == (403, 404)

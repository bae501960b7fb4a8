"""The rules, each alone: what is not known to be right does not pass."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.certificates import Item, Scope, Selection
from counter_app.domain.identity import IdentityLevel, IdentityMethod, Paper, PaperKind, SpokenAttribute
from counter_app.domain.requests import (
    OWN,
    FormKind,
    IdentityClaim,
    IssueRequest,
    Outcome,
    RequesterKind,
    RequestForm,
    Rule,
    RuleResult,
    judge,
    worst,
)
from tests.unit.domain.people import AGENT, SPOKEN, TODAY

GOOD = IssueRequest(
    case_id="c",
    requester=RequesterKind.SELF,
    requester_id="r1",
    household_id="h1",
    identity=IdentityClaim(level=IdentityLevel.P1, method=IdentityMethod.CARD_CODE_B, spoken=SPOKEN),
    form=RequestForm(kind=FormKind.PRINTED, number="031-12", signature_seen=True),
    selection=Selection(scope=Scope.PART_OF_HOUSEHOLD, resident_ids=("r1", "r2")),
    purpose="pension",
)


def answers(request: IssueRequest, **facts: Any) -> dict[Rule, Outcome]:
    trace = judge(request, **{"same_household": True, "held": False, "today": TODAY, **facts})
    assert [result.rule for result in trace] == list(Rule)
    return {result.rule: result.outcome for result in trace}


def test_a_request_without_fault_passes_every_rule() -> None:
    assert set(answers(GOOD).values()) == {Outcome.OK}


def chosen(**changes: Any) -> dict[str, Any]:
    return {"selection": replace(GOOD.selection, **changes)}


def signed(**changes: Any) -> dict[str, Any]:
    return {"form": replace(GOOD.form, **changes)}


def identified(**changes: Any) -> dict[str, Any]:
    return {"identity": replace(GOOD.identity, **changes)}


LICENCE = Paper(kind=PaperKind.DRIVING_LICENCE, masked_number="0012", expires="2029-03-17")
PENSION = Paper(kind=PaperKind.PENSION_BOOK, masked_number="7")
EXPIRED_PENSION = replace(PENSION, expires="2026-11-23")
INSURANCE = Paper(kind=PaperKind.CARE_INSURANCE, masked_number="A12B")
QUESTIONS = Paper(kind=PaperKind.QUESTIONS)


def by_papers(level: IdentityLevel, *papers: Paper) -> dict[str, Any]:
    return identified(method=IdentityMethod.PAPERS, level=level, papers=papers)


@pytest.mark.parametrize(
    ("changes", "rule", "outcome"),
    [
        ({"requester_id": "r3"}, Rule.REQUESTER, Outcome.BLOCKED),
        *(
            ({"requester": kind}, Rule.REQUESTER, Outcome.BLOCKED)
            for kind in RequesterKind
            if kind not in OWN
        ),
        (by_papers(IdentityLevel.P3, PENSION), Rule.IDENTITY, Outcome.APPROVAL),
        (by_papers(IdentityLevel.P3, QUESTIONS), Rule.IDENTITY, Outcome.APPROVAL),
        (by_papers(IdentityLevel.P1), Rule.IDENTITY, Outcome.BLOCKED),
        (by_papers(IdentityLevel.P3), Rule.IDENTITY, Outcome.BLOCKED),
        (by_papers(IdentityLevel.P1, PENSION), Rule.IDENTITY, Outcome.BLOCKED),
        (by_papers(IdentityLevel.P2, PENSION, PENSION), Rule.IDENTITY, Outcome.BLOCKED),
        (by_papers(IdentityLevel.P2, LICENCE), Rule.IDENTITY, Outcome.BLOCKED),
        (by_papers(IdentityLevel.P1, replace(LICENCE, expires="2026-11-23")), Rule.IDENTITY, Outcome.BLOCKED),
        (by_papers(IdentityLevel.P1, replace(LICENCE, expires="令和9年")), Rule.IDENTITY, Outcome.BLOCKED),
        (by_papers(IdentityLevel.P1, LICENCE, EXPIRED_PENSION), Rule.IDENTITY, Outcome.BLOCKED),
        *(
            (by_papers(IdentityLevel.P1, less), Rule.IDENTITY, Outcome.BLOCKED)
            for less in (
                replace(LICENCE, expires=""),
                replace(LICENCE, masked_number=""),
                replace(LICENCE, masked_number="012345678901"),
            )
        ),
        (
            by_papers(IdentityLevel.P2, INSURANCE, replace(PENSION, masked_number="")),
            Rule.IDENTITY,
            Outcome.BLOCKED,
        ),
        (identified(level=IdentityLevel.P2), Rule.IDENTITY, Outcome.BLOCKED),
        (identified(level=IdentityLevel.P3), Rule.IDENTITY, Outcome.BLOCKED),
        (identified(papers=(LICENCE,)), Rule.IDENTITY, Outcome.BLOCKED),
        (identified(spoken=frozenset()), Rule.SPOKEN, Outcome.BLOCKED),
        (identified(spoken=frozenset({SpokenAttribute.NAME})), Rule.SPOKEN, Outcome.BLOCKED),
        (signed(number=" "), Rule.FORM, Outcome.BLOCKED),
        (signed(signature_seen=False), Rule.FORM, Outcome.BLOCKED),
        (chosen(resident_ids=()), Rule.SELECTION, Outcome.BLOCKED),
        (chosen(resident_ids=("r1", "r1")), Rule.SELECTION, Outcome.BLOCKED),
        (chosen(scope=Scope.PERSONAL), Rule.SELECTION, Outcome.BLOCKED),
        (chosen(copies=0), Rule.SELECTION, Outcome.BLOCKED),
        (chosen(copies=10), Rule.SELECTION, Outcome.BLOCKED),
        (chosen(items=frozenset({Item.MY_NUMBER})), Rule.APPROVAL, Outcome.APPROVAL),
        (chosen(items=frozenset({Item.RESIDENT_CODE})), Rule.APPROVAL, Outcome.APPROVAL),
    ],
)
def test_one_fault_is_answered_by_its_own_rule(changes: dict[str, Any], rule: Rule, outcome: Outcome) -> None:
    told = answers(replace(GOOD, **changes))

    assert told.pop(rule) is outcome
    if changes != chosen(resident_ids=()):  # 本人 who is not on an empty page fails as requester too
        assert set(told.values()) == {Outcome.OK}


BY_AGENT = replace(
    GOOD,
    requester=RequesterKind.AGENT,
    agent=AGENT,
    identity=IdentityClaim(
        level=IdentityLevel.P1, method=IdentityMethod.PAPERS, papers=(LICENCE,), spoken=SPOKEN
    ),
)


def test_an_agent_with_the_mandate_and_his_papers_needs_an_approval_and_nothing_else() -> None:
    told = answers(BY_AGENT)

    assert told.pop(Rule.REQUESTER) is Outcome.APPROVAL
    assert set(told.values()) == {Outcome.OK}


@pytest.mark.parametrize(
    "changes",
    [
        {"agent": None},
        *(
            {"agent": replace(AGENT, **less)}
            for less in (
                {"original_seen": False},
                {"name": " "},
                {"address": "　"},
                {"mandate_date": ""},
                {"mandate_date": "令和8年11月20日"},
                {"mandate_date": "2026-11-25"},
            )
        ),
        {"requester_id": "r3"},
        identified(),
        {"requester": RequesterKind.SELF},
        {"requester": RequesterKind.SAME_HOUSEHOLD},
    ],
)
def test_an_agent_without_all_that_bears_him_out_is_blocked(changes: dict[str, Any]) -> None:
    assert answers(replace(BY_AGENT, **changes))[Rule.REQUESTER] is Outcome.BLOCKED


def test_a_mandate_counts_from_its_own_day() -> None:
    today = replace(BY_AGENT, agent=replace(AGENT, mandate_date=TODAY.isoformat()))
    assert answers(today)[Rule.REQUESTER] is Outcome.APPROVAL


@pytest.mark.parametrize("item", [Item.MY_NUMBER, Item.RESIDENT_CODE])
@pytest.mark.parametrize(
    "changes",
    [
        {"requester": RequesterKind.AGENT, "agent": AGENT, **by_papers(IdentityLevel.P1, LICENCE)},
        by_papers(IdentityLevel.P2, PENSION, INSURANCE),
        by_papers(IdentityLevel.P3, QUESTIONS),
    ],
    ids=["agent", "two_papers", "questions"],
)
def test_the_numbers_go_to_nobody_but_the_household_on_one_strong_paper(
    changes: dict[str, Any], item: Item
) -> None:
    asked = replace(GOOD, **changes, **chosen(items=frozenset({item})))
    assert answers(asked)[Rule.APPROVAL] is Outcome.BLOCKED


def test_the_numbers_of_the_household_need_an_approval_whoever_of_it_asks() -> None:
    numbers = chosen(items=frozenset({Item.MY_NUMBER}))
    other = replace(GOOD, requester=RequesterKind.SAME_HOUSEHOLD, requester_id="r3", **numbers)
    licence = replace(GOOD, **numbers, **by_papers(IdentityLevel.P1, LICENCE))

    assert worst(judge(other, same_household=True, held=False, today=TODAY)) is Outcome.APPROVAL
    assert worst(judge(licence, same_household=True, held=False, today=TODAY)) is Outcome.APPROVAL


def test_the_core_decides_who_shares_a_household_and_who_is_held() -> None:
    assert answers(GOOD, same_household=False)[Rule.RECORD] is Outcome.BLOCKED
    assert answers(GOOD, held=True)[Rule.RESTRICTION] is Outcome.BLOCKED


@pytest.mark.parametrize(
    "changes",
    [
        {"requester": RequesterKind.SAME_HOUSEHOLD, "requester_id": "r3"},
        by_papers(IdentityLevel.P2, PENSION, INSURANCE),
        by_papers(IdentityLevel.P1, replace(LICENCE, expires=TODAY.isoformat())),
        identified(method=IdentityMethod.CARD_AUTH_PIN),
        chosen(copies=9),
        chosen(scope=Scope.PERSONAL, resident_ids=("r1",)),
        chosen(items=frozenset({Item.HONSEKI, Item.HEAD_AND_RELATIONSHIP, Item.FOREIGN_STATUS})),
        signed(kind=FormKind.PAPER, number="A-1"),
    ],
)
def test_what_the_rules_allow_is_allowed(changes: dict[str, Any]) -> None:
    assert set(answers(replace(GOOD, **changes)).values()) == {Outcome.OK}


@given(st.lists(st.sampled_from(list(Outcome)), min_size=1, max_size=8))
def test_the_worst_answer_is_the_answer(outcomes: list[Outcome]) -> None:
    trace = tuple(RuleResult(rule=Rule.FORM, outcome=outcome) for outcome in outcomes)
    expected = next(o for o in (Outcome.BLOCKED, Outcome.APPROVAL, Outcome.OK) if o in outcomes)
    assert worst(trace) is expected


def test_what_no_rule_has_judged_is_blocked() -> None:
    assert worst(()) is Outcome.BLOCKED

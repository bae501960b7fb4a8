"""Who asks is chosen at 受付; to a class without rules nothing is issued (knowledge/domain.md 1.3)."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.issuance.entering import request_of
from counter_app.domain.issuance.transitions import advance
from counter_app.domain.issuance.values import Identity
from counter_app.domain.requests import ISSUABLE, OWN, Outcome, RequesterKind, Rule, judge
from counter_app.infrastructure.store.event_codec import read_event, write_event
from tests.unit.domain.case_samples import ORDER, REF, TURN
from tests.unit.domain.people import TODAY, VISITOR

REASONS = {
    RequesterKind.LEGAL_REPRESENTATIVE: "requester_legal_rep",
    RequesterKind.MESSENGER: "requester_messenger",
    RequesterKind.THIRD_PARTY: "requester_third",
    RequesterKind.PROFESSIONAL: "requester_pro",
    RequesterKind.OFFICIAL: "requester_official",
}


@pytest.mark.parametrize("known", [None, VISITOR], ids=["first_request", "one_more"])
@pytest.mark.parametrize(("kind", "reason"), REASONS.items())
def test_a_class_without_rules_is_recorded_as_held_and_nothing_else_is_asked(
    kind: RequesterKind, reason: str, known: Identity | None
) -> None:
    told = clerk.PurposeChosen(purpose="pension", destination="年金事務所", requester=kind)

    step = advance(states.AtReception(ref=REF, turn=TURN, known=known), told)

    assert isinstance(step.state, states.RecordingOutcome)
    assert (step.state.outcome, step.state.reason) == ("held", reason)
    assert step.state.intake is not None
    assert step.state.intake.requester is kind
    asked = effects.RecordOutcome(
        case_id="case",
        turn=TURN + 1,
        key=effects.key("outcome", "case", "held"),
        outcome="held",
        reason=reason,
    )
    assert step.effects == (asked,)
    assert re.fullmatch(r"[a-z0-9_]{1,40}", reason)
    held = advance(step.state, events.Recorded(turn=TURN + 1, receipt_number="")).state
    assert held == states.Held(ref=REF, turn=TURN + 1, reason=reason)


def test_every_class_is_either_issuable_or_has_its_own_reason() -> None:
    assert set(REASONS) | ISSUABLE == set(RequesterKind)
    assert not set(REASONS) & ISSUABLE
    assert len(set(REASONS.values())) == len(REASONS)


@pytest.mark.parametrize("kind", [None, *sorted(OWN)])
def test_the_person_and_the_household_go_on_to_their_identification(kind: RequesterKind | None) -> None:
    told = clerk.PurposeChosen(purpose="pension", requester=kind)

    first = advance(states.AtReception(ref=REF, turn=TURN), told).state
    more = advance(states.AtReception(ref=REF, turn=TURN, known=VISITOR), told).state

    assert isinstance(first, states.AwaitingCard)
    assert isinstance(more, states.ChoosingPersons)


@pytest.mark.parametrize("stated", [None, *sorted(OWN)])
def test_which_of_the_two_asks_follows_from_who_is_on_the_page(stated: RequesterKind | None) -> None:
    order = replace(ORDER, intake=replace(ORDER.intake, requester=stated))
    other = replace(order, selection=replace(order.selection, resident_ids=("r2",)))

    assert order.requester is RequesterKind.SELF
    assert other.requester is RequesterKind.SAME_HOUSEHOLD


@pytest.mark.parametrize("kind", REASONS)
def test_an_order_never_turns_another_class_into_the_person_himself(kind: RequesterKind) -> None:
    order = replace(ORDER, intake=replace(ORDER.intake, requester=kind))

    trace = judge(request_of("case", order), same_household=True, held=False, today=TODAY)

    assert order.requester is kind
    assert {row.rule for row in trace if row.outcome is not Outcome.OK} == {Rule.REQUESTER}


def test_the_journal_keeps_the_class_and_reads_what_was_written_before_there_was_one() -> None:
    told = clerk.PurposeChosen(purpose="pension", requester=RequesterKind.PROFESSIONAL)

    assert read_event("PurposeChosen", write_event(told)) == told
    older = '{"purpose": "pension", "destination": ""}'
    assert read_event("PurposeChosen", older) == clerk.PurposeChosen(purpose="pension")

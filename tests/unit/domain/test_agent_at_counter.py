"""任意代理人: no card, his papers and the 委任状, and the right of the person who gave it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.issuance.entering import request_of
from counter_app.domain.issuance.steps import NotAllowed
from counter_app.domain.issuance.transitions import advance
from counter_app.domain.issuance.values import Identity, Intake
from counter_app.domain.requests import Outcome, RequesterKind, judge, worst
from counter_app.infrastructure.store.event_codec import read_event, write_event
from tests.unit.domain.case_samples import CANDIDATE, ORDER, REF, TURN
from tests.unit.domain.people import AGENT, AGENT_PAPERS, FAMILY, PAPERS, TODAY, VISITOR

OF_AGENT = Intake(purpose="pension", requester=RequesterKind.AGENT)
COMES = clerk.PurposeChosen(purpose="pension", requester=RequesterKind.AGENT)
SENT = replace(VISITOR, evidence=AGENT_PAPERS)
SAID = states.EnteringPapers(ref=REF, turn=TURN, intake=OF_AGENT, said=AGENT_PAPERS)


def at_reception(known: Identity | None = None) -> states.AtReception:
    return states.AtReception(ref=REF, turn=TURN, known=known)


@pytest.mark.parametrize(
    ("known", "said"),
    [(None, None), (VISITOR, None), (SENT, AGENT_PAPERS)],
    ids=["first", "after_the_person_himself", "after_an_agent"],
)
def test_an_agent_is_asked_for_papers_at_every_request_and_never_for_a_card(
    known: Identity | None, said: object
) -> None:
    step = advance(at_reception(known), COMES)

    assert step.state == states.EnteringPapers(ref=REF, turn=TURN, intake=OF_AGENT, said=said)  # type: ignore[arg-type]
    assert not step.effects


@pytest.mark.parametrize("requester", [None, RequesterKind.SELF, RequesterKind.SAME_HOUSEHOLD])
def test_who_asks_for_himself_after_an_agent_is_identified_anew(requester: RequesterKind | None) -> None:
    told = clerk.PurposeChosen(purpose="pension", requester=requester)
    assert isinstance(advance(at_reception(SENT), told).state, states.AwaitingCard)


def test_one_step_back_from_the_papers_of_an_agent_is_reception() -> None:
    step = advance(SAID, clerk.WentBack())

    assert step.state == states.AtReception(ref=REF, turn=TURN + 1, intake=OF_AGENT)
    assert [type(effect) for effect in step.effects] == [effects.ForgetSecrets]


def test_papers_of_an_agent_and_of_the_person_himself_are_never_taken_for_each_other() -> None:
    own = states.EnteringPapers(ref=REF, turn=TURN, intake=replace(OF_AGENT, requester=None))
    with pytest.raises(NotAllowed):
        advance(SAID, clerk.PapersEntered(evidence=PAPERS))
    with pytest.raises(NotAllowed):
        advance(own, clerk.PapersEntered(evidence=AGENT_PAPERS))


def test_who_is_looked_for_is_the_person_who_gave_the_mandate() -> None:
    step = advance(SAID, clerk.PapersEntered(evidence=AGENT_PAPERS))

    assert isinstance(step.state, states.Finding)
    assert step.effects == (effects.FindResidents(case_id="case", turn=TURN + 1, evidence=AGENT_PAPERS),)
    found = advance(step.state, events.ResidentsFound(turn=TURN + 1, candidates=(CANDIDATE,))).state
    compared = advance(found, events.HouseholdWasRead(turn=found.turn, household=FAMILY)).state
    assert isinstance(compared, states.Comparing)
    back = advance(compared, clerk.WentBack()).state
    assert back == replace(SAID, turn=back.turn)


def test_the_agent_goes_to_the_rules_with_the_order_and_is_never_taken_for_the_person() -> None:
    order = replace(ORDER, intake=OF_AGENT, identity=SENT)
    asked = request_of("case", order)

    assert (asked.requester, asked.requester_id, asked.agent) == (RequesterKind.AGENT, "r1", AGENT)
    assert worst(judge(asked, same_household=True, held=False, today=TODAY)) is Outcome.APPROVAL
    other = replace(order, selection=replace(order.selection, resident_ids=("r2",)))
    assert request_of("case", other).requester is RequesterKind.AGENT


def test_the_journal_keeps_the_agent_and_reads_papers_from_before_there_was_one() -> None:
    told = clerk.PapersEntered(evidence=AGENT_PAPERS)

    assert read_event("PapersEntered", write_event(told)) == told
    older = '{"evidence": {"name_kana": "カツシカ　ハルコ", "birth_date": "19800217", "papers": []}}'
    assert read_event("PapersEntered", older) == clerk.PapersEntered(evidence=replace(PAPERS, papers=()))

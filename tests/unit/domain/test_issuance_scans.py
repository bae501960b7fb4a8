"""Single moves of a case from the scan to the rules, one sentence each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from counter_app.domain.certificates import Scope
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CredentialKind, level_of
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.entering import request_of
from counter_app.domain.issuance.steps import NotAllowed
from counter_app.domain.issuance.transitions import advance
from counter_app.domain.issuance.values import Intake
from counter_app.domain.requests import OWN, Outcome, RequesterKind
from counter_app.domain.sheets import SheetState, SpoilReason
from tests.unit.domain.case_samples import (
    ISSUE,
    LAST_TRY,
    MODEL,
    ORDER,
    PAYMENT,
    READER,
    TURN,
    stamps,
    verdict,
)
from tests.unit.domain.people import PAPERS
from tests.unit.domain.test_issuance_moves import after, asked, failed, state_of


@pytest.mark.parametrize(
    ("number", "job", "code"),
    [
        ("999997-02-20261124-000999-1/1", ISSUE.job, FailureCode.SHEET_OF_OTHER_CASE),
        (ISSUE.numbers[0], "ffffffff", FailureCode.SHEET_OF_OTHER_CASE),
    ],
)
def test_a_sheet_of_another_job_does_not_pass(number: str, job: str, code: FailureCode) -> None:
    step = after(state_of(states.Collating), clerk.SheetScanned(number=number, job=job))
    assert isinstance(step.state, states.Collating)
    assert step.state.trouble is not None
    assert step.state.trouble.failure.code is code
    assert not step.state.scanned


def test_every_sheet_is_scanned_once_before_the_fee_is_asked_for() -> None:
    two = replace(ISSUE, stamps=stamps(MODEL, 2, 70))
    one, other = (clerk.SheetScanned(number=number, job=two.job) for number in two.numbers)
    collating = state_of(states.Collating, issue=two)
    twice = after(collating, one, one).state

    assert isinstance(twice, states.Collating)
    assert twice.trouble is not None
    assert twice.trouble.failure.code is FailureCode.SHEET_ALREADY_SCANNED
    assert isinstance(after(twice, other).state, states.RecordingCollation)


@pytest.mark.parametrize(
    "changes", [{"amount": 200, "received": 300}, {"received": 299}, {"amount": 400, "received": 400}]
)
def test_the_fee_is_the_jobs_and_paid_in_full(changes: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed):
        advance(state_of(states.Paying), clerk.PaymentTaken(payment=replace(PAYMENT, **changes)))


def test_the_last_try_is_asked_for_and_only_when_it_is_the_last() -> None:
    entering = state_of(states.EnteringCredential)
    with pytest.raises(NotAllowed):
        advance(entering, clerk.LastTryConfirmed())
    last = replace(entering, tries=LAST_TRY)
    typed = clerk.CredentialEntered(credential=CredentialKind.CODE_B)
    refused = after(last, typed)

    assert isinstance(refused.state, states.EnteringCredential)
    assert asked(refused) == {"ForgetSecrets"}
    assert isinstance(after(last, clerk.LastTryConfirmed(), typed).state, states.ReadingCard)


def test_another_readers_card_is_no_reason_to_stop() -> None:
    reading = state_of(states.ReadingCard)
    with pytest.raises(NotAllowed):
        advance(reading, events.CardRemoved(reader="another"))
    assert asked(after(reading, events.CardRemoved(reader=READER))) == {"ForgetSecrets"}


def test_choosing_all_one_by_one_is_still_a_part_and_all_but_one_is_no_longer_the_whole() -> None:
    persons = state_of(states.ChoosingPersons)
    one_by_one = after(persons, clerk.PersonToggled(resident_id="r2"), clerk.PersonToggled(resident_id="r3"))
    whole = after(persons, clerk.ScopeChosen(scope=Scope.WHOLE_HOUSEHOLD))
    fewer = after(whole.state, clerk.PersonToggled(resident_id="r2"))

    assert isinstance(one_by_one.state, states.ChoosingPersons)
    assert one_by_one.state.scope is Scope.PART_OF_HOUSEHOLD
    assert isinstance(fewer.state, states.ChoosingPersons)
    assert (fewer.state.scope, fewer.state.resident_ids) == (Scope.PART_OF_HOUSEHOLD, ("r1", "r3"))


@pytest.mark.parametrize("kind", [states.Allotting, states.Releasing])
def test_a_person_held_at_the_last_moment_stops_the_issue(kind: type[Any]) -> None:
    step = after(state_of(kind), failed(FailureCode.ISSUE_HELD))
    assert isinstance(step.state, states.RecordingOutcome)
    assert (step.state.outcome, step.state.reason) == ("held", "rules")
    assert {type(effect).__name__ for effect in step.effects} == {"ForgetPages", "RecordOutcome"}
    assert isinstance(after(step.state, events.Recorded(turn=step.state.turn)).state, states.Held)


def test_a_changed_record_is_read_again_before_anything_else() -> None:
    step = after(state_of(states.Allotting), failed(FailureCode.RECORD_CHANGED), clerk.Retried())
    assert isinstance(step.state, states.ReadingHousehold)


@pytest.mark.parametrize("kind", [states.Rendering, states.Releasing, states.Spooling])
def test_a_record_changed_after_the_numbers_makes_them_void_and_is_read_again(kind: type[Any]) -> None:
    void = after(state_of(kind), failed(FailureCode.RECORD_CHANGED), clerk.Retried())
    assert isinstance(void.state, states.RecordingSpoil)
    assert {(o.state, o.reason) for o in void.state.outcomes} == {
        (SheetState.VOID, SpoilReason.RECORD_CHANGED)
    }
    again = after(void.state, events.Recorded(turn=void.state.turn))
    assert isinstance(again.state, states.ReadingHousehold)
    assert again.state.ref.spoiled_issue == void.state.issue.issue_id


def test_a_page_that_is_not_the_record_is_void_and_decided_anew() -> None:
    failure = failed(FailureCode.PAGE_DIFFERS_FROM_RECORD)
    void = after(state_of(states.Spooling), failure, clerk.Retried())
    assert isinstance(void.state, states.RecordingSpoil)
    assert {(o.state, o.reason) for o in void.state.outcomes} == {(SheetState.VOID, SpoilReason.NOT_PRINTED)}
    assert isinstance(after(void.state, events.Recorded(turn=void.state.turn)).state, states.Checking)


def test_an_ok_that_its_own_trace_denies_is_no_ok() -> None:
    denied = replace(verdict(), trace=verdict(Outcome.BLOCKED).trace)
    step = after(state_of(states.Checking), events.RequestChecked(turn=TURN, verdict=denied))
    assert isinstance(step.state, states.Troubled)


@pytest.mark.parametrize("kind", list(RequesterKind))
def test_who_has_no_rules_yet_is_held_at_reception_and_stays_who_he_said(kind: RequesterKind) -> None:
    step = after(state_of(states.AtReception), clerk.PurposeChosen(purpose="pension", requester=kind))
    known = kind in OWN
    leads_to = {RequesterKind.AGENT: states.EnteringPapers} | dict.fromkeys(OWN, states.AwaitingCard)
    stated = replace(ORDER, intake=Intake(purpose="pension", requester=kind))

    assert isinstance(step.state, leads_to.get(kind, states.RecordingOutcome))
    assert stated.requester is (RequesterKind.SELF if known else kind)
    other = replace(stated, selection=replace(ORDER.selection, resident_ids=("r2",)))
    assert other.requester is (RequesterKind.SAME_HOUSEHOLD if known else kind)


def test_an_order_goes_to_the_rules_with_its_evidence_and_never_without_a_form() -> None:
    by_papers = replace(ORDER, identity=replace(ORDER.identity, evidence=PAPERS))
    assert request_of("case", ORDER).identity.method == "card_code_b"
    assert request_of("case", by_papers).identity.papers == PAPERS.papers
    assert request_of("case", by_papers).identity.level is level_of(PAPERS)
    with pytest.raises(ValueError, match="form"):
        request_of("case", replace(ORDER, form=None))

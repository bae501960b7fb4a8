"""Which effect a waiting state asks for. One place, so that retrying and recovery ask the same again."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, assert_never

from counter_app.domain.identity import CARD_METHODS, CardEvidence, IdentityMethod, PaperEvidence, level_of
from counter_app.domain.issuance import effects, states
from counter_app.domain.issuance.values import Order
from counter_app.domain.requests import IdentityClaim, IssueRequest
from counter_app.domain.sheets import SheetOutcome, SheetState


def request_of(case_id: str, order: Order) -> IssueRequest:
    """The order as it goes to the rules; the form must have its number."""
    if order.form is None:
        raise ValueError("an order without a form cannot be asked for")
    evidence = order.identity.evidence
    method, papers = IdentityMethod.PAPERS, evidence.papers if isinstance(evidence, PaperEvidence) else ()
    if isinstance(evidence, CardEvidence):
        method = CARD_METHODS[evidence.credential]
    agent = evidence.agent if isinstance(evidence, PaperEvidence) else None
    return IssueRequest(
        case_id=case_id,
        requester=order.requester,
        requester_id=order.identity.resident_id,
        household_id=order.identity.household.household_id,
        identity=IdentityClaim(
            level=level_of(evidence), method=method, papers=papers, spoken=order.identity.spoken
        ),
        form=order.form,
        selection=order.selection,
        purpose=order.intake.purpose,
        destination=order.intake.destination,
        agent=agent,
    )


def _sorted_sets(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset | set) else str(value)


def _digest(value: Any) -> str:
    return json.dumps(asdict(value), default=_sorted_sets, sort_keys=True, ensure_ascii=False)


def sheet_outcomes(numbers: tuple[str, ...], *path: SheetState) -> tuple[SheetOutcome, ...]:
    """Every sheet taken through ``path`` in order."""
    return tuple(SheetOutcome(number=number, state=state) for state in path for number in numbers)


def form_number(ref_number: str, turn: int) -> str:
    """The number of a printed form: reception number and the turn it was printed at."""
    return f"{ref_number}-{turn:02d}"


def on_entering(state: states.WaitingState) -> effects.Effect:
    """The one effect whose answer ``state`` waits for."""
    case_id, turn = state.ref.case_id, state.turn
    match state:
        case states.Opening():
            return effects.OpenCase(
                case_id=case_id, turn=turn, key=effects.key("open", case_id), visit_id=state.ref.visit_id
            )
        case states.LookingAtCard() | states.ReadingCard() | states.Finding() | states.ReadingHousehold():
            return _identifying(state)
        case states.PrintingForm():
            number = form_number(state.ref.number, turn)
            return effects.PrintForm(case_id=case_id, turn=turn, order=state.order, number=number)
        case states.Checking():
            return effects.CheckRequest(case_id=case_id, turn=turn, request=request_of(case_id, state.order))
        case states.Allotting():
            request = request_of(case_id, state.order)
            allot_key = effects.key("allot", state.ref.spoiled_issue, state.model.sha256(), _digest(request))
            return effects.AllotNumbers(
                case_id=case_id, turn=turn, key=allot_key, request=request, model=state.model
            )
        case states.RecordingOutcome():
            outcome_key = effects.key("outcome", case_id, state.outcome)
            return effects.RecordOutcome(
                case_id=case_id, turn=turn, key=outcome_key, outcome=state.outcome, reason=state.reason
            )
        case _:
            return _issuing(state)


_Identifying = states.LookingAtCard | states.ReadingCard | states.Finding | states.ReadingHousehold


def _identifying(state: _Identifying) -> effects.Effect:
    case_id, turn = state.ref.case_id, state.turn
    match state:
        case states.LookingAtCard(reader=reader):
            return effects.LookAtCard(case_id=case_id, turn=turn, reader=reader)
        case states.ReadingCard():
            return effects.ReadCard(
                case_id=case_id,
                turn=turn,
                reader=state.reader,
                credential=state.credential,
                last_try_confirmed=state.last_try_confirmed,
            )
        case states.Finding(evidence=evidence):
            return effects.FindResidents(case_id=case_id, turn=turn, evidence=evidence)
        case states.ReadingHousehold(candidate=candidate):
            return effects.ReadHousehold(case_id=case_id, turn=turn, resident_id=candidate.resident_id)
        case _:
            assert_never(state)


_Issuing = (
    states.Rendering
    | states.AskingApproval
    | states.AwaitingApproval
    | states.RecallingApproval
    | states.Releasing
    | states.Spooling
    | states.Printing
    | states.RecordingCollation
    | states.RecordingPayment
    | states.RecordingHandOver
    | states.RecordingSpoil
)


def _issuing(state: _Issuing) -> effects.Effect:
    case_id, turn, issue = state.ref.case_id, state.turn, state.issue
    match state:
        case states.Rendering():
            return effects.RenderPages(case_id=case_id, turn=turn, issue=issue)
        case states.AskingApproval() | states.AwaitingApproval() | states.RecallingApproval():
            return _approving(state)
        case states.Releasing():
            # with the turn: a release asked for again is decided again, live, never answered from what was
            # answered before (knowledge/domain.md, Q-01); releasing twice leaves nothing behind
            release_key = effects.key("release", issue.issue_id, issue.p0_sha256, str(turn))
            return effects.ReleasePages(case_id=case_id, turn=turn, key=release_key, issue=issue)
        case states.Spooling():
            return effects.SpoolPages(case_id=case_id, turn=turn, issue=issue)
        case states.Printing(job_id=job_id):
            return effects.WatchJob(case_id=case_id, turn=turn, job_id=job_id)
        case states.RecordingPayment(payment=payment):
            return effects.RecordPayment(
                case_id=case_id,
                turn=turn,
                key=effects.key("payment", issue.issue_id),
                issue_id=issue.issue_id,
                payment=payment,
            )
        case states.RecordingHandOver():
            return effects.RecordHandOver(
                case_id=case_id,
                turn=turn,
                key=effects.key("hand-over", issue.issue_id),
                issue_id=issue.issue_id,
            )
        case states.RecordingCollation():
            outcomes = sheet_outcomes(issue.numbers, SheetState.SPOOLED, SheetState.COLLATED)
            return _record_sheets(state, "collated", outcomes)
        case states.RecordingSpoil(outcomes=outcomes):
            return _record_sheets(state, "spoiled", outcomes)
        case _:
            assert_never(state)


def _approving(
    state: states.AskingApproval | states.AwaitingApproval | states.RecallingApproval,
) -> effects.Effect:
    case_id, turn, issue = state.ref.case_id, state.turn, state.issue
    approval_id = "" if issue.approval is None else issue.approval.approval_id
    match state:
        case states.AskingApproval():
            # with the turn, as with a release: asked again it is decided again; the earlier one lapses
            ask_key = effects.key("approval", issue.issue_id, issue.p0_sha256, str(turn))
            return effects.AskApproval(case_id=case_id, turn=turn, key=ask_key, issue=issue)
        case states.AwaitingApproval():
            return effects.ReadApproval(case_id=case_id, turn=turn, approval_id=approval_id)
        case states.RecallingApproval():
            recall_key = effects.key("recall", approval_id)
            return effects.RecallApproval(case_id=case_id, turn=turn, key=recall_key, approval_id=approval_id)
        case _:
            assert_never(state)


def _record_sheets(
    state: states.RecordingCollation | states.RecordingSpoil, what: str, outcomes: tuple[SheetOutcome, ...]
) -> effects.RecordSheets:
    return effects.RecordSheets(
        case_id=state.ref.case_id,
        turn=state.turn,
        key=effects.key(what, state.issue.issue_id),
        issue_id=state.issue.issue_id,
        outcomes=outcomes,
    )

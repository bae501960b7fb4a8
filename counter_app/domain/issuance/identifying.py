"""受付 and 本人確認: from the first word to a person of the register, by card or by papers."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.certificates import Scope
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.identity import (
    SPOKEN_NEEDED,
    Agent,
    CardEvidence,
    CredentialKind,
    Evidence,
    PaperEvidence,
)
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import effects, events, states
from counter_app.domain.issuance.steps import Step, asking, malformed
from counter_app.domain.issuance.values import Candidate, Identity, Intake, Order
from counter_app.domain.requests import HELD_REQUESTER, ISSUABLE, RequesterKind


def identify(state: states.IssuanceState, event: events.Event) -> Step | None:
    """The steps of reception and identification; None if this is none of them."""
    return _receive(state, event) or _read_card(state, event) or _find(state, event)


def _receive(state: states.IssuanceState, event: events.Event) -> Step | None:
    match state, event:
        case states.Opening(), events.CaseNumbered(number=number):
            ref = replace(state.ref, number=number)
            return Step(states.AtReception(ref=ref, turn=state.turn, known=state.known))
        case states.AtReception(), clerk.PurposeChosen(requester=RequesterKind() as requester) if (
            requester not in ISSUABLE
        ):
            return _held_at_reception(state, _intake(event), requester)
        case states.AtReception(), clerk.PurposeChosen(requester=RequesterKind.AGENT):
            return Step(_papers_of_agent(state, _intake(event)))
        case states.AtReception(known=Identity() as known), clerk.PurposeChosen() if mandate(known) is None:
            return Step(_persons(state, _intake(event), known))
        case states.AtReception(), clerk.PurposeChosen():
            return Step(states.AwaitingCard(ref=state.ref, turn=state.turn, intake=_intake(event)))
        case _:
            return None


def mandate(identity: Identity) -> Agent | None:
    """Who stood at the counter for this person; None where he came himself."""
    evidence = identity.evidence
    return evidence.agent if isinstance(evidence, PaperEvidence) else None


def _papers_of_agent(state: states.AtReception, intake: Intake) -> states.EnteringPapers:
    """No card: another person's opens no right of this one.

    A 委任状 says for what it was given, so a further request of the visit shows the papers again; what was
    entered of them is still there.
    """
    known = state.known
    said = None if known is None or mandate(known) is None else known.evidence
    return states.EnteringPapers(
        ref=state.ref,
        turn=state.turn,
        intake=intake,
        said=said if isinstance(said, PaperEvidence) else None,
    )


def _intake(event: clerk.PurposeChosen) -> Intake:
    return Intake(
        purpose=event.purpose,
        destination=event.destination,
        requester=event.requester,
        ticket=event.ticket,
    )


def _held_at_reception(state: states.AtReception, intake: Intake, requester: RequesterKind) -> Step:
    """Deny by default (knowledge/domain.md 1.3): the class goes into the record, nothing else is asked."""
    return asking(
        states.RecordingOutcome(
            ref=state.ref,
            turn=state.turn,
            outcome="held",
            reason=f"{HELD_REQUESTER}{requester.value.lower()}",
            intake=intake,
        )
    )


def _persons(stage: states.Stage, intake: Intake, identity: Identity) -> states.ChoosingPersons:
    """The least first: the visitor alone, until more is asked for."""
    member = identity.household.member(identity.resident_id)
    return states.ChoosingPersons(
        ref=stage.ref,
        turn=stage.turn,
        intake=intake,
        identity=identity,
        scope=Scope.PART_OF_HOUSEHOLD,
        resident_ids=() if member.resident is None else (member.resident_id,),
    )


def _read_card(state: states.IssuanceState, event: events.Event) -> Step | None:
    match state, event:
        case states.AwaitingCard(), events.CardInserted(reader=reader):
            return asking(
                states.LookingAtCard(ref=state.ref, turn=state.turn, intake=state.intake, reader=reader)
            )
        case states.AwaitingCard(), clerk.PapersChosen():
            return Step(states.EnteringPapers(ref=state.ref, turn=state.turn, intake=state.intake))
        case states.LookingAtCard(), events.CardLooked(tries=tries):
            return Step(
                states.EnteringCredential(
                    ref=state.ref,
                    turn=state.turn,
                    intake=state.intake,
                    reader=state.reader,
                    tries=tries,
                    credential=CredentialKind.CODE_B,
                )
            )
        case (
            states.LookingAtCard(reader=used)
            | states.EnteringCredential(reader=used)
            | states.ReadingCard(reader=used),
            events.CardRemoved(reader=emptied),
        ) if used == emptied:
            return _card_gone(state)
        case states.EnteringCredential(), _:
            return _enter_credential(state, event)
        case states.ReadingCard(), events.CredentialRefused():
            return Step(_credential_again(state, event))
        case states.ReadingCard(), events.CardWasRead(evidence=evidence):
            found = states.Finding(ref=state.ref, turn=state.turn, intake=state.intake, evidence=evidence)
            return asking(found)
        case _:
            return None


def _card_gone(state: states.LookingAtCard | states.EnteringCredential | states.ReadingCard) -> Step:
    forget = effects.ForgetSecrets(case_id=state.ref.case_id, turn=state.turn)
    waits = states.AwaitingCard(ref=state.ref, turn=state.turn + 1, intake=state.intake)
    return Step(waits, (forget,))


def _credential_again(
    state: states.ReadingCard, event: events.CredentialRefused
) -> states.EnteringCredential:
    return states.EnteringCredential(
        ref=state.ref,
        turn=state.turn,
        intake=state.intake,
        reader=state.reader,
        tries=event.tries or state.tries,
        credential=state.credential,
        refused=event.failure,
    )


def _enter_credential(state: states.EnteringCredential, event: events.Event) -> Step | None:
    left = {tries.credential: tries.left for tries in state.tries}
    match event:
        case clerk.CredentialKindChosen(credential=credential) if credential in left:
            return Step(replace(state, credential=credential, refused=None, last_try_confirmed=False))
        case clerk.LastTryConfirmed() if left.get(state.credential) == 1:
            return Step(replace(state, last_try_confirmed=True, refused=None))
        case clerk.CredentialEntered(credential=state.credential):
            tries_left = left.get(state.credential, 0)
            if tries_left == 0:
                return _not_sent(state, FailureCode.CARD_LOCKED)
            if tries_left == 1 and not state.last_try_confirmed:
                return _not_sent(state, FailureCode.CARD_LAST_TRY)
            return asking(
                states.ReadingCard(
                    ref=state.ref,
                    turn=state.turn,
                    intake=state.intake,
                    reader=state.reader,
                    tries=state.tries,
                    credential=state.credential,
                    last_try_confirmed=state.last_try_confirmed,
                )
            )
        case _:
            return None


def _not_sent(state: states.EnteringCredential, code: FailureCode) -> Step:
    """The card is not asked; what was typed is forgotten at once and typed anew if at all."""
    forget = effects.ForgetSecrets(case_id=state.ref.case_id, turn=state.turn)
    return Step(replace(state, refused=Failure(code=code)), (forget,))


def _find(state: states.IssuanceState, event: events.Event) -> Step | None:
    match state, event:
        case states.EnteringPapers(intake=intake), clerk.PapersEntered(evidence=evidence) if (
            evidence.agent is not None
        ) is (intake.requester is RequesterKind.AGENT):
            found = states.Finding(ref=state.ref, turn=state.turn, intake=state.intake, evidence=evidence)
            return asking(found)
        case states.Finding(), events.ResidentsFound(candidates=(only,)):
            return _read_household(state, only)
        case states.Finding(), events.ResidentsFound(candidates=candidates):
            return Step(
                states.ChoosingResident(
                    ref=state.ref,
                    turn=state.turn,
                    intake=state.intake,
                    evidence=state.evidence,
                    candidates=candidates,
                )
            )
        case states.ChoosingResident(), clerk.ResidentChosen(resident_id=resident_id):
            chosen = [c for c in state.candidates if c.resident_id == resident_id]
            return _read_household(state, chosen[0]) if chosen else None
        case states.ReadingHousehold(), events.HouseholdWasRead():
            return _compare(state, event)
        case states.Comparing(), clerk.SpokenToggled(attribute=attribute):
            return Step(replace(state, spoken=state.spoken ^ {attribute}))
        case states.Comparing(), clerk.IdentityConfirmed() if len(state.spoken) >= SPOKEN_NEEDED:
            identity = Identity(
                evidence=state.evidence,
                resident_id=state.resident_id,
                household=state.household,
                spoken=state.spoken,
            )
            forget = effects.ForgetSecrets(case_id=state.ref.case_id, turn=state.turn)
            return Step(_persons(state, state.intake, identity), (forget,))
        case _:
            return None


def _read_household(state: states.Finding | states.ChoosingResident, candidate: Candidate) -> Step:
    return asking(
        states.ReadingHousehold(
            ref=state.ref,
            turn=state.turn,
            intake=state.intake,
            evidence=state.evidence,
            candidate=candidate,
        )
    )


def _compare(state: states.ReadingHousehold, event: events.HouseholdWasRead) -> Step:
    """A withheld person cannot be compared with anything: the case is held without a word why."""
    members = {member.resident_id: member for member in event.household.members}
    if state.candidate.resident_id not in members:
        return malformed(state)
    if members[state.candidate.resident_id].resident is None:
        return asking(
            states.RecordingOutcome(
                ref=state.ref, turn=state.turn, outcome="held", reason="restriction", intake=state.intake
            )
        )
    return Step(
        states.Comparing(
            ref=state.ref,
            turn=state.turn,
            intake=state.intake,
            evidence=state.evidence,
            resident_id=state.candidate.resident_id,
            household=event.household,
        )
    )


def back_to_evidence(
    stage: states.Stage, intake: Intake, evidence: Evidence
) -> states.AwaitingCard | states.EnteringPapers:
    """Where evidence is taken: at the reader, or at the list of papers with what was entered there."""
    if isinstance(evidence, CardEvidence):
        return states.AwaitingCard(ref=stage.ref, turn=stage.turn + 1, intake=intake)
    return states.EnteringPapers(ref=stage.ref, turn=stage.turn + 1, intake=intake, said=evidence)


def read_again(stage: states.Stage, order: Order) -> states.ReadingHousehold:
    """The record changed after it was read: the household is read again, and compared again."""
    identity = order.identity
    household = identity.household
    candidate = Candidate(
        resident_id=identity.resident_id,
        household_id=household.household_id,
        name="",
        name_kana="",
        birth="",
        address=household.address,
        head_name=household.head_name,
        held=False,
    )
    return states.ReadingHousehold(
        ref=stage.ref, turn=stage.turn, intake=order.intake, evidence=identity.evidence, candidate=candidate
    )

"""本人確認: the card and what opens it, the papers, and who of the register it may be."""

from __future__ import annotations

from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.identity import CredentialKind
from counter_app.domain.issuance import states
from counter_app.domain.issuance.values import Candidate
from counter_app.domain.requests import RequesterKind
from ui.presenters.mandate import agent_fields
from ui.presenters.page import Around, Page, trouble_of, working
from ui.presenters.papers import BIRTH, paper_rows
from ui.view_models import (
    Action,
    CardBody,
    CredentialBody,
    PapersBody,
    Primary,
    PrimaryButton,
    ResidentListBody,
    ResidentRow,
    Step,
)

Waiting = states.LookingAtCard | states.ReadingCard | states.Finding | states.ReadingHousehold


def awaiting_card(state: states.AwaitingCard, around: Around) -> Page:
    """Put the card there; the blue button appears only where one lies there that was not read by itself.

    A card that an earlier visitor left is to be taken away first: it never identifies the next one.
    """
    left = around.devices.left_behind(state.ref.visit_id)
    lies = bool(around.devices.card_at) and not left
    return Page(
        step=Step.IDENTITY,
        body=CardBody(phase="remove" if left else "place"),
        primary=PrimaryButton(label=Primary.READ_CARD) if lies else None,
        extra=(Action.WITHOUT_CARD,),
        trouble=trouble_of(around.devices.reader_failure),
    )


def identity_waits(state: Waiting, _around: Around) -> Page:
    """The card or the register is at work."""
    match state:
        case states.LookingAtCard():
            phase = "looking"
        case states.ReadingCard():
            phase = "reading"
        case states.Finding() | states.ReadingHousehold():
            phase = "finding"
    return Page(step=Step.IDENTITY, body=CardBody(phase=phase), primary=working(Primary.READ_CARD))


def tries_left(state: states.EnteringCredential) -> int | None:
    """Tries left of the credential asked for; None where the card did not say."""
    return next((tries.left for tries in state.tries if tries.credential is state.credential), None)


def needs_confirming(state: states.EnteringCredential) -> bool:
    """One try is left and nobody has said yet that it is to be used."""
    return tries_left(state) == 1 and not state.last_try_confirmed


def entering_credential(state: states.EnteringCredential, around: Around) -> Page:
    """照合番号B, or a PIN by the visitor; the last try asks first, a locked one is not asked for at all."""
    left = tries_left(state)
    failure = around.draft.failure or state.refused
    primary = PrimaryButton(label=Primary.READ_CARD, enabled=left != 0)
    if left == 0:
        failure = Failure(code=FailureCode.CARD_LOCKED)
    elif needs_confirming(state):
        primary = PrimaryButton(label=Primary.LAST_TRY)
        failure = Failure(code=FailureCode.CARD_LAST_TRY, facts={"tries_left": "1"})
    return Page(
        step=Step.IDENTITY,
        body=CredentialBody(kind=state.credential.value, tries_left=left),
        primary=primary,
        extra=(*_other_credential(state), Action.WITHOUT_CARD),
        trouble=trouble_of(failure),
    )


def _other_credential(state: states.EnteringCredential) -> tuple[Action, ...]:
    kinds = {tries.credential for tries in state.tries}
    if state.credential is not CredentialKind.CODE_B:
        return (Action.CODE_B,)
    return (Action.VISITOR_PIN,) if CredentialKind.TEXT_PIN in kinds else ()


def entering_papers(state: states.EnteringPapers, around: Around) -> Page:
    """Kana, birth date and papers; of an agent his own papers, and whom his 委任状 is from.

    There is no way to a card for an agent: his own opens nobody else's record.
    """
    draft = around.draft
    by_agent = state.intake.requester is RequesterKind.AGENT
    return Page(
        step=Step.IDENTITY,
        body=PapersBody(
            papers=paper_rows(draft),
            name_kana=draft.name_kana,
            birth_date=draft.birth_date,
            birth_fault=BIRTH in draft.faults,
            agent=agent_fields(draft) if by_agent else None,
        ),
        primary=PrimaryButton(label=Primary.FIND),
        extra=() if by_agent else (Action.WITH_CARD,),
        trouble=trouble_of(draft.failure),
    )


def choosing_resident(state: states.ChoosingResident, around: Around) -> Page:
    """Nobody, or several: told apart by address and head."""
    chosen = around.draft.resident_id
    none = Failure(code=FailureCode.RESIDENT_NOT_FOUND) if not state.candidates else None
    return Page(
        step=Step.IDENTITY,
        body=ResidentListBody(rows=tuple(map(_row, state.candidates)), chosen=chosen),
        primary=PrimaryButton(label=Primary.CHOOSE_RESIDENT, enabled=bool(chosen)) if not none else None,
        trouble=trouble_of(none),
    )


def _row(candidate: Candidate) -> ResidentRow:
    return ResidentRow(
        resident_id=candidate.resident_id,
        name=candidate.name,
        birth=candidate.birth,
        address=candidate.address,
        head_name=candidate.head_name,
        concealed=not candidate.name,
    )

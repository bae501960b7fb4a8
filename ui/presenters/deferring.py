"""受付のみ・後日交付: the pages of a request taken while the line is down, and what Enter makes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from counter_app.domain import wareki
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.fallback import DeliveryWay, TakenRequest
from counter_app.domain.identity import PaperKind
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.deferring import may_be_taken, waits_for_line
from ui import view_models as vm
from ui.presenters.line import Line
from ui.presenters.page import Around, Draft, Page, trouble_of, working
from ui.presenters.papers import BIRTH, paper_rows, papers_typed
from ui.presenters.reception import reception_body, requester_code
from ui.view_models import Action, DeferredBody, PaperEntry, PapersSubmitted, Primary, PrimaryButton, Step

_SENDING = "sending"


def with_taking(page: Page, state: states.IssuanceState, line: Line) -> Page:
    """Offer to take the request where the line keeps the case from its number (F5)."""
    offered = line.takes and may_be_taken(state) and (line.is_down or isinstance(state, states.Troubled))
    return replace(page, extra=(*page.extra, Action.TAKE_REQUEST)) if offered else page


def taking(_state: states.TakingRequest, around: Around) -> Page:
    """First what it is for and who asks, as at any reception; then the visitor's own words."""
    draft = around.draft
    if not draft.taking.heard:
        return Page(
            step=Step.RECEPTION,
            body=reception_body(around),
            primary=PrimaryButton(label=Primary.TO_TAKING, enabled=bool(draft.purpose)),
            extra=(Action.BACK,),
        )
    body = vm.TakingBody(
        papers=paper_rows(draft),
        deliveries=tuple(way.value for way in DeliveryWay),
        delivery=draft.taking.delivery.value,
        name=draft.taking.name,
        name_kana=draft.name_kana,
        birth_date=draft.birth_date,
        contact=draft.taking.contact,
        promised=draft.taking.promised,
        birth_fault=BIRTH in draft.faults,
        promised_fault=draft.taking.promised_fault,
        for_another=draft.requester is not None,
    )
    return Page(
        step=Step.RECEPTION,
        body=body,
        primary=PrimaryButton(label=Primary.TAKE),
        extra=(Action.BACK,),
        trouble=trouble_of(draft.failure),
    )


def deferred(state: states.Deferred, around: Around) -> Page:
    """The number, whatever the printer does; Enter goes on to the next visitor, or sends it by hand."""
    label = Primary.RETRY if sends_again(state, around.line) else Primary.NEXT_VISITOR
    return Page(
        step=Step.RECEPTION,
        body=_number(state, state.slip.value),
        primary=PrimaryButton(label=label),
        extra=(Action.PRINT_SLIP,),
        trouble=trouble_of(state.failure),
    )


def sending(state: states.Opening, _around: Around) -> Page:
    """The line is back: the gateway is asked for the reception number."""
    return Page(step=Step.RECEPTION, body=_number(state, _SENDING), primary=working(Primary.RETRY))


def sends_again(state: states.Deferred, line: Line) -> bool:
    """Tell whether Enter asks the gateway once more: it failed there, and the line may be back."""
    return state.failure is not None and state.slip is states.SlipPrint.UNKNOWN and not line.is_down


def _number(state: states.IssuanceState, slip: str) -> DeferredBody:
    taken = state.ref.taken
    if taken is None:
        raise ValueError("a request that waits for the line was taken")
    return DeferredBody(
        number=taken.slip_number,
        taken_at=f"{datetime.fromisoformat(taken.taken_at):%H:%M}",
        delivery=taken.delivery.value,
        contact=taken.contact,
        slip=slip,
    )


def react_taking(intent: vm.Intent, draft: Draft) -> tuple[Draft, tuple[events.Event, ...]] | None:
    """What an intent means where a request is taken down; None where it means what it means everywhere."""
    match intent:
        case vm.BackPressed() | vm.ActionPressed(action=Action.BACK):
            if draft.taking.heard:
                return replace(draft, taking=replace(draft.taking, heard=False)), ()
            return draft, (clerk.WentBack(),)
        case vm.ReceptionSubmitted(ticket=ticket, destination=destination):
            heard = replace(draft.taking, heard=bool(draft.purpose))
            typed = replace(draft, ticket=ticket.strip(), destination=destination.strip(), taking=heard)
            return typed, ()
        case vm.DeliveryChosen(code=code):
            return replace(draft, taking=replace(draft.taking, delivery=DeliveryWay(code))), ()
        case vm.PrimaryPressed():
            return draft, ()
        case _:
            return None


def request_typed(intent: vm.TakingSubmitted, draft: Draft, today: str) -> tuple[Draft, TakenRequest | None]:
    """The request but for its number and time, or the draft with what stops it.

    Papers are recorded like at the counter (knowledge/domain.md 1.4); who has none with him makes a request
    all the same, and shows them when he comes again.
    """
    promised = _day_promised(intent.promised, today)
    said = replace(
        draft.taking,
        name=intent.name.strip(),
        contact=intent.contact.strip(),
        promised=intent.promised.strip(),
        promised_fault=promised is None,
    )
    asked = intent.papers or (PaperEntry(PaperKind.QUESTIONS.value, "", ""),)
    typed, evidence = papers_typed(
        PapersSubmitted(intent.name_kana, intent.birth_date, asked), replace(draft, taking=said), today
    )
    typed = replace(typed, entries=intent.papers)
    if promised is None:
        return replace(typed, failure=Failure(code=FailureCode.DATE_UNREADABLE)), None
    if evidence is None or not (said.name and said.contact):
        return typed, None
    return typed, TakenRequest(
        slip_number="",
        taken_at="",
        requester=draft.requester,
        name=said.name,
        name_kana=evidence.name_kana,
        birth_date=evidence.birth_date,
        contact=said.contact,
        purpose=draft.purpose,
        delivery=said.delivery,
        destination=draft.destination,
        ticket=draft.ticket,
        papers=evidence.papers if intent.papers else (),
        promised=promised,
    )


def _day_promised(entry: str, today: str) -> str | None:
    """The day as ISO, empty where none was promised; None where it is no day from today on (R-14)."""
    if not entry.strip():
        return ""
    try:
        day = wareki.parse_entry(entry).isoformat()
    except ValueError:
        return None
    return day if day >= today else None


def at_the_line(state: states.IssuanceState) -> bool:
    """Tell whether a case has no number yet: what is typed there stays, whichever way it goes on."""
    at = state.waiting if isinstance(state, states.Troubled) else state
    return isinstance(at, states.Opening | states.TakingRequest) and at.ref.taken is None


def with_slip(summary: vm.CaseSummary, state: states.IssuanceState, around: Around) -> vm.CaseSummary:
    """The slip's number stays in sight to the end of the case, with how to reach the visitor."""
    taken = state.ref.taken
    if taken is None:
        return summary
    known = replace(
        summary,
        slip=taken.slip_number,
        delivery=taken.delivery.value,
        contact=taken.contact,
        name_said=taken.name,
    )
    if not waits_for_line(state):
        return known
    purpose = dict(around.staff.pack.purposes).get(taken.purpose, taken.purpose)
    return replace(known, requester=requester_code(taken.requester), purpose=purpose)

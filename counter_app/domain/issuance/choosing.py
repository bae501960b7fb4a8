"""対象者, 項目・通数, 請求書 and 確認: from a person to an order the rules have answered."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.certificates import Scope, Selection
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.steps import Step, asking, malformed
from counter_app.domain.issuance.values import Order
from counter_app.domain.requests import FormKind, Outcome, RequestForm, worst
from counter_app.domain.residents import Household


def choose(state: states.IssuanceState, event: events.Event) -> Step | None:
    """The steps of choosing; None if this is none of them."""
    match state:
        case states.ChoosingPersons():
            return _persons(state, event)
        case states.ChoosingItems():
            return _items(state, event)
        case states.AtRequestForm() | states.PrintingForm():
            return _form(state, event)
        case states.Checking():
            return _checked(state, event)
        case _:
            return None


def _persons(state: states.ChoosingPersons, event: events.Event) -> Step | None:
    household = state.identity.household
    match event:
        case clerk.ScopeChosen(scope=scope):
            ids = _ids_for(scope, household, state.identity.resident_id)
            return Step(replace(state, scope=scope, resident_ids=ids))
        case clerk.PersonToggled(resident_id=resident_id):
            return _toggle(state, resident_id)
        case clerk.PersonsConfirmed() if state.resident_ids:
            if any(household.member(resident_id).held for resident_id in state.resident_ids):
                return _hold(state, "restriction")
            order = Order(
                intake=state.intake,
                identity=state.identity,
                selection=Selection(scope=state.scope, resident_ids=state.resident_ids),
            )
            return Step(states.ChoosingItems(ref=state.ref, turn=state.turn, order=order))
        case _:
            return None


def _ids_for(scope: Scope, household: Household, visitor: str) -> tuple[str, ...]:
    everyone = tuple(member.resident_id for member in household.members)
    return everyone if scope is Scope.WHOLE_HOUSEHOLD else (visitor,)


def _toggle(state: states.ChoosingPersons, resident_id: str) -> Step | None:
    """Persons stay in the register's order; 個人票 has exactly one; 世帯全員 minus one is 世帯の一部."""
    members = [member.resident_id for member in state.identity.household.members]
    if resident_id not in members:
        return None
    if state.scope is Scope.PERSONAL:
        return Step(replace(state, resident_ids=(resident_id,)))
    chosen = set(state.resident_ids) ^ {resident_id}
    ids = tuple(member for member in members if member in chosen)
    return Step(replace(state, scope=Scope.PART_OF_HOUSEHOLD, resident_ids=ids))


def _hold(state: states.ChoosingPersons, reason: str) -> Step:
    return asking(
        states.RecordingOutcome(
            ref=state.ref, turn=state.turn, outcome="held", reason=reason, intake=state.intake
        )
    )


def _items(state: states.ChoosingItems, event: events.Event) -> Step | None:
    selection = state.order.selection
    match event:
        case clerk.ItemToggled(item=item):
            changed = replace(selection, items=selection.items ^ {item})
        case clerk.CopiesSet(copies=copies) if 1 <= copies <= 9:
            changed = replace(selection, copies=copies)
        case clerk.ItemsConfirmed():
            return Step(states.AtRequestForm(ref=state.ref, turn=state.turn, order=state.order))
        case _:
            return None
    return Step(replace(state, order=replace(state.order, selection=changed)))


def _form(state: states.AtRequestForm | states.PrintingForm, event: events.Event) -> Step | None:
    form = state.order.form
    match state, event:
        case states.AtRequestForm(), clerk.FormPrintAsked():
            return asking(states.PrintingForm(ref=state.ref, turn=state.turn, order=state.order))
        case states.PrintingForm(), events.FormPrinted(number=number):
            return _with_form(state, RequestForm(kind=FormKind.PRINTED, number=number, signature_seen=False))
        case states.AtRequestForm(), clerk.PaperFormRecorded(number=number) if number.strip():
            return _with_form(
                state, RequestForm(kind=FormKind.PAPER, number=number.strip(), signature_seen=False)
            )
        case states.AtRequestForm(), clerk.SignatureToggled() if form is not None:
            return _with_form(state, replace(form, signature_seen=not form.signature_seen))
        case states.AtRequestForm(), clerk.CheckAsked() if form is not None and form.signature_seen:
            return asking(states.Checking(ref=state.ref, turn=state.turn, order=state.order))
        case _:
            return None


def _with_form(state: states.AtRequestForm | states.PrintingForm, form: RequestForm) -> Step:
    return Step(states.AtRequestForm(ref=state.ref, turn=state.turn, order=replace(state.order, form=form)))


def _checked(state: states.Checking, event: events.Event) -> Step | None:
    match event:
        case events.RequestChecked(verdict=verdict) if verdict.outcome is not Outcome.BLOCKED:
            if worst(verdict.trace) is not verdict.outcome:
                return malformed(state)
            return Step(states.Checked(ref=state.ref, turn=state.turn, order=state.order, verdict=verdict))
        case events.RequestChecked():
            intake = state.order.intake
            return asking(
                states.RecordingOutcome(
                    ref=state.ref, turn=state.turn, outcome="held", reason="rules", intake=intake
                )
            )
        case _:
            return None

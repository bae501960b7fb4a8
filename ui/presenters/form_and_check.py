"""請求書 and 確認: what the visitor signs, and what the rules answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from counter_app.application.form_content import printable
from counter_app.domain import wareki
from counter_app.domain.certificates import Item
from counter_app.domain.issuance import states
from counter_app.domain.issuance.values import Order
from counter_app.domain.requests import Outcome
from ui.presenters.mandate import agent_in
from ui.presenters.page import Around, Page, working
from ui.view_models import Action, CheckBody, FormBody, Primary, PrimaryButton, RuleRow, Step


def at_form(state: states.AtRequestForm | states.PrintingForm, around: Around) -> Page:
    """The data of the form; F3 prints it, or the number of the visitor's own is typed."""
    order = state.order
    if isinstance(state, states.PrintingForm):
        body = form_body(order, around, "printing")
        return Page(step=Step.FORM, body=body, primary=working(Primary.TO_CHECK))
    form = order.form
    body = form_body(order, around, "" if form is None else form.kind.value)
    return Page(
        step=Step.FORM,
        body=body,
        # the view greys it until there is a signed form, or another form's number to record
        primary=PrimaryButton(label=Primary.TO_CHECK),
        extra=(Action.PRINT_FORM,),
    )


def unprinted(page: Page) -> Page:
    """The page of a case in trouble: a form whose print ended in doubt does not say that it goes on."""
    if not isinstance(page.body, FormBody) or page.body.form != "printing":
        return page
    return replace(page, body=replace(page.body, form="unprinted"))


def purpose_label(purpose: str, around: Around) -> str:
    """The purpose in the town's words."""
    return dict(around.staff.pack.purposes).get(purpose, purpose)


def form_body(order: Order, around: Around, form: str) -> FormBody:
    """The order as the form shows it."""
    household, selection = order.identity.household, order.selection
    requester = printable(household, order.identity.resident_id)
    agent = agent_in(order.identity.evidence)
    birth = requester.birth.printed(western=requester.foreign is not None)
    return FormBody(
        requester_name=requester.name if agent is None else agent.name,
        birth=birth if agent is None else "",
        address=requester.address if agent is None else agent.address,
        for_name="" if agent is None else requester.name,
        scope=selection.scope.value,
        persons=tuple(printable(household, resident_id).name for resident_id in selection.resident_ids),
        items=tuple(item.value for item in Item if item in selection.items),
        copies=selection.copies,
        purpose=purpose_label(order.intake.purpose, around),
        form=form,
        number="" if order.form is None else order.form.number,
        signature_seen=order.form is not None and order.form.signature_seen,
    )


def checking(_state: states.Checking, _around: Around) -> Page:
    """The gateway is asked."""
    return Page(step=Step.CHECK, body=CheckBody(rows=()), primary=working(Primary.TO_ISSUE))


def checked(state: states.Checked, _around: Around) -> Page:
    """The rules in words, and the day the certificate will carry.

    Where they want a second person, the blue button asks for one; numbers and page come first by themselves.
    """
    verdict = state.verdict
    label = Primary.ASK_APPROVAL if verdict.outcome is Outcome.APPROVAL else Primary.TO_ISSUE
    body = CheckBody(
        rows=tuple(RuleRow(rule=row.rule.value, outcome=row.outcome.value) for row in verdict.trace),
        outcome=verdict.outcome.value,
        issued_on=wareki.print_wareki(date.fromisoformat(verdict.issued_on)),
    )
    return Page(step=Step.CHECK, body=body, primary=PrimaryButton(label=label))

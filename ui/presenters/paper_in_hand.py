"""照合, 手数料 and 交付: every sheet scanned, the fee taken, the sheets counted into the visitor's hand."""

from __future__ import annotations

from dataclasses import replace

from counter_app.application.form_content import printable
from counter_app.domain.issuance import states
from counter_app.domain.sheets import Payment, PaymentMethod
from ui.presenters.mandate import agent_in
from ui.presenters.page import Around, Draft, Page, sheets_of, trouble_of, working
from ui.presenters.produce import spoiling
from ui.view_models import (
    Action,
    CollateBody,
    HandOverBody,
    PaymentBody,
    Primary,
    PrimaryButton,
    Step,
    Tick,
)

HAND_OVER_TICKS = ("name_stated", "sheets_counted")


def collating(state: states.Collating, around: Around) -> Page:
    """Only a scan goes on from here."""
    if around.draft.spoiling:
        return spoiling(state.issue, around.draft, step=Step.COLLATE)
    rows = tuple(
        replace(row, state="collated") if row.number in state.scanned else row
        for row in sheets_of(state.issue, "spooled")
    )
    wrong = "" if state.trouble is None else state.trouble.failure.code.value
    return Page(
        step=Step.COLLATE,
        body=CollateBody(sheets=rows, wrong=wrong),
        extra=(Action.SPOIL,),
        trouble=None if state.trouble is None else trouble_of(state.trouble.failure),
    )


def recording_collation(state: states.RecordingCollation, _around: Around) -> Page:
    """Every sheet is green."""
    body = CollateBody(sheets=sheets_of(state.issue, "collated"))
    return Page(step=Step.COLLATE, body=body, primary=working(Primary.TO_PAYMENT))


def payment_of(fee: int, draft: Draft) -> Payment | None:
    """The payment as typed; None while it is not enough. Cashless is always exact."""
    method = PaymentMethod(draft.method)
    received = fee if method is PaymentMethod.CASHLESS or not fee else draft.received
    if received is None or received < fee:
        return None
    return Payment(method=method, amount=fee, received=received)


def paying(state: states.Paying, around: Around) -> Page:
    """Received is typed, change is computed."""
    draft, fee = around.draft, state.issue.fee
    if draft.spoiling:
        return spoiling(state.issue, draft, step=Step.PAYMENT)
    payment = payment_of(fee, draft)
    cash = draft.method == PaymentMethod.CASH.value
    body = PaymentBody(
        amount=fee,
        method=draft.method,
        received=draft.received if cash else None,
        change=None if payment is None else payment.change,
    )
    return Page(
        step=Step.PAYMENT,
        body=body,
        primary=PrimaryButton(label=Primary.TO_HAND_OVER, enabled=payment is not None),
        extra=(Action.SPOIL,),
    )


def recording_payment(state: states.RecordingPayment, _around: Around) -> Page:
    """The fee is recorded."""
    payment = state.payment
    body = PaymentBody(
        amount=payment.amount,
        method=payment.method.value,
        received=payment.received,
        change=payment.change,
    )
    return Page(step=Step.PAYMENT, body=body, primary=working(Primary.TO_HAND_OVER))


def handing_over(state: states.HandingOver | states.RecordingHandOver, around: Around) -> Page:
    """The visitor states his name, an agent his own; the sheets are counted before him."""
    order, issue = state.issue.order, state.issue
    if around.draft.spoiling:
        return spoiling(issue, around.draft, step=Step.HAND_OVER)
    recording = isinstance(state, states.RecordingHandOver)
    agent = agent_in(order.identity.evidence)
    ticked = frozenset(HAND_OVER_TICKS) if recording else around.draft.ticks
    body = HandOverBody(
        name=agent.name if agent else printable(order.identity.household, order.identity.resident_id).name,
        by_agent=agent is not None,
        scope=order.selection.scope.value,
        copies=order.selection.copies,
        sheets=len(issue.numbers),
        ticks=tuple(Tick(code=code, ticked=code in ticked) for code in HAND_OVER_TICKS),
    )
    if recording:
        return Page(step=Step.HAND_OVER, body=body, primary=working(Primary.HAND_OVER))
    return Page(
        step=Step.HAND_OVER,
        body=body,
        primary=PrimaryButton(label=Primary.HAND_OVER, enabled=ticked >= set(HAND_OVER_TICKS)),
        extra=(Action.SPOIL,),
    )

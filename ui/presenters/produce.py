"""発行: from the pages with an empty seal box to sheets, and what is asked when their fate is not known."""

from __future__ import annotations

from dataclasses import replace

from counter_app.application.effect_work import device_failure
from counter_app.application.paper_ports import DeviceState
from counter_app.domain.issuance import states
from counter_app.domain.issuance.values import Issue
from counter_app.domain.sheets import SpoilReason
from ui.presenters.devices import printer_word
from ui.presenters.page import Around, Draft, Page, pages_of, sheets_of, trouble_of, working
from ui.view_models import (
    Action,
    IssueBody,
    Primary,
    PrimaryButton,
    SheetRow,
    SpoilBody,
    Step,
    UncertainPrintBody,
)

OFFERED = tuple(reason for reason in SpoilReason if reason is not SpoilReason.RETURNED)
"""Why a clerk calls sheets spoiled; that a page came back from its approver is recorded by itself."""
SPOIL_REASONS = tuple(reason.value for reason in OFFERED)

Preparing = states.Allotting | states.Rendering | states.Releasing | states.Spooling


def preparing(state: Preparing, around: Around) -> Page:
    """Numbers, page, release, spooler: one wait for the clerk."""
    sheets = () if isinstance(state, states.Allotting) else sheets_of(state.issue, "reserved")
    spooling = isinstance(state, states.Spooling)
    body = IssueBody(
        phase="printing" if spooling else "preparing",
        pages=pages_of(around.memory),
        sheets=sheets,
        printer=_printer(around.devices.printer),
    )
    return Page(step=Step.ISSUE, body=body, primary=working(Primary.TO_COLLATE))


def _printer(device: DeviceState | None) -> str:
    return "idle" if device is None else printer_word(device)[0]


def printing(state: states.Printing, around: Around) -> Page:
    """The printer's own account; a scan may already begin the collation."""
    device = DeviceState(state.device) if state.device else around.devices.printer
    body = IssueBody(
        phase="printing",
        pages=pages_of(around.memory),
        sheets=sheets_of(state.issue, "printing"),
        printer="busy" if device is None else _printer(device),
    )
    trouble = trouble_of(device_failure(state.device))
    return Page(
        step=Step.ISSUE,
        body=body,
        primary=working(Primary.TO_COLLATE),
        extra=(Action.CANCEL_PRINT,),
        trouble=trouble,
    )


def uncertain(state: states.PrintUncertain, around: Around) -> Page:
    """Did each sheet come out? A person looks and says; nothing is repeated by itself."""
    if around.draft.spoiling:
        return spoiling(state.issue, around.draft)
    answers = answers_of(state, around.draft)
    rows = tuple(_answered(row, answers.get(row.number)) for row in sheets_of(state.issue, "unknown"))
    current = next((row.number for row in rows if not row.answer), "")
    return Page(
        step=Step.ISSUE,
        body=UncertainPrintBody(sheets=rows, current=current),
        primary=PrimaryButton(label=Primary.RECORD_ANSWERS, enabled=not current),
        extra=(Action.SPOIL,),
        trouble=trouble_of(state.failure),
    )


def answers_of(state: states.PrintUncertain, draft: Draft) -> dict[str, bool]:
    """The clerk's answers. Sheets of a page that never was rendered cannot have come out."""
    if not state.issue.p0_sha256:
        return dict.fromkeys(state.issue.numbers, False)
    return dict(draft.answers)


def _answered(row: SheetRow, came_out: bool | None) -> SheetRow:
    if came_out is None:
        return row
    return replace(row, marked=True, answer="yes" if came_out else "no")


def spoiling(issue: Issue, draft: Draft, *, step: Step = Step.ISSUE) -> Page:
    """書損: the whole job, because new sheets come under new numbers; only the reason is asked."""
    rows = tuple(replace(row, marked=True) for row in sheets_of(issue, "spooled"))
    return Page(
        step=step,
        body=SpoilBody(sheets=rows, reasons=SPOIL_REASONS, chosen=draft.spoil_reason),
        primary=PrimaryButton(label=Primary.RECORD_SPOILED, enabled=bool(draft.spoil_reason)),
        extra=(Action.BACK,),
    )


def recording_spoil(state: states.RecordingSpoil, _around: Around) -> Page:
    """The ledger is told what became of the sheets."""
    last = {outcome.number: outcome for outcome in state.outcomes}
    reason = next((outcome.reason for outcome in last.values() if outcome.reason), None)
    rows = tuple(
        replace(row, state=last[row.number].state.value, marked=True)
        for row in sheets_of(state.issue, "unknown")
    )
    body = SpoilBody(
        sheets=rows,
        reasons=SPOIL_REASONS if reason in OFFERED or reason is None else (reason.value,),
        chosen="" if reason is None else reason.value,
    )
    return Page(step=Step.ISSUE, body=body, primary=working(Primary.RECORD_SPOILED))

"""The steps of a bad day: processes that die and come again, a line that is cut or loses an answer."""

from __future__ import annotations

from typing import assert_never

from player import steps
from player.approval_faults import NotTried
from player.scenario import Fault
from player.stage_parts import LineFaults, Office

LineStep = (
    steps.CutLine
    | steps.MendLine
    | steps.SwallowAnswer
    | steps.WaitSwallowed
    | steps.ChangeWire
    | steps.WaitChanged
)
OutageStep = steps.Kill | steps.RefusedCall | steps.ChangeByte | LineStep


def plant(office: Office | None, fault: Fault | None) -> None:
    """Before the first step: what a fault needs of the office later on."""
    if office is not None and _has_old_ledger(fault):
        office.line.keep_ledger()


def perform(step: OutageStep, office: Office, fault: Fault | None, longest_cut: float) -> None:
    """Do what the step says. ``longest_cut``: seconds after which a cut is mended in any case."""
    match step:
        case steps.Kill():
            office.kill(step.what, step.pc)
            if _has_old_ledger(fault) and step.what == "gateway":
                office.line.put_back_ledger()
        case steps.RefusedCall():
            code = office.try_approval(step.user, step.ask)
            if code != step.failure:
                raise NotTried(f"{step.ask} as {step.user}: {code or 'it was done'}")
        case steps.ChangeByte():
            office.change_byte(step.of)
        case _:
            _to_the_line(step, office.line, longest_cut)


def _to_the_line(step: LineStep, line: LineFaults, longest_cut: float) -> None:
    match step:
        case steps.CutLine():
            line.cut()
        case steps.MendLine():
            line.mend(min(step.after, longest_cut))
        case steps.SwallowAnswer():
            line.swallow_answer()
        case steps.ChangeWire():
            line.change_byte("change_request" if step.of == "request" else "change_answer", step.after)
        case steps.WaitSwallowed() | steps.WaitChanged():
            line.wait_swallowed(step.within)
        case _:
            assert_never(step)


def _has_old_ledger(fault: Fault | None) -> bool:
    return fault is not None and fault.kind == "old_ledger"

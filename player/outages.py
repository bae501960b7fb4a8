"""The steps of a bad day: processes that die and come again, a line that is cut or loses an answer."""

from __future__ import annotations

from typing import assert_never

from player import steps
from player.scenario import Fault
from player.stage_parts import Office

OutageStep = steps.Kill | steps.CutLine | steps.MendLine | steps.SwallowAnswer | steps.WaitSwallowed
OUTAGE_STEPS = (steps.Kill, steps.CutLine, steps.MendLine, steps.SwallowAnswer, steps.WaitSwallowed)


def perform(step: OutageStep, office: Office, fault: Fault | None, longest_cut: float) -> None:
    """Do what the step says. ``longest_cut``: seconds after which a cut is mended in any case."""
    line = office.line
    old_ledger = fault is not None and fault.kind == "old_ledger"
    match step:
        case steps.Kill():
            office.kill(step.what, step.pc)
            if old_ledger and step.what == "gateway":
                line.put_back_ledger()
        case steps.CutLine():
            line.cut()
        case steps.MendLine():
            line.mend(min(step.after, longest_cut))
        case steps.SwallowAnswer():
            if old_ledger:
                line.keep_ledger()
            line.swallow_answer()
        case steps.WaitSwallowed():
            line.wait_swallowed(step.within)
        case _:
            assert_never(step)

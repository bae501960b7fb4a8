"""The kinds of visit that are served under test, and the stage each needs."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from player import scenario

DESK = "desk"
"""The approver's PC."""

MAIN_PERSONA = "watanabe"


class Visit(StrEnum):
    """The main job; with 個人番号, which a second person approves; begun while the line is cut."""

    MAIN = "main"
    APPROVAL = "approval"
    OUTAGE = "outage"


def stage_for(visit: Visit) -> scenario.Scenario:
    """What stands around the counter: never played, its steps only say what is needed."""
    steps: list[dict[str, Any]] = [{"do": "start"}, {"do": "tap_card", "persona": MAIN_PERSONA}]
    pcs: list[dict[str, Any]] = []
    if visit is Visit.OUTAGE:
        steps.append({"do": "cut_line"})
    if visit is Visit.APPROVAL:
        pcs.append({"name": DESK, "command": "approve"})
    told = {"title": "kill test", "steps": steps, "pcs": pcs, "end": {"sheets": 0}}
    return scenario.Scenario.model_validate_json(json.dumps(told))

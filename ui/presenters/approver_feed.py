"""What the approver's window tells an exercise of itself: states, numbers and verdicts, never a person."""

from __future__ import annotations

from collections.abc import Mapping

from ui.presenters.approver_screen import Opened, Phase, Queue

_STATES = {
    Phase.READING: "ApproverReading",
    Phase.LOOKING: "ApproverLooking",
    Phase.ASKING: "ApproverAsking",
    Phase.SIGNING: "ApproverSigning",
    Phase.RETURNING: "ApproverReturning",
    Phase.SENDING_BACK: "ApproverSendingBack",
}


def told_of(queue: Queue, opened: Opened | None) -> tuple[str, Mapping[str, object]]:
    """State and keys of a feed line. ``waiting``: reception numbers; ``approvable``: Enter goes on."""
    keys: dict[str, object] = {"waiting": [line.number for line in queue.waiting or ()]}
    if opened is None:
        keys |= {"outcome": queue.outcome, "number": queue.number}
        if queue.failure is not None:
            keys["failure"] = queue.failure.code.value
        return "ApproverQueue", keys
    keys |= {
        "number": opened.number,
        "approval": opened.approval_id,
        "sheet": opened.at + 1 if opened.sheet is not None else 0,
        "seen": sorted(sheet + 1 for sheet in opened.seen),
        "sheets_of_page": opened.sheets,
        "approvable": opened.approvable,
        "compared": {line.code: line.verdict for line in opened.lines},
    }
    failure = opened.failure or (None if opened.examined is None else opened.examined.failure)
    if failure is not None:
        keys["failure"] = failure.code.value
    return _STATES[opened.phase], keys

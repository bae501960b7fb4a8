"""What a counter under exercise tells the scenario player: one JSON object a line, never personal data.

Open only where the installation is an exercise's (design.md 9). The keys are those of ``player/feed.py``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from counter_app.application.case_memory import CaseMemory
from counter_app.application.lanes_port import Lanes
from counter_app.application.paper_ports import DeviceState, JobReport, PrintQueue
from counter_app.domain.identity import CardEvidence
from counter_app.domain.issuance import states
from counter_app.domain.issuance.values import Issue
from counter_app.domain.sheets import SheetState


def issue_of(state: states.IssuanceState) -> Issue | None:
    """The issue a state carries, if numbers are allotted."""
    inner = state.inside if isinstance(state, states.Parked) else state
    inner = inner.waiting if isinstance(inner, states.Troubled) else inner
    issue = getattr(inner, "issue", None)
    return issue if isinstance(issue, Issue) else None


def sheet_states(state: states.IssuanceState, issue: Issue) -> list[dict[str, str]]:
    """Each sheet of the issue and where this PC believes it to be."""
    scanned = state.scanned if isinstance(state, states.Collating) else frozenset()
    match state:
        case states.Rendering() | states.Releasing() | states.Spooling():
            common = SheetState.RESERVED
        case states.Paying() | states.RecordingPayment() | states.HandingOver() | states.RecordingHandOver():
            common = SheetState.COLLATED
        case _:
            common = SheetState.SPOOLED
    return [
        {"number": number, "state": (SheetState.COLLATED if number in scanned else common).value}
        for number in issue.numbers
    ]


def feed_line(at: datetime, state: states.IssuanceState) -> dict[str, Any]:
    """What one state says of itself."""
    line: dict[str, Any] = {
        "at": at.isoformat(),
        "state": type(state).__name__,
        "case": state.ref.case_id,
        "number": state.ref.number,
    }
    if isinstance(state, states.Closed):
        line["state"] = f"Closed:{state.outcome}"
    if state.ref.taken is not None:
        line["slip"] = state.ref.taken.slip_number
    evidence = getattr(state, "evidence", None)
    if isinstance(evidence, CardEvidence):
        line["card"] = {"apdu_count": evidence.apdu_count, "elapsed_ms": evidence.elapsed_ms}
    issue = issue_of(state)
    if issue is not None:
        line["issue"] = {
            "id": issue.issue_id,
            "certificate": issue.model.kind.value,
            "persons": len(issue.model.persons),
            "items": sorted(item.value for item in issue.order.selection.items),
        }
        line["sheets"] = sheet_states(state, issue)
    if isinstance(state, states.Printing):
        line["print"] = {"job_id": state.job_id, "state": state.device or "submitted"}
    if isinstance(state, states.Troubled | states.PrintUncertain):
        line["failure"] = state.failure.code.value
    if isinstance(state, states.EnteringCredential) and state.refused is not None:
        line["failure"] = state.refused.code.value
    if isinstance(state, states.Collating) and state.trouble is not None:
        line["failure"] = state.trouble.failure.code.value
    return line


@dataclass(slots=True)
class ExerciseFeed:
    """Collects lines as things happen and writes them once the screen shows them."""

    path: Path
    now: Callable[[], datetime]
    _pending: list[dict[str, Any]] = field(default_factory=list)

    def say(self, state: str, **keys: object) -> None:
        """A line about the program, such as ``signed_out``."""
        self._pending.append({"at": self.now().isoformat(), "state": state, **keys})

    def taken(self, state: states.IssuanceState, _memory: CaseMemory) -> None:
        """A case has reached ``state``."""
        self._pending.append(feed_line(self.now(), state))

    def take(self) -> list[dict[str, Any]]:
        """What was said up to this render, and belongs to the screen it shows."""
        lines, self._pending = self._pending, []
        return lines

    def write(self, lines: list[dict[str, Any]], screen: str) -> None:
        """Write lines taken before; the screen now shows them under this name."""
        with self.path.open("a", encoding="utf-8") as feed:
            for line in lines:
                feed.write(json.dumps(line | {"screen": screen}, ensure_ascii=False) + "\n")


class KeepingQueue:
    """A print queue that keeps what is submitted, for the exercise to compare with the printer's copy."""

    def __init__(self, queue: PrintQueue, directory: Path, feed: ExerciseFeed, lanes: Lanes) -> None:
        self._queue = queue
        self._directory = directory
        self._feed = feed
        self._lanes = lanes

    def device_state(self) -> DeviceState:
        """See ``PrintQueue.device_state``."""
        return self._queue.device_state()

    def submit(self, pdf: bytes, job_name: str) -> str:
        """See ``PrintQueue.submit``; certificates are kept, forms are not."""
        if job_name.startswith("issue-"):
            path = self._directory / f"{job_name}.pdf"
            path.write_bytes(pdf)
            told = {"path": str(path), "sha256": hashlib.sha256(pdf).hexdigest()}
            self._lanes.post(lambda: self._feed.say("submitted", submitted=told))
        return self._queue.submit(pdf, job_name)

    def watch(
        self, job_id: str, report: Callable[[JobReport], None], *, wanted: Callable[[], bool]
    ) -> JobReport:
        """See ``PrintQueue.watch``."""
        return self._queue.watch(job_id, report, wanted=wanted)

    def cancel(self, job_id: str) -> None:
        """See ``PrintQueue.cancel``."""
        self._queue.cancel(job_id)

"""The cases open on this PC: journal first, then the state, then the effects; answers come back as events.

One event is handled at a time, in the order told. An event's journal entry is on disk before its effects run
(design.md 3); late answers are dropped by their turn. All calls come from the thread that owns the screen.

What cannot be written does not happen: the case stays where it is, with its ``trouble`` for the screen. What
the outside told is kept and written with the next event; what the clerk did, he does again.
"""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from counter_app.application.card_port import Credential
from counter_app.application.case_memory import CaseMemory, Preview
from counter_app.application.effect_work import Desk, lane_of, work_on
from counter_app.application.lanes_port import Lane, Lanes
from counter_app.application.page_ahead import draw_ahead
from counter_app.application.paper_ports import JobReport
from counter_app.application.port_errors import PortError, Uncertain
from counter_app.application.store_port import Journal
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import clerk_events, effects, events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.steps import NotAllowed, Step
from counter_app.domain.issuance.transitions import advance, is_stale, open_case
from counter_app.domain.issuance.values import Identity
from counter_app.domain.render_model import compose

MAY_HAVE_HAPPENED = frozenset({FailureCode.GATEWAY_ANSWER_MALFORMED, FailureCode.GATEWAY_RECEIPT_INVALID})
"""The gateway answered, but not in a way that can be believed: what it did is not known."""


class EventWriter(Protocol):
    """Turns an event into text for the journal."""

    def __call__(self, event: events.Event) -> str:
        """The event as JSON."""
        ...


@dataclass(slots=True)
class Case:
    """One open case: its state, what it holds in memory, and why its last event could not be written.

    ``unwritten`` are events from outside that wait for the journal, in order.
    """

    state: states.IssuanceState
    memory: CaseMemory
    trouble: Failure | None = None
    unwritten: tuple[events.Event, ...] = ()


class CaseDesk:
    """All open cases of this PC, whichever is on the screen."""

    def __init__(
        self,
        *,
        desk: Desk,
        journal: Journal,
        lanes: Lanes,
        write_event: EventWriter,
        changed: Callable[[str], None],
        bug: Callable[[BaseException], None],
        taken: Callable[[states.IssuanceState, CaseMemory], None] = lambda _state, _memory: None,
    ) -> None:
        self.desk = desk
        self._journal = journal
        self._lanes = lanes
        self._write_event = write_event
        self._changed = changed
        self._bug = bug
        self._taken = taken
        self._queue: deque[tuple[str, events.Event]] = deque()
        self._writing = False
        self.cases: dict[str, Case] = {}
        self.unreadable: tuple[str, ...] = ()

    def open(self, visit_id: str = "", known: Identity | None = None) -> str:
        """Open a case, in the same visit if ``visit_id`` is given; returns its id (a UUID)."""
        case_id, visit = str(uuid.uuid4()), visit_id or str(uuid.uuid4())
        opened = events.Opened(
            case_id=case_id, visit_id=visit, known=known, staff_id=self.desk.staff.staff_id
        )
        self._queue.append((case_id, opened))
        self._next()
        return case_id

    def adopt(self, case_id: str, state: states.IssuanceState) -> None:
        """Take up a case found in the journal at start."""
        case = self.cases[case_id] = Case(state, CaseMemory())
        self._taken(state, case.memory)
        self._changed(case_id)

    def tell(self, case_id: str, event: events.Event) -> None:
        """Something happened to a case; ignored if the case is gone from this PC."""
        self._put_back(case_id)
        self._queue.append((case_id, event))
        self._next()

    def write_again(self, case_id: str) -> None:
        """Try once more to write what could not be written (the clerk has seen ``trouble``)."""
        self._put_back(case_id)
        self._next()

    def not_kept(self, case_id: str, error: BaseException) -> None:
        """What the clerk did could not be kept in this PC's store; the case stays, and he does it again."""
        case = self.cases.get(case_id)
        if case is not None:
            case.trouble = self._failure(error)
            self._changed(case_id)

    def enter_credential(self, case_id: str, credential: Credential) -> None:
        """Keep a typed secret in memory for the one reading that follows; never in an event.

        A second one typed before the first has been used, or into a case that asks for none, is wiped.
        """
        case = self.cases.get(case_id)
        asked = case is not None and isinstance(case.state, states.EnteringCredential)
        if case is None or not asked or case.memory.credential is not None:
            credential.wipe()
            return
        case.memory.credential = credential
        self.tell(case_id, clerk_events.CredentialEntered(credential=credential.kind))

    def issue(self, case_id: str) -> None:
        """Compose the page's content as this PC knows it, and ask for numbers."""
        state = self.cases[case_id].state
        if not isinstance(state, states.Checked):
            return
        staff = self.desk.staff
        model = compose(
            state.order.identity.household,
            state.order.selection,
            staff.pack,
            date.fromisoformat(state.verdict.issued_on),
            training=staff.training,
        )
        self.tell(case_id, clerk_events.IssueAsked(model=model))

    def preview(
        self,
        case_id: str,
        wanted: Callable[[], bool],
        deliver: Callable[[tuple[Preview, ...], Failure | None], None],
    ) -> None:
        """Draw the sheets as they would print now, for a case at its items; nothing of it is kept here.

        What is no longer wanted when its turn comes is not drawn, and not delivered. ``wanted`` is asked on
        any thread.
        """
        case = self.cases.get(case_id)
        if case is None or not isinstance(case.state, states.ChoosingItems):
            return
        order = case.state.order

        def draw() -> tuple[Preview, ...]:
            return draw_ahead(self.desk, order) if wanted() else ()

        def drawn(sheets: tuple[Preview, ...] | None, error: BaseException | None) -> None:
            if wanted():
                deliver(sheets or (), None if error is None else self._failure(error))

        self._lanes.run(Lane.PRINTER, draw, drawn)

    def _next(self) -> None:
        while self._queue and not self._writing:
            case_id, event = self._queue.popleft()
            if isinstance(event, events.Opened):
                step = open_case(case_id, event.visit_id, event.known, event.staff_id)
                self.cases[case_id] = Case(step.state, CaseMemory())
                self._record(case_id, event, step)
                continue
            case = self.cases.get(case_id)
            if case is None or is_stale(case.state, event):
                continue
            try:
                step = advance(case.state, event)
            except NotAllowed:
                if isinstance(event, clerk_events.CredentialEntered):
                    case.memory.forget_secrets()
                continue
            self._record(case_id, event, step)

    def _put_back(self, case_id: str) -> None:
        case = self.cases.get(case_id)
        if case is not None:
            self._queue.extend((case_id, event) for event in case.unwritten)
            case.unwritten = ()

    def _record(self, case_id: str, event: events.Event, step: Step) -> None:
        name, text = type(event).__name__, self._write_event(event)
        self._writing = True

        def written(_entry: object, error: BaseException | None) -> None:
            self._writing = False
            if error is not None:
                self._not_written(case_id, event, error)
            else:
                self._take(case_id, step)
            self._next()

        self._lanes.run(Lane.STORE, lambda: self._journal.append(case_id, name, text), written)

    def _not_written(self, case_id: str, event: events.Event, error: BaseException) -> None:
        """What cannot be made durable does not happen: the state stays, and the clerk is told.

        An answer comes only once: dropped, numbers would be allotted and the case would wait for ever.
        """
        case = self.cases[case_id]
        case.trouble = self._failure(error)
        if isinstance(event, clerk_events.CredentialEntered):
            case.memory.forget_secrets()
        if not isinstance(event, clerk_events.ClerkEvent):
            case.unwritten = (*case.unwritten, event)
        self._changed(case_id)

    def _failure(self, error: BaseException) -> Failure:
        if isinstance(error, PortError):
            return error.failure
        self._bug(error)
        return Failure(code=FailureCode.INTERNAL)

    def _take(self, case_id: str, step: Step) -> None:
        case = self.cases[case_id]
        case.state, case.trouble = step.state, None
        self._taken(step.state, case.memory)
        for effect in step.effects:
            self._run(case, effect)
        if isinstance(step.state, states.Closed):
            self._lanes.run(Lane.STORE, lambda: self._journal.close_case(case_id), self._marked)
            del self.cases[case_id]
        self._changed(case_id)

    def _marked(self, _value: object, error: BaseException | None) -> None:
        # a mark that could not be set is set at the next start, see recovery
        if error is not None and not isinstance(error, PortError):
            self._bug(error)

    def _run(self, case: Case, effect: effects.Effect) -> None:
        def wanted() -> bool:
            return case.state.turn == effect.turn

        def report(job: JobReport) -> None:
            device = events.DeviceReported(turn=effect.turn, device=job.device.value)
            self._lanes.post(lambda: self.tell(effect.case_id, device))

        def answered(event: events.Event | None, error: BaseException | None) -> None:
            if error is not None:
                self._failed(effect, error)
            elif event is not None:
                if wanted():
                    case.memory.keep(lent)
                self.tell(effect.case_id, event)

        match effect:
            case effects.ForgetSecrets():
                case.memory.forget_secrets()
            case effects.ForgetPages():
                case.memory.forget_pages()
            case _:
                lent = case.memory.lend(credential=isinstance(effect, effects.ReadCard))
                self._lanes.run(
                    lane_of(effect), lambda: work_on(effect, self.desk, lent, report, wanted), answered
                )

    def _failed(self, effect: effects.Effect, error: BaseException) -> None:
        """A port's own word decides; of a bug nobody knows what it left behind."""
        unknown = (
            not isinstance(error, PortError)
            or isinstance(error, Uncertain)
            or error.failure.code in MAY_HAVE_HAPPENED
        )
        certainty = Certainty.UNKNOWN if unknown else Certainty.NOT_DONE
        failure = self._failure(error)
        self.tell(effect.case_id, events.EffectFailed(turn=effect.turn, failure=failure, certainty=certainty))

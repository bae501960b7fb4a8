"""What stands around the work: the top bar, the open cases by number, and the seven lines of this case."""

from __future__ import annotations

from counter_app.application.clock_port import Clock
from counter_app.application.registry_port import StaffSession
from counter_app.domain import wareki
from counter_app.domain.certificates import Item
from counter_app.domain.identity import CardEvidence, CredentialKind, Evidence
from counter_app.domain.issuance import states
from counter_app.domain.issuance.deferring import waits_for_line
from counter_app.domain.issuance.values import Identity, Intake, Issue, Order
from counter_app.domain.requests import RequesterKind
from ui.presenters.mandate import agent_in
from ui.presenters.page import Around
from ui.presenters.reception import requester_code
from ui.presenters.steps import step_of
from ui.view_models import CaseRow, CaseSummary, Chip, Mode, TopBar

_UNSENT = (
    states.RecordingCollation
    | states.RecordingPayment
    | states.RecordingHandOver
    | states.RecordingOutcome
    | states.RecordingSpoil
)


def top_bar(staff: StaffSession, clock: Clock, chips: tuple[Chip, ...], mode: Mode = Mode.NORMAL) -> TopBar:
    """Town, devices, clerk and the gateway's time. ``counter`` is 0 where the gateway names no number."""
    now = clock.now()
    return TopBar(
        town=staff.town_name,
        office=staff.office,
        counter=int("".join(filter(str.isdecimal, staff.counter)) or 0),
        mode=mode,
        chips=chips,
        clerk=staff.staff_name,
        role=staff.role.value,
        now=f"{wareki.print_wareki(now.date())} {now:%H:%M}",
        training=staff.training,
    )


def inner(state: states.IssuanceState) -> states.IssuanceState:
    """The state that knows of the order: inside trouble and parking."""
    match state:
        case states.Parked(inside=inside):
            return inner(inside)
        case states.Troubled(waiting=waiting):
            return waiting
        case _:
            return state


def is_unsent(state: states.IssuanceState) -> bool:
    """Something happened at the counter that the gateway does not know yet, put aside or not."""
    at = state.inside if isinstance(state, states.Parked) else state
    unsent = isinstance(at, states.Troubled) and isinstance(at.waiting, _UNSENT)
    return unsent or waits_for_line(state)


def issue_of(state: states.IssuanceState) -> Issue | None:
    """The issue, once there is one."""
    issue = getattr(inner(state), "issue", None)
    return issue if isinstance(issue, Issue) else None


def order_of(state: states.IssuanceState) -> Order | None:
    """The order, once there is one."""
    if (issue := issue_of(state)) is not None:
        return issue.order
    order = getattr(inner(state), "order", None)
    return order if isinstance(order, Order) else None


def identity_of(state: states.IssuanceState) -> Identity | None:
    """Who stands here, once that is established; of the visit's earlier request before that."""
    if (order := order_of(state)) is not None:
        return order.identity
    at = inner(state)
    for name in ("identity", "known"):
        if isinstance(found := getattr(at, name, None), Identity):
            return found
    return None


def row_state(state: states.IssuanceState) -> str:
    """The state of a case as a code for the list; no page is built for it."""
    match state:
        case _ if waits_for_line(state):
            return "deferred"
        case states.TakingRequest():
            return "taking"
        case states.Parked(reason="deferred", inside=states.EnteringPapers() | states.AtReception()):
            return "settled"
        case states.Parked():
            return "parked"
        case states.Held():
            return "held"
        case states.PrintUncertain():
            return "uncertain"
        case states.ApprovalReturned():
            return "returned"
        case states.Spooling() | states.Printing():
            return "printing"
        case _:
            return step_of(state).value


def slip_of(state: states.IssuanceState) -> str:
    """The number of the slip in the visitor's hand, empty where he has none."""
    return "" if state.ref.taken is None else state.ref.taken.slip_number


def case_row(
    case_id: str, state: states.IssuanceState, word: str, *, waiting: int, selected: bool, news: str = ""
) -> CaseRow:
    """A case by number; the list names nobody."""
    order = order_of(state)
    return CaseRow(
        case_id=case_id,
        number=state.ref.number,
        slip=slip_of(state),
        scope="" if order is None else order.selection.scope.value,
        copies=0 if order is None else order.selection.copies,
        state=word,
        waiting=waiting,
        selected=selected,
        news=news,
    )


def _evidence(state: states.IssuanceState) -> Evidence | None:
    identity = identity_of(state)
    return identity.evidence if identity else getattr(inner(state), "evidence", None)


def _agent(state: states.IssuanceState) -> str:
    """Who stands here for the person of the register, by his own name; empty where that is himself."""
    evidence = _evidence(state)
    agent = None if evidence is None else agent_in(evidence)
    return "" if agent is None else agent.name


def _method(state: states.IssuanceState) -> str:
    evidence = _evidence(state)
    if evidence is None:
        return ""
    if not isinstance(evidence, CardEvidence):
        return "papers"
    return f"card_{CredentialKind(evidence.credential).value}"


def summary(state: states.IssuanceState, around: Around) -> CaseSummary:
    """The seven lines, as far as they are known; a held case shows its number only."""
    number = state.ref.number
    at, order, issue = inner(state), order_of(state), issue_of(state)
    over = isinstance(state, states.Held | states.Closed | states.Parked)
    if over or isinstance(at, states.RecordingOutcome):
        return CaseSummary(number=number)
    intake = order.intake if order else _intake(at)
    purpose = around.draft.purpose if intake is None else intake.purpose
    label = dict(around.staff.pack.purposes).get(purpose, purpose)
    if order is None:
        scope = at.scope.value if isinstance(at, states.ChoosingPersons) else ""
        return CaseSummary(
            number=number,
            requester=requester_code(_stated(at, around)),
            agent=_agent(state),
            method=_method(state),
            scope=scope,
            purpose=label,
        )
    selection = order.selection
    return CaseSummary(
        number=number,
        requester=order.requester.value,
        agent=_agent(state),
        method=_method(state),
        scope=selection.scope.value,
        items=tuple(item.value for item in Item if item in selection.items),
        copies=selection.copies,
        sheets=0 if issue is None else len(issue.numbers),
        purpose=label,
        fee=_fee(at, issue, order, around),
    )


def _stated(at: states.IssuanceState, around: Around) -> RequesterKind | None:
    """Who asks, as chosen on this page or recorded when it was left."""
    intake = _intake(at)
    return around.draft.requester if intake is None else intake.requester


def _intake(at: states.IssuanceState) -> Intake | None:
    """What was said at the reception; while the clerk is there, only the page knows."""
    intake = None if isinstance(at, states.AtReception) else getattr(at, "intake", None)
    return intake if isinstance(intake, Intake) else None


def _fee(at: states.IssuanceState, issue: Issue | None, order: Order, around: Around) -> int | None:
    """The gateway's figure once it gave one; before that the pack's, for all copies."""
    if issue is not None:
        return issue.fee
    if isinstance(at, states.Checked | states.Allotting):
        return at.verdict.fee
    kind = order.selection.kind(order.identity.household)
    return around.staff.pack.certificates[kind].fee * order.selection.copies

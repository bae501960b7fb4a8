"""Every state of a case has a screen; the union of the domain says which states there are."""

from __future__ import annotations

import collections
from dataclasses import replace
from typing import get_args

import pytest

from counter_app.application.case_memory import CaseMemory
from counter_app.application.paper_ports import JobState
from counter_app.application.port_errors import Unavailable
from counter_app.domain.approvals import ApprovalState, ApprovalStatus
from counter_app.domain.certificates import Scope, Selection
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.identity import CredentialKind, PaperEvidence, SpokenAttribute
from counter_app.domain.issuance import states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.values import Candidate, CaseRef, Identity, Intake, Issue, Order, Tries
from counter_app.domain.render_model import SheetStamp, compose
from counter_app.domain.requests import Outcome, Verdict
from counter_app.domain.sheets import Payment, PaymentMethod, SheetOutcome, SheetState, SpoilReason
from tests.fakes.clock import FakeClock
from tests.unit.domain.case_samples import TAKEN
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import HOUSEHOLD, PACK, STAFF, TODAY
from ui.presenters.approval import in_doubt
from ui.presenters.caseload import Caseload
from ui.presenters.devices import Devices
from ui.presenters.form_and_check import unprinted
from ui.presenters.frame import row_state, summary
from ui.presenters.page import Around, bottom_of
from ui.presenters.paging import page_of
from ui.presenters.screen import Showing, screen_of
from ui.presenters.steps import step_of
from ui.view_models import BottomBar, CaseSelected, ClosedBody, CollateBody, Counts, ScreenModel
from ui.views.keys import KEY_OF_ACTION

REF = CaseRef(case_id="c", visit_id="v", number="001")
INTAKE = Intake(purpose="pension")
EVIDENCE = PaperEvidence(name_kana="ワタナベ　クズミ", birth_date="19850403", papers=())
IDENTITY = Identity(
    evidence=EVIDENCE,
    resident_id="r1",
    household=HOUSEHOLD,
    spoken=frozenset({SpokenAttribute.NAME, SpokenAttribute.ADDRESS}),
)
SELECTION = Selection(scope=Scope.PERSONAL, resident_ids=("r1",))
ORDER = Order(intake=INTAKE, identity=IDENTITY, selection=SELECTION)
VERDICT = Verdict(outcome=Outcome.OK, trace=(), fee=300, issued_on=TODAY.isoformat(), restriction_version="1")
MODEL = compose(HOUSEHOLD, SELECTION, PACK, TODAY)
STAMP = SheetStamp(number="999997-02-20261124-000001-1/1", copy=1, page=1, pages=1, code="C")
ISSUE = Issue(
    order=ORDER,
    verdict=VERDICT,
    issue_id="i",
    job="00" * 8,
    model=MODEL,
    stamps=(STAMP,),
    fee=300,
    p0_sha256="ab",
)
CANDIDATE = Candidate(
    resident_id="r1",
    household_id="h1",
    name="架空",
    name_kana="カクウ",
    birth="",
    address="",
    head_name="",
    held=False,
)
KNOWN = {
    "ref": REF,
    "turn": 3,
    "intake": INTAKE,
    "reader": "r",
    "tries": (Tries(credential=CredentialKind.CODE_B, left=10),),
    "credential": CredentialKind.CODE_B,
    "last_try_confirmed": False,
    "evidence": EVIDENCE,
    "candidates": (CANDIDATE,),
    "candidate": CANDIDATE,
    "resident_id": "r1",
    "household": HOUSEHOLD,
    "identity": IDENTITY,
    "scope": Scope.PERSONAL,
    "resident_ids": ("r1",),
    "order": ORDER,
    "verdict": VERDICT,
    "model": MODEL,
    "issue": ISSUE,
    "job_id": "1",
    "failure": Failure(code=FailureCode.PRINT_ABORTED),
    "payment": Payment(method=PaymentMethod.CASH, amount=300, received=500),
    "receipt_number": "R-1",
    "outcome": "withdrawn",
    "reason": "visitor",
    "outcomes": (SheetOutcome(number=STAMP.number, state=SheetState.SPOILED, reason=SpoilReason.JAM),),
    "reissue": True,
    "slip": states.SlipPrint.PRINTED,
    "status": ApprovalStatus(approval_id="a", state=ApprovalState.LAPSED),
    "certainty": Certainty.NOT_DONE,
    "inside": states.AtReception(ref=REF, turn=2),
    "waiting": states.Opening(ref=REF, turn=2),
}
ALL = get_args(states.IssuanceState)


def made(kind: type) -> states.IssuanceState:
    """A state of ``kind`` with everything it needs, and nothing it can do without."""
    fields = kind.__dataclass_fields__  # type: ignore[attr-defined] # every state is a dataclass
    known = KNOWN | ({"ref": replace(REF, taken=TAKEN)} if kind is states.Deferred else {})
    return kind(**{name: value for name, value in known.items() if name in fields})  # type: ignore[no-any-return]


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_state_has_a_screen_with_a_way_on_or_a_device_to_wait_for(kind: type) -> None:
    state = made(kind)
    around = Around(staff=STAFF, memory=CaseMemory(), devices=Devices(readers=("r",)))

    page = page_of(state, around)
    bottom = bottom_of(state, page)

    waits_for_a_device = isinstance(state, states.AwaitingCard | states.Collating)
    assert (bottom.primary is None) == waits_for_a_device
    assert bottom.primary is None or bottom.primary.working == isinstance(state, states.WaitingState)
    assert step_of(state) == page.step
    assert row_state(state)
    assert summary(state, around).number == "001"
    assert len(bottom.buttons) <= 5
    assert _keys_twice(bottom) == []


def _keys_twice(bottom: BottomBar) -> list[str]:
    """The function keys that two buttons claim: the clerk reads both, and only one is meant."""
    keys = [KEY_OF_ACTION[button.action].value for button in bottom.buttons]
    return sorted(key for key, times in collections.Counter(keys).items() if times > 1)


def in_trouble(kind: type) -> states.Troubled:
    """A case whose effect failed in the waiting state ``kind``."""
    waiting = made(kind)
    assert isinstance(waiting, states.WaitingState)
    failure = Failure(code=FailureCode.GATEWAY_UNREACHABLE, facts={"b": "2", "a": "1"})
    return states.Troubled(ref=REF, turn=3, waiting=waiting, failure=failure, certainty=Certainty.NOT_DONE)


@pytest.mark.parametrize("kind", get_args(states.WaitingState), ids=lambda kind: kind.__name__)
def test_trouble_of_every_waiting_state_is_part_of_its_page_and_can_be_retried(kind: type) -> None:
    troubled = in_trouble(kind)
    waiting = troubled.waiting
    around = Around(staff=STAFF, memory=CaseMemory(), devices=Devices(readers=("r",)))

    page = page_of(troubled, around)

    assert page.body == unprinted(in_doubt(page_of(waiting, around))).body
    assert step_of(troubled) == page.step
    assert page.trouble is not None
    assert page.trouble.facts == (("a", "1"), ("b", "2"))
    assert page.primary is not None
    assert page.primary.label == "retry"
    assert _keys_twice(bottom_of(troubled, page)) == []


def screen(state: states.IssuanceState) -> ScreenModel:
    load = Caseload(Counts())
    load.seen("c", state)
    showing = Showing(staff=STAFF, devices=Devices(), selected="c", memory=CaseMemory(), closed=ClosedBody())
    return screen_of(showing, load, FakeClock())


def test_the_case_list_names_nobody_in_any_state() -> None:
    for kind in ALL:
        assert "渡邉" not in repr(screen(made(kind)).cases)


def test_a_counter_that_finds_cases_in_the_journal_lists_them_and_takes_one_up() -> None:
    counter = Counter()
    counter.desk.adopt("c", made(states.Collating))
    assert counter.screen.case_id == ""
    assert [row.number for row in counter.screen.cases] == ["001"]

    counter.do(CaseSelected("c"))
    assert isinstance(counter.body, CollateBody)


def test_held_never_says_why_whatever_the_reason() -> None:
    state = made(states.Held)
    assert isinstance(state, states.Held)
    assert screen(replace(state, reason="restriction")) == screen(replace(state, reason="approval"))


def test_printing_that_fails_is_said_at_once() -> None:
    counter = Counter()
    counter.queue.ends = JobState.ABORTED
    counter.to_collating()
    assert counter.trouble == FailureCode.PRINT_ABORTED


def test_a_reception_number_that_does_not_come_can_be_asked_for_again() -> None:
    counter = Counter()
    counter.registry.plan("open_case", Unavailable(FailureCode.GATEWAY_UNREACHABLE))
    counter.to_reception()
    assert counter.trouble == FailureCode.GATEWAY_UNREACHABLE

    counter.enter()

    assert counter.trouble == ""
    assert counter.screen.summary is not None
    assert counter.screen.summary.number == "001"

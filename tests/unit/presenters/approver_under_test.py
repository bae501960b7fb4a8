"""A whole approver's window on fakes, driven by intents only; what it shows is in ``screen``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from counter_app.application.approval_port import ApprovalRecord
from counter_app.application.approver_work import ApproverDesk, ApproverWork
from counter_app.application.registry_port import Role
from counter_app.domain.certificates import Scope, Selection
from counter_app.domain.identity import (
    Agent,
    IdentityLevel,
    IdentityMethod,
    Paper,
    PaperKind,
    SpokenAttribute,
)
from counter_app.domain.render_model import RenderJob, SheetStamp, compose, paginate
from counter_app.domain.requests import FormKind, IdentityClaim, IssueRequest, RequesterKind, RequestForm
from counter_app.domain.sheet_code import sheet_number
from tests.fakes.clock import FakeClock
from tests.fakes.lanes import FakeLanes
from tests.fakes.pages import FakePages, fake_code
from tests.fakes.planted_queue import PlantedQueue
from tests.unit.presenters.counter_under_test import Program, Window
from tests.unit.presenters.town import HOUSEHOLD, NAME, PACK, STAFF, TODAY
from ui import view_models as vm
from ui.presenters.approver import ApproverPresenter

APPROVER = replace(STAFF, staff_id="2003", staff_name="齋藤　明美", role=Role.SUPERVISOR, counter="")
AT = "2026-11-24T08:59:08+09:00"
AGENT = Agent(name="川島　次郎", address="架空県架空市本町1番", mandate_date="2026-10-30", original_seen=True)
LICENCE = Paper(kind=PaperKind.DRIVING_LICENCE, masked_number="1234", expires="2029-03-01")
PAPERS = IdentityClaim(
    level=IdentityLevel.P1,
    method=IdentityMethod.PAPERS,
    papers=(LICENCE,),
    spoken=frozenset({SpokenAttribute.NAME, SpokenAttribute.BIRTH_DATE}),
)
REQUEST = IssueRequest(
    case_id="c30",
    requester=RequesterKind.AGENT,
    requester_id="r1",
    household_id="h1",
    identity=PAPERS,
    form=RequestForm(kind=FormKind.PRINTED, number="F-030", signature_seen=True),
    selection=Selection(scope=Scope.PERSONAL, resident_ids=("r1",), copies=2),
    purpose="pension",
    destination="架空年金事務所",
    agent=AGENT,
)


def record(number: str = "030", request: IssueRequest = REQUEST) -> ApprovalRecord:
    """A record as the gateway keeps it, agreeing with itself and with what ``FakePages`` draws."""
    model = compose(HOUSEHOLD, request.selection, PACK, TODAY)
    sheets = paginate(model)
    stamps = []
    for copy in range(1, request.selection.copies + 1):
        for page in range(1, sheets + 1):
            sheet = sheet_number(PACK.town_code, "02", TODAY, 100 + copy, (page, sheets))
            code = fake_code(sheet, "00" * 8, model)
            stamps.append(SheetStamp(number=sheet, copy=copy, page=page, pages=sheets, code=code))
    pages = FakePages().render(RenderJob(model=model, stamps=tuple(stamps)))
    return ApprovalRecord(
        approval_id=f"a{number}",
        number=number,
        case_id=request.case_id,
        issue_id=f"i{number}",
        clerk_name="山田　花子",
        counter="2番窓口",
        request=request,
        requester_name=NAME,
        persons=tuple(person.name for person in model.persons),
        model=model,
        stamps=tuple(stamps),
        fee=PACK.certificates[model.kind].fee * request.selection.copies,
        p0_sha256=pages.sha256,
        renderer_id=pages.renderer_id,
        restriction_version="v7",
        checked_at=AT,
        earlier_issues=0,
        nonce="0f" * 16,
        asked_at=AT,
    )


@dataclass(slots=True)
class Heard:
    """Implements ``Watch``: keeps what it was told."""

    calls: list[str] = field(default_factory=list)

    def tick(self) -> None:
        self.calls.append("tick")

    def stop(self) -> None:
        self.calls.append("stop")

    def resume(self) -> None:
        self.calls.append("resume")


class Approver:
    """The approver's hands and eyes."""

    def __init__(self, *records: ApprovalRecord) -> None:
        self.clock = FakeClock()
        self.lanes = FakeLanes()
        self.queue = PlantedQueue()
        self.pages = FakePages()
        self.window = Window()
        self.program = Program()
        self.watch = Heard()
        self.told: list[tuple[str, Mapping[str, object]]] = []
        for one in records:
            self.queue.put(one)
        self.presenter = ApproverPresenter(
            view=self.window,
            clock=self.clock,
            outside=self.program,
            tell=lambda state, keys: self.told.append((state, keys)),
        )
        self.presenter.watch = self.watch
        self.sign_in()

    def sign_in(self) -> None:
        """An approver signs in, and the queue is asked for."""
        desk = ApproverDesk(queue=self.queue, pages=self.pages, staff=APPROVER)
        self.presenter.begin(ApproverWork(desk, self.lanes))
        self.lanes.run_all()

    def do(self, *intents: vm.Intent) -> Approver:
        """One key after another, each a while after the one before, with all that follows from it."""
        for intent in intents:
            self.clock.advance(0.5)
            self.presenter.handle(intent)
            self.lanes.run_all()
        return self

    def enter(self) -> Approver:
        return self.do(vm.PrimaryPressed())

    def press(self, action: vm.Action) -> Approver:
        return self.do(vm.ActionPressed(action))

    def read_to_the_end(self) -> Approver:
        """Go through every sheet as the view does."""
        for sheet in range(self.page.sheets):
            if sheet:
                self.do(vm.SheetTurned(1))
            self.do(vm.SheetSeen(sheet))
        return self

    def wait(self, seconds: int) -> Approver:
        """Let the beat go on."""
        for _ in range(seconds):
            self.clock.advance(1)
            self.presenter.tick()
            self.lanes.run_all()
        return self

    @property
    def screen(self) -> vm.ScreenModel:
        return self.window.screens[-1]

    @property
    def page(self) -> vm.ExamineBody:
        assert isinstance(self.screen.body, vm.ExamineBody)
        return self.screen.body

    @property
    def list(self) -> vm.QueueBody:
        assert isinstance(self.screen.body, vm.QueueBody)
        return self.screen.body

    @property
    def trouble(self) -> str:
        return self.screen.trouble.code if self.screen.trouble else ""

    @property
    def goes_on(self) -> bool:
        """Whether Enter does something here."""
        primary = self.screen.bottom.primary
        return primary is not None and primary.enabled


def later(one: ApprovalRecord, number: str, seconds: int = 5) -> ApprovalRecord:
    """Another one like ``one``, laid before the approver a little later."""
    asked = datetime.fromisoformat(one.asked_at) + timedelta(seconds=seconds)
    return replace(one, approval_id=f"a{number}", number=number, asked_at=asked.isoformat())


def reading(approver: Approver) -> Approver:
    """Open the first line and read its page to the end."""
    return approver.enter().read_to_the_end()

"""A counter whose line is cut and mended, and whose program may die anywhere; the gateway's ledger judges."""

from __future__ import annotations

from dataclasses import replace

from counter_app.application.case_desk import CaseDesk
from counter_app.application.effect_work import Desk
from counter_app.application.port_errors import PortError, Unavailable
from counter_app.application.recovery import recover
from counter_app.application.taken_requests import TakenRequests
from counter_app.domain.failures import FailureCode
from counter_app.domain.fallback import TakenRequest
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import states
from counter_app.infrastructure.store.event_codec import read_event, write_event
from tests.fakes.lanes import FakeLanes
from tests.fakes.slips import FakeSlipNumbers
from tests.unit.application.desk_under_test import DeskUnderTest
from tests.unit.domain.case_samples import TAKEN

SAID = replace(TAKEN, slip_number="", taken_at="")
CUT = Unavailable(FailureCode.GATEWAY_UNREACHABLE)


class Outage:
    """``restart`` is a crash: memory and lanes are gone, journal, serials and the gateway's books are not."""

    def __init__(self) -> None:
        rig = DeskUnderTest()
        self.rig, self.clock = rig, rig.clock
        self.registry, self.journal, self.queue = rig.registry, rig.journal, rig.queue
        self.slips = FakeSlipNumbers()
        self.bugs: list[BaseException] = []
        self.start()

    def start(self) -> None:
        self.lanes = FakeLanes()
        old = self.rig.desk.desk
        self.requests = TakenRequests(self.slips, self.lanes, self.clock)
        self.desk = CaseDesk(
            desk=replace(old, staff=self.rig.registry.session()),
            journal=self.journal,
            lanes=self.lanes,
            write_event=write_event,
            changed=lambda _case_id: self.requests.go_on(),
            bug=self.bugs.append,
        )
        for case_id, state in recover(self.journal, read_event, write_event).cases.items():
            self.desk.adopt(case_id, state)
        self.requests.begin(self.desk)

    def restart(self) -> None:
        self.start()

    def sign_in(self, staff_id: str) -> None:
        desk: Desk = self.desk.desk
        self.desk.desk = replace(desk, staff=replace(desk.staff, staff_id=staff_id))
        self.requests.begin(self.desk)

    def fails(self, *errors: PortError, after_commit: bool = False) -> None:
        """The next openings of a case at the gateway fail so."""
        for error in errors:
            self.registry.plan("open_case", error, after_commit=after_commit)

    def cut(self) -> None:
        self.requests.line(up=False)

    def mend(self) -> None:
        self.requests.line(up=True)
        self.lanes.run_all()

    def take(self, said: TakenRequest = SAID) -> str:
        """Serve one visitor without the line; returns the case."""
        self.fails(CUT)
        case_id = self.desk.open()
        self.lanes.run_all()
        self.desk.tell(case_id, clerk.TakingChosen())
        self.lanes.run_all()
        self.requests.take(case_id, said)
        self.lanes.run_all()
        return case_id

    def state(self, case_id: str) -> states.IssuanceState:
        return self.desk.cases[case_id].state

    @property
    def numbers(self) -> list[str]:
        """The numbers in the visitors' hands, by case, oldest first."""
        refs = [case.state.ref for case in self.desk.cases.values()]
        return [ref.taken.slip_number for ref in refs if ref.taken is not None]

    @property
    def openings(self) -> int:
        return self.registry.calls.count("open_case")

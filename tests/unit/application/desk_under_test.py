"""A desk with hand-written fakes all round, and the way of one case up to where a test begins."""

from __future__ import annotations

from dataclasses import replace

from counter_app.application.card_port import Credential
from counter_app.application.case_desk import Case, CaseDesk
from counter_app.application.effect_work import Desk
from counter_app.application.lanes_port import Lane
from counter_app.domain.identity import CredentialKind, SpokenAttribute
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.values import Issue
from counter_app.domain.sheets import Payment, PaymentMethod
from counter_app.infrastructure.store.event_codec import write_event
from tests.fakes.approvals import FakeApprovals
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal
from tests.fakes.pages import FakePages, FakeSheetCodes, fake_code
from tests.fakes.queue import FakeQueue
from tests.fakes.readers import READER, FakeCard, FakeReaders
from tests.fakes.registry import SEAL, FakeRegistry
from tests.fakes.town import FakeTown
from tests.unit.application.held_lanes import HeldLanes
from tests.unit.domain.people import CARD, FAMILY, TODAY

CODE_B = "60040320354821"
RESIDENTS = tuple(member.resident for member in FAMILY.members if member.resident is not None)


def with_codes(issue: Issue) -> Issue:
    """``issue`` with the codes its gateway would have signed."""
    coded = (replace(stamp, code=fake_code(stamp.number, issue.job, issue.model)) for stamp in issue.stamps)
    return replace(issue, stamps=tuple(coded))


class DeskUnderTest:
    """The desk, its fakes, and what it told the screen (``changed``) and the log (``bugs``)."""

    def __init__(self, *held: Lane) -> None:
        self.town, self.clock = FakeTown(residents=RESIDENTS, flags={}), FakeClock()
        self.registry = FakeRegistry(self.town, self.clock)
        self.approvals = FakeApprovals(self.registry)
        self.readers, self.pages, self.queue = FakeReaders(), FakePages(), FakeQueue()
        self.readers.put(FakeCard(CARD.attributes, {CredentialKind.CODE_B: CODE_B}))
        self.journal, self.lanes = FakeJournal(self.clock), HeldLanes(*held)
        self.changed: list[str] = []
        self.bugs: list[BaseException] = []
        self.taken: list[states.IssuanceState] = []
        self.desk = CaseDesk(
            desk=Desk(
                registry=self.registry,
                approvals=self.approvals,
                readers=self.readers,
                pages=self.pages,
                queue=self.queue,
                codes=FakeSheetCodes(),
                staff=self.registry.session(),
                today=lambda: TODAY,
                monotonic=self.clock.monotonic,
            ),
            journal=self.journal,
            lanes=self.lanes,
            write_event=write_event,
            changed=self.changed.append,
            bug=self.bugs.append,
            taken=lambda state, _memory: self.taken.append(state),
        )
        self.seal = SEAL
        self.case_id = ""

    @property
    def case(self) -> Case:
        return self.desk.cases[self.case_id]

    @property
    def state(self) -> states.IssuanceState:
        return self.case.state

    @property
    def issue(self) -> Issue:
        """The issue of the case on paper."""
        assert isinstance(self.state, states.Collating)
        return self.state.issue

    def sheets(self) -> list[str]:
        """What became of every sheet, by the gateway's ledger."""
        return [state.value for issue in self.registry.issues.values() for state in issue.sheets.values()]

    def tell(self, *told: events.Event) -> None:
        for event in told:
            self.desk.tell(self.case_id, event)

    def open(self) -> None:
        self.case_id = self.desk.open()

    def type_code(self, text: str = CODE_B) -> Credential:
        credential = Credential(CredentialKind.CODE_B, text)
        self.desk.enter_credential(self.case_id, credential)
        return credential

    def to_credential(self) -> None:
        self.open()
        self.tell(clerk.PurposeChosen(purpose="pension"), events.CardInserted(reader=READER))

    def to_checked(self) -> None:
        self.to_credential()
        self.type_code()
        self.tell(
            clerk.SpokenToggled(attribute=SpokenAttribute.NAME),
            clerk.SpokenToggled(attribute=SpokenAttribute.ADDRESS),
            clerk.IdentityConfirmed(),
            clerk.PersonsConfirmed(),
            clerk.ItemsConfirmed(),
            clerk.FormPrintAsked(),
            clerk.SignatureToggled(),
            clerk.CheckAsked(),
        )

    def to_collating(self) -> None:
        self.to_checked()
        self.desk.issue(self.case_id)

    def scan_all(self) -> None:
        state = self.state
        assert isinstance(state, states.Collating)
        for number in state.issue.numbers:
            self.tell(clerk.SheetScanned(number=number, job=state.issue.job))

    def to_closed(self) -> None:
        self.to_collating()
        self.scan_all()
        payment = Payment(method=PaymentMethod.CASH, amount=300, received=500)
        self.tell(clerk.PaymentTaken(payment=payment), clerk.HandedOver())

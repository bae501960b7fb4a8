"""The day the line is cut, as the clerk sees it: by keys only, and judged by what the gateway holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from counter_app.application.port_errors import Refused, Unavailable
from counter_app.application.taken_requests import TakenRequests
from counter_app.domain import wareki
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import Paper, PaperKind
from counter_app.domain.issuance import states
from counter_app.domain.requests import RequesterKind
from tests.fakes.slips import FakeSlipNumbers
from tests.unit.presenters.counter_under_test import Counter
from ui import view_models as vm

CUT = Unavailable(FailureCode.GATEWAY_UNREACHABLE)
SAID = vm.TakingSubmitted("渡辺　葛美", "ワタナベ　クズミ", "S60.4.3", "000-0000-0000", ())
SLIP = "02-20261124-001"


class CutCounter(Counter):
    """A counter whose line is down from the start, until ``mend``."""

    def __init__(self, *, known: bool = True) -> None:
        super().__init__()
        self.slips = FakeSlipNumbers()
        requests = TakenRequests(self.slips, self.lanes, self.clock)
        self.presenter.take_down(requests)
        self.presenter.begin(self.desk)
        if known:
            self.presenter.line_moved(up=False)

    def without_number(self) -> None:
        self.registry.plan("open_case", CUT)
        self.press(vm.Action.NEW_CASE)

    def to_taking(self) -> None:
        self.without_number()
        self.do(vm.PurposeChosen("pension"))
        self.press(vm.Action.TAKE_REQUEST)
        self.do(vm.ReceptionSubmitted("12", "年金事務所"))

    def to_deferred(self) -> None:
        self.to_taking()
        self.do(SAID)

    def mend(self) -> None:
        self.presenter.line_moved(up=True)
        self.lanes.run_all()

    @property
    def deferred(self) -> vm.DeferredBody:
        assert isinstance(self.body, vm.DeferredBody)
        return self.body


def test_the_screen_says_by_itself_that_the_line_is_down_and_since_when() -> None:
    counter = CutCounter()

    assert counter.screen.banner == vm.Banner(mode=vm.Mode.LINE_DOWN, tone=vm.Tone.STOP, as_of="09:00")
    assert counter.screen.top.mode is vm.Mode.LINE_DOWN
    counter.mend()
    assert counter.screen.banner is None
    assert counter.screen.top.mode is vm.Mode.NORMAL
    counter.presenter.line_moved(up=False, since=counter.clock.now() - timedelta(minutes=7))
    assert counter.screen.banner == vm.Banner(mode=vm.Mode.LINE_DOWN, tone=vm.Tone.STOP, as_of="08:53")


def test_a_whole_request_by_keys_from_the_cut_line_to_a_normal_case() -> None:
    counter = CutCounter()
    counter.to_deferred()

    assert counter.deferred == vm.DeferredBody(
        number=SLIP, taken_at="09:00", delivery="return", contact="000-0000-0000", slip="printed"
    )
    assert [name for name, _ in counter.queue.submitted] == [f"slip-{SLIP}"]
    counter.enter()
    assert counter.shows(vm.ClosedBody(number=SLIP, outcome="deferred"))
    assert [(row.slip, row.state) for row in counter.screen.cases] == [(SLIP, "deferred")]

    counter.mend()
    (row,) = counter.screen.cases
    assert (row.number, row.slip, row.state) == ("001", SLIP, "settled")
    counter.do(vm.CaseSelected(row.case_id))
    assert isinstance(counter.body, vm.PapersBody)
    assert (counter.body.name_kana, counter.body.birth_date) == ("ワタナベ　クズミ", "昭和60年4月3日")
    summary = counter.screen.summary
    assert summary is not None
    assert (summary.slip, summary.delivery) == (SLIP, "return")
    assert (summary.contact, summary.name_said) == ("000-0000-0000", SAID.name)


def test_five_visitors_one_after_the_other_have_five_numbers_and_become_five_cases() -> None:
    counter = CutCounter()
    for _ in range(5):
        counter.to_deferred()
        counter.enter()
    assert [row.slip for row in counter.screen.cases] == [f"02-20261124-00{n}" for n in range(1, 6)]

    counter.mend()

    assert [row.number for row in counter.screen.cases] == ["001", "002", "003", "004", "005"]
    assert len(counter.registry.cases) == 5
    assert counter.screen.banner is None


def test_while_the_line_is_there_nobody_is_offered_to_take_a_request_only() -> None:
    counter = CutCounter(known=False)
    counter.press(vm.Action.NEW_CASE)

    assert vm.Action.TAKE_REQUEST not in counter.actions


def test_it_is_offered_while_the_first_attempt_hangs_where_the_line_is_known_to_be_down() -> None:
    counter = CutCounter()
    counter.presenter.handle(vm.ActionPressed(vm.Action.NEW_CASE))
    counter.lanes.step()

    assert vm.Action.TAKE_REQUEST in counter.actions


def test_it_is_not_offered_where_the_gateway_itself_said_no() -> None:
    counter = CutCounter()
    counter.registry.plan("open_case", Refused(FailureCode.GATEWAY_REFUSED))
    counter.press(vm.Action.NEW_CASE)

    assert isinstance(counter.state, states.Troubled)
    assert vm.Action.TAKE_REQUEST not in counter.actions


def test_what_was_chosen_before_the_line_was_found_down_is_not_asked_again() -> None:
    counter = CutCounter()
    counter.registry.plan("open_case", CUT)
    counter.presenter.handle(vm.ActionPressed(vm.Action.NEW_CASE))
    counter.lanes.step()
    counter.do(vm.PurposeChosen("pension"))
    counter.press(vm.Action.TAKE_REQUEST)

    assert isinstance(counter.body, vm.ReceptionBody)
    assert counter.body.chosen == "pension"
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.TO_TAKING)


def test_esc_leads_back_to_the_purpose_and_then_to_the_gateway_again() -> None:
    counter = CutCounter()
    counter.to_taking()
    assert isinstance(counter.body, vm.TakingBody)

    counter.do(vm.BackPressed())
    assert isinstance(counter.body, vm.ReceptionBody)
    assert (counter.body.chosen, counter.body.ticket) == ("pension", "12")
    counter.do(vm.BackPressed())
    assert isinstance(counter.state, states.AtReception)


@pytest.mark.parametrize(
    "said",
    [
        vm.TakingSubmitted(" ", "ワタナベ", "S60.4.3", "000", ()),
        vm.TakingSubmitted("渡辺", " ", "S60.4.3", "000", ()),
        vm.TakingSubmitted("渡辺", "ワタナベ", "S60.4.3", " ", ()),
        vm.TakingSubmitted("渡辺", "ワタナベ", "S60.14.3", "000", ()),
        vm.TakingSubmitted("渡辺", "ワタナベ", "R9.1.1", "000", ()),
    ],
    ids=["name", "kana", "contact", "no date", "not born yet"],
)
def test_what_is_missing_or_cannot_be_takes_no_number(said: vm.TakingSubmitted) -> None:
    counter = CutCounter()
    counter.to_taking()

    counter.do(said)

    assert isinstance(counter.body, vm.TakingBody)
    assert counter.slips.last == {}
    assert counter.body.birth_date == said.birth_date


def test_papers_and_the_way_of_delivery_go_into_the_request() -> None:
    counter = CutCounter()
    counter.to_taking()
    counter.do(vm.RequesterChosen("OWN"), vm.DeliveryChosen("mail"), vm.PaperToggled("passport"))
    entry = vm.PaperEntry("passport", "TK1234567", "R12.1.1")
    counter.do(vm.TakingSubmitted(SAID.name, SAID.name_kana, SAID.birth_date, SAID.contact, (entry,)))

    taken = counter.state.ref.taken
    assert taken is not None
    assert taken.papers == (Paper(kind=PaperKind.PASSPORT, masked_number="4567", expires="2030-01-01"),)
    assert (taken.delivery.value, taken.birth_date, taken.destination) == ("mail", "19850403", "年金事務所")


@pytest.mark.parametrize(
    ("typed", "promised"), [("", ""), ("R8.11.24", "2026-11-24"), ("2026-12-01", "2026-12-01")]
)
def test_the_day_promised_goes_into_the_request_and_onto_the_slip(typed: str, promised: str) -> None:
    counter = CutCounter()
    counter.to_taking()
    counter.do(replace(SAID, promised=typed))

    taken = counter.state.ref.taken
    assert taken is not None
    assert taken.promised == promised
    (slip,) = counter.pages.slips
    assert slip.promised == ("" if not promised else wareki.print_wareki(date.fromisoformat(promised)))


@pytest.mark.parametrize("typed", ["R8.11.23", "soon"], ids=["yesterday", "no date"])
def test_no_day_that_has_gone_by_is_promised(typed: str) -> None:
    counter = CutCounter()
    counter.to_taking()

    counter.do(replace(SAID, promised=typed))

    assert isinstance(counter.body, vm.TakingBody)
    assert (counter.body.promised, counter.body.promised_fault) == (typed, True)
    assert counter.trouble == "DATE_UNREADABLE"
    assert counter.slips.last == {}


def test_an_agents_request_comes_back_to_the_page_for_agents() -> None:
    counter = CutCounter()
    counter.without_number()
    counter.do(vm.PurposeChosen("pension"), vm.RequesterChosen("AGENT"))
    counter.press(vm.Action.TAKE_REQUEST)
    counter.do(vm.ReceptionSubmitted("", ""))
    assert isinstance(counter.body, vm.TakingBody)
    assert counter.body.for_another
    counter.do(SAID)
    counter.enter()
    counter.mend()
    counter.do(vm.CaseSelected(counter.screen.cases[0].case_id))

    assert isinstance(counter.state, states.EnteringPapers)
    assert counter.state.intake.requester is RequesterKind.AGENT
    assert isinstance(counter.body, vm.PapersBody)
    assert counter.body.agent is not None


def test_a_printer_that_fails_leaves_the_number_on_the_screen_and_f3_prints_it() -> None:
    counter = CutCounter()
    counter.queue.fault = Unavailable(FailureCode.PRINTER_STOPPED)
    counter.to_deferred()

    assert (counter.deferred.number, counter.deferred.slip) == (SLIP, "failed")
    assert counter.trouble == "PRINTER_STOPPED"
    counter.press(vm.Action.PRINT_SLIP)
    assert counter.deferred.slip == "printed"
    assert counter.trouble == ""


def test_what_cannot_be_kept_is_said_and_done_again_by_the_same_key() -> None:
    counter = CutCounter()
    counter.to_taking()
    counter.slips.fault = Unavailable(FailureCode.STORE_FULL)

    counter.do(SAID)
    assert counter.trouble == "STORE_FULL"
    assert isinstance(counter.body, vm.TakingBody)
    counter.do(SAID)

    assert counter.deferred.number == SLIP


def test_one_that_cannot_be_opened_when_the_line_is_back_is_said_so_and_goes_on_by_key() -> None:
    counter = CutCounter()
    counter.to_deferred()
    counter.registry.plan("open_case", Unavailable(FailureCode.GATEWAY_FAULT))
    counter.mend()

    assert (counter.deferred.slip, counter.trouble) == ("unknown", "GATEWAY_FAULT")
    assert counter.screen.top.mode is vm.Mode.RECOVERY
    assert counter.primary.label is vm.Primary.RETRY
    counter.enter()
    assert [row.number for row in counter.screen.cases] == ["001"]


def test_while_the_gateway_is_asked_the_number_stays_on_the_screen() -> None:
    counter = CutCounter()
    counter.to_deferred()

    counter.presenter.line_moved(up=True)
    counter.lanes.step()

    assert (counter.deferred.number, counter.deferred.slip) == (SLIP, "sending")
    assert counter.primary.working
    counter.lanes.run_all()
    assert counter.shows(vm.ClosedBody(number="001", outcome="settled"))


def test_what_waits_counts_as_unsent_and_does_not_keep_the_clerk_from_leaving() -> None:
    counter = CutCounter()
    counter.to_deferred()
    counter.enter()

    unsent = [chip.count for chip in counter.screen.top.chips if chip.device is vm.Device.UNSENT]
    assert unsent == [1]
    assert vm.Action.SIGN_OUT in counter.actions
    counter.press(vm.Action.SIGN_OUT)
    assert counter.program.signed_out == 1


def test_a_visitor_who_leaves_before_his_request_is_taken_leaves_nothing() -> None:
    counter = CutCounter()
    counter.to_taking()

    counter.withdraw()

    assert counter.shows(vm.ClosedBody(outcome="withdrawn"))
    assert counter.slips.last == {}
    assert "渡辺" not in repr(counter.screen)


def test_the_list_names_nobody() -> None:
    counter = CutCounter()
    counter.to_deferred()
    counter.enter()

    for said in (SAID.name, SAID.name_kana, SAID.contact):
        assert said not in repr(counter.screen)

"""Whole cases by intents only."""

from __future__ import annotations

import pytest

from counter_app.application.paper_ports import DeviceState, JobState
from counter_app.application.port_errors import Unavailable, Uncertain
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import states
from counter_app.domain.restrictions import Flag
from counter_app.domain.sheets import SheetState
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import TRACES
from ui import view_models as vm
from ui.presenters.frame import is_unsent


def test_a_case_by_card_goes_from_reception_to_hand_over() -> None:
    counter = Counter()

    counter.to_closed()

    assert counter.body == vm.ClosedBody(number="001", outcome="handed_over")
    assert counter.primary.label is vm.Primary.NEW_CASE
    assert counter.screen.counts.handed_over == 1
    assert counter.sheets == [SheetState.HANDED_OVER]
    assert counter.payments[0].change == 700
    assert not counter.desk.cases
    assert not counter.program.bugs


def test_after_closing_nothing_of_the_person_is_left_on_the_screen() -> None:
    counter = Counter()
    counter.to_hand_over()
    assert "渡邉" in repr(counter.screen)

    counter.hand_over()
    counter.presenter.tick()

    assert not [trace for trace in TRACES if trace in repr(counter.screen)]
    assert counter.screen.step is None
    assert counter.screen.summary is None
    assert counter.screen.case_id == ""


def test_the_next_case_begins_without_anything_of_the_last() -> None:
    counter = Counter()
    counter.to_closed()

    counter.enter()

    assert isinstance(counter.body, vm.ReceptionBody)
    assert (counter.body.chosen, counter.body.destination) == ("", "")
    assert not [trace for trace in TRACES[:-1] if trace in repr(counter.screen)]
    assert counter.screen.summary == vm.CaseSummary(number="002", requester="OWN")


def test_the_summary_fills_as_the_case_grows() -> None:
    counter = Counter()
    counter.to_items()
    counter.do(vm.ItemToggled("honseki"), vm.CopiesChanged(2))

    summary = counter.screen.summary

    assert summary == vm.CaseSummary(
        number="001",
        requester="SELF",
        method="card_code_b",
        scope="part_of_household",
        items=("honseki",),
        copies=2,
        purpose="年金の請求",
        fee=600,
    )


def test_a_case_is_corrected_parked_and_resumed() -> None:
    counter = Counter()
    counter.to_checked()
    counter.do(vm.BackPressed(), vm.BackPressed())
    assert isinstance(counter.body, vm.ItemsBody)
    counter.do(vm.ItemToggled("head_and_relationship"))

    case_id = counter.screen.case_id
    counter.press(vm.Action.PARK)
    assert counter.shows(vm.ClosedBody(number="001", outcome="parked"))
    assert [row.state for row in counter.screen.cases] == ["parked"]
    assert "渡邉" not in repr(counter.screen)

    counter.do(vm.CaseSelected(case_id))

    assert isinstance(counter.body, vm.ItemsBody)
    assert [tick.code for tick in counter.body.items if tick.ticked] == ["head_and_relationship"]
    counter.enter()
    assert isinstance(counter.body, vm.FormBody)
    assert counter.body.form == ""


def test_a_paper_form_is_recorded_by_its_number() -> None:
    counter = Counter()
    counter.to_form()
    counter.do(vm.FormSubmitted(""))
    assert isinstance(counter.state, states.AtRequestForm)

    counter.do(vm.FormSubmitted("7"), vm.SignatureToggled())

    assert isinstance(counter.body, vm.CheckBody)
    assert counter.body.outcome == "ok"
    assert counter.body.issued_on == "令和8年11月24日"
    assert {row.outcome for row in counter.body.rows} == {"ok"}


def test_spoiled_sheets_are_recorded_and_issued_anew_under_new_numbers() -> None:
    counter = Counter()
    counter.to_collating()
    assert isinstance(counter.state, states.Collating)
    spoiled = counter.state.issue.numbers
    counter.press(vm.Action.SPOIL)
    assert isinstance(counter.body, vm.SpoilBody)
    assert not counter.primary.enabled
    counter.enter()
    assert isinstance(counter.state, states.Collating)

    counter.do(vm.SpoilReasonChosen("jam"))
    counter.enter()

    assert isinstance(counter.body, vm.CheckBody)
    counter.enter()
    assert isinstance(counter.state, states.Collating)
    assert not set(spoiled) & set(counter.state.issue.numbers)
    assert counter.sheets == [SheetState.SPOILED, SheetState.RESERVED]
    assert counter.screen.counts.spoiled == 1


def test_esc_leaves_the_spoiling_page_without_spoiling() -> None:
    counter = Counter()
    counter.to_paying()
    counter.press(vm.Action.SPOIL)
    counter.do(vm.SpoilReasonChosen("jam"), vm.BackPressed())

    assert isinstance(counter.body, vm.PaymentBody)
    assert counter.sheets == [SheetState.COLLATED]


def test_sheets_of_a_visitor_who_left_are_not_issued_anew() -> None:
    counter = Counter()
    counter.to_paying()
    counter.press(vm.Action.SPOIL)
    counter.do(vm.SpoilReasonChosen("visitor_left"))
    counter.enter()

    assert counter.body == vm.ClosedBody(number="001", outcome="withdrawn")
    assert counter.registry.calls.count("allot") == 1


def test_a_held_person_is_stopped_with_neutral_words() -> None:
    counter = Counter(flags={"r1": Flag.TENSHUTSU_YOTEI})
    counter.to_persons()
    counter.enter()

    assert counter.body == vm.HeldBody(number="001")
    assert counter.trouble == ""
    assert counter.screen.summary == vm.CaseSummary(number="001")
    assert not counter.screen.with_approval
    told = repr(counter.screen).lower().replace("with_approval=false", "")
    for word in ("restriction", "shien", "approval", "rules"):
        assert word not in told
    assert [case.ended for case in counter.registry.cases.values()] == ["held"]
    assert counter.screen.counts.refused == 1

    counter.enter()
    assert counter.shows(vm.ClosedBody(number="001", outcome="held"))


def test_a_concealed_person_is_held_without_a_word_and_without_a_name() -> None:
    counter = Counter(flags={"r1": Flag.SHIEN})
    counter.to_comparing()

    assert counter.body == vm.HeldBody(number="001")
    assert not [trace for trace in TRACES if trace in repr(counter.screen)]


def test_a_concealed_member_of_the_household_has_no_name_in_the_rows() -> None:
    counter = Counter(flags={"r2": Flag.SHIEN})
    counter.to_persons()

    assert isinstance(counter.body, vm.PersonsBody)
    assert counter.body.rows[1] == vm.PersonRow(
        resident_id="r2",
        name="",
        relationship="",
        birth="",
        included=False,
        held=True,
        concealed=True,
    )


@pytest.mark.parametrize("came_out", [True, False])
def test_an_uncertain_print_is_answered_sheet_by_sheet(*, came_out: bool) -> None:
    counter = Counter()
    counter.queue.ends = JobState.UNKNOWN
    counter.to_items()
    counter.do(vm.CopiesChanged(2))
    counter.enter()
    counter.press(vm.Action.PRINT_FORM)
    counter.do(vm.SignatureToggled(), vm.PrimaryPressed())
    assert isinstance(counter.state, states.PrintUncertain)
    first, second = counter.state.issue.numbers
    assert isinstance(counter.body, vm.UncertainPrintBody)
    assert counter.body.current == first
    assert counter.screen.cases[0].state == "uncertain"

    counter.do(vm.SheetAnswered(first, came_out=True))
    counter.enter()
    assert isinstance(counter.body, vm.UncertainPrintBody)
    assert counter.body.current == second
    counter.do(vm.SheetAnswered(second, came_out=came_out))
    counter.enter()

    assert isinstance(counter.state, states.Collating if came_out else states.Checked)
    told = ["reserved", "reserved"] if came_out else ["spoiled", "void"]
    assert [sheet.value for sheet in counter.sheets] == told
    assert len(counter.queue.submitted) == 2


def test_gateway_trouble_is_part_of_the_page_and_enter_asks_again_under_the_same_key() -> None:
    counter = Counter()
    counter.to_form()
    counter.press(vm.Action.PRINT_FORM)
    counter.registry.plan("check", Unavailable(FailureCode.GATEWAY_UNREACHABLE))
    counter.do(vm.SignatureToggled())

    assert isinstance(counter.body, vm.CheckBody)
    assert counter.trouble == FailureCode.GATEWAY_UNREACHABLE
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.RETRY)
    assert {vm.Action.BACK, vm.Action.WITHDRAW} <= counter.actions

    counter.enter()
    assert counter.trouble == ""
    assert isinstance(counter.state, states.Checked)


def test_an_uncertain_write_can_only_be_asked_again() -> None:
    counter = Counter()
    counter.to_paying()
    counter.registry.plan("record_payment", Uncertain(FailureCode.GATEWAY_SLOW), after_commit=True)
    counter.pay()

    assert counter.trouble == FailureCode.GATEWAY_SLOW
    assert not {vm.Action.BACK, vm.Action.WITHDRAW, vm.Action.SPOIL} & counter.actions
    unsent = next(chip for chip in counter.screen.top.chips if chip.device is vm.Device.UNSENT)
    assert (unsent.count, unsent.tone) == (1, vm.Tone.ATTENTION)
    assert isinstance(counter.state, states.Troubled)
    assert is_unsent(states.Parked(ref=counter.state.ref, turn=1, inside=counter.state, reason=""))

    counter.enter()
    assert isinstance(counter.body, vm.HandOverBody)
    assert len(counter.payments) == 1


def test_a_jam_speaks_beside_the_pages() -> None:
    counter = Counter()
    counter.queue.on_the_way = (DeviceState.PRINTING, DeviceState.JAMMED)

    counter.to_collating()

    jammed = [s for s in counter.window.screens if s.trouble and s.trouble.code == "PRINTER_JAMMED"]
    assert jammed
    body = jammed[0].body
    assert isinstance(body, vm.IssueBody)
    assert (body.phase, body.printer) == ("printing", "jammed")
    assert len(body.pages) == len(body.sheets) == 1


def test_a_cancelled_job_is_asked_for() -> None:
    counter = Counter()
    counter.queue.ends = JobState.CANCELLED
    counter.to_collating()

    assert isinstance(counter.body, vm.UncertainPrintBody)
    assert counter.trouble == FailureCode.PRINT_CANCELLED

"""The desk: what is written first, what is kept, what is forgotten."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.application.case_memory import CaseMemory
from counter_app.application.lanes_port import Lane
from counter_app.application.port_errors import Cancelled, PortError, Refused, Unavailable, Uncertain
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CredentialKind
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from counter_app.domain.issuance.certainty import Certainty
from counter_app.domain.issuance.values import CaseRef
from counter_app.domain.sheets import SpoilReason
from tests.fakes.readers import READER
from tests.unit.application.desk_under_test import CODE_B, DeskUnderTest

FULL = Unavailable(FailureCode.STORE_FULL)


def in_memory(memory: CaseMemory) -> list[Any]:
    return [memory.credential, memory.card, memory.pages, memory.seal, *memory.previews]


def test_a_case_goes_from_its_opening_to_its_closing_mark() -> None:
    under = DeskUnderTest()
    under.to_closed()

    assert under.desk.cases == {}
    assert under.sheets() == ["handed_over"]
    assert under.journal.open_cases() == ()
    assert under.queue.submitted[-1][1].startswith(b"P0 ")
    assert not under.bugs


def test_the_secret_typed_is_in_no_journal_entry_and_wiped_after_its_one_use() -> None:
    under = DeskUnderTest()
    under.to_credential()
    credential = under.type_code()

    assert bytes(credential.reveal()) == b""
    assert under.readers.spent == 1
    assert CODE_B not in "".join(entry.event_json for entry in under.journal.written)
    assert under.case.memory.card is not None


def test_an_effect_runs_only_when_its_event_is_on_disk() -> None:
    under = DeskUnderTest(Lane.STORE)
    under.open()

    assert under.registry.calls.count("open_case") == 0
    under.lanes.step()
    assert under.registry.calls.count("open_case") == 1
    assert [entry.event_type for entry in under.journal.written] == ["Opened"]


def test_what_the_clerk_did_and_cannot_be_written_does_not_happen_and_he_is_told() -> None:
    under = DeskUnderTest()
    under.open()
    under.journal.fault = FULL
    under.tell(clerk.PurposeChosen(purpose="pension"))

    assert isinstance(under.state, states.AtReception)
    assert under.case.trouble == FULL.failure
    assert under.changed[-1] == under.case_id
    assert under.case.unwritten == ()

    under.tell(clerk.PurposeChosen(purpose="pension"))
    assert isinstance(under.state, states.AwaitingCard)
    assert under.case.trouble is None
    assert not under.bugs


def test_an_answer_that_cannot_be_written_is_kept_and_written_when_asked_again() -> None:
    under = DeskUnderTest(Lane.NETWORK)
    under.open()
    under.journal.fault = FULL
    under.lanes.step()

    assert isinstance(under.state, states.Opening)
    assert [type(event) for event in under.case.unwritten] == [events.CaseNumbered]

    under.desk.write_again(under.case_id)
    assert isinstance(under.state, states.AtReception)
    assert under.case.trouble is None
    assert under.registry.calls.count("open_case") == 1


def test_a_kept_answer_comes_before_what_the_clerk_does_next() -> None:
    under = DeskUnderTest(Lane.NETWORK)
    under.open()
    under.journal.fault = FULL
    under.lanes.step()
    under.tell(clerk.PurposeChosen(purpose="pension"))

    assert isinstance(under.state, states.AwaitingCard)


def test_a_case_whose_opening_cannot_be_written_asks_nobody_until_it_is() -> None:
    under = DeskUnderTest()
    under.journal.fault = FULL
    under.open()

    assert under.registry.calls.count("open_case") == 0
    assert under.case.trouble == FULL.failure
    under.desk.write_again(under.case_id)
    assert isinstance(under.state, states.AtReception)
    assert [entry.event_type for entry in under.journal.written] == ["Opened", "CaseNumbered"]


def test_a_journal_that_breaks_in_an_unknown_way_is_a_bug_and_trouble() -> None:
    under = DeskUnderTest()
    under.open()
    under.journal.fault = KeyError("broken")  # type: ignore[assignment]
    under.tell(clerk.PurposeChosen(purpose="pension"))

    assert under.case.trouble is not None
    assert under.case.trouble.code is FailureCode.INTERNAL
    assert [type(bug) for bug in under.bugs] == [KeyError]


def test_a_secret_whose_typing_could_not_be_written_is_wiped() -> None:
    under = DeskUnderTest()
    under.to_credential()
    under.journal.fault = FULL
    credential = under.type_code()

    assert bytes(credential.reveal()) == b""
    assert under.case.memory.credential is None
    under.type_code()
    assert not isinstance(under.state, states.EnteringCredential)


def test_a_secret_typed_twice_or_where_none_is_asked_for_is_wiped_and_spends_nothing() -> None:
    under = DeskUnderTest(Lane.STORE)
    under.open()
    early = under.type_code()
    under.lanes.run_all()
    under.tell(clerk.PurposeChosen(purpose="pension"), events.CardInserted(reader=READER))
    under.lanes.run_all()
    first, second = under.type_code(), under.type_code()

    assert bytes(early.reveal()) == b""
    assert bytes(second.reveal()) == b""
    assert bytes(first.reveal()) == CODE_B.encode()
    under.lanes.run_all()
    assert under.readers.spent == 1
    assert not isinstance(under.state, states.Troubled)


def test_a_secret_of_the_kind_not_asked_for_is_wiped() -> None:
    under = DeskUnderTest()
    under.to_credential()
    under.tell(clerk.CredentialKindChosen(credential=CredentialKind.TEXT_PIN))
    credential = under.type_code()

    assert bytes(credential.reveal()) == b""
    assert under.case.memory.credential is None
    assert under.readers.spent == 0


def test_a_secret_for_a_case_that_is_gone_is_wiped() -> None:
    under = DeskUnderTest()
    under.case_id = "gone"
    assert bytes(under.type_code().reveal()) == b""


def test_a_card_read_after_the_case_was_left_leaves_nothing_behind() -> None:
    under = DeskUnderTest(Lane.CARD)
    under.to_credential()
    under.lanes.run_all()
    credential = under.type_code()
    under.tell(clerk.WentBack())
    under.lanes.run_all()

    assert isinstance(under.state, states.AwaitingCard)
    assert under.readers.spent == 0
    assert bytes(credential.reveal()) == b""
    assert not any(in_memory(under.case.memory))


@pytest.mark.parametrize("leave", [clerk.Withdrew(), clerk.PutAside(reason="queue"), clerk.WentBack()])
def test_every_exit_wipes_what_identification_left(leave: events.Event) -> None:
    under = DeskUnderTest()
    under.to_credential()
    under.type_code()
    memory = under.case.memory
    assert memory.card is not None
    under.tell(leave)

    assert not any(in_memory(memory))


def test_pages_and_seal_are_gone_when_sheets_are_spoiled() -> None:
    under = DeskUnderTest()
    under.to_collating()
    memory = under.case.memory
    assert memory.pages is not None
    assert memory.seal is None, "the seal served once"
    under.tell(clerk.SheetsSpoiled(reason=SpoilReason.JAM, reissue=False))

    assert not any(in_memory(memory))
    assert under.desk.cases == {}
    assert under.sheets() == ["spoiled"]
    assert under.registry.cases[under.case_id].ended == "withdrawn"


@pytest.mark.parametrize(
    ("error", "certainty"),
    [
        (Unavailable(FailureCode.GATEWAY_UNREACHABLE), Certainty.NOT_DONE),
        (Refused(FailureCode.GATEWAY_REFUSED), Certainty.NOT_DONE),
        (Cancelled(FailureCode.GATEWAY_SLOW), Certainty.NOT_DONE),
        (Uncertain(FailureCode.GATEWAY_SLOW), Certainty.UNKNOWN),
    ],
)
def test_a_ports_error_says_whether_it_may_have_happened(error: PortError, certainty: Certainty) -> None:
    under = DeskUnderTest()
    under.to_checked()
    under.registry.plan("allot", error)
    under.desk.issue(under.case_id)

    assert isinstance(under.state, states.Troubled)
    assert (under.state.failure, under.state.certainty) == (error.failure, certainty)
    assert not under.bugs


def test_a_bug_in_a_port_is_reported_and_leaves_the_outcome_unknown() -> None:
    under = DeskUnderTest()
    under.to_checked()
    under.queue.fault = ZeroDivisionError()  # type: ignore[assignment]
    under.desk.issue(under.case_id)

    assert isinstance(under.state, states.PrintUncertain)
    assert under.state.failure.code is FailureCode.INTERNAL
    assert [type(bug) for bug in under.bugs] == [ZeroDivisionError]


def test_retrying_a_write_asks_again_under_the_same_key() -> None:
    under = DeskUnderTest()
    under.to_checked()
    under.registry.plan("allot", Uncertain(FailureCode.GATEWAY_SLOW), after_commit=True)
    under.desk.issue(under.case_id)
    under.tell(clerk.WentBack())
    assert isinstance(under.state, states.Troubled), "no way back while numbers may be allotted"
    under.tell(clerk.Retried())

    assert isinstance(under.state, states.Collating)
    assert under.registry.calls.count("allot") == 2
    assert len(under.registry.issues) == 1, "the lost answer was found again, not a second issue made"


def test_a_case_withdrawn_while_its_allotment_is_in_doubt_leaves_no_number_reserved() -> None:
    under = DeskUnderTest()
    under.to_checked()
    under.registry.plan("allot", Uncertain(FailureCode.GATEWAY_SLOW), after_commit=True)
    under.desk.issue(under.case_id)
    assert under.sheets() == ["reserved"]
    under.tell(clerk.Withdrew())

    assert under.desk.cases == {}
    assert under.sheets() == ["void"]
    assert under.registry.cases[under.case_id].ended == "withdrawn"


def test_a_late_answer_is_dropped_and_never_journaled() -> None:
    under = DeskUnderTest(Lane.CARD)
    under.to_credential()
    under.tell(clerk.WentBack())
    under.lanes.run_all()

    assert isinstance(under.state, states.AwaitingCard)
    assert "CardLooked" not in {entry.event_type for entry in under.journal.written}


def test_a_case_is_withdrawn_only_once_the_gateway_has_said_whether_it_knows_of_it() -> None:
    under = DeskUnderTest(Lane.NETWORK)
    under.open()
    under.tell(clerk.Withdrew())
    assert isinstance(under.state, states.Opening)
    under.lanes.run_all()
    under.tell(clerk.Withdrew())
    under.lanes.run_all()

    assert under.desk.cases == {}
    assert under.registry.cases[under.case_id].ended == "withdrawn"


def test_a_case_that_may_have_been_opened_is_withdrawn_at_the_gateway() -> None:
    under = DeskUnderTest()
    under.registry.plan("open_case", Uncertain(FailureCode.GATEWAY_SLOW), after_commit=True)
    under.open()
    under.registry.plan("open_case", Unavailable(FailureCode.GATEWAY_UNREACHABLE))
    under.tell(clerk.Retried(), clerk.Withdrew())

    assert under.desk.cases == {}
    assert under.registry.cases[under.case_id].ended == "withdrawn"


def test_a_case_that_surely_was_not_opened_is_closed_here_alone() -> None:
    under = DeskUnderTest()
    under.registry.plan("open_case", Unavailable(FailureCode.GATEWAY_UNREACHABLE))
    under.open()
    under.tell(clerk.Withdrew())

    assert under.desk.cases == {}
    assert under.registry.calls.count("record_outcome") == 0


def test_what_means_nothing_in_a_state_is_ignored_and_not_written() -> None:
    under = DeskUnderTest()
    under.open()
    before = len(under.journal.written)
    under.tell(clerk.HandedOver())
    under.desk.issue(under.case_id)

    assert len(under.journal.written) == before
    under.desk.tell("no such case", clerk.HandedOver())
    under.desk.write_again("no such case")


def test_a_printers_own_account_reaches_the_case_while_it_prints() -> None:
    under = DeskUnderTest()
    under.queue.on_the_way = (under.queue.device,)
    under.to_collating()

    assert "DeviceReported" in {entry.event_type for entry in under.journal.written}


def test_a_cancelled_job_is_cancelled_at_the_printer_and_its_sheets_are_asked_for() -> None:
    under = DeskUnderTest(Lane.PRINTER)
    under.to_checked()
    while not isinstance(under.state, states.Printing):
        under.lanes.step() if under.lanes.waiting else _go_on(under)
    under.tell(clerk.PrintCancelled())
    under.lanes.run_all()

    assert isinstance(under.state, states.PrintUncertain)
    assert under.queue.cancelled == [under.state.job_id]


def _go_on(under: DeskUnderTest) -> None:
    if isinstance(under.state, states.AtRequestForm):
        under.tell(clerk.SignatureToggled(), clerk.CheckAsked())
    else:
        under.desk.issue(under.case_id)


@pytest.mark.parametrize(("fault", "bugs"), [(FULL, 0), (KeyError("broken"), 1)])
def test_a_closing_mark_that_fails_is_left_to_the_next_start(fault: Exception, bugs: int) -> None:
    under = DeskUnderTest(Lane.STORE)
    under.open()
    under.lanes.run_all()
    under.tell(clerk.Withdrew())
    while under.desk.cases:
        under.lanes.step()
    under.journal.fault = fault  # type: ignore[assignment]
    under.lanes.run_all()

    assert under.journal.open_cases() == (under.case_id,)
    assert len(under.bugs) == bugs


def test_a_case_of_the_journal_is_taken_up_and_shown() -> None:
    under = DeskUnderTest()
    held = states.Held(ref=CaseRef(case_id="old", visit_id="v"), turn=3, reason="restriction")
    under.desk.adopt("old", held)

    assert under.desk.cases["old"].state == held
    assert under.taken == [held]
    assert under.changed == ["old"]

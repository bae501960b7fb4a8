"""任意代理人: his papers and the original of the 委任状 at the counter, and his own name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import Agent, PaperEvidence
from counter_app.domain.issuance import states
from tests.fakes.approvals import FakeApprovalQueue
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import NAME
from ui import view_models as vm

AGENT_NAME, AGENT_ADDRESS = "川島　次郎", "架空県架空市字西２番地"
ENTRY = vm.AgentEntry(AGENT_NAME, AGENT_ADDRESS, "R8.10.30")
LICENCE = vm.PaperEntry("driving_licence", "0123", "R9.4.3")


def at_papers() -> Counter:
    counter = Counter()
    counter.to_reception()
    counter.do(vm.RequesterChosen("AGENT"), vm.ReceptionSubmitted("", ""), vm.PaperToggled("driving_licence"))
    return counter


def submitted(counter: Counter, entry: vm.AgentEntry | None = ENTRY) -> None:
    counter.do(vm.PapersSubmitted("わたなべ くずみ", "S60.4.3", (LICENCE,), entry))


def at_comparing() -> Counter:
    counter = at_papers()
    counter.do(vm.OriginalToggled())
    submitted(counter)
    return counter


def at_items() -> Counter:
    counter = at_comparing()
    counter.do(vm.SpokenToggled("name"), vm.SpokenToggled("birth_date"))
    counter.enter()
    counter.enter()
    return counter


def papers(counter: Counter) -> vm.PapersBody:
    assert isinstance(counter.body, vm.PapersBody)
    return counter.body


def fault(counter: Counter) -> str:
    agent = papers(counter).agent
    assert agent is not None
    return agent.fault


def test_an_agent_goes_straight_to_his_papers_and_no_card_is_asked_for() -> None:
    counter = at_papers()

    assert papers(counter).agent == vm.AgentFields()
    assert vm.Action.WITH_CARD not in counter.actions
    assert counter.screen.summary is not None
    assert counter.screen.summary.requester == "AGENT"


def test_who_asks_for_himself_is_not_asked_for_a_mandate() -> None:
    counter = Counter()
    counter.to_card()
    counter.press(vm.Action.WITHOUT_CARD)

    assert papers(counter).agent is None


def test_what_was_typed_of_agent_and_mandate_is_the_evidence() -> None:
    counter = at_comparing()

    assert isinstance(counter.state, states.Comparing)
    evidence = counter.state.evidence
    assert isinstance(evidence, PaperEvidence)
    assert evidence.agent == Agent(
        name=AGENT_NAME, address=AGENT_ADDRESS, mandate_date="2026-10-30", original_seen=True
    )
    assert counter.state.resident_id == "r1"


@pytest.mark.parametrize(
    ("day", "said", "trouble"),
    [
        ("R8.2.30", "mandate_date", FailureCode.DATE_UNREADABLE),
        ("", "mandate_date", FailureCode.DATE_UNREADABLE),
        ("R8.11.25", "mandate_later", ""),
    ],
)
def test_a_mandate_of_no_day_or_of_a_day_to_come_goes_no_further(day: str, said: str, trouble: str) -> None:
    counter = at_papers()
    counter.do(vm.OriginalToggled())

    submitted(counter, replace(ENTRY, mandate_date=day))

    assert (fault(counter), counter.trouble) == (said, trouble)
    assert "find_residents" not in counter.registry.calls
    agent = papers(counter).agent
    assert agent is not None
    assert (agent.name, agent.mandate_date) == (AGENT_NAME, day)


def test_a_mandate_of_today_counts() -> None:
    counter = at_papers()
    counter.do(vm.OriginalToggled())

    submitted(counter, replace(ENTRY, mandate_date="R8.11.24"))

    assert isinstance(counter.body, vm.CompareBody)


def test_a_copy_of_the_mandate_goes_no_further_until_the_original_was_seen() -> None:
    counter = at_papers()
    submitted(counter)
    assert fault(counter) == "original"

    counter.do(vm.OriginalToggled())
    assert fault(counter) == ""
    submitted(counter)

    assert isinstance(counter.body, vm.CompareBody)


@pytest.mark.parametrize(
    "entry", [None, replace(ENTRY, name=" "), replace(ENTRY, address="")], ids=["none", "nameless", "nowhere"]
)
def test_without_the_agents_name_and_address_nothing_is_looked_up(entry: vm.AgentEntry | None) -> None:
    counter = at_papers()
    counter.do(vm.OriginalToggled())

    submitted(counter, entry)

    assert isinstance(counter.state, states.EnteringPapers)
    assert "find_residents" not in counter.registry.calls


def test_the_person_compared_is_who_gave_the_mandate_and_the_agent_stands_beside() -> None:
    counter = at_comparing()

    assert isinstance(counter.body, vm.CompareBody)
    assert (counter.body.agent_name, counter.body.agent_address) == (AGENT_NAME, AGENT_ADDRESS)
    assert next(row.register for row in counter.body.rows if row.attribute == "name") == NAME
    assert counter.screen.summary is not None
    assert (counter.screen.summary.requester, counter.screen.summary.agent) == ("AGENT", AGENT_NAME)


def test_a_step_back_leaves_agent_and_mandate_as_they_were_typed() -> None:
    counter = at_comparing()

    counter.do(vm.BackPressed())

    assert papers(counter).agent == vm.AgentFields(
        name=AGENT_NAME, address=AGENT_ADDRESS, mandate_date="令和8年10月30日", original_seen=True
    )
    assert papers(counter).agent is not None
    submitted(counter, vm.AgentEntry(AGENT_NAME, AGENT_ADDRESS, "令和8年10月30日"))
    assert isinstance(counter.body, vm.CompareBody)


def test_the_two_numbers_are_not_offered_to_an_agent() -> None:
    counter = at_items()

    assert isinstance(counter.body, vm.ItemsBody)
    assert not {"my_number", "resident_code"} & {tick.code for tick in counter.body.items}
    assert counter.body.without_numbers


def test_they_are_offered_to_the_person_himself_by_his_card() -> None:
    counter = Counter()
    counter.to_items()

    assert isinstance(counter.body, vm.ItemsBody)
    assert {"my_number", "resident_code"} <= {tick.code for tick in counter.body.items}
    assert not counter.body.without_numbers


def test_the_form_is_the_agents_and_names_who_gave_the_mandate() -> None:
    counter = at_items()
    counter.press(vm.Action.PRINT_FORM)

    assert isinstance(counter.body, vm.FormBody)
    form = counter.body
    assert (form.requester_name, form.address, form.birth) == (AGENT_NAME, AGENT_ADDRESS, "")
    assert form.for_name == NAME


def test_a_further_request_of_the_visit_shows_the_mandate_again_or_the_agents_own_card() -> None:
    counter = at_items()
    counter.press(vm.Action.NEXT_REQUEST)
    counter.do(vm.PurposeChosen("bank"))
    assert counter.primary.label is vm.Primary.TO_IDENTITY
    again = counter.screen.case_id

    counter.do(vm.ReceptionSubmitted("", ""))
    assert isinstance(counter.state, states.AwaitingCard)

    counter.do(vm.BackPressed(), vm.RequesterChosen("AGENT"), vm.ReceptionSubmitted("", ""))
    assert counter.screen.case_id == again
    assert papers(counter).agent == vm.AgentFields()


def test_an_agents_request_waits_for_approval_and_he_states_his_own_name_at_the_end() -> None:
    counter = at_items()
    counter.press(vm.Action.PRINT_FORM)
    counter.do(vm.SignatureToggled())
    assert isinstance(counter.body, vm.CheckBody)
    assert [row.rule for row in counter.body.rows if row.outcome == "approval"] == ["requester"]
    counter.enter()
    (approval_id,) = counter.approvals.all
    queue = FakeApprovalQueue(counter.approvals)
    record = queue.read(approval_id)
    queue.approve("k", record, record.p0_sha256)
    counter.presenter.approval_moved(approval_id)
    counter.lanes.run_all()

    counter.scan()
    counter.pay()

    assert isinstance(counter.body, vm.HandOverBody)
    assert (counter.body.name, counter.body.by_agent) == (AGENT_NAME, True)

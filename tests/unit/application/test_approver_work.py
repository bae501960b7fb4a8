"""What an approver does, lane by lane: asked over the network, drawn where pages are drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.application.approver_work import (
    APPROVING,
    ApproverDesk,
    ApproverWork,
    Examined,
    drawn,
)
from counter_app.application.lanes_port import Lane
from counter_app.application.port_errors import Refused
from counter_app.application.registry_port import Role
from counter_app.domain.approvals import ReturnReason
from counter_app.domain.failures import FailureCode
from tests.fakes.lanes import FakeLanes
from tests.fakes.pages import FakePages
from tests.fakes.planted_queue import PlantedQueue
from tests.unit.presenters.approver_under_test import APPROVER, record


class Work:
    """An approver's work on fakes, and what came back."""

    def __init__(self) -> None:
        self.queue, self.pages, self.lanes = PlantedQueue(), FakePages(), FakeLanes()
        self.queue.put(record())
        desk = ApproverDesk(queue=self.queue, pages=self.pages, staff=APPROVER)
        self.work = ApproverWork(desk, self.lanes)
        self.answers: list[object] = []
        self.errors: list[BaseException | None] = []

    def then(self, value: object, error: BaseException | None) -> None:
        self.answers.append(value)
        self.errors.append(error)


def test_only_a_supervisor_approves() -> None:
    assert frozenset({Role.SUPERVISOR}) == APPROVING


def test_a_record_is_read_over_the_network_and_its_page_drawn_beside_the_printer() -> None:
    at = Work()
    at.work.examine("a030", at.then)

    assert [at.lanes.step(), at.lanes.step()] == [Lane.NETWORK, Lane.PRINTER]
    examined = at.answers[0]
    assert isinstance(examined, Examined)
    assert examined.failure is None
    at.work.show_sheet(examined, 1, at.then)
    assert at.lanes.step() is Lane.PRINTER
    assert at.errors == [None, None]


def test_a_record_that_cannot_be_read_is_never_drawn() -> None:
    at = Work()
    at.queue.fault = Refused(FailureCode.APPROVER_IS_MAKER)
    at.work.examine("a030", at.then)
    at.lanes.run_all()

    assert at.answers == [None]
    assert isinstance(at.errors[0], Refused)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, None),
        ({"p0_sha256": "ab" * 32}, FailureCode.APPROVAL_DIFFERS),
        ({"renderer_id": "older"}, FailureCode.RENDERER_DIFFERS),
        ({"renderer_id": "older", "p0_sha256": "ab" * 32}, FailureCode.RENDERER_DIFFERS),
        ({"fee": 1}, None),
    ],
)
def test_the_page_drawn_here_is_held_against_the_counters(
    changes: dict[str, object], code: FailureCode | None
) -> None:
    examined = drawn(replace(record(), **changes), FakePages())  # type: ignore[arg-type]

    assert (examined.failure and examined.failure.code) == code
    assert examined.pages is not None


def test_one_byte_of_the_record_makes_another_page() -> None:
    one = record()
    first, *others = one.model.persons
    persons = (replace(first, birth=first.birth.replace("3", "4")), *others)

    examined = drawn(replace(one, model=replace(one.model, persons=persons)), FakePages())

    assert examined.failure is not None
    assert examined.failure.code is FailureCode.APPROVAL_DIFFERS


def test_a_page_that_cannot_be_drawn_says_why() -> None:
    pages = FakePages()
    pages.fault = Refused(FailureCode.TEXT_DOES_NOT_FIT, field="name")

    examined = drawn(record(), pages)

    assert examined.pages is None
    assert examined.failure is not None
    assert examined.failure.code is FailureCode.TEXT_DOES_NOT_FIT


def test_a_decision_is_sent_under_a_key_that_is_its_own() -> None:
    keys = set()
    for staff in (APPROVER, replace(APPROVER, staff_id="2004")):
        at = Work()
        at.work.desk = replace(at.work.desk, staff=staff)
        errors: list[BaseException | None] = []
        at.work.approve(drawn(record(), at.pages), errors.append)
        assert at.lanes.step() is Lane.NETWORK
        assert errors == [None]
        keys.add(at.queue.approved["a030"][0])
    assert len(keys) == 2


def test_a_return_carries_its_reason() -> None:
    at = Work()
    errors: list[BaseException | None] = []
    at.work.give_back("a030", ReturnReason.PAPERS, errors.append)
    at.work.give_back("a030", ReturnReason.ITEMS, errors.append)
    at.lanes.run_all()

    assert at.queue.returned["a030"][1] is ReturnReason.PAPERS
    assert errors[0] is None
    assert isinstance(errors[1], Refused)


def test_nothing_of_a_record_is_in_what_an_error_would_print() -> None:
    examined = drawn(record(), FakePages())

    assert "渡邉" not in repr(examined)
    assert "川島" not in repr(examined)

"""One case that no page can show, whatever brought it into the journal, stops nobody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.issuance import states
from counter_app.domain.residents import RecordedDate
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.test_every_state import REF, made
from tests.unit.presenters.town import HOUSEHOLD
from ui import view_models as vm


def comparing(*, as_of: str = HOUSEHOLD.as_of, birth: str = "1985-04-03") -> states.Comparing:
    """A case at its comparison, with a household as an older program may have let it in."""
    members = tuple(
        member
        if member.resident is None
        else replace(member, resident=replace(member.resident, birth=RecordedDate(iso=birth)))
        for member in HOUSEHOLD.members
    )
    state = made(states.Comparing)
    assert isinstance(state, states.Comparing)
    return replace(
        state, ref=replace(REF, number="002"), household=replace(HOUSEHOLD, members=members, as_of=as_of)
    )


BAD = [comparing(as_of="yesterday"), comparing(birth="1850-01-01"), comparing(birth="soon")]


@pytest.mark.parametrize("bad", BAD)
def test_a_case_that_cannot_be_shown_stops_no_other(bad: states.Comparing) -> None:
    counter = Counter()
    counter.desk.adopt("bad", bad)
    counter.desk.adopt("good", made(states.Collating))

    counter.do(vm.CaseSelected("good"))

    assert isinstance(counter.body, vm.CollateBody)
    assert [(row.number, row.state) for row in counter.screen.cases] == [
        ("002", "identity"),
        ("001", "collate"),
    ]


@pytest.mark.parametrize("bad", BAD)
def test_a_case_that_cannot_be_shown_says_so_and_the_counter_goes_on(bad: states.Comparing) -> None:
    counter = Counter()
    counter.desk.adopt("bad", bad)

    counter.do(vm.CaseSelected("bad"))
    counter.presenter.tick()

    assert counter.body == vm.ClosedBody(number="002", outcome="unreadable")
    assert counter.screen.case_id == ""
    assert len(counter.program.bugs) == 1
    counter.enter()
    assert isinstance(counter.body, vm.ReceptionBody)
    assert counter.state.ref.number == "001"
    assert counter.desk.cases["bad"].state == bad

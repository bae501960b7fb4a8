"""A page is printed only on a release that is of now: asked for anew at each try, a minute old at most."""

from __future__ import annotations

import pytest

from counter_app.application.effect_work import SEAL_SECONDS
from counter_app.application.lanes_port import Lane
from counter_app.application.port_errors import Unavailable, Uncertain
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import states
from counter_app.domain.restrictions import Flag
from tests.unit.application.desk_under_test import DeskUnderTest


def pages_sent(under: DeskUnderTest) -> list[str]:
    return [name for name, _ in under.queue.submitted if name.startswith("issue-")]


def trouble(under: DeskUnderTest) -> tuple[type[states.WaitingState], FailureCode]:
    assert isinstance(under.state, states.Troubled)
    return type(under.state.waiting), under.state.failure.code


def test_a_flag_that_came_while_the_printer_was_away_stops_the_second_try() -> None:
    under = DeskUnderTest()
    under.to_checked()
    under.queue.fault = Unavailable(FailureCode.PRINTER_UNREACHABLE)
    under.desk.issue(under.case_id)
    assert trouble(under) == (states.Spooling, FailureCode.PRINTER_UNREACHABLE)

    under.town.flags["r1"] = frozenset({Flag.SHIEN})
    under.tell(clerk.Retried())

    assert isinstance(under.state, states.Held)
    assert under.sheets() == ["void"]
    assert pages_sent(under) == []


def test_a_flag_that_came_after_a_release_whose_answer_was_lost_stops_the_next_one() -> None:
    under = DeskUnderTest()
    under.to_checked()
    under.registry.plan("release", Uncertain(FailureCode.GATEWAY_SLOW), after_commit=True)
    under.desk.issue(under.case_id)
    under.town.flags["r1"] = frozenset({Flag.SHIEN})
    under.tell(clerk.Retried())

    assert isinstance(under.state, states.Held)
    assert under.sheets() == ["void"]
    assert pages_sent(under) == []


def run_until_released(under: DeskUnderTest) -> None:
    under.to_checked()
    while not isinstance(under.state, states.Spooling):
        if under.lanes.waiting:
            under.lanes.step()
        elif isinstance(under.state, states.AtRequestForm):
            under.tell(clerk.SignatureToggled(), clerk.CheckAsked())
        else:
            under.desk.issue(under.case_id)


@pytest.mark.parametrize(("waited", "sent"), [(SEAL_SECONDS, 1), (SEAL_SECONDS + 1, 0)])
def test_a_release_older_than_a_minute_prints_nothing_and_is_asked_for_anew(waited: float, sent: int) -> None:
    under = DeskUnderTest(Lane.PRINTER)
    run_until_released(under)
    under.clock.advance(waited)
    under.lanes.step()
    assert len(pages_sent(under)) == sent
    if not sent:
        assert trouble(under) == (states.Spooling, FailureCode.RELEASE_EXPIRED)
        under.tell(clerk.Retried())
    under.lanes.run_all()

    assert isinstance(under.state, states.Collating)
    assert len(pages_sent(under)) == 1
    assert under.registry.calls.count("release") == 2 - sent

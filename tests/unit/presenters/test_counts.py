"""The counts at the left never say more than this program saw."""

from __future__ import annotations

from datetime import timedelta

from tests.fakes.clock import FakeClock
from tests.unit.presenters.counter_under_test import Counter
from ui import view_models as vm
from ui.presenters.caseload import Caseload


def test_counts_say_since_when_they_are_counted() -> None:
    counter = Counter()
    opened = counter.clock.now()
    counter.to_closed()

    day, since = opened.date().isoformat(), f"{opened:%H:%M}"
    assert counter.screen.counts == vm.Counts(day=day, since=since, handed_over=1)


def test_a_program_started_again_counts_from_its_own_start() -> None:
    morning, noon = Caseload(vm.Counts()), Caseload(vm.Counts())
    opened = FakeClock().now()

    first = morning.counted(opened)
    second = noon.counted(opened + timedelta(hours=3))

    assert (first.since, second.since) == (f"{opened:%H:%M}", f"{opened + timedelta(hours=3):%H:%M}")
    assert morning.counted(opened + timedelta(hours=3)).since == first.since


def test_a_new_day_begins_with_nothing() -> None:
    counter = Counter()
    counter.to_closed()

    counter.clock.advance(timedelta(days=1).total_seconds())
    counter.presenter.tick()
    counter.lanes.run_all()

    assert counter.screen.counts.handed_over == 0
    assert counter.screen.counts.day == counter.clock.now().date().isoformat()


def test_signing_out_and_in_again_forgets_no_count() -> None:
    counter = Counter()
    counter.to_closed()

    counter.presenter.end()
    counter.presenter.begin(counter.desk)

    assert counter.screen.counts.handed_over == 1

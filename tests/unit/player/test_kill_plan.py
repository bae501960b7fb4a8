"""Which points a run kills at: all sides before any twice, and the same again for the same seed."""

from __future__ import annotations

from collections import Counter

from player.chaos.kill_points import How, Kind
from player.chaos.plan import EACH_SIDE, Victim, plan_of

COUNTS = {
    Kind.JOURNAL: 5,
    Kind.REQUEST: 3,
    Kind.ANSWER: 3,
    Kind.PRINT: 1,
    Kind.PRINTED: 1,
    Kind.CARD: 4,
    Kind.TOLD: 4,
}
SIDES = 2 * (5 + 3 + 3 + 1 + 1)


def test_every_side_has_its_turn_before_any_has_its_second() -> None:
    first = plan_of(7, How.KILL, COUNTS, SIDES).points
    assert len(set(first)) == SIDES


def test_a_whole_run_has_each_side_three_times() -> None:
    plan = plan_of(7, How.POWER, COUNTS, 10_000)
    assert set(Counter(plan.points).values()) == {EACH_SIDE}
    assert plan.sides == SIDES


def test_a_seed_gives_the_same_order_again_and_another_seed_another() -> None:
    plan = plan_of(7, How.KILL, COUNTS, 20)
    assert plan_of(7, How.KILL, COUNTS, 20) == plan
    assert plan_of(8, How.KILL, COUNTS, 20).points != plan.points


def test_a_disk_fails_before_an_entry_of_the_journal_only() -> None:
    points = plan_of(7, How.FULL, COUNTS, 10_000).points
    assert {(point.kind, point.side) for point in points} == {(Kind.JOURNAL, 0)}
    assert len(set(points)) == COUNTS[Kind.JOURNAL]


def test_the_card_service_dies_at_commands_to_the_card_and_the_printer_at_jobs() -> None:
    reader = plan_of(7, How.KILL, COUNTS, 10_000, Victim.PCSCD)
    assert {point.kind for point in reader.points} == {Kind.CARD, Kind.TOLD}
    assert reader.sides == 16
    printer = plan_of(7, How.KILL, COUNTS, 10_000, Victim.PRINTER)
    assert {point.kind for point in printer.points} == {Kind.PRINT, Kind.PRINTED}

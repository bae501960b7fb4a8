"""One printer, one open job: the next issue prints when the last one's sheets are accounted for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.failures import FailureCode
from counter_app.domain.restrictions import Flag
from counter_app.domain.sheets import SheetOutcome, SheetState, SpoilReason
from gateway.counter.allotting import Allotment
from gateway.counter.closing import record_sheets
from gateway.counter.releasing import release
from gateway.refusals import Refusal
from tests.unit.gateway.desk import NEXT_PLACE, OTHER_CLERK, Desk, request


def _release(desk: Desk, issue: Allotment) -> None:
    desk.write(lambda tx: release(tx, desk.act, issue.issue_id, "a" * 64, "build-1"))


def _record(desk: Desk, issue: Allotment, *states: SheetState, sheets: int = 9) -> None:
    for state in states:
        reason = SpoilReason.JAM if state in (SheetState.SPOILED, SheetState.VOID) else None
        outcomes = tuple(
            SheetOutcome(number=stamp.number, state=state, reason=reason) for stamp in issue.stamps[:sheets]
        )
        desk.write(lambda tx: record_sheets(tx, desk.act, issue.issue_id, outcomes))  # noqa: B023 - runs now


def _is_refused(desk: Desk, issue: Allotment) -> bool:
    try:
        _release(desk, issue)
    except Refusal as refusal:
        return (refusal.status, refusal.code) == (409, FailureCode.PRINTER_BUSY)
    return False


@pytest.mark.parametrize(
    ("steps", "busy"),
    [
        ((), True),
        ((SheetState.SPOOLED,), True),
        ((SheetState.SPOOLED, SheetState.COLLATED), False),
        ((SheetState.SPOOLED, SheetState.SPOILED), False),
        ((SheetState.SPOOLED, SheetState.VOID), False),
        ((SheetState.VOID,), False),
    ],
)
def test_the_next_issue_waits_until_every_sheet_is_collated_or_has_ended(
    desk: Desk, steps: tuple[SheetState, ...], busy: bool
) -> None:
    first, second = desk.allot(desk.open()), desk.allot(desk.open())
    _release(desk, first)

    _record(desk, first, *steps)

    assert _is_refused(desk, second) is busy


def test_one_sheet_of_several_left_is_enough_to_wait_for(desk: Desk) -> None:
    case_id = desk.open()
    first, second = desk.allot(case_id, request(case_id, copies=2)), desk.allot(desk.open())
    _release(desk, first)
    _record(desk, first, SheetState.SPOOLED)
    _record(desk, first, SheetState.COLLATED, sheets=1)

    assert _is_refused(desk, second)


def test_numbers_allotted_and_never_released_keep_nobody_waiting(desk: Desk) -> None:
    desk.allot(desk.open())

    assert not _is_refused(desk, desk.allot(desk.open()))


def test_sheets_left_open_yesterday_are_still_in_the_way_today(desk: Desk) -> None:
    _release(desk, desk.allot(desk.open()))
    desk.clock.forward(days=1)

    assert _is_refused(desk, desk.allot(desk.open()))


def test_it_is_the_printer_that_is_busy_whoever_works_at_it(desk: Desk) -> None:
    _release(desk, desk.allot(desk.open()))
    colleague = replace(desk, act=desk.as_staff(OTHER_CLERK))

    assert _is_refused(colleague, colleague.allot(colleague.open()))


def test_another_terminal_has_its_own_printer(desk: Desk) -> None:
    _release(desk, desk.allot(desk.open()))
    neighbour = replace(desk, act=replace(desk.act, place=NEXT_PLACE))

    assert not _is_refused(neighbour, neighbour.allot(neighbour.open()))


def test_a_flag_is_told_before_the_printer(desk: Desk) -> None:
    first, second = desk.allot(desk.open()), desk.allot(desk.open())
    _release(desk, first)
    desk.core.set_flags("R1", frozenset({Flag.SHIEN}))

    with pytest.raises(Refusal) as refused:
        _release(desk, second)

    assert refused.value.code is FailureCode.ISSUE_HELD

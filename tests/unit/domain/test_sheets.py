"""A sheet's life has one direction."""

from __future__ import annotations

import pytest

from counter_app.domain.sheets import Payment, PaymentMethod, SheetState, may_become

S = SheetState
ALLOWED = {
    (S.RESERVED, S.SPOOLED),
    (S.RESERVED, S.VOID),
    (S.SPOOLED, S.COLLATED),
    (S.SPOOLED, S.SPOILED),
    (S.SPOOLED, S.VOID),
    (S.COLLATED, S.HANDED_OVER),
    (S.COLLATED, S.SPOILED),
}


@pytest.mark.parametrize("now", list(S))
@pytest.mark.parametrize("then", list(S))
def test_only_the_listed_steps_of_a_sheet_are_possible(now: SheetState, then: SheetState) -> None:
    assert may_become(now, then) is ((now, then) in ALLOWED)


@pytest.mark.parametrize("end", [S.HANDED_OVER, S.SPOILED, S.VOID])
def test_an_end_is_an_end(end: SheetState) -> None:
    assert not any(may_become(end, then) for then in S)


def test_change_is_what_was_given_too_much() -> None:
    assert Payment(method=PaymentMethod.CASH, amount=300, received=1000).change == 700

"""An approver's key is trusted on first use, at his terminal, under his own sign-in, and then no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gateway.clock import stamp
from gateway.counter.approver_keys import key_in_use, register_key, take_out_of_use
from gateway.refusals import Refusal
from tests.unit.gateway.approvers import CHIEF, DEPUTY, Approver, approver
from tests.unit.gateway.desk import NEXT_PLACE, PLACE, TOWN, Desk


def test_the_first_key_is_put_on_record_and_the_same_again_changes_nothing(hall: Desk) -> None:
    chief = Approver(desk=hall)

    assert [chief.register(), chief.register()] == [1, 0]

    with hall.store.reading() as tx:
        assert key_in_use(tx, TOWN, CHIEF.staff_id, chief.key.thumbprint()) == chief.jwk()
        assert key_in_use(tx, TOWN, DEPUTY.staff_id, chief.key.thumbprint()) is None
        assert key_in_use(tx, "999996", CHIEF.staff_id, chief.key.thumbprint()) is None


def test_a_second_key_at_the_same_terminal_is_refused_until_the_first_is_out_of_use(hall: Desk) -> None:
    approver(hall)
    second = Approver(desk=hall)

    with pytest.raises(Refusal, match="another key"):
        second.register()
    at = stamp(hall.clock)
    gone = hall.write(lambda tx: take_out_of_use(tx, TOWN, CHIEF.staff_id, NEXT_PLACE.terminal, at))

    assert (gone, second.register()) == (1, 1)


def test_at_another_terminal_he_has_another_key(hall: Desk) -> None:
    approver(hall)

    assert Approver(desk=hall, place=PLACE).register() == 1


def test_the_key_of_one_approver_is_never_anothers(hall: Desk) -> None:
    chief = approver(hall)

    with pytest.raises(Refusal, match="somebody else's"):
        Approver(desk=hall, staff=DEPUTY, key=chief.key).register()


def test_a_key_out_of_use_does_not_come_back(hall: Desk) -> None:
    chief = approver(hall)
    at = stamp(hall.clock)
    hall.write(lambda tx: take_out_of_use(tx, TOWN, CHIEF.staff_id, NEXT_PLACE.terminal, at))

    with pytest.raises(Refusal, match="out of use"):
        chief.register()


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda jwk: {**jwk, "kid": "A" * 43},
        lambda jwk: {**jwk, "x": jwk["y"]},
        lambda jwk: {**jwk, "x": "A" * 43, "y": "A" * 43},
    ],
    ids=["another name", "off the curve", "nothing"],
)
def test_what_is_no_key_is_refused(hall: Desk, spoiled: Callable[[dict[str, str]], dict[str, str]]) -> None:
    chief = Approver(desk=hall)
    jwk = spoiled(chief.jwk())

    with pytest.raises(Refusal) as refused:
        hall.write(lambda tx: register_key(tx, chief.act, jwk))

    assert refused.value.status == 409

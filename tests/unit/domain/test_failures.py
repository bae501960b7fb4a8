"""Codes that can be read out on the telephone, and facts without persons."""

from __future__ import annotations

import re

import pytest

from counter_app.application.port_errors import Cancelled, PortError, Refused, Unavailable, Uncertain
from counter_app.domain.failures import Failure, FailureCode


@pytest.mark.parametrize("code", list(FailureCode))
def test_a_code_is_its_own_name_in_capitals(code: FailureCode) -> None:
    assert code.value == code.name
    assert re.fullmatch(r"[A-Z]+(_[A-Z]+)*", code)


def test_a_failure_has_no_facts_unless_told_and_shares_them_with_no_other() -> None:
    one, other = Failure(code=FailureCode.INTERNAL), Failure(code=FailureCode.INTERNAL)
    assert one == other
    assert one.facts == {}
    assert one.facts is not other.facts


@pytest.mark.parametrize("kind", [Unavailable, Refused, Uncertain, Cancelled])
def test_a_port_error_carries_its_failure(kind: type[PortError]) -> None:
    error = kind(FailureCode.CARD_CODE_WRONG, tries_left="2")
    assert error.failure == Failure(code=FailureCode.CARD_CODE_WRONG, facts={"tries_left": "2"})
    assert str(error) == "CARD_CODE_WRONG"

"""Before a page is rendered, its codes are read and its fee is compared: what differs never prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from counter_app.application.issue_check import check_issue
from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import states
from counter_app.domain.issuance.values import Issue
from counter_app.domain.sheet_code import SheetClaims
from counter_app.domain.sheets import SpoilReason
from tests.fakes.pages import FakeSheetCodes, fake_code
from tests.unit.application.desk_under_test import DeskUnderTest, with_codes
from tests.unit.domain.case_samples import ISSUE

CODED = with_codes(ISSUE)
NUMBER = CODED.stamps[0].number
OTHER_NUMBER = NUMBER.replace("-000071-", "-000072-")
OTHER_TOWN = NUMBER.replace("999997-", "999998-")
OTHER_DAY = replace(CODED.model, issued_on="2026-11-25")


class OtherTownsCodes:
    """Implements ``SheetCodes`` with keys of which none has signed."""

    def read(self, text: str) -> SheetClaims:
        raise Refused(FailureCode.CODE_INVALID)


def _coded(issue: Issue, code: str) -> Issue:
    return replace(issue, stamps=(replace(issue.stamps[0], code=code), *issue.stamps[1:]))


def _numbered(issue: Issue, number: str) -> Issue:
    stamp = replace(issue.stamps[0], number=number)
    return with_codes(replace(issue, stamps=(stamp, *issue.stamps[1:])))


def test_an_issue_whose_codes_speak_of_its_sheets_passes() -> None:
    check_issue(CODED, FakeSheetCodes())


@pytest.mark.parametrize(
    ("changed", "difference"),
    [
        (lambda issue: replace(issue, fee=issue.fee + 100), "fee"),
        (lambda issue: replace(issue, fee=0), "fee"),
        (lambda issue: _coded(issue, ""), "code"),
        (lambda issue: _coded(issue, "CODE"), "code"),
        (lambda issue: _coded(issue, fake_code(OTHER_NUMBER, issue.job, issue.model)), "code"),
        (lambda issue: _coded(issue, fake_code(NUMBER, "ff" * 8, issue.model)), "code"),
        (lambda issue: _coded(issue, fake_code(NUMBER, issue.job, OTHER_DAY)), "code"),
        (lambda issue: _coded(issue, f"{NUMBER}|{issue.job}"), "code"),
        (lambda issue: _coded(issue, issue.stamps[0].code.replace("|J02|", "|J01|")), "code"),
        (lambda issue: _numbered(issue, OTHER_TOWN), "code"),
        (lambda issue: replace(issue, job="ff" * 8), "code"),
        (lambda issue: with_codes(replace(issue, model=OTHER_DAY)), "code"),
    ],
)
def test_an_issue_that_is_not_what_was_decided_is_refused(
    changed: Callable[[Issue], Issue], difference: str
) -> None:
    with pytest.raises(Refused) as refused:
        check_issue(changed(CODED), FakeSheetCodes())

    assert refused.value.failure.code is FailureCode.PAGE_DIFFERS_FROM_RECORD
    assert refused.value.failure.facts == {"difference": difference}


def test_nothing_is_printed_under_a_code_that_the_town_did_not_sign_and_its_sheets_become_void() -> None:
    under = DeskUnderTest()
    under.desk.desk = replace(under.desk.desk, codes=OtherTownsCodes())
    under.to_collating()

    assert isinstance(under.state, states.Troubled)
    assert isinstance(under.state.waiting, states.Rendering)
    assert under.state.failure.code is FailureCode.PAGE_DIFFERS_FROM_RECORD
    assert under.bugs == []
    assert [name for name, _ in under.queue.submitted if name.startswith("issue")] == []
    assert "release" not in under.registry.calls

    under.tell(clerk.SheetsSpoiled(reason=SpoilReason.NOT_PRINTED, reissue=False))

    assert set(under.sheets()) == {"void"}

"""Who stands here: by number B, by PIN, by papers, and what is wrong with each."""

from __future__ import annotations

import pytest

from counter_app.application.card_port import Credential
from counter_app.application.recovery import replay
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.store.event_codec import read_event
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import PIN, card
from ui import view_models as vm


def test_a_case_by_pin_shows_no_photo_and_says_how() -> None:
    counter = Counter()
    counter.to_credential()
    counter.press(vm.Action.VISITOR_PIN)
    assert counter.body == vm.CredentialBody(kind="text_pin", tries_left=3)

    counter.do(vm.CredentialSubmitted("text_pin", PIN))

    assert isinstance(counter.body, vm.CompareBody)
    assert (counter.body.photo_png, counter.body.signature) == (b"", "not_read")
    assert counter.screen.summary is not None
    assert counter.screen.summary.method == "card_text_pin"


def test_a_case_without_a_card_goes_through_papers() -> None:
    counter = Counter()
    counter.to_card()
    counter.press(vm.Action.WITHOUT_CARD)
    counter.do(vm.PaperToggled("driving_licence"))
    licence = vm.PaperEntry("driving_licence", "0123", "R9.4.3")

    counter.do(vm.PapersSubmitted("わたなべ くずみ", "S60.4.3", (licence,)))

    assert isinstance(counter.body, vm.CompareBody)
    assert counter.body.source == "papers"
    assert not any(row.differs for row in counter.body.rows)
    counter.do(vm.SpokenToggled("address"), vm.SpokenToggled("head"))
    counter.enter()
    assert isinstance(counter.body, vm.PersonsBody)


@pytest.mark.parametrize(
    ("birth", "expires", "code"),
    [
        ("S60.4.31", "R9.4.3", FailureCode.DATE_UNREADABLE),
        ("R99.1.1", "R9.4.3", FailureCode.DATE_UNREADABLE),
        ("S60.4.3", "soon", FailureCode.DATE_UNREADABLE),
        ("S60.4.3", "R8.11.23", FailureCode.PAPER_EXPIRED),
    ],
)
def test_papers_that_cannot_be_read_or_have_expired_go_no_further(
    birth: str, expires: str, code: FailureCode
) -> None:
    counter = Counter()
    counter.to_card()
    counter.press(vm.Action.WITHOUT_CARD)

    licence = vm.PaperEntry("driving_licence", "0123", expires)
    counter.do(vm.PapersSubmitted("ワタナベ　クズミ", birth, (licence,)))

    assert isinstance(counter.body, vm.PapersBody)
    assert counter.trouble == code
    assert "find_residents" not in counter.registry.calls


def test_a_paper_is_good_to_the_end_of_its_last_day() -> None:
    counter = Counter()
    counter.to_card()
    counter.press(vm.Action.WITHOUT_CARD)

    licence = vm.PaperEntry("driving_licence", "0123", "R8.11.24")
    counter.do(vm.PapersSubmitted("ワタナベ　クズミ", "S60.4.3", (licence,)))

    assert isinstance(counter.body, vm.CompareBody)


def at_papers(*kinds: str) -> Counter:
    counter = Counter()
    counter.to_card()
    counter.press(vm.Action.WITHOUT_CARD)
    counter.do(*(vm.PaperToggled(kind) for kind in kinds))
    return counter


def row(counter: Counter, kind: str) -> vm.PaperRow:
    assert isinstance(counter.body, vm.PapersBody)
    return next(paper for paper in counter.body.papers if paper.code == kind)


@pytest.mark.parametrize(
    ("kind", "number", "expires", "fault"),
    [
        ("driving_licence", "", "R9.4.3", "number"),
        ("driving_licence", "01234567890", "R9.4.3", "number"),
        ("driving_licence", "0123", "", "expires"),
        ("driving_licence", "0123", "R9.4.31", "expires_unreadable"),
        ("driving_licence", "0123", "R8.11.23", "expired"),
        ("pension_book", "", "", "number"),
    ],
)
def test_what_must_be_recorded_of_a_paper_is_asked_for_at_its_field(
    kind: str, number: str, expires: str, fault: str
) -> None:
    counter = at_papers(kind)

    counter.do(vm.PapersSubmitted("わたなべ くずみ", "S60.4.3", (vm.PaperEntry(kind, number, expires),)))

    assert row(counter, kind).fault == fault
    assert (row(counter, kind).number, row(counter, kind).expires) == (number, expires)
    assert "find_residents" not in counter.registry.calls


def test_an_expired_paper_proves_nothing_until_another_is_shown_instead() -> None:
    counter = at_papers("driving_licence")
    expired = vm.PaperEntry("driving_licence", "0123", "R8.11.23")
    counter.do(vm.PapersSubmitted("わたなべ くずみ", "S60.4.3", (expired,)))
    assert counter.trouble == FailureCode.PAPER_EXPIRED

    counter.do(vm.PaperToggled("driving_licence"), vm.PaperToggled("passport"))
    assert counter.trouble == ""
    passport = vm.PaperEntry("passport", "TK1234567", "R9.4.3")
    counter.do(vm.PapersSubmitted("わたなべ くずみ", "S60.4.3", (passport,)))

    assert isinstance(counter.body, vm.CompareBody)


def test_a_birth_date_that_cannot_be_is_said_at_its_field() -> None:
    counter = at_papers("driving_licence")
    licence = vm.PaperEntry("driving_licence", "0123", "R9.4.3")

    counter.do(vm.PapersSubmitted("わたなべ くずみ", "R9.4.3", (licence,)))

    assert isinstance(counter.body, vm.PapersBody)
    assert counter.body.birth_fault
    assert counter.trouble == FailureCode.DATE_UNREADABLE


def test_the_whole_number_of_a_paper_is_nowhere_in_the_journal() -> None:
    counter = at_papers("driving_licence")
    licence = vm.PaperEntry("driving_licence", "987654321012", "R9.4.3")

    counter.do(vm.PapersSubmitted("わたなべ くずみ", "S60.4.3", (licence,)))

    written = "".join(entry.event_json for entry in counter.journal.written)
    assert '"1012"' in written
    assert "98765432" not in written


def test_nobody_found_says_so_and_leads_back() -> None:
    counter = Counter()
    counter.to_card()
    counter.press(vm.Action.WITHOUT_CARD)
    licence = vm.PaperEntry("driving_licence", "0123", "R9.4.3")
    counter.do(vm.PapersSubmitted("カクウ　タロウ", "S60.4.3", (licence,)))

    assert counter.body == vm.ResidentListBody(rows=())
    assert counter.trouble == FailureCode.RESIDENT_NOT_FOUND
    counter.do(vm.BackPressed())
    assert isinstance(counter.body, vm.PapersBody)
    assert counter.body.name_kana == "カクウ　タロウ"


def test_one_step_back_from_the_comparison_keeps_what_was_entered_of_the_papers() -> None:
    counter = at_papers("driving_licence", "pension_book")
    shown = (
        vm.PaperEntry("driving_licence", "987654321012", "R9.4.3"),
        vm.PaperEntry("pension_book", "7890", ""),
    )
    counter.do(vm.PapersSubmitted("わたなべ くずみ", "S60.4.3", shown))
    assert isinstance(counter.body, vm.CompareBody)

    counter.do(vm.BackPressed())

    assert isinstance(counter.body, vm.PapersBody)
    assert (counter.body.name_kana, counter.body.birth_date) == ("わたなべ くずみ", "昭和60年4月3日")
    licence, pension = row(counter, "driving_licence"), row(counter, "pension_book")
    assert (licence.ticked, licence.number, licence.expires) == (True, "1012", "令和9年4月3日")
    assert (pension.ticked, pension.number, pension.expires) == (True, "7890", "")
    assert not row(counter, "passport").ticked

    again = tuple(
        vm.PaperEntry(paper.code, paper.number, paper.expires)
        for paper in counter.body.papers
        if paper.ticked
    )
    counter.do(vm.PapersSubmitted(counter.body.name_kana, counter.body.birth_date, again))
    assert isinstance(counter.body, vm.CompareBody)
    assert not any(tick.ticked for tick in counter.body.spoken)


def test_papers_entered_outlive_parking_and_a_restart() -> None:
    counter = at_papers("driving_licence")
    licence = vm.PaperEntry("driving_licence", "0123", "R9.4.3")
    counter.do(vm.PapersSubmitted("わたなべ くずみ", "S60.4.3", (licence,)), vm.BackPressed())
    case_id = counter.screen.case_id
    counter.press(vm.Action.PARK)

    again = Counter()
    again.desk.adopt(case_id, replay(counter.journal, case_id, read_event))
    again.do(vm.CaseSelected(case_id))

    assert isinstance(again.body, vm.PapersBody)
    assert again.body.name_kana == "わたなべ くずみ"
    assert row(again, "driving_licence").number == "0123"


def test_a_wrong_code_costs_one_try_and_is_said() -> None:
    counter = Counter()
    counter.to_credential()
    counter.do(vm.CredentialSubmitted("code_b", "00000000000000"))

    assert counter.body == vm.CredentialBody(kind="code_b", tries_left=9)
    assert counter.trouble == FailureCode.CARD_CODE_WRONG


def test_a_code_of_the_wrong_form_costs_no_try() -> None:
    counter = Counter()
    counter.to_credential()
    attempt = counter.screen.attempt

    counter.do(vm.CredentialSubmitted("code_b", "6004032030482"))

    assert counter.trouble == FailureCode.CARD_CREDENTIAL_FORMAT
    assert counter.screen.attempt > attempt
    assert counter.readers.spent == 0
    assert "6004032030482" not in repr(counter.screen)


def test_the_last_try_is_asked_for_before_anything_is_typed() -> None:
    counter = Counter()
    counter.to_card()
    visitors = card()
    visitors.tries = dict.fromkeys(visitors.tries, 1)
    counter.put(visitors)

    assert counter.trouble == FailureCode.CARD_LAST_TRY
    assert counter.primary.label is vm.Primary.LAST_TRY
    counter.do(vm.CredentialSubmitted("code_b", "00000000000000"))
    assert counter.readers.spent == 0

    counter.enter()
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.READ_CARD)
    counter.do(vm.CredentialSubmitted("code_b", "00000000000000"))
    assert counter.trouble == FailureCode.CARD_LOCKED
    assert not counter.primary.enabled
    counter.do(vm.CredentialSubmitted("code_b", "60040320304821"))
    assert counter.readers.spent == 1


def test_a_locked_card_leaves_the_papers() -> None:
    counter = Counter()
    counter.to_card()
    visitors = card()
    visitors.tries = dict.fromkeys(visitors.tries, 0)
    counter.put(visitors)
    assert counter.trouble == FailureCode.CARD_LOCKED

    counter.press(vm.Action.WITHOUT_CARD)

    assert isinstance(counter.body, vm.PapersBody)
    assert Credential.__name__ not in repr(counter.screen)
